"""An outline as a tree of headings, those faked by bold type too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from ilmcoach.export.outline import Grid, Outline, Words

from .ledger import Ledger
from .signs import (
    CODED,
    FACT,
    MARKS,
    WALK,
    is_form_line,
    is_part,
    is_question,
    kind_of,
    says_something,
)

_LONGEST_FAKE = 90


class Part(Struct):
    """A heading, what stands under it, and the headings below it. `head` is None for what stands
    before the first heading; `kind` is what the heading, or one above it, announces."""

    head: Words | None = None
    level: int = 0
    kind: str = WALK
    blocks: list[Words | Grid] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.head.text if self.head else ""

    def all(self) -> Iterator[Part]:
        """This part and all below it, in order."""
        yield self
        for one in self.parts:
            yield from one.all()


class Tree(Struct):
    """`title` is the document's own, None if it has none; `root` holds the rest."""

    title: Words | None
    root: Part


def tree_of(outline: Outline, ledger: Ledger) -> Tree:
    """The document by its headings. The title is the line in Word's style for it, else the only
    heading of the highest level where it stands before all others, else a first line in bold of a
    document without true headings. Lines to write on by hand are used up here."""
    blocks = _without_lines(outline.blocks, ledger)
    levels = _levels(blocks)
    title = _title(blocks, levels)
    root = Part()
    open_parts = [root]
    for one in blocks:
        if one is title:
            continue
        level = levels.get(one.number) if isinstance(one, Words) else None
        if level is None or not isinstance(one, Words):
            open_parts[-1].blocks.append(one)
            continue
        while open_parts[-1].level >= level:
            open_parts.pop()
        above = open_parts[-1]
        part = Part(one, level, kind_of(one.text) or above.kind)
        above.parts.append(part)
        open_parts.append(part)
    return Tree(title, root)


def _without_lines(blocks: Sequence[Words | Grid], ledger: Ledger) -> list[Words | Grid]:
    """The blocks without lines of dots or underscores, and those for a name or a date."""
    kept: list[Words | Grid] = []
    lines = 0
    for one in blocks:
        if isinstance(one, Words) and not says_something(one.text):
            ledger.take(one)
            lines += 1
        elif isinstance(one, Words) and is_form_line(one.text):
            ledger.why(one, "it is a line to fill in by hand")
        else:
            kept.append(one)
    if lines:
        ledger.cut.append(f"lines without words, such as those to write on: {lines:,}")
    return kept


def _levels(blocks: Sequence[Words | Grid]) -> dict[int, int]:
    """The level of each heading by its number, from 1 without gaps; the title's is the first."""
    found: dict[int, int] = {}
    last = 0
    for one in blocks:
        if not isinstance(one, Words):
            continue
        if one.heading is not None:
            last = one.heading
            found[one.number] = one.heading
        elif _is_fake(one):
            found[one.number] = last + 1 if last else 10
    places = {level: place for place, level in enumerate(sorted(set(found.values())), 1)}
    return {number: places[level] for number, level in found.items()}


def _is_fake(one: Words) -> bool:
    """True for a short line that is bold throughout and is no question, list item or criterion."""
    ends = one.text.endswith((".", ",", ";", "…"))
    plain = one.level is None and not CODED.match(one.text) and not FACT.match(one.text)
    short = len(one.text) <= _LONGEST_FAKE and (not ends or MARKS.search(one.text) is not None)
    return one.bold and plain and short and (is_part(one.text) or not is_question(one.text))


def _title(blocks: Sequence[Words | Grid], levels: dict[int, int]) -> Words | None:
    heads = [one for one in blocks if isinstance(one, Words) and one.number in levels]
    if not heads:
        return None
    if styled := next((one for one in heads if one.heading == 0), None):
        return styled
    first = heads[0]
    highest = [one for one in heads if levels[one.number] == 1]
    alone = highest == [first] and len(heads) > 1
    faked = all(one.heading is None for one in heads) and blocks[0] is first and len(heads) > 1
    return first if alone or faked else None
