"""Text laid into lines of a terminal, by the width that its letters have there."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import combining, east_asian_width

from ilmcoach.text import clean


def width_of(text: str) -> int:
    """How many columns `text` takes: two for a Chinese, Japanese or Korean letter and most emoji,
    none for an accent that joins the letter before it."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)


def lay(text: str, width: int, first: str = "", after: str | None = None) -> Iterator[str]:
    """The lines of `text`, cleaned, none wider than `width` columns; `first` stands in front of the
    first of them, `after` in front of the others (by itself as much space). Its own line ends stay,
    an empty line parts paragraphs; a text without words gives no line."""
    after = " " * width_of(first) if after is None else after
    head, room = first, max(width - max(width_of(first), width_of(after)), 10)
    waiting = begun = False
    for one in clean(text).split("\n"):
        if not (words := one.split()):
            waiting = begun
            continue
        if waiting:
            yield ""
            waiting = False
        for line in _lines(words, room):
            yield f"{head}{line}"
            head, begun = after, True


def _lines(words: list[str], room: int) -> Iterator[str]:
    line, used = "", 0
    for whole in words:
        word, size = whole, width_of(whole)
        if line and used + 1 + size > room:
            yield line
            line, used = "", 0
        while size > room:
            part = _fitting(word, room)
            yield part
            word = word[len(part) :]
            size = width_of(word)
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    if line:
        yield line


def _fitting(word: str, room: int) -> str:
    """As much of the beginning of a word as fits."""
    used = 0
    for count, sign in enumerate(word):
        used += width_of(sign)
        if used > room:
            return word[: max(count, 1)]
    return word
