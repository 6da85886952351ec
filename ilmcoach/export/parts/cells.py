"""Cells and rows of a table, told apart by whose words they hold."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ilmcoach.dates import say_day
from ilmcoach.export.document import Cell, Table

EMPTY = Cell("")
"""A cell with nothing in it, or to write in."""

Row = tuple[str, Cell]
"""A label of ours and what belongs to it."""


def theirs(text: str, before: str = "") -> Cell:
    """What the learner wrote, with a word of ours in front of it; by itself where they wrote
    nothing."""
    return Cell(text.strip(), learners=bool(text.strip()), before=before)


def ours(text: str) -> Cell:
    """A label, in our words or the pack's."""
    return Cell(text)


def on(day: date | None) -> Cell:
    """A day in full; an empty cell for none."""
    return Cell(say_day(day)) if day else EMPTY


def fields(caption: str, head: tuple[str, str], rows: Iterable[Row]) -> tuple[Table, ...]:
    """A table of labels and what belongs to each; rows without anything are left out, and the
    table with them if none is left."""
    kept = tuple((Cell(label), cell) for label, cell in rows if cell.said())
    return (Table(caption, head, kept),) if kept else ()
