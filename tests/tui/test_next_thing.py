"""The one next thing to offer, and what after it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ilmcoach.clock import FixedClock
from ilmcoach.portfolio.overview import look_over
from ilmcoach.portfolio.records import Enrolment, Goal, Meeting, Record, Run
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from ilmcoach.tui.panes.next_thing import NextThing, next_things

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
AT: dict[str, Any] = {"made": NOW, "changed": NOW}
CERTIFICATE = Enrolment(
    id="e", pack="level-3-certificate", start=date(2026, 9, 1), end=date(2027, 5, 31), **AT
)
COURSE = Path(__file__).parents[1] / "data" / "short-course"
STRENGTHS, GOAL, AFTER = "strengths-and-limitations", "smart-goal", "after-meeting"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = open_workspace(Folders(tmp_path / "home"), clock=FixedClock(NOW))
    yield workspace
    workspace.close()


def things(workspace: Workspace, *records: Record) -> tuple[NextThing, ...]:
    workspace.store.save(records)
    return next_things(workspace, look_over(workspace.portfolio, workspace.today))


def run(walk: str = GOAL, days_ago: int = 0, **more: Any) -> Run:
    moment = NOW - timedelta(days=days_ago)
    return Run(**{"id": "r", "walk": walk, "made": moment, "changed": moment, **more})


def begun(found: tuple[NextThing, ...]) -> list[str]:
    return [one.walk for one in found if one.walk]


def test_before_set_up_that_comes_first(workspace: Workspace) -> None:
    found = things(workspace)
    assert (found[0].title, found[0].button) == ("Set up your programme", "Set up")
    assert (found[0].walk, found[0].run, found[0].assessment, found[0].draft) == ("",) * 4
    assert {STRENGTHS, GOAL, AFTER} <= set(begun(found))


def test_after_set_up_it_is_not_offered_again(workspace: Workspace) -> None:
    found = things(workspace, CERTIFICATE)
    assert found[0].walk == "getting-started"
    assert [one.assessment for one in found if one.assessment] == [
        "reflective-review",
        "action-plan-and-log",
    ]
    assert not any(one.button == "Set up" for one in found)


def test_walks_never_finished_come_first_in_the_order_of_the_pack(workspace: Workspace) -> None:
    done = [run("getting-started", id="r1", finished=NOW), run(GOAL, id="r2", finished=NOW)]
    found = begun(things(workspace, CERTIFICATE, *done))
    assert found[0] == STRENGTHS
    assert found[-2:] == ["getting-started", GOAL]
    assert "quick-meeting" not in found


def test_a_meeting_day_that_has_come_brings_its_walk_first(workspace: Workspace) -> None:
    before = Meeting(id="m", held=date(2026, 10, 20), next_on=date(2026, 11, 20), **AT)
    before = replace(before, made=NOW - timedelta(days=32))
    assert begun(things(workspace, CERTIFICATE, before))[0] == AFTER
    written = Meeting(id="m2", held=date(2026, 11, 20), struck="A silence.", **AT)
    assert begun(things(workspace, written))[0] != AFTER


def test_a_run_left_half_done_comes_first_with_its_place(workspace: Workspace) -> None:
    goal = Goal(id="g", what="Hand over\nthe rota", **AT)
    found = things(workspace, CERTIFICATE, goal, run(subject="g", place="measure", days_ago=1))
    assert found[0] == NextThing(
        "Set a goal: Hand over the rota",
        "You stopped at question 3 of 11, yesterday at 18:40.",
        "Carry on",
        run="r",
    )


@pytest.mark.parametrize(
    ("days_ago", "when"), [(0, "today"), (1, "yesterday"), (2, "on Thu 19 Nov 2026")]
)
def test_when_it_was_left(workspace: Workspace, days_ago: int, when: str) -> None:
    begun_run = run(days_ago=days_ago, answers={"why": "It is time."})
    first = things(workspace, CERTIFICATE, begun_run)[0]
    assert first.about == f"You stopped at question 1 of 11, {when} at 18:40."
    assert first.title == "Set a goal"


def test_a_run_begun_by_mistake_is_not_offered_but_begun_anew(workspace: Workspace) -> None:
    empty = [run(), run("getting-started", id="r2"), run("end-review", id="r3")]
    end = replace(CERTIFICATE, end=date(2026, 11, 30))
    found = things(workspace, end, *empty)
    assert [one.run for one in found if one.run] == []
    assert {GOAL, "getting-started", "end-review"} <= set(begun(found))
    workspace.drafts.keep("walk/r/what", "Hand", NOW)
    assert [one.run for one in things(workspace) if one.run] == ["r"]


def test_a_long_subject_is_cut(workspace: Workspace) -> None:
    goal = Goal(id="g", what="word " * 40, **AT)
    title = things(workspace, CERTIFICATE, goal, run(subject="g"))[0].title
    assert title.endswith("…")
    assert len(title) < 70


def test_finished_runs_and_those_of_other_packs_are_not_offered(workspace: Workspace) -> None:
    strangers = [run("of-another-pack", id=f"x{number}") for number in range(6)]
    older = run(id="known", days_ago=3, answers={"why": "It is time."})
    found = things(workspace, CERTIFICATE, run(finished=NOW), *strangers, older)
    assert [one.run for one in found if one.run] == ["known"]


def test_a_draft_of_a_note_comes_before_everything(workspace: Workspace) -> None:
    workspace.drafts.keep("note/new", "I never", NOW - timedelta(days=1))
    workspace.drafts.keep("walk/r/what", "Hand", NOW)
    workspace.drafts.keep("note/empty", "", NOW)
    found = things(workspace, CERTIFICATE, run())
    assert [one.draft for one in found if one.draft] == ["note/new"]
    assert found[0].about == "You typed it at 18:40 on Fri 20 Nov 2026. It is kept."


def test_typing_at_the_desk_and_in_forms_is_offered_back(workspace: Workspace) -> None:
    for key in ("section/action-plan-and-log/log", "new/action", "form/abc"):
        workspace.drafts.keep(key, "words", NOW)
    found = things(workspace, CERTIFICATE)
    offered = {one.draft: one.title for one in found if one.draft}
    assert set(offered) == {"section/action-plan-and-log/log", "new/action", "form/abc"}
    assert "Leadership log" in offered["section/action-plan-and-log/log"]


MEETING = Meeting(id="m", struck="A silence.", **AT)


def asked_when(found: tuple[NextThing, ...]) -> list[str]:
    return [one.run for one in found if one.button == "Write it down"]


@pytest.mark.parametrize("walk", ["quick-meeting", AFTER])
def test_the_next_meeting_is_asked_for_at_its_own_place(workspace: Workspace, walk: str) -> None:
    found = things(workspace, CERTIFICATE, MEETING, run(walk, subject="m", finished=NOW))
    (place,) = asked_when(found)
    run_id, _, key = place.partition("#")
    pack = workspace.working_pack
    known = pack.walk(walk)
    assert known is not None
    assert run_id == "r"
    assert [step.fills for step in known.steps() if step.id == key] == [("meeting.next_on",)]


def test_it_is_asked_once_and_in_the_newest_run(workspace: Workspace) -> None:
    first = run("quick-meeting", id="quick", subject="m", finished=NOW, days_ago=1)
    found = things(workspace, CERTIFICATE, MEETING, first, run(AFTER, subject="m", finished=NOW))
    assert asked_when(found) == ["r#next"]


@pytest.mark.parametrize(
    "records",
    [
        [run(AFTER, subject="m", finished=NOW)],
        [MEETING],
        [MEETING, run("of-another-pack", subject="m")],
        [Meeting(id="m", next_on=date(2026, 12, 3), **AT), run(AFTER, subject="m")],
    ],
)
def test_it_is_not_asked_where_it_is_known_or_cannot_be_answered(
    workspace: Workspace, records: list[Record]
) -> None:
    assert asked_when(things(workspace, CERTIFICATE, *records)) == []


def test_without_a_set_nothing_of_a_set_is_offered(workspace: Workspace) -> None:
    shutil.copytree(COURSE, workspace.folders.packs / "short-course")
    text = (workspace.folders.packs / "short-course" / "pack.md").read_text()
    uses = text.replace("version: 1.2", "version: 1.2\nuses: leadership-walks")
    (workspace.folders.packs / "short-course" / "pack.md").write_text(uses)
    again = open_workspace(workspace.folders, clock=FixedClock(NOW), read_only=True)
    workspace.library = again.library
    enrolment = Enrolment(id="e", pack="short-course", **AT)
    found = things(workspace, enrolment, MEETING, run(AFTER, subject="m", finished=NOW))
    assert begun(found) == ["getting-started", STRENGTHS, GOAL, "activity"]
    assert asked_when(found) == []
    assert found[-1].assessment == "team-report"


def test_a_programme_without_anything_in_it_still_offers_something(workspace: Workspace) -> None:
    folder = workspace.folders.packs / "short-course"
    shutil.copytree(COURSE, folder)
    (folder / "report.md").unlink()
    page = folder / "programme.md"
    page.write_text(page.read_text().replace("assessments: team-report\n", ""))
    again = open_workspace(workspace.folders, clock=FixedClock(NOW), read_only=True)
    workspace.library = again.library
    found = things(workspace, Enrolment(id="e", pack="short-course", **AT))
    assert [one.button for one in found] == ["Set up"]
