"""The journey: what happened in which month, and what is still to come."""

from __future__ import annotations

from datetime import date

from ilmcoach.dates import say_day
from ilmcoach.export.document import Label, Node, Table
from ilmcoach.portfolio.journey import Journey, Mark, journey
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Goal

from .cells import EMPTY, ours

HEAD = ("Month", "Day", "What")
NOTHING = "The programme's first and last day are not set yet."
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WHAT = {
    "held": "Set meeting",
    "coming": "Set meeting, to come",
    "goal": "Day set for a goal",
    "review": "A look back at a goal",
    "end": "End of the programme",
}


def way(portfolio: Portfolio, today: date) -> tuple[Node, ...]:
    """A row for each thing on the way, its month named once. Unlike the line of months in the
    app it keeps the days of goals that were reached: the document looks back."""
    found = journey(portfolio, today)
    if found is None:
        return (Label(NOTHING, missing=True),)
    marks = [(found.start, "Start of the programme")]
    marks += [(one.day, WHAT[one.sort]) for one in _marks(found, portfolio)]
    rows, last = [], ""
    for day, what in marks:
        month = f"{MONTHS[day.month - 1]} {day.year}"
        rows.append((EMPTY if month == last else ours(month), ours(say_day(day)), ours(what)))
        last = month
    return (Table("", HEAD, tuple(rows)),)


def _marks(found: Journey, portfolio: Portfolio) -> list[Mark]:
    days = (one.by for one in portfolio.live(Goal) if not one.blank)
    goals = {Mark(day, "goal") for day in days if day and found.start <= day <= found.end}
    marks = {one for one in found.marks if one.sort in WHAT} | goals
    return sorted(marks, key=lambda one: (one.day, one.sort == "end", one.sort))
