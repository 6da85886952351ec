"""How the columns of a table share its width."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

_ROW = 96
"""Letters in a row of a table on A4, all columns together."""
_PEN = 22
"""Letters for which there is room to write by hand."""
_WORD = 15
"""Letters of a word for which a column makes room; a longer one may break."""


def columns(rows: Sequence[Sequence[str]]) -> tuple[list[float], list[int]]:
    """For each column of a table its share of the width, and the letters that fit into a line of
    it. A column with more to say is wider; none is narrower than its longest usual word. One that
    is empty below its head is to be written in, and has room for a name."""
    filled = [
        cells if any(cells[1:]) else (*cells, " " * _PEN) for cells in zip(*rows, strict=True)
    ]
    least = [_longest_word(cells) + 2 for cells in filled]
    much = [sqrt(1 + sum(map(len, cells))) for cells in filled]
    rest = max(_ROW - sum(least), 0) / sum(much)
    shares = [
        max(low, min(low + rest * part, max(map(len, cells)) + 2.0))
        for low, part, cells in zip(least, much, filled, strict=True)
    ]
    total = sum(shares)
    limits = [max(int(_ROW * one / total) - 1, 4) for one in shares]
    return [round(one, 2) for one in shares], limits


def _longest_word(cells: Sequence[str]) -> int:
    """Letters of it, or of as much as a long one may ask for."""
    return min(max((len(word) for cell in cells for word in cell.split()), default=0), _WORD)
