"""How many signs a pack may hold that mean something in Markdown.

A page of nothing but brackets or stars takes seconds to read, where one of words takes none
(measured: 64 KB of `[` 0.7 seconds, of words 0.01). The fullest page that comes with the app has
780 signs, the fullest pack 6,000.
"""

from __future__ import annotations

import re

PAIRED = 2_000
"""In one page, of those that look for their other half: the time for them grows squared."""

PAGE = 8_000
"""In one page, of all signs, line ends among them."""

ALL = 40_000
"""In a whole pack."""

_PAIRED = re.compile(r"[\[*_<]")
# At each of these the reader of Markdown stops to look what it may be.
_ALL = re.compile(r"[\n!#$%&*+\-:<=>@\[\\\]^_`{|}~]")


def crowded_line(text: str) -> int | None:
    """The line, from 1, on which a page holds more paired signs than it may; None if it does
    not."""
    return _line_past(_PAIRED, PAIRED, text)


def overfull_line(text: str) -> int | None:
    """The same for signs of all sorts."""
    return _line_past(_ALL, PAGE, text)


def signs(text: str) -> int:
    """How many signs there are that mean something in Markdown, line ends among them."""
    return sum(1 for _ in _ALL.finditer(text))


def _line_past(pattern: re.Pattern[str], most: int, text: str) -> int | None:
    for number, found in enumerate(pattern.finditer(text), 1):
        if number > most:
            return text.count("\n", 0, found.start()) + 1
    return None
