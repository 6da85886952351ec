"""Answers as screens hand them in and get them back."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Row(Struct, frozen=True):
    """One row of a repeating group. `id` is its record's id, empty for a new row; `values`
    are by field name (`text`, `due`)."""

    id: str = ""
    values: dict[str, str | date | None] = {}


Answer = None | str | int | date | tuple[str, ...] | tuple[date, ...] | tuple[Row, ...]
"""Text, a number or a scale's place, a day, choice or record ids, days, rows. None, an empty
text and an empty tuple are all 'not answered'."""
