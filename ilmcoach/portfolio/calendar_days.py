"""What of a portfolio belongs into a calendar, and under which steady names. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise

from msgspec import Struct

from .agenda import Due, agenda
from .portfolio import Portfolio
from .records import Activity, Goal, Meeting, Record

NAMES = {
    "meeting": "Set meeting",
    "action": "Action due",
    "goal-review": "Look at a goal again",
    "goal": "Last day of a goal",
    "activity": "Activity due",
    "activity-start": "Activity begins",
    "request": "Feedback asked for",
    "enquiry": "Still no answer",
    "set-end": "The set ends",
    "programme-end": "My programme: the planned end",
    "programme-last": "My programme: the last date",
}
"""What each sort of day is called in a calendar."""

LONG_AHEAD = ("goal", "set-end", "programme-end", "programme-last")
"""Sorts that one wants to hear of a week before; the others a day before (practice)."""


class CalendarDay(Struct, frozen=True):
    """One whole day of a calendar.

    `name` stays the same when the day moves, so that a calendar moves it too. `words` are the
    learner's own, empty where they have none. `changed` is when it last changed, and `changes`
    a number that never falls from one change to the next: the seconds since it was made.
    `ahead` is how many days before the day a calendar should speak up, 0 for not at all.
    """

    name: str
    day: date
    sort: str
    words: str
    made: datetime
    changed: datetime
    ahead: int = 0

    @property
    def changes(self) -> int:
        """See the class."""
        return max(int((self.changed - self.made).total_seconds()), 0)


def calendar_days(
    portfolio: Portfolio, today: date, *, years: int | None = None
) -> tuple[CalendarDay, ...]:
    """Everything of the agenda, and the set meetings that were held, in the order of their days.

    `years` is as in `agenda`. Nothing has the same name twice.
    """
    before = _before(portfolio)
    found: dict[str, CalendarDay] = {}
    for day in (*_held(portfolio, before), *_due(portfolio, before, today, years)):
        found.setdefault(day.name, day)
    return tuple(sorted(found.values(), key=lambda one: (one.day, one.name)))


def _due(
    portfolio: Portfolio, before: dict[str, Meeting], today: date, years: int | None
) -> Iterator[CalendarDay]:
    for due in agenda(portfolio, today, years=years):
        record = portfolio.get(due.record)
        if isinstance(record, Meeting):
            has_own = record.to_come and record.planned == due.day
            last = before.get(record.id) if has_own else _known(portfolio)[-1]
            yield _meeting(record, last, due.day, today)
        elif record:
            sort = _sort(due, record)
            yield CalendarDay(
                f"{record.id}-{sort}{_number(due, record)}",
                due.day,
                sort,
                due.words,
                record.made,
                record.changed,
                _ahead(sort, due.day, today),
            )


def _sort(due: Due, record: Record) -> str:
    """An activity has a first and a last day, which are two."""
    starts = isinstance(record, Activity) and due.day == record.start and due.day != record.by
    return f"{due.sort}-start" if starts else due.sort


def _number(due: Due, record: Record) -> str:
    """Which of a goal's days to look again this is: by its place, for the day itself may move."""
    if due.sort != "goal-review" or not isinstance(record, Goal):
        return ""
    return f"-{record.reviews.index(due.day)}"


def _ahead(sort: str, day: date, today: date) -> int:
    left = (day - today).days
    if left <= 0:
        return 0
    return 7 if sort in LONG_AHEAD and left > 7 else 1


def _known(portfolio: Portfolio) -> tuple[Meeting, ...]:
    """The meetings that have been, or that have a day or name one, in order."""
    dated = (one for one in portfolio.meetings() if one.planned or one.next_on or not one.to_come)
    return tuple(dated)


def _before(portfolio: Portfolio) -> dict[str, Meeting]:
    """The meeting before each meeting but the first, by the later one's id."""
    return {later.id: sooner for sooner, later in pairwise(_known(portfolio))}


def _held(portfolio: Portfolio, before: dict[str, Meeting]) -> Iterator[CalendarDay]:
    for one in portfolio.meetings():
        if one.held:
            yield _meeting(one, before.get(one.id), one.held, None)


def _meeting(
    meeting: Meeting, before: Meeting | None, day: date, today: date | None
) -> CalendarDay:
    """A meeting is named for the one before it, whose record fixes its day before it has a
    record of its own: so it stays one and the same from the day it is agreed on."""
    return CalendarDay(
        f"{before.id}-next" if before else f"{meeting.id}-first",
        day,
        "meeting",
        "",
        (before or meeting).made,
        max(one.changed for one in (before or meeting, meeting)),
        _ahead("meeting", day, today) if today else 0,
    )
