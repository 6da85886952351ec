"""What changed between two texts, by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from msgspec import Struct

_LONG = 4000
"""Words on both sides from which difflib is let pass over the commonest ones: comparing
everything with everything takes a second from here on."""

_ISLAND = 2
"""So few words that stayed between longer changes make them harder to read, not easier."""

_PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+")
_SENTENCE = re.compile(r"\S.*?[.!?…][\"'”’)\]*_]*(?:\s+|\Z)|\S.*?\Z|\s+", re.DOTALL)
_WORD = re.compile(r"(\S*)(\s*)")


class Kind(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Change(Struct, frozen=True):
    """Words, with the white space between and after them, and what became of them."""

    kind: Kind
    text: str


def compare(old: str, new: str) -> tuple[Change, ...]:
    """How `old` became `new`: what stayed, what is gone and what came, in reading order, gone
    before new at one place.

    All that is the same or gone, put together, is `old`, and all that is the same or new is
    `new`, to the last space. Whole paragraphs that stayed are found first, then sentences, then
    words; a word is the same if only the white space behind it changed. (practice)
    """
    return tuple(_joined(_by(_PARAGRAPH, old, new)))


def _by(parts: re.Pattern[str], old: str, new: str) -> Iterator[Change]:
    """Compares by larger parts first: quicker, and what moved little stays together."""
    before, after = parts.findall(old), parts.findall(new)
    for kind, first, last, start, end in _matched(before, after):
        gone, came = "".join(before[first:last]), "".join(after[start:end])
        if kind == "equal":
            yield Change(Kind.SAME, gone)
        elif not gone or not came:
            yield from _changed(gone, came)
        elif parts is _PARAGRAPH:
            yield from _by(_SENTENCE, gone, came)
        else:
            yield from _by_word(gone, came)


def _by_word(old: str, new: str) -> Iterator[Change]:
    before, after = _words(old), _words(new)
    blocks = _matched([word for word, _ in before], [word for word, _ in after])
    for kind, first, last, start, end in _without_islands(blocks):
        if kind == "equal":
            for (word, space), (_, other) in zip(before[first:last], after[start:end], strict=True):
                yield Change(Kind.SAME, word + space if space == other else word)
                if space != other:
                    yield from _changed(space, other)
        else:
            gone = "".join(map("".join, before[first:last]))
            yield from _changed(gone, "".join(map("".join, after[start:end])))


Block = tuple[str, int, int, int, int]
"""As difflib has it: what was done, from where to where in the old, and in the new."""


def _matched(before: Sequence[str], after: Sequence[str]) -> list[Block]:
    junk = len(before) > _LONG and len(after) > _LONG
    matcher = SequenceMatcher(None, before, after, autojunk=junk)
    return [(str(kind), *places) for kind, *places in matcher.get_opcodes()]  # type: ignore[misc]


def _without_islands(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with a word or two that stayed between two larger changes made part of them."""
    found: list[Block] = []
    for number, block in enumerate(blocks):
        kind, _, last, _, end = block
        inner = 0 < number < len(blocks) - 1 and kind == "equal"
        island = inner and _size(block) <= _ISLAND
        if island and min(_size(blocks[number - 1]), _size(blocks[number + 1])) > 2 * _ISLAND:
            kind = "replace"
        if found and kind != "equal" and found[-1][0] != "equal":
            _, first, _, start, _ = found.pop()
            found.append(("replace", first, last, start, end))
        else:
            found.append((kind, *block[1:]))
    return found


def _size(block: Block) -> int:
    _, first, last, start, end = block
    return max(last - first, end - start)


def _words(text: str) -> list[tuple[str, str]]:
    """Each word with the white space behind it; white space in front is behind an empty one."""
    return [(found[1], found[2]) for found in _WORD.finditer(text) if found[0]]


def _changed(gone: str, came: str) -> Iterator[Change]:
    if gone:
        yield Change(Kind.GONE, gone)
    if came:
        yield Change(Kind.NEW, came)


def _joined(changes: Iterator[Change]) -> Iterator[Change]:
    """Neighbours of one kind as one; of a stretch of changes, first what is gone, then what
    came."""
    for same, some in groupby(changes, lambda one: one.kind is Kind.SAME):
        stretch = list(some)
        for kind in (Kind.SAME,) if same else (Kind.GONE, Kind.NEW):
            text = "".join(one.text for one in stretch if one.kind is kind)
            if text:
                yield Change(kind, text)
