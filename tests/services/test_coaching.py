"""The coach as a whole: what has to be true before anything is sent, what is written down when,
and what is shown."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from ilmcoach.coach.guard import judge
from ilmcoach.coach.line import Form, Trouble
from ilmcoach.coach.trouble import Kind
from ilmcoach.files import DiskProblem, RealDisk
from ilmcoach.portfolio.exchanges import note_sent
from ilmcoach.portfolio.records import Exchange, Person
from ilmcoach.services.coach_settings import assessments_of
from ilmcoach.services.coaching import Coach
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import CoachPreferences, Folders
from ilmcoach.store.layout import PORTFOLIO
from tests.coach.fake_line import (
    AT,
    GOOD,
    HOST,
    KEY,
    NOTE,
    ON,
    TASK,
    FakeLine,
    asking,
    coaching,
    kept_bytes,
    never,
    posed,
)
from tests.walks.walker import certificate

BAD = "You should let Zoë do all of it from now on."


class FussyDisk(RealDisk):
    """A disk that stops taking the portfolio when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.writes_left: int | None = None

    def write_atomically(self, path: Path, data: bytes) -> None:
        if path.name == PORTFOLIO and self.writes_left is not None:
            if not self.writes_left:
                raise DiskProblem("The disk is full.")
            self.writes_left -= 1
        super().write_atomically(path, data)


def exchanges(keeper: Keeper) -> tuple[Exchange, ...]:
    return keeper.workspace.portfolio.live(Exchange)


async def test_without_a_word_from_the_learner_nothing_is_asked(tmp_path: Path) -> None:
    line = FakeLine(posed(GOOD))
    async with coaching(tmp_path, line, CoachPreferences(), allowed=None) as (coach, keeper):
        assert not coach.asks_model
        offer = await coach.join(asking())
        assert offer == coach.at_once(asking())
        assert len(offer.questions) == 3
        assert {one.source for one in offer.questions} == {"bank"}
        assert not exchanges(keeper)
    assert not line.asked


async def test_the_centre_is_asked_about_once_for_each_assessment(tmp_path: Path) -> None:
    line = FakeLine(posed(GOOD))
    async with coaching(tmp_path, line, allowed=None) as (coach, keeper):
        assert (await coach.join(asking())).undecided == TASK
        await coach.allow(TASK, allowed=False)
        offer = await coach.join(asking())
        assert not offer.undecided
        assert "does not allow" in offer.told
        assert not line.asked
        await coach.allow(TASK, allowed=True)
        assert (await coach.join(asking())).from_model
        two = asking(assessments=(TASK, "other"))
        assert (await coach.join(two)).undecided == "other"
        assert [one.assessment for one in exchanges(keeper)] == [TASK]


async def test_the_first_sending_to_a_host_shows_what_would_be_sent(tmp_path: Path) -> None:
    line = FakeLine(posed(GOOD))
    async with coaching(tmp_path, line, replace(ON, agreed=())) as (coach, keeper):
        preview = (await coach.join(asking(f"{NOTE} So I rang Rhiannon."))).preview
        assert preview
        assert not line.asked
        assert not exchanges(keeper)
        assert preview.host == HOST
        assert ("Zoë", "Person A") in preview.hidden
        assert "Zoë" not in preview.sent
        assert preview.doubtful == ("Rhiannon",)
        assert (await coach.join(asking(f"{NOTE} So I rang Rhiannon."))).preview == preview
        await coach.agree(preview.host)
        assert (await coach.join(asking(f"{NOTE} So I rang Rhiannon."))).was_sent
        (kept,) = exchanges(keeper)
        assert kept.sent == preview.sent
        assert [one.content for one in line.asked[0][0]] == [
            one["content"] for one in json.loads(preview.sent)["messages"]
        ]


async def test_a_word_in_doubt_can_be_hidden_too(tmp_path: Path) -> None:
    async with coaching(tmp_path, FakeLine(posed(GOOD)), replace(ON, agreed=())) as (coach, _):
        wanted = asking("I rang Rhiannon about it.")
        await coach.join(wanted)
        await coach.hide("Rhiannon")
        preview = (await coach.join(wanted)).preview
        assert preview
        assert "Rhiannon" not in preview.sent
        assert not preview.doubtful


