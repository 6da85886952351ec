"""What is meant to be filled in by hand, line by line: boxes to tick, scales, tables of ratings.

How such sheets are laid out is our own reading of what tutors hand out (practice).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.export.outline import Cell, Grid, Words

from .signs import ROUND, VERB, bare, is_question, is_starter, says_something, ticks_one

_SIGN = re.compile(r"(?:\(\s?[xX]?\s?\)|\[\s?[xX]?\s?\]|[☐☑☒□▢❑❏○◯◻])\s*")
_RUN = re.compile(r"[(\[]?((?:\d{1,2}[\s./|,–—-]+){2,12}\d{1,2})[)\]]?\Z")
_NAMED = re.compile(
    r"\b(?:scales?|scor\w+|rate|rating|échelle|graddfa)\b[^.?]{0,40}?"
    r"\b([01])\s*(?:to|-|–|—|à|i)\s*(\d{1,2})\b",
    re.IGNORECASE,
)
_END = re.compile(r"(\d{1,2})\s*=\s*([^\d=;,()]{1,60})")
_TELLS = re.compile(
    r"(?:analy[sz]e|assess|compare|consider|describe|discuss|evaluate|examine|explain|identify|"
    r"justify|outline|rate|reflect|review|summari[sz]e|write)\b",
    re.IGNORECASE,
)
"""What an item of a list tells one to do; others, such as 'say', are as often good advice."""

_LONGEST_ASK = 300
_LONGEST_SCALE = 11


class Line(Struct, frozen=True):
    """A line of a sheet. `text` is what it says, without what is filled in by hand; `asks` if
    something is asked by it. `boxes` are the choices beside it, `several` if more than one may be
    ticked; `scale` the places of a scale, lowest first, each with what it is called. `used` for
    the head of a table, whose sense is in its rows."""

    words: Words
    text: str
    asks: bool = False
    boxes: tuple[str, ...] = ()
    several: bool = False
    scale: tuple[tuple[str, str], ...] = ()
    used: bool = False

    @property
    def bare(self) -> bool:
        """True for choices or a scale without words of their own."""
        return not self.text and bool(self.boxes or self.scale)


def sheet_lines(blocks: Iterable[Words | Grid]) -> list[Line]:
    """The lines of some blocks in order, those in tables row by row."""
    blocks = list(blocks)
    ends = _ends(blocks)
    lines: list[Line] = []
    for one in blocks:
        lines += [_line(one, ends)] if isinstance(one, Words) else _rows(one, ends)
    for place in range(len(lines) - 1):
        lead = lines[place]
        short = len(lead.text) <= _LONGEST_ASK and says_something(lead.text)
        if lines[place + 1].bare and not lead.boxes and not lead.scale and short and not lead.used:
            lines[place] = replace(lead, asks=True)
    return lines


def _line(words: Words, ends: Mapping[str, str]) -> Line:
    """One line by itself."""
    text = words.text
    head, *labels = _SIGN.split(text)
    head = head.strip()
    labels = [one for label in labels if says_something(one := label.strip(" :："))]
    one = ticks_one(text)
    several = not one and not text[len(head) :].strip().startswith(ROUND)
    if labels and (not head or (len(labels) > 1 and len(head) <= _LONGEST_ASK)):
        text, asks = bare(head), says_something(head)
        if places := _places(labels):
            return Line(words, text, asks, scale=_scale(places, ends))
        return Line(words, text, asks, tuple(labels), several)
    if (found := _RUN.search(text)) and (places := _places(re.findall(r"\d+", found[1]))):
        head = bare(text[: found.start()].strip())
        if not says_something(head) or is_question(head):
            return Line(words, head, bool(head), scale=_scale(places, ends))
    text = bare(text)
    asks = is_question(text) or is_starter(text)
    tells = VERB if words.level is None else _TELLS
    asks = asks or (tells.match(text) is not None and len(text) > 15)
    if asks and (named := _NAMED.search(text)):
        first, last = int(named[1]), int(named[2])
        if 2 <= last - first < _LONGEST_SCALE:
            places = [str(number) for number in range(first, last + 1)]
            return Line(words, text, asks, scale=_scale(places, ends))
    return Line(words, text, asks, several=several)


def _rows(grid: Grid, ends: Mapping[str, str]) -> Iterator[Line]:
    """A table row by row. Where the first row only heads the others, it is used: what stands in it
    before three dots begins each row's question, and columns of ratings are each row's choices."""
    head, *rest = grid.rows or ((),)
    rated = _rated(head, rest)
    lines = [_row(row, ends, _stem(head), rated) for row in rest]
    asked = any(one.asks for row in lines for one in row)
    heads = [_line(one, ends) for cell in head for one in cell]
    own = any(one.bare or (one.asks and not is_starter(one.text)) for one in heads)
    if len(head) > 1 and rest and asked and not own:
        yield from (replace(one, asks=False, used=True) for one in heads)
    else:
        yield from heads
        lines = [_row(row, ends, "", ()) for row in rest]
    for row in lines:
        yield from row


def _row(
    row: Sequence[Cell], ends: Mapping[str, str], stem: str, rated: Sequence[str]
) -> list[Line]:
    """The lines of a row. What its first cell says is asked where it can only be rated."""
    lines = [_line(one, ends) for cell in row for one in cell]
    first = [_line(one, ends) for one in row[0]] if row else []
    signs = [one for one in lines[len(first) :] if says_something(one.words.text)]
    if len(first) != 1 or not first[0].text:
        return lines
    (ask,) = first
    if stem:
        ask = replace(ask, text=f"{stem} {ask.text}", asks=True)
    if rated and not signs:
        places = _places(rated)
        kept = lines[1:]
        if places:
            ask = replace(ask, asks=True, scale=_scale(places, ends))
        else:
            ask = replace(ask, asks=True, boxes=tuple(rated), several=False)
        return [ask, *(replace(one, used=True) for one in kept)]
    if signs and all(one.bare for one in signs):
        ask = replace(ask, asks=True)
    return [ask, *lines[1:]]


def _rated(head: Sequence[Cell], rest: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """The heads of a table's columns behind its first, where nothing but ticks go below them."""
    labels = [" ".join(one.text for one in cell) for cell in head[1:]]
    if not rest or len(labels) < 2 or not all(map(says_something, labels)):
        return ()
    below = [one.text for row in rest for cell in row[1:] for one in cell]
    boxed = all(not says_something(_SIGN.sub("", text)) for text in below)
    # Two empty columns may as well be there to write in.
    return tuple(labels) if boxed and (below or _places(labels) or len(labels) > 3) else ()


