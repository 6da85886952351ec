"""What a day brings up: a meeting, a goal to look at, the week, the end of it all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.portfolio.overview import look_over
from ilmcoach.portfolio.records import (
    Action,
    Enrolment,
    Finding,
    Goal,
    Meeting,
    Record,
    Review,
    Run,
    Turn,
    WeekLook,
)
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from ilmcoach.tui.panes.next_thing import NextThing, next_things
from ilmcoach.tui.week_draft import WEEK_TEXT, draft_key

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
AT: dict[str, Any] = {"made": NOW, "changed": NOW}
TODAY = NOW.date()
AFTER, BEFORE, REVIEW = "after-meeting", "before-meeting", "goal-review"


def on(days: int) -> date:
    return TODAY + timedelta(days=days)


def made(days: int) -> dict[str, Any]:
    moment = NOW + timedelta(days=days)
    return {"made": moment, "changed": moment}


def enrolled(end: date = date(2027, 5, 31), pack: str = "level-3-certificate") -> Enrolment:
    return Enrolment(id="e", pack=pack, start=date(2026, 9, 1), end=end, **AT)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = open_workspace(Folders(tmp_path / "home"), clock=FixedClock(NOW))
    yield workspace
    workspace.close()


def things(workspace: Workspace, *records: Record) -> tuple[NextThing, ...]:
    workspace.store.save([enrolled(), *records])
    return next_things(workspace, look_over(workspace.portfolio, workspace.today))


def walks(found: tuple[NextThing, ...]) -> list[str]:
    return [one.walk for one in found if one.walk]


GOAL = Goal(id="g", what="Hand over\nthe rota", reviews=(on(-1), on(30)), **made(-60))


def test_a_goal_whose_day_has_come_is_looked_at_in_its_own_place(workspace: Workspace) -> None:
    first = things(workspace, GOAL)[0]
    assert first == NextThing(
        "Look at a goal again: Hand over the rota",
        "You chose Fri 20 Nov 2026 to look at it.",
        "Look",
        walk=REVIEW,
        at="status@g",
    )
    walk = workspace.working_pack.walk(REVIEW)
    assert walk is not None
    assert walk.stages[0].steps[0].id == "status"


def test_a_look_at_goals_that_was_left_is_carried_on(workspace: Workspace) -> None:
    left = Run(id="r", walk=REVIEW, **made(-1))
    found = things(workspace, GOAL, left)
    assert [(one.run, one.at) for one in found if one.walk == REVIEW] == [("r", "status@g")]


def test_once_looked_at_it_is_not_offered_again(workspace: Workspace) -> None:
    looked = Review(id="v", how_far="Half of it.", links=("g",), **made(0))
    assert things(workspace, GOAL, looked)[0].walk != REVIEW


def test_a_goals_last_day_counts_and_several_goals_are_offered_together(
    workspace: Workspace,
) -> None:
    ended = Goal(id="h", what="Listen", by=TODAY, **made(-60))
    assert things(workspace, ended)[0].about == "Its day: today."
    assert things(workspace, ended, GOAL)[0] == NextThing(
        "Look at your goals again",
        "2 goals have come to a day that you chose for them.",
        "Look",
        walk=REVIEW,
    )


HELD = Meeting(id="m", held=on(-21), struck="A silence.", next_on=on(6), **made(-21))


def test_a_meeting_within_a_week_is_prepared_for_once(workspace: Workspace) -> None:
    first = things(workspace, HELD)[0]
    assert (first.title, first.button, first.walk) == ("The set meets in 6 days", "Prepare", BEFORE)
    prepared = Meeting(id="p", planned=on(6), problem="The rota. Again.", **made(-1))
    assert "Prepare" not in [one.button for one in things(workspace, prepared)]


def test_one_in_eight_days_can_wait(workspace: Workspace) -> None:
    later = Meeting(id="m", held=on(-21), struck="A silence.", next_on=on(8), **made(-21))
    assert "Prepare" not in [one.button for one in things(workspace, later)]


@pytest.mark.parametrize(("days", "when"), [(1, "tomorrow"), (0, "today")])
def test_what_was_prepared_is_looked_at_the_day_before(
    workspace: Workspace, days: int, when: str
) -> None:
    prepared = Meeting(id="p", planned=on(days), problem="The rota. Again.", **made(-3))
    run = Run(id="r", walk=BEFORE, subject="p", finished=NOW, **made(-3))
    found = things(workspace, prepared, run)
    (look,) = [one for one in found if one.title == f"The set meets {when}"]
    assert (look.run, look.walk, look.about) == (
        *("r", ""),
        "Read once more what you prepared: The rota.",
    )


@pytest.mark.parametrize(
    "meetings",
    [
        [Meeting(id="p", planned=on(0), problem="The rota", **made(-3))],
        [Meeting(id="p", planned=on(-5), problem="The rota", **made(0))],
        [HELD, Meeting(id="p", planned=on(-2), problem="The rota", **made(-3))],
        [Meeting(id="m", held=on(0), problem="Noted at the table", **made(0))],
    ],
)
def test_a_meeting_whose_day_has_come_is_looked_back_on(
    workspace: Workspace, meetings: list[Meeting]
) -> None:
    assert walks(things(workspace, *meetings))[0] == AFTER


@pytest.mark.parametrize(
    "meetings",
    [
        [Meeting(id="p", planned=on(1), problem="The rota", **made(-3))],
        [Meeting(id="p", planned=on(-2), problem="The rota", struck="A silence", **made(-30))],
        [Meeting(id="m", held=on(-15), problem="Long ago", **made(-15))],
    ],
)
def test_one_to_come_told_or_long_past_is_not(
    workspace: Workspace, meetings: list[Meeting]
) -> None:
    assert walks(things(workspace, *meetings))[0] != AFTER


def test_the_week_is_looked_at_once_a_week(workspace: Workspace) -> None:
    action = Action(id="a", text="Ask K", **made(-8))
    assert things(workspace, action)[0].screen == "week"
    looked = WeekLook(id="w", on=on(-2), **made(-2))
    assert not any(one.screen for one in things(workspace, looked))


def test_lines_left_in_a_look_at_the_week_are_offered_back(workspace: Workspace) -> None:
    workspace.drafts.keep(draft_key("gone", "line"), "about nothing", NOW)
    assert not any(one.screen for one in things(workspace))
    workspace.drafts.keep(WEEK_TEXT, "A long one", NOW)
    first = things(workspace)[0]
    assert (first.screen, first.title) == ("week", "A look at the week, not finished")


@pytest.mark.parametrize(
    ("end", "offered"),
    [(29, []), (28, ["end-review", "evaluating"]), (-28, ["end-review", "evaluating"]), (-29, [])],
)
def test_in_the_last_weeks_it_is_time_to_look_back_over_it_all(
    workspace: Workspace, end: int, offered: list[str]
) -> None:
    found = walks(things(workspace, enrolled(on(end))))
    assert [one for one in found[:2] if one in ("end-review", "evaluating")] == offered


def test_looking_back_over_it_all_is_done_once(workspace: Workspace) -> None:
    done = Run(id="r", walk="end-review", finished=NOW, **AT)
    found = walks(things(workspace, enrolled(on(9)), done))
    assert "end-review" not in found
    assert found[0] == "evaluating"


def test_the_award_looks_back_without_a_set(workspace: Workspace) -> None:
    found = walks(things(workspace, enrolled(on(9), "level-3-award")))
    assert "end-review" in found
    assert "evaluating" not in found


def test_all_together_they_come_in_a_calm_order(workspace: Workspace) -> None:
    workspace.drafts.keep("note/new", "I never", NOW)
    found = things(
        workspace,
        enrolled(on(20)),
        Run(id="left", walk="smart-goal", answers={"why": "It is time."}, **made(0)),
        Meeting(id="m", held=on(-30), struck="x", next_on=on(-1), **made(-30)),
        Meeting(id="n", planned=on(5), **made(0)),
        GOAL,
        Finding(id="f", area_label="Trust", rating=2, **AT),
    )
    kinds = [one.draft or one.run or one.walk or one.screen for one in found]
    assert kinds[:8] == [
        "note/new",
        "left",
        AFTER,
        REVIEW,
        BEFORE,
        "end-review",
        "evaluating",
        "week",
    ]
    assert kinds[8:].count(REVIEW) == 0
    assert "ratings-now" in kinds[8:]


def test_walks_that_go_through_records_wait_for_one(workspace: Workspace) -> None:
    found = walks(things(workspace))
    assert {REVIEW, "ratings-now", "end-review", "judge-activity"}.isdisjoint(found)


TODAYS = Meeting(id="m", held=TODAY, **made(0))


def test_while_a_clock_runs_the_way_back_comes_first(workspace: Workspace) -> None:
    turn = Turn(id="t", who="me", since=NOW - timedelta(minutes=5), links=("m",), **made(0))
    left = Run(id="r", walk="smart-goal", **made(0))
    found = things(workspace, TODAYS, turn, left)
    assert (found[0].title, found[0].screen) == (
        *("The set meeting is on: back to it", "in-meeting"),
    )
    assert AFTER not in [one.walk for one in found[:2]]


@pytest.mark.parametrize("since", [None, NOW - timedelta(hours=13)])
def test_once_no_clock_runs_it_is_looked_back_on(
    workspace: Workspace, since: datetime | None
) -> None:
    turn = Turn(id="t", who="me", since=since, seconds=60, links=("m",), **made(0))
    found = things(workspace, TODAYS, turn)
    assert not any(one.screen for one in found)
    assert walks(found)[0] == AFTER


def test_preparing_on_the_day_itself_looks_back_on_nothing(workspace: Workspace) -> None:
    prepared = Run(id="r", walk=BEFORE, subject="m", finished=NOW, **made(0))
    assert walks(things(workspace, TODAYS, prepared))[0] == AFTER
    told = Run(id="s", walk=AFTER, subject="m", finished=NOW, **made(0))
    assert walks(things(workspace, told))[0] != AFTER
