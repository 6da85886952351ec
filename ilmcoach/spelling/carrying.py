"""Marks in a line that is typed in, carried along until the line is looked at again. Pure."""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[int, int]


def carried(before: str, spans: Sequence[Span], now: str) -> list[Span]:
    """The spans of a line `before` as they stand in the line `now`: those before the place that
    changed and those behind it. A word that letters were joined to has no mark until it is looked
    at."""
    if not spans:
        return []
    head = _same_start(before, now)
    tail = min(_same_start(before[::-1], now[::-1]), min(len(before), len(now)) - head)
    by, behind = len(now) - len(before), len(before) - tail
    kept = [one for one in spans if one[1] <= head]
    kept += [(start + by, end + by) for start, end in spans if start >= behind and end > head]
    return [one for one in kept if not _joined(now, *one)]


def _joined(text: str, start: int, end: int) -> bool:
    """True if a letter or digit stands right before or behind."""
    return text[max(start - 1, 0) : start].isalnum() or text[end : end + 1].isalnum()


def _same_start(one: str, other: str) -> int:
    """How many characters both begin with alike; found by halves, for lines can be long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
