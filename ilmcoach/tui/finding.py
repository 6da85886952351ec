"""Finding words in a text. Pure."""

from __future__ import annotations

import re

from msgspec import Struct

Place = tuple[int, int]
"""A row and a column, as the editor counts them, from 0."""


class Match(Struct, frozen=True):
    """Where a match begins and where it ends."""

    start: Place
    end: Place


def find_all(text: str, words: str) -> tuple[Match, ...]:
    """Every place where `words` stand in `text`, upper and lower case alike, in order."""
    if not words:
        return ()
    pattern = re.compile(re.escape(words), re.IGNORECASE)
    return tuple(
        Match((row, found.start()), (row, found.end()))
        for row, line in enumerate(text.split("\n"))
        for found in pattern.finditer(line)
    )


def nearest(matches: tuple[Match, ...], cursor: Place, *, back: bool = False) -> int:
    """The number of the match to go to from `cursor`: the next one after it, or the one before
    it; round the end. `matches` must not be empty."""
    if back:
        before = [number for number, one in enumerate(matches) if one.end < cursor]
        return before[-1] if before else len(matches) - 1
    return next((number for number, one in enumerate(matches) if one.start >= cursor), 0)
