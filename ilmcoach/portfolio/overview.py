"""Where the learner stands today: month, next meeting, what is due, what was left half done."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ilmcoach.dates import month_of, months_between

from .agenda import coming_meetings
from .portfolio import Portfolio
from .records import Action, Run


class Overview(Struct, frozen=True):
    """`month` counts from 1, None before the start or without one; `months` is the planned
    length, None if unknown; `next_meeting` is the day of the first meeting to come, as a
    prepared one or the last one held says it; `unfinished` runs come newest first."""

    month: int | None
    months: int | None
    next_meeting: date | None
    actions: tuple[Action, ...]
    unfinished: tuple[Run, ...]
    next_meeting_unknown: bool


def look_over(portfolio: Portfolio, today: date) -> Overview:
    """The overview of a portfolio on one day."""
    enrolment = portfolio.enrolment
    start = enrolment.start if enrolment else None
    end = enrolment.end if enrolment else None
    ahead = [day for day, _ in coming_meetings(portfolio, today)]
    return Overview(
        month=_month(start, end, today),
        months=months_between(start, end) if start and end else None,
        next_meeting=ahead[0] if ahead else None,
        actions=portfolio.open_actions(),
        unfinished=tuple(
            sorted(
                (run for run in portfolio.live(Run) if run.finished is None),
                key=lambda run: run.changed,
                reverse=True,
            )
        ),
        next_meeting_unknown=bool(portfolio.meetings()) and not ahead,
    )


def _month(start: date | None, end: date | None, today: date) -> int | None:
    if start is None:
        return None
    month = month_of(start, today)
    # The last day may begin a month that the planned length does not count.
    if month and end and today <= end:
        return min(month, months_between(start, end))
    return month
