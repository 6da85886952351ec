"""A document as plain data for the PDF's template: what stands where, never how it looks.

Every text is a list of parts between which a line may break, so that no long word runs out of
its place. All of it is data for the template, and none is ever read as its language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from ilmcoach.text import clean, clean_line

from .columns import columns
from .direction import right_to_left
from .document import (
    Boxes,
    Cell,
    Cover,
    CoverRow,
    Document,
    Heading,
    Label,
    LearnerText,
    Listing,
    Node,
    OwnWork,
    PageBreak,
    Paragraph,
    References,
    Room,
    Table,
    Verbatim,
    WordTable,
)
from .frame import BOXES, CONTENTS, OWN_WORK, WORDS, given, to_write_in, wants_contents
from .pdf_blocks import Data, Levels, blocks_data, parts

if TYPE_CHECKING:
    from .pdf_cover import FrontPage

_HEADER = 80
"""Letters of the title that fit over a page."""
_CONTENTS = 40
"""Lines that a list of contents may have before it keeps to the main headings."""
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([A-Z]{2}))?")


def pdf_data(document: Document, author: str, front: Sequence[FrontPage] = ()) -> Data:
    """What the template `pdf.typ` needs to know; `front` are pages that come before ours."""
    title = clean_line(document.title)
    known = _LANGUAGE.fullmatch(document.language.strip())
    return {
        "title": title,
        "header": title if len(title) <= _HEADER else f"{title[:_HEADER].rstrip()}…",
        "author": clean_line(author),
        "language": known[1] if known else "en",
        "region": known[2] if known else None,
        "depth": 3 if _lines(document) <= _CONTENTS else 2,
        "front": [{"width": one.width, "height": one.height, "told": one.told} for one in front],
        "nodes": list(_nodes(document)),
    }


def _lines(document: Document) -> int:
    return sum(one.level in (2, 3) for one in document.headings())


def _nodes(document: Document) -> Iterator[Data]:
    taken = frozenset(one.text for one in document.headings())
    levels = Levels()
    contents = wants_contents(document)
    for node in document.nodes:
        if isinstance(node, LearnerText):
            yield from blocks_data(node, taken, levels)
        elif isinstance(node, Heading):
            if not node.text.strip():
                continue
            yield {
                "kind": "heading",
                "level": levels.settle(node.level),
                "text": parts(node.text),
            }
        else:
            yield _data(node)
        if contents and isinstance(node, Cover):
            yield {"kind": "contents", "level": levels.settle(2), "text": CONTENTS}
            contents = False


def _data(node: Node) -> Data:
    for kind, write in _WRITERS:
        if isinstance(node, kind):
            return write(node)
    raise TypeError(f"no PDF for {type(node).__name__}")


def _cover(node: Cover) -> Data:
    return {"kind": "cover", "rows": [_cover_row(row) for row in node.rows]}


def _cover_row(row: CoverRow) -> Data:
    return {
        "label": parts(row.label, 24),
        "value": parts(row.value),
        "rtl": right_to_left(row.value),
    }


def _label(node: Label) -> Data:
    return {"kind": "missing" if node.missing else "label", "text": parts(node.text)}


def _paragraph(node: Paragraph) -> Data:
    return {"kind": "paragraph", "text": parts(node.text)}


def _listing(node: Listing) -> Data:
    return {"kind": "listing", "items": [parts(one) for one in node.items]}


def _verbatim(node: Verbatim) -> Data:
    return {"kind": "code", "text": clean(node.text).strip("\n")}


def _words(node: WordTable) -> Data:
    return {
        "kind": "words",
        "caption": parts(WORDS),
        "note": parts(node.note),
        "rows": [[parts(title, 60), f"{words:,}"] for title, words in node.rows],
        "total": f"{node.total:,}",
    }


def _table(node: Table) -> Data:
    shares, limits = columns((node.head, *(tuple(one.said() for one in row) for row in node.rows)))
    return {
        "kind": "table",
        "caption": parts(node.caption),
        "shares": shares,
        "head": [parts(one, limit) for one, limit in zip(node.head, limits, strict=True)],
        "rows": [_row(row, limits) for row in node.rows],
    }


def _row(row: tuple[Cell, ...], limits: list[int]) -> Data:
    cells = [_cell(one, limit) for one, limit in zip(row, limits, strict=True)]
    return {"form": to_write_in(row), "cells": cells}


def _cell(cell: Cell, limit: int) -> Data:
    lines = (clean_line(one) for one in clean(cell.said()).split("\n"))
    return {
        "rtl": right_to_left(cell.said()),
        "lines": [parts(one, limit) for one in lines if one],
    }


def _references(node: References) -> Data:
    return {
        "kind": "references",
        "works": [
            {"parts": [_kept(part) for part in one.spaced()], "rtl": right_to_left(one.title)}
            for one in node.works
        ],
    }


def _kept(text: str) -> list[str]:
    """As `parts`, with the spaces at its ends."""
    found = parts(text) or [""]
    found[0] = f"{text[: len(text) - len(text.lstrip())]}{found[0]}"
    found[-1] = f"{found[-1]}{text[len(text.rstrip()) :]}" if text.strip() else found[-1]
    return found


def _room(node: Room) -> Data:
    return {"kind": "room", "lines": node.lines}


def _boxes(node: Boxes) -> Data:
    boxes = [{"mark": BOXES[one.ticked], "label": parts(one.label)} for one in node.boxes]
    return {"kind": "boxes", "boxes": boxes}


def _page_break(_: PageBreak) -> Data:
    return {"kind": "page"}


def _own_work(node: OwnWork) -> Data:
    return {
        "kind": "own-work",
        "lead": OWN_WORK,
        "text": parts(node.text),
        "given": parts(given(node)),
    }


_WRITERS: tuple[tuple[type[Node], Callable[..., Data]], ...] = (
    (Cover, _cover),
    (Label, _label),
    (WordTable, _words),
    (OwnWork, _own_work),
    (Paragraph, _paragraph),
    (Listing, _listing),
    (Verbatim, _verbatim),
    (Table, _table),
    (References, _references),
    (PageBreak, _page_break),
    (Room, _room),
    (Boxes, _boxes),
)
