"""Answers as screens hand them in and get them back."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Row(Struct, frozen=True):
    """One row of a repeating group. `id` is its record's id, empty for a new row; `values`
    are by field name (`text`, `due`)."""

    id: str = ""
    values: dict[str, str | date | None] = {}

    @property
    def blank(self) -> bool:
        """True when nothing is written in it."""
        return not any(
            value.strip() if isinstance(value, str) else value for value in self.values.values()
        )


Answer = None | str | int | date | tuple[str, ...] | tuple[date, ...] | tuple[Row, ...]
"""Text, a number or a scale's place, a day, choice or record ids, days, rows. None, a text or
rows with nothing in them, and an empty tuple are all 'not answered'."""


def is_blank(value: object) -> bool:
    """True for what counts as no answer, in a field of a record too."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, tuple):
        return all(isinstance(one, Row) and one.blank for one in value)
    return value is None or value is False


def tidy(value: Answer) -> Answer:
    """The answer without empty rows; None for every kind of 'not answered'."""
    if is_blank(value):
        return None
    if isinstance(value, tuple) and any(isinstance(one, Row) for one in value):
        return tuple(one for one in value if isinstance(one, Row) and not one.blank)
    return value
