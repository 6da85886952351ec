"""One meeting is one record, and so is the set, whichever walk asks about it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Action, LearningSet, Meeting, Record, Run, SetQuestion
from ilmcoach.walks.answers import Row
from ilmcoach.walks.subject import day_named, prepares, run_about, subject_for
from tests.walks.walker import Desk, bundled

TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)
MADE = datetime(2026, 11, 1, 9, tzinfo=UTC)
AT: dict[str, Any] = {"made": MADE, "changed": MADE}
FIRST, BEFORE, AFTER, QUICK = map(
    bundled, ("first-meeting", "before-meeting", "after-meeting", "quick-meeting")
)
LOOKING_BACK = [AFTER, QUICK]
PAST, TODAYS, NEXT = (
    Meeting(id=name, planned=TODAY + days * DAY, problem="The rota.", **AT)
    for name, days in (("past", -2), ("todays", 0), ("next", 12))
)
UNDATED = Meeting(id="undated", problem="The rota.", **AT)
TOLD = Meeting(id="told", held=TODAY - 30 * DAY, struck="A silence.", **AT)


def about(walk: Any, *records: Record) -> str:
    return subject_for(walk, Portfolio({one.id: one for one in records}), TODAY)


def test_only_the_walk_before_a_meeting_prepares_one() -> None:
    names = ("before-meeting", "after-meeting", "quick-meeting", "first-meeting", "smart-goal")
    assert [prepares(bundled(name)) for name in names] == [True, False, False, False, False]


@pytest.mark.parametrize("walk", LOOKING_BACK)
@pytest.mark.parametrize(
    ("records", "subject"),
    [
        ((), ""),
        ((PAST,), "past"),
        ((TODAYS,), "todays"),
        ((UNDATED,), "undated"),
        ((NEXT,), ""),
        ((TOLD,), ""),
        ((TOLD, PAST, NEXT), "past"),
        ((PAST, TODAYS), "todays"),
        ((Meeting(id="blank", **AT),), ""),
        ((Meeting(id="agreed", next_on=TODAY, **AT),), ""),
        ((Meeting(id="used", held=TODAY, **AT),), "used"),
        ((Meeting(id="gone", problem="x", trashed=MADE, **AT),), ""),
        ((Meeting(id="ahead", held=TODAY + DAY, **AT),), ""),
    ],
)
def test_looking_back_takes_up_the_meeting_that_was_prepared(
    walk: Any, records: tuple[Record, ...], subject: str
) -> None:
    assert about(walk, *records) == subject


def test_a_meeting_with_questions_put_down_for_it_is_prepared() -> None:
    question = SetQuestion(id="q", text="Who decides?", links=("m",), meant=True, **AT)
    assert about(AFTER, Meeting(id="m", **AT), question) == "m"


def test_an_older_meeting_never_told_does_not_come_before_a_newer_one_that_was() -> None:
    newer = Meeting(id="newer", held=TODAY - DAY, struck="A laugh.", **AT)
    assert about(AFTER, PAST, newer) == ""


@pytest.mark.parametrize(
    ("records", "subject"),
    [
        ((), ""),
        ((NEXT,), "next"),
        ((TODAYS,), "todays"),
        ((UNDATED,), "undated"),
        ((UNDATED, NEXT), "next"),
        ((PAST,), ""),
        ((TOLD,), ""),
    ],
)
def test_preparing_goes_on_with_what_is_prepared(records: tuple[Record, ...], subject: str) -> None:
    assert about(BEFORE, *records) == subject


def test_the_set_is_the_one_there_is() -> None:
    assert about(FIRST) == ""
    assert about(FIRST, LearningSet(id="s", **AT)) == "s"
    assert about(bundled("smart-goal"), PAST) == ""


@pytest.mark.parametrize(("days", "subject"), [(0, "m"), (6, "m"), (7, ""), (40, "")])
def test_a_walk_left_half_way_some_days_ago_is_about_the_same_meeting(
    days: int, subject: str
) -> None:
    changed = datetime(2026, 11, 21, 9, tzinfo=UTC) - days * DAY
    run = Run(id="r", walk=AFTER.id, subject="m", made=changed, changed=changed)
    assert about(AFTER, Meeting(id="m", struck="A silence.", **AT), run) == subject


def test_a_walk_about_a_meeting_is_opened_again_and_one_about_a_goal_is_not() -> None:
    runs = [
        Run(id="1", walk=AFTER.id, subject="m", finished=MADE, **AT),
        Run(id="2", walk=QUICK.id, subject="m", **AT),
        Run(id="3", walk="smart-goal", subject="g", **AT),
        Run(id="4", walk=BEFORE.id, made=MADE, changed=datetime(2026, 11, 20, tzinfo=UTC)),
    ]
    portfolio = Portfolio({one.id: one for one in runs})

    def found(walk: Any, subject: str) -> str:
        run = run_about(walk, subject, portfolio, TODAY)
        return run.id if run else ""

    assert [found(AFTER, "m"), found(QUICK, "m"), found(BEFORE, "m")] == ["1", "2", ""]
    assert found(bundled("smart-goal"), "g") == ""
    assert [found(BEFORE, ""), found(AFTER, "")] == ["4", ""]


def test_before_and_after_fill_one_meeting() -> None:
    desk = Desk()
    before = desk.begin(BEFORE)
    before.answer("problem", "I keep the rota.")
    before.answer("matters", "They wait for me.")
    before.answer("wants", "To be asked.")
    before.answer("planned", TODAY)
    before.finish()
    after = desk.begin(AFTER, subject=subject_for(AFTER, desk.portfolio, TODAY))
    assert after.value("problem") == "I keep the rota."
    after.answer("held", TODAY)
    after.answer("hypothesis", "They would decide if I was slower.")
    after.answer("others", "K gave back two shifts; she said so.")
    after.answer("agreed", (Row("", {"text": "Wait a day"}),))
    meeting = desk.one(Meeting)
    assert (meeting.planned, meeting.held, meeting.matters) == (TODAY, TODAY, "They wait for me.")
    assert meeting.hypothesis
    assert meeting.others
    assert {"m3-37/2.2", "al/taking-part", "al/choosing"} <= set(meeting.criteria)
    assert desk.one(Action).links == (meeting.id,)


def test_what_is_still_open_is_told_before_the_meeting() -> None:
    desk = Desk(Action(id="ask", text="Ask", **AT))
    before = desk.begin(BEFORE)
    assert before.keys[:3] == ["outcome@ask", "how-it-went@ask", "problem"]
    before.answer("outcome@ask", "done")
    assert desk.portfolio.open_actions() == ()
    assert "outcome@ask" not in desk.begin(AFTER).keys


def test_the_first_meeting_fills_the_set_and_asks_for_each_reason() -> None:
    desk = Desk()
    walker = desk.begin(FIRST)
    walker.answer("agreed", ("confidence", "honesty"))
    walker.answer("why@confidence", "Else nobody says anything.")
    walker.answer("rules", "Half an hour each.")
    walker.answer("purpose", "To think aloud.")
    walker.answer("start", date(2026, 9, 3))
    walker.answer("end", date(2027, 5, 20))
    found = desk.one(LearningSet)
    assert (found.purpose, found.rules) == ("To think aloud.", "Half an hour each.")
    assert (found.start, found.end) == (date(2026, 9, 3), date(2027, 5, 20))
    assert [key for key in walker.keys if key.startswith("why@")] == [
        *("why@confidence", "why@honesty"),
    ]
    assert "al/responsibilities" in walker.run.criteria


KEPT = {
    "quick-meeting": "struck agreed next",
    "after-meeting": "outcome how-it-went held problem asked struck meaning effect gave group "
    "agreed need-to-know next",
}
"""Steps that answers were kept under from the first version on."""


@pytest.mark.parametrize("walk_id", sorted(KEPT))
def test_no_step_that_answers_are_kept_under_is_gone(walk_id: str) -> None:
    assert set(KEPT[walk_id].split()) <= {step.id for step in bundled(walk_id).steps()}


NAMED = Meeting(id="named", held=TODAY - DAY, struck="x", next_on=TODAY + 12 * DAY, **AT)


def test_the_day_named_last_time_is_the_day_prepared_for_and_can_be_changed() -> None:
    desk = Desk(NAMED)
    before = desk.begin(BEFORE, subject=subject_for(BEFORE, desk.portfolio, TODAY))
    before.answer("problem", "I keep the rota.")
    assert before.value("planned") == TODAY + 12 * DAY
    before.answer("planned", TODAY + 13 * DAY)
    before.answer("wants", "To be asked.")
    assert before.value("planned") == TODAY + 13 * DAY
    before.answer("planned", None)
    before.answer("matters", "They wait.")
    assert before.value("planned") is None
    assert desk.portfolio.get("named") == NAMED


@pytest.mark.parametrize(
    ("walk", "records", "day"),
    [
        (BEFORE, (NAMED,), TODAY + 12 * DAY),
        (BEFORE, (), None),
        (BEFORE, (Meeting(id="m", next_on=TODAY - DAY, **AT),), None),
        (BEFORE, (NAMED, NEXT), None),
        (AFTER, (NAMED,), None),
        (FIRST, (NAMED,), None),
    ],
)
def test_only_preparing_takes_the_day_named_last_time(
    walk: Any, records: tuple[Record, ...], day: date | None
) -> None:
    assert day_named(walk, Portfolio({one.id: one for one in records}), TODAY) == day
