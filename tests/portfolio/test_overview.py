"""Where the learner stands on one day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from ilmcoach.portfolio.overview import Overview, look_over
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Action, Enrolment, Meeting, Record, Run, Telling

START = datetime(2026, 9, 1, 18, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)


def at(days: int) -> dict[str, Any]:
    moment = START + timedelta(days=days)
    return {"made": moment, "changed": moment}


def over(*records: Record, today: date = TODAY) -> Overview:
    return look_over(Portfolio({one.id: one for one in records}), today)


def enrolled(start: date | None, end: date | None) -> Enrolment:
    return Enrolment(id="e", pack="p", start=start, end=end, **at(0))


def meeting(name: str, held: date | None, next_on: date | None, days: int = 0) -> Meeting:
    return Meeting(id=name, held=held, next_on=next_on, struck="x", **at(days))


def test_of_an_empty_portfolio_nothing_is_known() -> None:
    assert over() == Overview(None, None, None, (), (), next_meeting_unknown=False)


@pytest.mark.parametrize(
    ("start", "end", "month", "months"),
    [
        (date(2026, 9, 1), date(2027, 5, 31), 3, 9),
        (date(2026, 11, 21), date(2027, 5, 21), 1, 6),
        (date(2026, 11, 22), date(2027, 5, 22), None, 6),
        (date(2026, 9, 1), None, 3, None),
        (None, date(2027, 5, 31), None, None),
        (date(2025, 9, 1), date(2026, 5, 31), 15, 9),
    ],
)
def test_the_month_and_how_many_there_are(
    start: date | None, end: date | None, month: int | None, months: int | None
) -> None:
    found = over(enrolled(start, end))
    assert (found.month, found.months) == (month, months)


def test_the_next_meeting_may_be_today() -> None:
    found = over(meeting("m", date(2026, 11, 1), TODAY))
    assert (found.next_meeting, found.next_meeting_unknown) == (TODAY, False)


def test_once_its_day_is_past_the_next_meeting_is_unknown() -> None:
    found = over(meeting("m", date(2026, 11, 1), TODAY - timedelta(days=1)))
    assert (found.next_meeting, found.next_meeting_unknown) == (None, True)


def test_a_meeting_that_fixed_no_day_leaves_the_day_fixed_before() -> None:
    found = over(
        meeting("one", date(2026, 11, 1), date(2026, 12, 3)),
        meeting("two", date(2026, 11, 20), None),
    )
    assert found.next_meeting == date(2026, 12, 3)


def test_the_last_meeting_that_names_a_day_to_come_has_the_say() -> None:
    """The set met early and put the next meeting off."""
    found = over(
        meeting("late-written", date(2026, 10, 1), date(2026, 11, 5), days=80),
        meeting("two", date(2026, 11, 20), date(2026, 12, 17), days=80),
        meeting("one", date(2026, 11, 5), date(2026, 12, 3), days=65),
    )
    assert found.next_meeting == date(2026, 12, 17)


def test_actions_that_are_done_are_not_due() -> None:
    found = over(
        Action(id="later", text="x", due=date(2026, 12, 1), **at(1)),
        Action(id="late", text="x", due=date(2026, 10, 1), **at(2)),
        Action(id="done", text="x", due=date(2026, 10, 1), **at(2)),
        Telling(id="t", outcome="done", links=("done",), **at(3)),
    )
    assert [one.id for one in found.actions] == ["late", "later"]


def test_what_was_left_half_done_comes_newest_first() -> None:
    found = over(
        Run(id="old", walk="w", **at(1)),
        Run(id="new", walk="w", **at(5)),
        Run(id="finished", walk="w", finished=START, **at(6)),
        Run(id="deleted", walk="w", trashed=START, **at(7)),
    )
    assert [one.id for one in found.unfinished] == ["new", "old"]
