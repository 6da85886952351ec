"""The book in which every piece of a document stands until something is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ilmcoach.export.outline import Grid, Outline, Words
from ilmcoach.packs.names import slug
from ilmcoach.text import clean_line

from .signs import without_number

LONGEST_TEXT = 3_000
LONGEST_TITLE = 180
_SHOWN = 70
_TOGETHER = 8
_MARKS = re.compile(r"[\W_]+")


class Ledger:
    """Knows which pieces were used, why others were not, and what was made. Ids are given here
    too, so that none is given twice."""

    def __init__(self, outline: Outline) -> None:
        self.made: list[str] = []
        """What was made, a line each."""
        self.cut: list[str] = []
        """What was shortened, or left out because it says nothing, a line each."""
        self.look: list[str] = []
        """What was made and ought to be looked at, a line each."""
        self._all = tuple(_pieces(outline))
        self._taken: set[int] = set()
        self._why: dict[int, str] = {}
        self._ids: dict[str, set[str]] = {}

    def text(self, words: Words, *, most: int = LONGEST_TEXT) -> str:
        """The text of a piece that is used now, in one line, at most so long."""
        self.take(words)
        return self._cut(clean_line(words.text), words, most)

    def said(self, words: Words, text: str, *, most: int = LONGEST_TEXT) -> str:
        """`text`, which is a piece that is used now without what stands around its words, in one
        line, at most so long."""
        self.take(words)
        return self._cut(clean_line(text), words, most)

    def title(self, words: Words, text: str) -> str:
        """`text`, which is all or part of a piece that is used now, short enough for a title."""
        self.take(words)
        return self._cut(clean_line(text), words, LONGEST_TITLE)

    def take(self, *pieces: Words) -> None:
        """Takes down that these are used."""
        self._taken.update(one.number for one in pieces)

    def give_back(self, pieces: Iterable[Words], reason: str) -> None:
        """Takes down that nothing was made of these after all."""
        for one in pieces:
            self._taken.discard(one.number)
            self.why(one, reason)

    def is_free(self, words: Words) -> bool:
        """True if nothing was made of it yet."""
        return words.number not in self._taken

    def free(self, pieces: Iterable[Words]) -> tuple[Words, ...]:
        """Those of which nothing was made yet."""
        return tuple(one for one in pieces if self.is_free(one))

    def why(self, words: Words, reason: str) -> None:
        """Takes down why nothing is made of a piece."""
        self._why.setdefault(words.number, reason)

    def id(self, sort: str, text: str, otherwise: str) -> str:
        """An id made of `text` that no other of its sort has."""
        given = self._ids.setdefault(sort, set())
        name = slug(text, otherwise)[:40].strip("-") or otherwise
        found, count = name, 1
        while found in given:
            count += 1
            found = f"{name}-{count}"
        given.add(found)
        return found

    def left(self) -> tuple[str, ...]:
        """The pieces of which nothing was made, as lines: where, why, and the first words of each,
        pieces with the same place and reason together."""
        groups: list[tuple[str, list[str]]] = []
        for one in self._all:
            if one.number in self._taken:
                continue
            why = self._why.get(one.number, "nothing that a pack holds was recognised in it")
            _put(groups, one, f" ({why})")
        return _laid(groups)

    def implied(self, files: Iterable[str]) -> tuple[str, ...]:
        """The pieces that were used and yet are not in the text of `files` word by word, as lines:
        their places and first words. Heads of tables, marks and codes are such: their sense was
        kept, and numbers that were typed in front of a line say nothing of their own."""
        said = {word for text in files for word in _words(text)}
        groups: list[tuple[str, list[str]]] = []
        for one in self._all:
            words = _words(without_number(one.text))
            if one.number in self._taken and not said.issuperset(words):
                _put(groups, one, "")
        return _laid(groups)

    def _cut(self, text: str, words: Words, most: int) -> str:
        if len(text) <= most:
            return text
        self.cut.append(f"{words.at}: “{short(text)}” is cut after {most:,} characters")
        return f"{text[: most - 1]}…"


def _words(text: str) -> set[str]:
    """The words of a text without the marks in and around them."""
    return {_MARKS.sub("", word) for word in text.casefold().split()} - {""}


def _put(groups: list[tuple[str, list[str]]], one: Words, behind: str) -> None:
    """Puts a piece with those before it that share its place and what is said behind it."""
    place = f"{one.at}{behind}"
    if not groups or groups[-1][0] != place or len(groups[-1][1]) >= _TOGETHER:
        groups.append((place, []))
    said = f"“{short(one.text)}”"
    if said not in one.at:
        groups[-1][1].append(said)


def _laid(groups: Iterable[tuple[str, list[str]]]) -> tuple[str, ...]:
    """A line for each group; a heading alone is named by itself."""
    return tuple(
        f"{place}: {' · '.join(said)}" if said else place.removeprefix("under ")
        for place, said in groups
    )


def counted(number: int, noun: str) -> str:
    """`1 step`, `1,200 steps`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def short(text: str) -> str:
    """The first words of a text."""
    line = clean_line(text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]}…"


def cells_of(grid: Grid) -> Iterable[Words]:
    """All words in a table, in order."""
    return (words for row in grid.rows for cell in row for words in cell)


def words_of(blocks: Sequence[Words | Grid]) -> Iterable[Words]:
    """All words of some blocks, those in tables too."""
    for one in blocks:
        if isinstance(one, Words):
            yield one
        else:
            yield from cells_of(one)


def _pieces(outline: Outline) -> Iterable[Words]:
    return words_of(outline.blocks)
