"""The months of a programme as one line: what was, where today is, what is to come. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ilmcoach.dates import add_months, months_between
from ilmcoach.dates.saying import MONTHS

from .agenda import coming_meetings, review_days
from .portfolio import Portfolio

SORTS = ("today", "held", "coming", "end", "goal", "review")
"""What a mark can be; where two fall into one place, the first of these keeps it."""

LEAST_WIDTH = 24
"""Columns below which a line of months says nothing."""
LONGEST = 120
"""Months beyond which it is no programme."""
_YEAR = 12
_STEPS = (1, 2, 3, 4, 6, 12)
"""Every how many months one may be named."""


class Mark(Struct, frozen=True):
    """Something that happened or is to happen on a day; `sort` is one of `SORTS`."""

    day: date
    sort: str


class Journey(Struct, frozen=True):
    """A programme from its first day to its planned last, and the marks on the way."""

    start: date
    end: date
    marks: tuple[Mark, ...]


class Label(Struct, frozen=True):
    """Words from a column on, counted from 0. `today` is the label of today."""

    column: int
    text: str
    today: bool = False


class Line(Struct, frozen=True):
    """A journey in so many columns: which sort of mark stands in a column, and the labels, in
    order, none touching the next."""

    width: int
    marks: dict[int, str]
    labels: tuple[Label, ...]


def journey(portfolio: Portfolio, today: date) -> Journey | None:
    """The learner's journey; None until the programme has a first and a last day, and where
    these lie more than ten years apart, which no programme does."""
    enrolment = portfolio.enrolment
    if enrolment is None or enrolment.start is None or enrolment.end is None:
        return None
    start, end = enrolment.start, enrolment.end
    if not 0 < months_between(start, end) <= LONGEST:
        return None
    found = {one for one in _marks(portfolio, today) if start <= one.day <= end}
    found.add(Mark(end, "end"))
    return Journey(start, end, tuple(sorted(found, key=lambda one: (one.day, one.sort))))


def _marks(portfolio: Portfolio, today: date) -> Iterator[Mark]:
    yield Mark(today, "today")
    for meeting in portfolio.meetings():
        if not meeting.to_come and not meeting.blank:
            yield Mark(meeting.held or meeting.planned or meeting.made.date(), "held")
    for day, _ in coming_meetings(portfolio, today):
        yield Mark(day, "coming")
    for goal in portfolio.open_goals():
        if goal.by:
            yield Mark(goal.by, "goal")
        looked = [one.made.date() for one in portfolio.reviews(goal) if not one.blank]
        for day in (*review_days(portfolio, goal), *looked):
            yield Mark(day, "review")


def lay_out(one: Journey, width: int) -> Line | None:
    """The journey over `width` columns; None if they are too few to say anything."""
    if width < LEAST_WIDTH:
        return None
    return Line(width, _placed(one, width), _labels(one, width))


def _column(one: Journey, day: date, width: int) -> int:
    return (day - one.start).days * (width - 1) // (one.end - one.start).days


def _placed(one: Journey, width: int) -> dict[int, str]:
    """Marks by column. Two of a sort share a column; one that finds its own taken by another
    sort moves over, if it can, by one or two: back if it lies before today, else on."""
    today = next((mark.day for mark in one.marks if mark.sort == "today"), one.start)
    wanted = {
        (SORTS.index(mark.sort), _column(one, mark.day, width), -1 if mark.day < today else 1)
        for mark in one.marks
    }
    placed: dict[int, str] = {}
    for sort, column, step in sorted(wanted):
        near = (at for at in (column, column + step, column + 2 * step) if 0 <= at < width)
        free = next((at for at in near if at not in placed), None)
        if free is not None and placed.get(column) != SORTS[sort]:
            placed[free] = SORTS[sort]
    return placed


def _labels(one: Journey, width: int) -> tuple[Label, ...]:
    """Today's label before all, then the first month, the years, and as many months as fit."""
    kept: list[Label] = []
    today = next((mark.day for mark in one.marks if mark.sort == "today"), None)
    if today:
        column = min(_column(one, today, width), width - len("today"))
        _keep(kept, Label(column, "today", today=True), width)
    for label in _months(one, width):
        _keep(kept, label, width)
    return tuple(sorted(kept, key=lambda label: label.column))


def _keep(kept: list[Label], label: Label, width: int) -> None:
    """Takes a label in where it fits with a space to its neighbours."""
    end = label.column + len(label.text)
    apart = all(
        end < other.column or other.column + len(other.text) < label.column for other in kept
    )
    if apart and end <= width:
        kept.append(label)


def _months(one: Journey, width: int) -> Iterator[Label]:
    months = months_between(one.start, one.end)
    step = next((step for step in _STEPS if width * step // months >= 5), _YEAR)
    yield Label(0, _name(one.start, years=months > _YEAR))
    first = one.start.replace(day=1)
    count = (one.end.year - first.year) * 12 + one.end.month - first.month
    firsts = [add_months(first, number) for number in range(1, count + 1)]
    years = [day for day in firsts if day.month == 1 and months > _YEAR]
    rest = [day for day in firsts if day not in years and (day.month - 1) % step == 0]
    for day in (*years, *rest):
        yield Label(_column(one, day, width), _name(day, years=day in years))


def _name(day: date, *, years: bool) -> str:
    """A month by its name, the first of a long journey and its Januaries by their year."""
    return f"{day.year}" if years else MONTHS[day.month - 1]
