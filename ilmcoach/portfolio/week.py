"""What is waiting now, and what a look at the week goes through. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from .agenda import TURNING_POINTS, agenda
from .portfolio import Portfolio
from .records import WeekLook

WEEK = timedelta(days=7)
"""How far a look at the week looks ahead, and after how long the next is due (practice)."""
END_IN_SIGHT = timedelta(days=28)
"""How long before it an end is worth a line (practice)."""
LOOKED_AT = ("action", "goal", "goal-review", "activity")
"""The sorts of the agenda that a look at the week goes through."""


class Waiting(Struct, frozen=True):
    """Something not done yet: as in `agenda.Due`, but an action may have no day."""

    record: str
    sort: str
    day: date | None
    words: str
    late: bool = False


def waiting(portfolio: Portfolio, today: date, *, years: int | None = None) -> tuple[Waiting, ...]:
    """All that waits, each record once and by its first day, then actions without a day.

    Meetings are left out (they come by themselves), and so is an end more than four weeks off.
    """
    found: dict[str, Waiting] = {}
    for due in agenda(portfolio, today, years=years):
        far = due.sort in TURNING_POINTS and due.day - today > END_IN_SIGHT
        if due.sort == "meeting" or far:
            continue
        one = Waiting(due.record, due.sort, due.day, due.words, due.late)
        found.setdefault(one.record, one)
    for action in portfolio.open_actions():
        if action.due is None:
            found.setdefault(action.id, Waiting(action.id, "action", None, action.text))
    return tuple(found.values())


def this_week(portfolio: Portfolio, today: date) -> tuple[Waiting, ...]:
    """What a look at the week goes through: actions, goals and activities that are late or due
    within seven days, the longest due first, then actions without a day."""
    return tuple(
        one
        for one in waiting(portfolio, today)
        if one.sort in LOOKED_AT and (one.day is None or one.day - today <= WEEK)
    )


def look_on(portfolio: Portfolio, day: date) -> WeekLook | None:
    """The look at the week that was made on that day."""
    return next((one for one in portfolio.live(WeekLook) if one.on == day), None)


def look_is_due(portfolio: Portfolio, today: date) -> bool:
    """True when the last look at the week is a week old or more and something is open; without
    any look yet, when what is open has been so for a week."""
    still_open = (
        *portfolio.open_actions(),
        *portfolio.open_goals(),
        *portfolio.open_activities(),
    )
    if not still_open:
        return False
    looks = [one.on or one.made.date() for one in portfolio.live(WeekLook)]
    since = max(looks) if looks else min(one.made.date() for one in still_open)
    return today - since >= WEEK
