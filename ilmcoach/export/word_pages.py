"""On which page each heading falls: worked out from the widths of the letters.

Word counts pages only while it shows them, and asks its reader a worrying question before it
fills in a table of contents by itself. So the numbers are worked out here, as lines of Arial at
our sizes fall. Where Word breaks a line elsewhere a number may be one off, until Word counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width, normalize

from docx.oxml.ns import qn
from msgspec import Struct

from .word_looks import CELL_ENDS, CELL_SIDES, HEIGHT, LOOKS, MONO, WIDTH, Look
from .word_styles import id_of
from .word_xml import Element

_WIDTHS = dict(
    zip(
        map(chr, range(32, 127)),
        map(
            int,
            (
                "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 "
                "556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 "
                "722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 "
                "278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 "
                "556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
            ).split(),
        ),
        strict=True,
    )
) | {"‘": 222, "’": 222, "“": 333, "”": 333, "–": 556, "—": 1000, "…": 1000, "\t": 1500}
"""Widths of Arial's letters, in thousandths of its size."""

_BOLD = 1.06
_LOOKS = {id_of(look.name): look for look in LOOKS}
_UNDER, _WASH, _LINE, _HEAD = 180, 110, 10, 25
"""What a line under a paragraph takes, the margin of a wash, a line between two rows, and those
of a table's heads, in twips."""

_PARTS = re.compile(r"\S+|\s+")


class _Block(Struct, frozen=True):
    """A paragraph or a row of a table: its lines' height, the room before and after, in twips;
    `whole` where it does not part over two pages; `again`, the height of the heads that come
    again above it on a new page."""

    lines: int
    line: int
    before: int = 0
    after: int = 0
    keep_next: bool = False
    new_page: bool = False
    whole: bool = False
    again: int = 0
    marks: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        return self.lines * self.line


def pages_of_headings(first: Element) -> tuple[dict[str, int], int]:
    """The page of each heading, by its mark, and how many pages there are, from the element
    `first` of the body to the end; the first page is 1."""
    blocks = list(_blocks(first))
    found: dict[str, int] = {}
    page, at, gap = 1, 0, 0
    for number, block in enumerate(blocks):
        room = max(gap, block.before) if at else 0
        if (block.new_page and at) or at + room + _least(blocks, number) > HEIGHT:
            page, at, room = page + 1, block.again, 0
        found.update(dict.fromkeys(block.marks, page))
        at += room + block.height
        while at > HEIGHT:
            over = -(-(at - HEIGHT) // block.line)
            if block.lines > 3 and over == 1:
                over = 2
            page, at = page + 1, block.again + over * block.line
        gap = block.after
    return found, page


def _least(blocks: list[_Block], number: int) -> int:
    """The least of a block that has to fit, with what it may not be parted from."""
    height = 0
    for position in range(number, min(number + 12, len(blocks))):
        block = blocks[position]
        if position > number:
            height += max(blocks[position - 1].after, block.before)
        if block.keep_next or block.whole:
            height += block.height
        else:
            height += min(block.lines, 3 if block.lines == 3 else 2) * block.line
        if not block.keep_next:
            break
    return height


def _blocks(first: Element) -> Iterator[_Block]:
    part: Element | None = first
    while part is not None:
        if part.tag == qn("w:p"):
            yield _paragraph(part, WIDTH)
        elif part.tag == qn("w:tbl"):
            yield from _rows(part)
        elif part.tag == qn("w:sdt"):
            yield from (_paragraph(one, WIDTH) for one in part.iter(qn("w:p")))
        part = part.getnext()


def _look(paragraph: Element) -> Look:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    name = "" if style is None else str(style.get(qn("w:val"), ""))
    return _LOOKS.get(name) or _LOOKS.get(name.removeprefix("Own")) or LOOKS[0]


def _paragraph(paragraph: Element, width: int) -> _Block:
    look = _look(paragraph)
    indent = paragraph.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    left = look.left if indent is None else int(indent.get(qn("w:left"), look.left))
    before, after = _spaces(paragraph, look)
    marks = (one.get(qn("w:name"), "") for one in paragraph.iter(qn("w:bookmarkStart")))
    return _Block(
        lines=sum(_lines(text, width - left - look.right, look) for text in _texts(paragraph)),
        line=look.line,
        before=before,
        after=after,
        keep_next=look.keep_next,
        new_page=paragraph.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None,
        whole=look.keep_lines,
        marks=tuple(marks),
    )


def _spaces(paragraph: Element, look: Look) -> tuple[int, int]:
    """The room before and after a paragraph, with what its lines need."""
    said = paragraph.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    values = {} if said is None else said.attrib
    before = int(values.get(qn("w:before"), look.before))
    after = int(values.get(qn("w:after"), look.after))
    if look.wash:
        return before + _WASH, after + _WASH
    return before, after + (_UNDER if look.under and not look.between else 0)


def _rows(table: Element) -> Iterator[_Block]:
    widths = [int(one.get(qn("w:w"), 0)) for one in table.iter(qn("w:gridCol"))]
    style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
    ends = 0 if style is None or "Cover" in style.get(qn("w:val"), "") else CELL_ENDS
    again = 0
    for row in table.iterchildren(qn("w:tr")):
        block = _row(row, widths, ends, again)
        if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
            again += block.height
        yield block


def _row(row: Element, widths: list[int], ends: int, again: int) -> _Block:
    least = row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
    heights, keep = [0 if least is None else int(least.get(qn("w:val"), 0))], False
    for cell, width in zip(row.iterchildren(qn("w:tc")), widths, strict=False):
        inside = [_paragraph(one, width - CELL_SIDES) for one in cell.iterchildren(qn("w:p"))]
        heights.append(sum(one.before + one.height + one.after for one in inside) + 2 * ends)
        keep = keep or any(one.keep_next for one in inside)
    head = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    tall = max(heights) + (_LINE if ends else 0) + (_HEAD if head else 0)
    if row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None:
        return _Block(1, tall, keep_next=keep, whole=True, again=again)
    return _Block(-(-tall // 270), 270, keep_next=keep, again=again)


def _texts(paragraph: Element) -> list[str]:
    """The text of a paragraph, parted where its writer broke the line."""
    parts: list[str] = [""]
    for one in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
        if one.tag == qn("w:br"):
            parts.append("")
        elif one.tag == qn("w:t"):
            parts[-1] += one.text or ""
    return parts


def _lines(text: str, width: int, look: Look) -> int:
    room = width * 100 / look.size
    lines, at = 1, 0.0
    for part in _PARTS.findall(text):
        for piece, wide in _pieces(part, look):
            if at and at + wide > room and not piece.isspace():
                lines, at = lines + 1, 0.0
            at += wide
            while at > room and not piece.isspace():
                lines, at = lines + 1, at - room
    return lines


def _pieces(part: str, look: Look) -> Iterable[tuple[str, float]]:
    """What may not be parted: a word; or each sign, where a line may end behind any."""
    if part.isascii() or not any(east_asian_width(sign) in "WF" for sign in part):
        return [(part, sum(_width(sign, look) for sign in part))]
    return [(sign, _width(sign, look)) for sign in part]


def _width(sign: str, look: Look) -> float:
    if look.font == MONO:
        wide = 600.0
    elif east_asian_width(sign) in "WF":
        wide = 1000.0
    else:
        wide = _WIDTHS.get(sign) or _WIDTHS.get(normalize("NFD", sign)[0], 556)
    return wide * (_BOLD if look.bold else 1.0)