async def test_it_is_written_down_before_it_is_sent_and_before_it_is_shown(tmp_path: Path) -> None:
    line = FakeLine(posed(GOOD, BAD, reading=["R1"]))
    before: list[tuple[str, bytes]] = []
    async with coaching(tmp_path, line) as (coach, keeper):
        line.before = lambda: before.append(
            (exchanges(keeper)[0].ended, (tmp_path / PORTFOLIO).read_bytes())
        )
        offer = await coach.join(asking())
        ((ended, data),) = before
        assert ended == ""
        (kept,) = exchanges(keeper)
        assert kept.id.encode() in data
        assert (kept.way, kept.host, kept.model) == ("pose", HOST, "small")
        assert (kept.place, kept.assessment) == ("after-meeting/struck", TASK)
        assert kept.shown == (GOOD,)
        assert kept.ended == "shown"
        assert kept.answered
        assert sum(kept.dropped.values()) == 1
        assert list(kept.reading) == [one.id for one in offer.readings]
        assert note_sent(kept) == NOTE.replace("Zoë", "Person A")
    assert [(one.text, one.source) for one in offer.from_model] == [(GOOD, "model")]
    assert len(offer.questions) == 3
    assert BAD.encode() not in kept_bytes(tmp_path)


async def test_nothing_is_sent_that_could_not_be_written_down(tmp_path: Path) -> None:
    disk, line = FussyDisk(), FakeLine(posed(GOOD))
    async with coaching(tmp_path, line, disk=disk) as (coach, _):
        disk.writes_left = 0
        offer = await coach.join(asking())
        assert not line.asked
        assert not offer.was_sent
        assert "nothing was sent" in offer.told
        assert len(offer.questions) == 3


async def test_nothing_is_shown_that_could_not_be_written_down(tmp_path: Path) -> None:
    disk, line = FussyDisk(), FakeLine(posed(GOOD))
    async with coaching(tmp_path, line, disk=disk) as (coach, keeper):
        disk.writes_left = 1
        offer = await coach.join(asking())
        assert line.asked
        assert offer.was_sent
        assert not offer.from_model
        assert "not shown" in offer.told
        (kept,) = exchanges(keeper)
        assert (kept.ended, kept.shown) == ("", ())


async def test_a_way_that_only_picks_shows_no_word_of_the_model(tmp_path: Path) -> None:
    answer = json.dumps({"questions": ["Q3", GOOD, "Q99"], "reading": ["R2", "R77"]})
    async with coaching(tmp_path, FakeLine(answer), replace(ON, way="pick")) as (coach, keeper):
        offer = await coach.join(asking())
        (picked,) = offer.from_model
        pack = keeper.workspace.working_pack
        bank = {one.id: one.text for each in pack.banks for one in each.questions}
        assert bank[picked.id] == picked.text
        assert (picked.source, picked.picked) == ("bank", True)
        assert len({one.text for one in offer.questions}) == 3
        assert exchanges(keeper)[0].shown == (picked.text,)
    assert GOOD.encode() not in kept_bytes(tmp_path)


async def test_trouble_is_told_and_the_packs_questions_stay(tmp_path: Path) -> None:
    line = FakeLine(Trouble(Kind.KEY))
    async with coaching(tmp_path, line) as (coach, keeper):
        offer = await coach.join(asking())
        assert offer.questions == coach.at_once(asking()).questions
        assert "key" in offer.told
        assert exchanges(keeper)[0].ended == Kind.KEY
        line.answers = [posed(GOOD)]
        assert (await coach.join(asking())).from_model, "trouble is not remembered"
    assert KEY.encode() not in kept_bytes(tmp_path)


async def test_each_step_of_the_ladder_is_written_down(tmp_path: Path) -> None:
    line = FakeLine("no JSON", "{}", posed(GOOD))
    async with coaching(tmp_path, line) as (coach, keeper):
        assert (await coach.join(asking())).from_model
        (kept,) = exchanges(keeper)
        bodies = [json.loads(one) for one in kept.sent.split("\n")]
        assert [one.get("response_format", {}).get("type") for one in bodies] == [
            "json_schema",
            "json_object",
            None,
        ]
        assert "Person A" in note_sent(kept)


async def test_escape_stops_it_and_that_is_written_down(tmp_path: Path) -> None:
    line = FakeLine(never)
    async with coaching(tmp_path, line) as (coach, keeper):
        task = asyncio.create_task(coach.join(asking()))
        while not line.asked:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert exchanges(keeper)[0].ended == "stopped"
        assert exchanges(keeper)[0].answered is None


