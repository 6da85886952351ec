"""The months of a programme in so many columns."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilmcoach.dates import add_months
from ilmcoach.portfolio.journey import LEAST_WIDTH, SORTS, Journey, Line, Mark, journey, lay_out
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Enrolment, Goal, Meeting, Record, Review

NOON = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
AT: dict[str, Any] = {"made": NOON, "changed": NOON}
TODAY = date(2026, 11, 21)
ENROLLED = Enrolment(id="e", start=date(2026, 9, 1), end=date(2027, 5, 31), **AT)


def marks(*records: Record) -> list[tuple[str, date]]:
    found = journey(Portfolio({one.id: one for one in records}), TODAY)
    assert found is not None
    return [(one.sort, one.day) for one in found.marks]


def line(one: Journey, width: int) -> Line:
    found = lay_out(one, width)
    assert found is not None
    return found


def labels(found: Line) -> str:
    """The labels as they stand on the screen."""
    row = ""
    for label in found.labels:
        row = row.ljust(label.column) + label.text
    return row


def test_what_lies_on_the_way() -> None:
    assert marks(
        ENROLLED,
        Meeting(id="m", held=date(2026, 10, 1), next_on=date(2026, 12, 3), struck="x", **AT),
        Meeting(id="before", held=date(2026, 8, 1), struck="x", **AT),
        Goal(id="g", what="x", by=date(2027, 2, 26), reviews=(date(2026, 12, 18),), **AT),
        Review(id="r", status="stuck", links=("g",), **AT),
    ) == [
        ("held", date(2026, 10, 1)),
        ("review", date(2026, 11, 1)),
        ("today", TODAY),
        ("coming", date(2026, 12, 3)),
        ("review", date(2026, 12, 18)),
        ("goal", date(2027, 2, 26)),
        ("end", date(2027, 5, 31)),
    ]


@pytest.mark.parametrize(
    "records",
    [
        [],
        [Enrolment(id="e", start=date(2026, 9, 1), **AT)],
        [Enrolment(id="e", end=date(2026, 9, 1), **AT)],
        [Enrolment(id="e", start=TODAY, end=TODAY, **AT)],
        [Enrolment(id="e", start=date(2026, 9, 1), end=date(2026, 8, 1), **AT)],
        [Enrolment(id="e", start=date(2026, 9, 1), end=date(9999, 12, 31), **AT)],
    ],
)
def test_without_two_days_that_make_sense_there_is_no_journey(records: list[Record]) -> None:
    assert journey(Portfolio({one.id: one for one in records}), TODAY) is None


def of_months(months: int) -> Journey:
    start = date(2026, 9, 3)
    end = add_months(start, months)
    return Journey(start, end, (Mark(TODAY, "today"), Mark(end, "end")))


@pytest.mark.parametrize(
    ("months", "width", "row"),
    [
        (6, 74, "Sep Oct Nov today Jan Feb"),
        (9, 74, "Sep Oct Nov today Jan Feb Mar Apr May"),
        (12, 74, "Sep Oct Nov today Jan Feb Mar Apr May Jun Jul Aug"),
        (36, 74, "2026 today Apr Jul Oct 2028 Apr Jul Oct 2029 Apr Jul"),
        (9, 114, "Sep Oct Nov today Jan Feb Mar Apr May"),
    ],
)
def test_the_months_that_fit_are_named(months: int, width: int, row: str) -> None:
    assert labels(line(of_months(months), width)).split() == row.split()


def test_today_stands_in_its_own_column_and_its_label_below_it() -> None:
    one = of_months(9)
    for width in (60, 74, 114):
        found = line(one, width)
        (column,) = [at for at, sort in found.marks.items() if sort == "today"]
        assert column == (TODAY - one.start).days * (width - 1) // (one.end - one.start).days
        (label,) = [label for label in found.labels if label.today]
        assert (label.column, label.text) == (column, "today")
        assert found.marks[width - 1] == "end"


def test_what_shares_a_column_with_today_stands_on_its_own_side_of_it() -> None:
    near = [("goal", 0), ("today", 0), ("held", -1), ("review", -1), ("coming", 1)]
    days = [Mark(TODAY + timedelta(days=by), sort) for sort, by in near]
    whole = of_months(36)
    found = line(Journey(whole.start, whole.end, tuple(days)), 74).marks
    at = next(column for column, sort in found.items() if sort == "today")
    assert found == {
        at - 2: "review",
        at - 1: "held",
        at: "today",
        at + 1: "coming",
        at + 2: "goal",
    }


def test_two_of_a_sort_share_a_column() -> None:
    days = [Mark(TODAY + timedelta(days=by), "held") for by in (1, 2)]
    whole = of_months(36)
    assert len(line(Journey(whole.start, whole.end, tuple(days)), 74).marks) == 1


def test_too_narrow_says_nothing() -> None:
    assert lay_out(of_months(9), LEAST_WIDTH - 1) is None


DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(
    start=DAYS,
    length=st.integers(1, 3600),
    width=st.integers(LEAST_WIDTH, 250),
    marked=st.lists(st.tuples(st.integers(0, 3600), st.sampled_from(SORTS)), max_size=60),
)
def test_nothing_overlaps_or_leaves_the_line(
    start: date, length: int, width: int, marked: list[tuple[int, str]]
) -> None:
    end = start + timedelta(days=length)
    on_way = [Mark(start + timedelta(days=days), sort) for days, sort in marked if days <= length]
    found = line(Journey(start, end, tuple(on_way)), width)
    assert all(0 <= column < width for column in found.marks)
    free = -1
    for label in found.labels:
        assert label.column > free or (free == -1 and label.column == 0)
        assert label.text
        free = label.column + len(label.text)
    assert free <= width
