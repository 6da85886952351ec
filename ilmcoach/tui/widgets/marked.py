"""Places in a text, row by row. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

Span = tuple[int, int]
"""From one character up to another, counted from 0."""
Location = tuple[int, int]
"""A row and a column, as the editor counts them, from 0."""


class Rows:
    """Where the rows of a text begin; rows end with a newline."""

    def __init__(self, text: str) -> None:
        self._lengths = [len(row) for row in text.split("\n")]
        self._begins = [0, *accumulate(length + 1 for length in self._lengths)]

    def location(self, at: int) -> Location:
        """The row and column of a character."""
        row = bisect_right(self._begins, at) - 1
        return row, at - self._begins[row]

    def offset(self, location: Location) -> int:
        """The character at a row and column."""
        row, column = location
        return self._begins[row] + column

    def parts(self, spans: Iterable[Span]) -> dict[int, list[Span]]:
        """By row, from which column to which the spans go there."""
        found: dict[int, list[Span]] = {}
        for start, end in spans:
            first, column = self.location(start)
            last, behind = self.location(end)
            for row in range(first, last + 1):
                begin = column if row == first else 0
                stop = behind if row == last else self._lengths[row]
                if begin < stop:
                    found.setdefault(row, []).append((begin, stop))
        return found