def _stem(head: Sequence[Cell]) -> str:
    """The beginning of a question in the head of a table's first column: 'How well do I …'."""
    text = " ".join(one.text for one in head[0]) if head else ""
    return text.rstrip("… .") if text.endswith(("…", "...")) and says_something(text) else ""


def _places(labels: Sequence[str]) -> list[str]:
    """The labels if they are numbers one after the other, at least three of them; else none."""
    if not 3 <= len(labels) <= _LONGEST_SCALE or not all(one.isdecimal() for one in labels):
        return []
    numbers = [int(one) for one in labels]
    return [str(one) for one in numbers] if _follow(numbers) else []


def _follow(numbers: Sequence[int]) -> bool:
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _scale(places: Sequence[str], ends: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((one, f"{one}: {ends[one]}" if one in ends else one) for one in places)


def _ends(blocks: Iterable[Words | Grid]) -> dict[str, str]:
    """What some places of a scale mean, where it is said: `1 = not at all, 5 = very well`."""
    found: dict[str, str] = {}
    for one in blocks:
        pieces = [one] if isinstance(one, Words) else [w for r in one.rows for c in r for w in c]
        for words in pieces:
            said = _END.findall(words.text)
            if len(said) > 1:
                found |= {place: label.strip(" .") for place, label in said if label.strip(" .")}
    return found