async def test_a_model_that_is_too_slow_is_not_waited_for(tmp_path: Path) -> None:
    async with coaching(tmp_path, FakeLine(never), within=0.05) as (coach, keeper):
        assert "too long" in (await coach.join(asking())).told
        assert exchanges(keeper)[0].ended == Kind.SLOW


async def test_the_same_is_not_asked_twice_unless_the_learner_wants_others(tmp_path: Path) -> None:
    line = FakeLine(posed(GOOD, BAD))
    async with coaching(tmp_path, line) as (coach, keeper):
        first = await coach.join(asking())
        again = await coach.join(asking())
        assert again.questions == first.questions
        assert (first.was_sent, again.was_sent) == (True, False)
        assert len(line.asked) == 1
        others = await coach.join(asking(again=1))
        assert len(line.asked) == 2
        assert GOOD not in [one.text for one in others.questions], "shown before"
        assert sum(one.dropped.get("repeated", 0) for one in exchanges(keeper)) == 1


async def test_a_server_is_not_asked_again_for_a_form_it_does_not_have(tmp_path: Path) -> None:
    refused = Trouble(Kind.FORM, easier=True)
    line = FakeLine(refused, posed(GOOD))
    async with coaching(tmp_path, line) as (coach, _):
        await coach.join(asking())
        await coach.join(asking(again=1))
    assert [form for _, form in line.asked] == [Form.SCHEMA, Form.OBJECT, Form.OBJECT]


async def test_what_went_by_newer_names_is_written_down_as_it_went(tmp_path: Path) -> None:
    newer = Trouble(Kind.FORM, easier=True, again=True)
    async with coaching(tmp_path, FakeLine(newer, posed(GOOD))) as (coach, keeper):
        await coach.join(asking())
        first, second = exchanges(keeper)[0].sent.split("\n")
    assert ("max_tokens" in first, "max_completion_tokens" in first) == (True, False)
    assert ('"max_tokens"' in second, "max_completion_tokens" in second) == (False, True)
    assert "temperature" not in second


async def test_names_are_back_before_the_guard_sees_a_question(tmp_path: Path) -> None:
    assert judge(GOOD, NOTE).admitted
    async with coaching(tmp_path, FakeLine(posed("What did person A look at?"))) as (coach, _):
        assert [one.text for one in (await coach.join(asking())).from_model] == [GOOD]


async def test_in_a_second_window_nothing_is_sent(tmp_path: Path) -> None:
    line = FakeLine(posed(GOOD))
    async with coaching(tmp_path, line):
        second = Keeper(open_workspace(Folders(tmp_path), read_only=True))
        coach = Coach(second, make_line=lambda *_: line, environment={"COACH_KEY": KEY})
        offer = await coach.join(asking())
        assert "nothing is sent" in offer.told
        second.close()
        second.workspace.close()
    assert not line.asked


async def test_an_empty_note_is_not_sent(tmp_path: Path) -> None:
    line = FakeLine(posed(GOOD))
    async with coaching(tmp_path, line) as (coach, _):
        assert len((await coach.join(asking(" \n"))).questions) == 3
    assert not line.asked


async def test_what_cannot_be_seen_hides_no_name(tmp_path: Path) -> None:
    people = [Person(id="q", name="Łukasz Nowak", **AT)]
    line = FakeLine(posed(GOOD))
    async with coaching(tmp_path, line) as (coach, keeper):
        await keeper.save(people)
        await coach.join(asking("I told Łu\u200bkasz and lukasz and ŁUKASZ, on 07700 900 123."))
    sent = line.asked[0][0][1].content
    assert "kasz" not in sent.replace("lukasz", "")
    assert "07700" not in sent


@pytest.mark.parametrize("step", ["struck", ""])
def test_words_may_count_towards_more_than_one_task(step: str) -> None:
    pack = certificate()
    walk = pack.walk("after-meeting")
    assert walk
    one = next((each for each in walk.steps() if each.id == step), None)
    tasks = assessments_of(pack, walk=walk, step=one)
    assert "action-plan-and-log" in tasks
    assert set(tasks) <= {each.id for each in pack.assessments}
    assert assessments_of(pack) == tuple(each.id for each in pack.assessments)
    assert assessments_of(pack, assessment="x", walk=walk) == ("x",)
