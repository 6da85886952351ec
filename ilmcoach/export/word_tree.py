"""The lines of a Word file put together again as the small tree of a learner's text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from .blocks import Block, Code, Grid, Head, Items, Para, Quoted, Rule, Span
from .blocks_markdown import tidy
from .word_lines import Line, Listed
from .word_tables import MOST_COLUMNS

_UNDER = 2
_ITEM = frozenset(("list continue", "quote", "code block", "divider", "table"))
"""Styles of ours that may stand in a list, further in."""


class _List(Struct):
    level: int
    of: str
    start: int | None
    items: list[list[Block]] = field(default_factory=list)


def tree_of(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The parts of a text, in order."""
    builder = _Builder()
    for line in lines:
        builder.add(line)
    builder.close()
    return tuple(builder.out)


class _Builder:
    """Puts lines into lists and quotations."""

    def __init__(self) -> None:
        self.out: list[Block] = []
        self._quote: list[Block] | None = None
        self._lists: list[_List] = []

    def add(self, line: Line) -> None:
        if line.listed is not None and line.heading is None:
            self._into_quote(line.barred)
            self._item(line, line.listed)
            return
        block = _block(line)
        if block is None:
            return
        quoted = line.style == "quote"
        depth = line.left - quoted or line.style == "list continue"
        if depth > 0 and self._lists and (line.style in _ITEM or line.heading is not None):
            inside = self._lists[min(depth, len(self._lists)) - 1].items[-1]
            self._end_lists(min(depth, len(self._lists)))
            _put(inside, Quoted((block,)) if quoted else block)
            return
        self._end_lists()
        self._into_quote(quoted or line.barred)
        _put(self.out if self._quote is None else self._quote, block)

    def close(self) -> None:
        self._into_quote(False)
        self._end_lists()

    def _into_quote(self, quoted: bool) -> None:
        """Begins or ends a quotation."""
        if quoted == (self._quote is not None):
            return
        self._end_lists()
        if self._quote is not None:
            self.out.append(Quoted(tuple(self._quote)))
        self._quote = [] if quoted else None

    def _item(self, line: Line, listed: Listed) -> None:
        counted = listed.count is not None
        while self._lists and self._lists[-1].level > listed.level:
            self._end_lists(len(self._lists) - 1)
        top = self._lists[-1] if self._lists else None
        if top and top.level == listed.level:
            same = (top.start is not None) == counted and (not counted or top.of == listed.of)
            if not same:
                self._end_lists(len(self._lists) - 1)
                top = None
        if top is None or top.level < listed.level:
            top = _List(listed.level, listed.of, listed.count)
            self._lists.append(top)
        spans = tidy(line.spans)
        top.items.append([Para(spans)] if spans else [])

    def _end_lists(self, keep: int = 0) -> None:
        """Ends all lists but the first `keep`, each into the item that it stands in."""
        while len(self._lists) > keep:
            done = self._lists.pop()
            made = Items(tuple(tuple(one) for one in done.items), done.start)
            if self._lists:
                self._lists[-1].items[-1].append(made)
            else:
                (self.out if self._quote is None else self._quote).append(made)


def _put(into: list[Block], block: Block) -> None:
    """Adds a block; lines of code, and quotations in an item, that follow each other are one."""
    last = into[-1] if into else None
    if isinstance(last, Code) and isinstance(block, Code):
        into[-1] = Code(f"{last.text}\n{block.text}")
    elif isinstance(last, Quoted) and isinstance(block, Quoted):
        into[-1] = Quoted((*last.blocks, *block.blocks))
    else:
        into.append(block)


def _block(line: Line) -> Block | None:
    if line.style == "divider" and not line.text.strip():
        return Rule()
    if line.rows:
        return _table(line)
    if line.style == "code block" and line.text.strip():
        return Code(line.text.strip("\n"))
    spans = tidy(line.spans)
    if not spans:
        return None
    if line.heading is not None:
        return Head(_UNDER + max(line.heading - 1, 1), spans)
    return Para(spans)


def _table(line: Line) -> Block | None:
    if not any(spans for row in line.rows for spans in row):
        return None
    if max(map(len, line.rows)) <= MOST_COLUMNS:
        return Grid(line.rows)
    joined: list[Span] = []
    for row in line.rows:
        for spans in row:
            joined += [*spans, Span(" | ")]
        joined.append(Span("\n"))
    return Para(tidy(tuple(joined)))
