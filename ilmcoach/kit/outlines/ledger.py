"""The book in which every piece of a document stands until something is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ilmcoach.export.outline import Grid, Outline, Words
from ilmcoach.packs.names import slug
from ilmcoach.text import clean_line

LONGEST_TEXT = 3_000
LONGEST_TITLE = 180
_SHOWN = 70
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")


class Ledger:
    """Knows which pieces were used, why others were not, and what was made. Ids are given here
    too, so that none is given twice."""

    def __init__(self, outline: Outline) -> None:
        self.made: list[str] = []
        """What was made, a line each."""
        self.cut: list[str] = []
        """What was shortened, or left out because it says nothing, a line each."""
        self._all = tuple(_pieces(outline))
        self._taken: set[int] = set()
        self._why: dict[int, str] = {}
        self._ids: dict[str, set[str]] = {}

    def text(self, words: Words, *, most: int = LONGEST_TEXT) -> str:
        """The text of a piece that is used now, in one line, at most so long."""
        self.take(words)
        return self._cut(clean_line(words.text), words, most)

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
        """Each piece of which nothing was made: its place, its first words, and why."""
        lines = []
        for one in self._all:
            if one.number not in self._taken:
                why = self._why.get(one.number, "nothing that a pack holds was recognised in it")
                lines.append(f"{one.at}: “{short(one.text)}” ({why})")
        return tuple(lines)

    def implied(self, files: Iterable[str]) -> tuple[str, ...]:
        """Each piece that was used and yet is not in the text of `files` word by word: its place
        and its first words. Heads of tables, marks and codes are such: their sense was kept."""
        said = {word for text in files for word in _WORD.findall(text.casefold())}
        return tuple(
            f"{one.at}: “{short(one.text)}”"
            for one in self._all
            if one.number in self._taken and not said.issuperset(_WORD.findall(one.text.casefold()))
        )

    def _cut(self, text: str, words: Words, most: int) -> str:
        if len(text) <= most:
            return text
        self.cut.append(f"{words.at}: “{short(text)}” is cut after {most:,} characters")
        return f"{text[: most - 1]}…"


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
