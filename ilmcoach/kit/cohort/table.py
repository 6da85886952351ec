"""Summaries as one table: a row for each learner, columns in groups. Counts only, no judgement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.dates.saying import MONTHS
from ilmcoach.portfolio.summary import AssessmentSummary, Summary
from ilmcoach.text import clean_line

NOT_MARKS = "Counts only: they are no marks, and they say nothing of how good the work is."
MOST_CHARS = 200
"""What is shown of a title or a name that came in a file."""

Value = str | int | None
"""What stands in a cell; None where nothing is known."""


class Column(Struct, frozen=True):
    """A column: its `title`, how that is shortened where there is little room, whether numbers
    stand in it, and the `group` that it belongs to: the id of an assessment, or empty."""

    title: str
    brief: str
    number: bool
    group: str = ""


class Table(Struct, frozen=True):
    """`groups` are the columns' groups in order: the id of each and what it is called."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    groups: tuple[tuple[str, str], ...]


def _month(one: Summary) -> str:
    if one.month is None:
        return ""
    return f"{one.month} of {one.months}" if one.months else str(one.month)


def _day(day: date | None) -> str:
    """Without the day of the week: there is little room, and a table is read by the column."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04}" if day else ""


def _handed(task: AssessmentSummary) -> str:
    if not task.handed_in:
        return ""
    last = max(task.handed_in, key=lambda one: one.on)
    what = "draft " if last.what == "draft" else ""
    back = ", sent back" if task.sent_back else ""
    return f"{what}{_day(last.on)}{back}"


_LEARNER: tuple[tuple[Column, Callable[[Summary], Value]], ...] = (
    (Column("Name", "Name", False), lambda one: short(one.shown_as) or "no name"),
    (Column("Month", "Month", False), _month),
    (Column("Last written", "Written", False), lambda one: _day(one.last_change)),
    (
        Column("Meetings held", "Met", True),
        lambda one: len(one.meetings_held) + one.meetings_held_undated,
    ),
    (Column("Hours", "Hours", True), lambda one: round(sum(one.minutes.values()) / 60)),
    (Column("Goals", "Goals", True), lambda one: sum(one.goals.values())),
    (Column("Goals reached", "Reached", True), lambda one: one.goals.get("reached", 0)),
    (Column("Actions open", "To do", True), lambda one: one.actions_open),
    (Column("Actions late", "Late", True), lambda one: one.actions_late),
)
_TASK: tuple[tuple[Column, Callable[[AssessmentSummary], Value]], ...] = (
    (Column("Words", "Words", True), lambda one: one.words),
    (Column("Empty headings", "Empty headings", True), lambda one: len(one.empty)),
    (
        Column("Criteria without records", "No records", True),
        lambda one: len(one.without_records),
    ),
    (Column("Handed in", "Handed in", False), _handed),
)


def tabulate(summaries: Sequence[Summary]) -> Table:
    """The table; an assessment's columns come in the order in which the summaries name it, and
    are empty for who does not have it."""
    tasks: dict[str, AssessmentSummary] = {}
    for one in summaries:
        for task in one.assessments:
            tasks.setdefault(task.id, task)
    columns = [column for column, _ in _LEARNER]
    columns += [replace(column, group=name) for name in tasks for column, _ in _TASK]
    return Table(
        tuple(columns),
        tuple(_row(one, tuple(tasks)) for one in summaries),
        tuple((name, _group(task)) for name, task in tasks.items()),
    )


def short(text: str) -> str:
    """`text` from a file on one line, cut where it is longer than any title."""
    line = clean_line(text)
    return line if len(line) <= MOST_CHARS else f"{line[: MOST_CHARS - 1]}…"


def _row(summary: Summary, task_ids: Sequence[str]) -> tuple[Value, ...]:
    of = {task.id: task for task in summary.assessments}
    cells = [value(summary) for _, value in _LEARNER]
    for one in task_ids:
        task = of.get(one)
        cells += [value(task) if task else None for _, value in _TASK]
    return tuple(cells)


def _group(task: AssessmentSummary) -> str:
    suggested = f" ({task.range[0]:,} to {task.range[1]:,} words)" if task.range else ""
    return f"{short(task.title)}{suggested}"
