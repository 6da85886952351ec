"""The learner's own words as data for the PDF's template, and how texts fit their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ilmcoach.text import clean_line

from .blocks import Block, Code, Grid, Head, Items, Para, Quoted, Rule, Span, Spans, read_blocks
from .columns import columns
from .direction import right_to_left, text_of, words_of
from .document import LearnerText
from .frame import web_address

Data = dict[str, Any]

_LINE = 70
"""Letters in a line of the text, at the least."""
_DEEPEST = 8
"""How far lists and quotations may lie in one another; further in, a page has no room."""
_BREAKABLE = re.compile("[!-~\u00a1-\u024f\u0370-\u052f]+")
"""Writing that breaks at spaces only."""


class Levels:
    """Levels of headings without a gap between one and the next, as PDF/UA asks."""

    def __init__(self) -> None:
        self._above: list[int] = []

    def settle(self, level: int) -> int:
        """The level, from 1, of the next heading, whose own is `level`."""
        while self._above and self._above[-1] >= level:
            self._above.pop()
        self._above.append(level)
        return len(self._above)


def parts(text: str, limit: int = _LINE) -> list[str]:
    """`text` on one line, in parts between which a line may break: the ends of words, and every
    half of `limit` letters inside a word that is longer than that."""
    return _broken(clean_line(text), limit)


def _broken(text: str, limit: int) -> list[str]:
    step = max(limit // 2, 4)
    out: list[str] = []
    at = 0
    for found in _BREAKABLE.finditer(text):
        if len(found[0]) > limit:
            cuts = range(found.start() + step, found.end(), step)
            for cut in cuts:
                out.append(text[at:cut])
                at = cut
    return [*out, text[at:]] if text else []


def blocks_data(node: LearnerText, taken: frozenset[str], levels: Levels) -> Iterator[Data]:
    """What the learner wrote; `taken` are the document's own headings."""
    blocks = read_blocks(node.text, under=node.under, taken=taken)
    return _blocks(blocks, levels, 0)


def _blocks(blocks: Iterable[Block], levels: Levels, depth: int) -> Iterator[Data]:
    for block in blocks:
        yield from _block(block, levels, depth)


def _block(block: Block, levels: Levels, depth: int) -> Iterator[Data]:
    match block:
        case Items() | Quoted():
            yield from _nested(block, levels, depth)
        case Para(spans=spans):
            yield {"kind": "para", **_run(spans)}
        case Head(spans=spans) if not text_of(spans).strip():
            pass
        case Head(level=level, spans=spans):
            yield {"kind": "head", "level": levels.settle(level), **_run(spans)}
        case Code(text=text):
            yield {"kind": "code", "text": text}
        case Grid(rows=rows):
            yield _grid(rows)
        case Rule():
            yield {"kind": "rule"}
        case _:
            raise TypeError(f"no PDF for {type(block).__name__}")


def _nested(block: Items | Quoted, levels: Levels, depth: int) -> Iterator[Data]:
    """A list or a quotation; too far in, only what is inside."""
    within = block.items if isinstance(block, Items) else (block.blocks,)
    if depth >= _DEEPEST:
        for blocks in within:
            yield from _blocks(blocks, levels, depth)
        return
    inside = [list(_blocks(blocks, levels, depth + 1)) for blocks in within]
    rtl = right_to_left("".join(map(words_of, within)))
    if isinstance(block, Items):
        yield {"kind": "items", "start": block.start, "items": inside, "rtl": rtl}
    else:
        yield {"kind": "quoted", "blocks": inside[0], "rtl": rtl}


def _grid(rows: tuple[tuple[Spans, ...], ...]) -> Data:
    shares, limits = columns([[text_of(cell) for cell in row] for row in rows])
    head, *body = [
        [_run(cell, limit) for cell, limit in zip(row, limits, strict=True)] for row in rows
    ]
    return {"kind": "grid", "shares": shares, "head": head, "rows": body}


def _run(spans: Spans, limit: int = _LINE) -> Data:
    return {
        "spans": [_span(span, limit) for span in spans],
        "rtl": right_to_left(text_of(spans)),
    }


def _span(span: Span, limit: int) -> Data:
    data: Data = {"lines": [_broken(line, limit) for line in span.text.split("\n")]}
    data |= {name: True for name in ("bold", "italic", "code") if getattr(span, name)}
    if address := web_address(span.link):
        data["link"] = address
    return data
