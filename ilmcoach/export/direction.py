"""Which way a text runs: the learner may write in any script."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from .blocks import Block, Grid, Head, Items, Para, Quoted, Spans


def right_to_left(text: str) -> bool:
    """True if the first letter of `text` that has a direction runs from right to left."""
    for letter in text:
        if (way := unicodedata.bidirectional(letter)) in ("L", "R", "AL"):
            return way != "L"
    return False


def words_of(blocks: Iterable[Block]) -> str:
    """What is written in `blocks`, code aside, run together: enough to find its direction."""
    return "".join(map(_words, blocks))


def text_of(spans: Spans) -> str:
    """The text of `spans`, without its style."""
    return "".join(span.text for span in spans)


def _words(block: Block) -> str:
    match block:
        case Para(spans=spans) | Head(spans=spans):
            return text_of(spans)
        case Items(items=items):
            return "".join(map(words_of, items))
        case Quoted(blocks=blocks):
            return words_of(blocks)
        case Grid(rows=rows):
            return "".join(text_of(cell) for row in rows for cell in row)
        case _:
            return ""
