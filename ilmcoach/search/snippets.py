"""The piece of a text that shows why it was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .folding import fold_with_places

BEFORE = 32
"""Characters shown before the first match, about."""
LENGTH = 130
"""Characters of a piece, about: two lines in a list of eighty columns."""

Span = tuple[int, int]


def snippet(text: str, patterns: Sequence[re.Pattern[str]]) -> tuple[str, tuple[Span, ...]]:
    """A piece of `text` on one line with the first match of the patterns (of folded text) near
    its beginning, and where in the piece all their matches stand; `…` where it was cut."""
    flat = " ".join(text.split())
    spans = _spans(flat, patterns)
    first = spans[0][0] if spans else 0
    start = _start(flat, first)
    end = _end(flat, max(start + LENGTH, min(spans[0][1], first + LENGTH) if spans else 0))
    head, tail = "…" if start else "", "…" if end < len(flat) else ""
    shift = len(head) - start
    marks = tuple((a + shift, min(b, end) + shift) for a, b in spans if start <= a < end)
    return f"{head}{flat[start:end]}{tail}", marks


def _spans(flat: str, patterns: Sequence[re.Pattern[str]]) -> list[Span]:
    """Where the patterns match, in order, none over another."""
    folded, places = fold_with_places(flat)
    found = sorted(match.span() for pattern in patterns for match in pattern.finditer(folded))
    spans: list[Span] = []
    for a, b in found:
        begin, end = (a, b) if places is None else (places[a], places[b - 1] + 1)
        if not spans or begin >= spans[-1][1]:
            spans.append((begin, end))
    return spans


def _start(flat: str, first: int) -> int:
    if first <= BEFORE:
        return 0
    space = flat.find(" ", first - BEFORE, first)
    return space + 1 if space >= 0 else first


def _end(flat: str, end: int) -> int:
    if end >= len(flat):
        return len(flat)
    space = flat.rfind(" ", max(end - 20, 0), end)
    return space if space > 0 else end
