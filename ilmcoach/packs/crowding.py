"""How many signs a pack may hold that mean something in Markdown.

A page of nothing but brackets or stars takes seconds to read, where one of words takes none
(measured: 64 KB of `[` 0.7 seconds, of words 0.01). The fullest page that comes with the app has
540 signs, the fullest pack 4,200.
"""

from __future__ import annotations

import re

PAIRED = 2_000
"""In one page, of those that look for their other half: the time for them grows squared."""

ALL = 40_000
"""In a whole pack, line ends among them."""

_PAIRED = re.compile(r"[\[*_<]")
_ALL = re.compile(r"[\[\]*_<>&\\|!#`()\n]")


def crowded_line(text: str) -> int | None:
    """The line, from 1, on which a page holds more paired signs than it may; None if it does
    not."""
    for number, found in enumerate(_PAIRED.finditer(text), 1):
        if number > PAIRED:
            return text.count("\n", 0, found.start()) + 1
    return None


def signs(text: str) -> int:
    """How many signs there are that mean something in Markdown, line ends among them."""
    return sum(1 for _ in _ALL.finditer(text))
