"""The places of a walk, and where the learner stands among them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from ilmcoach.packs.model import AnswerKind, Stage
from ilmcoach.portfolio.records import Action, Finding, Goal, Meeting, Record, Run, Telling
from ilmcoach.walks.spots import actions_to_tell, describe
from tests.walks.walker import EARLIER, START, Desk, bundled, ids, step, walk_of

STRENGTHS = bundled("strengths-and-limitations")
AFTER = bundled("after-meeting")
WALKS = ["strengths-and-limitations", "smart-goal", "after-meeting", "quick-meeting"]


@pytest.mark.parametrize("walk_id", WALKS)
def test_forward_and_back_visits_every_place_once(walk_id: str) -> None:
    desk = Desk(Action(id="a", text="Ask", **EARLIER), Action(id="b", text="Read", **EARLIER))
    walker = desk.begin(bundled(walk_id))
    if walk_id == STRENGTHS.id:
        walker.answer("areas", ("self", "purpose"))
    keys = walker.keys
    assert len(set(keys)) == len(keys)
    assert walker.here == keys[0]
    assert [walker.go(1) for _ in keys] == [*keys[1:], ""]
    assert [walker.go(-1) for _ in keys] == [*reversed(keys[:-1]), ""]
    assert walker.here == keys[0]


def test_a_repeated_stage_comes_once_for_each_choice_in_the_packs_order() -> None:
    walker = Desk().begin(STRENGTHS)
    assert walker.keys == ["areas", "chosen", "reason"]
    walker.answer("areas", ("self", "purpose"))
    each = ["rating", "evidence", "told-by", "they-said", "sort"]
    turns = [f"{name}@{area}" for area in ("purpose", "self") for name in each]
    assert walker.keys == ["areas", *turns, "chosen", "reason"]
    assert walker.spot("sort@self").item_label == "Managing myself"


def test_a_choice_that_the_pack_no_longer_offers_has_no_turn() -> None:
    walker = Desk().begin(STRENGTHS)
    walker.answer("areas", ("self", "long-gone"))
    assert {walker.spot(key).item for key in walker.keys} == {"", "self"}


def test_a_stage_goes_through_records_of_a_source() -> None:
    walk = walk_of(Stage("s", "S", (step("how", AnswerKind.LONG_TEXT),), each="goals"))
    desk = Desk(Goal(id="g", what="Hand over", **EARLIER), Goal(id="blank", **EARLIER))
    walker = desk.begin(walk)
    assert walker.keys == ["how@g"]
    assert walker.spot("how@g").item_label == "Hand over"
    walker.answer("how@g", "Slowly.")
    assert desk.one(Run).answers == {"how@g": "Slowly."}


def test_a_walk_without_any_place_has_no_current_one() -> None:
    walk = walk_of(Stage("s", "S", (step("how", AnswerKind.LONG_TEXT),), each="goals"))
    walker = Desk().begin(walk)
    assert walker.keys == []
    assert walker.sitting.current() is None


def test_it_begins_at_the_first_place_and_resumes_where_it_was_left() -> None:
    walker = Desk().begin(AFTER)
    assert walker.here == "held"
    walker.answer("problem", "The rota.")
    walker.stand("struck")
    assert walker.reopen().here == "struck"


def test_when_its_place_is_gone_it_stands_at_the_first_open_question() -> None:
    walker = Desk().begin(STRENGTHS)
    walker.answer("areas", ("purpose", "self"))
    walker.answer("rating@purpose", "3")
    walker.stand("evidence@self")
    walker.answer("areas", ("purpose",))
    assert walker.reopen().here == "evidence@purpose"


def test_when_its_place_is_gone_and_all_is_answered_it_stands_at_the_first() -> None:
    stage = Stage("s", "S", (step("a", AnswerKind.SHORT_TEXT), step("b", AnswerKind.SHORT_TEXT)))
    walker = Desk().begin(walk_of(stage))
    walker.answer("a", "one")
    walker.answer("b", "two")
    walker.run = replace(walker.run, place="no-longer-asked")
    assert walker.here == "a"


def test_a_place_that_is_gone_leads_nowhere() -> None:
    walker = Desk().begin(STRENGTHS)
    walker.answer("areas", ("self",))
    gone = walker.spot("rating@self")
    walker.answer("areas", ("purpose",))
    assert walker.sitting.step_from(gone, 1) is None


def told(run: str, outcome: str, name: str = "t") -> Telling:
    return Telling(id=name, outcome=outcome, links=("a",), run=run, made=START, changed=START)


def run_of(subject: str = "", name: str = "r") -> Run:
    return Run(id=name, walk="after-meeting", subject=subject, made=START, changed=START)


@pytest.mark.parametrize(
    ("records", "asked"),
    [
        ([Action(id="a", text="Ask", **EARLIER)], ["a"]),
        ([Action(id="a", **EARLIER)], []),
        ([Action(id="a", text="Ask", links=("meeting",), **EARLIER)], []),
        ([Action(id="a", text="Ask", links=("another",), **EARLIER)], ["a"]),
        ([Action(id="a", text="Ask", run="r", **EARLIER)], []),
        ([replace(Action(id="a", text="Ask", **EARLIER), made=START + timedelta(1))], []),
        ([replace(Action(id="a", text="Ask", **EARLIER), trashed=START)], []),
        ([Action(id="a", text="Ask", **EARLIER), told("elsewhere", "done")], []),
        ([Action(id="a", text="Ask", **EARLIER), told("elsewhere", "partly")], ["a"]),
        ([Action(id="a", text="Ask", **EARLIER), told("r", "done")], ["a"]),
    ],
)
def test_which_actions_a_run_asks_about(records: list[Record], asked: list[str]) -> None:
    portfolio = Desk(*records).portfolio
    assert ids(actions_to_tell(run_of("meeting"), portfolio)) == asked


def test_a_run_without_a_meeting_yet_asks_about_actions_without_one() -> None:
    portfolio = Desk(Action(id="a", text="Ask", **EARLIER)).portfolio
    assert ids(actions_to_tell(run_of(), portfolio)) == ["a"]


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (
            Finding(id="x", area="self", area_label="Managing myself", evidence="Late", **EARLIER),
            "Managing myself",
        ),
        (Goal(id="x", measure="Once a week", what=" Hand over ", **EARLIER), "Hand over"),
        (Meeting(id="x", **EARLIER), ""),
    ],
)
def test_a_record_in_a_few_words(record: Record, words: str) -> None:
    assert describe(record) == words
