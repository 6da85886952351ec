"""The learner's own text in a Word document."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.ns import qn
from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.text import clean

from .blocks import Block, Code, Grid, Head, Items, Para, Quoted, Rule, Span, Spans
from .word_lists import DEEPEST, HIGHEST
from .word_looks import ACCENT, BODY, INSET, STEP, WIDTH
from .word_paper import Paper, set_space
from .word_tables import write_table
from .word_text import safe_address, text_of
from .word_xml import Element, element, place, properties

_FARTHEST = WIDTH // 2
"""However deep lists and quotations lie in each other, half of the page is left."""


class Place(Struct, frozen=True):
    """Where a part stands: how far in, in how many quotations, at which level of lists; `style`
    is that of a plain paragraph there."""

    left: int = 0
    quotes: int = 0
    level: int = 0
    style: str = "Body Text"

    def deeper(self) -> Place:
        return replace(self, left=min(self.left + STEP, _FARTHEST))


def write_blocks(paper: Paper, blocks: Sequence[Block], place: Place | None = None) -> None:
    """Writes what the learner wrote, in order."""
    place = place or Place()
    for block in blocks:
        match block:
            case Para(spans=spans):
                _paragraph(paper, place.style, _shown(spans), place)
            case Head(level=level, spans=spans):
                if text_of(spans).strip():
                    paper.heading(level, _shown(spans), left=place.left or None)
            case Items():
                _list(paper, block, place)
            case Quoted(blocks=inside):
                deeper = replace(place.deeper(), quotes=place.quotes + 1, style="Quote")
                write_blocks(paper, inside, deeper)
            case Code(text=text):
                _paragraph(paper, "Code Block", (Span(text),), place)
            case Grid(rows=rows):
                cells = [[[_shown(spans)] for spans in row] for row in rows]
                write_table(paper, cells[0], cells[1:], left=place.left)
            case Rule():
                paper.paragraph("Divider", left=place.left or None)


def _paragraph(paper: Paper, style: str, spans: Spans, place: Place) -> Element | None:
    if not text_of(spans).strip():
        return None
    indent = place.left + (INSET if style == "Code Block" else 0)
    right = False if style == "Code Block" else None
    made = paper.paragraph(style, spans, left=indent if place.left else None, right=right)
    _bar(made, style, place)
    return made


def _bar(made: Element, style: str, place_: Place) -> None:
    """The bar beside a quotation, beside what else stands in one too."""
    if place_.quotes and style != "Quote":
        bar = element("left", val="single", sz=12, space=10, color=ACCENT)
        place(properties(made), element("pBdr", bar))


def _list(paper: Paper, block: Items, place_: Place) -> None:
    start = block.start
    level = min(place_.level, DEEPEST)
    inside = replace(place_.deeper(), level=place_.level + 1, style="List Continue")
    counted = start is not None and start + len(block.items) <= HIGHEST
    number = paper.lists.numbered(level, start or 0) if counted else paper.lists.bullets()
    style = "List Bullet" if start is None else "List Number"
    for position, item in enumerate(block.items):
        first = item[0] if item and isinstance(item[0], Para) else None
        spans = _shown(first.spans) if first else ()
        if start is not None and not counted:
            spans = (Span(f"{start + position}.\t"), *spans)
        made = paper.paragraph(style, spans, left=inside.left)
        if start is None or counted:
            place(
                properties(made),
                element("numPr", element("ilvl", val=level), element("numId", val=number)),
            )
        _bar(made, style, place_)
        write_blocks(paper, item[1:] if first else item, inside)
    last = paper.last()
    if not place_.level and last is not None and last.tag == qn("w:p"):
        set_space(last, after=BODY.after)


def _shown(spans: Spans) -> Spans:
    """`spans` with the address in brackets behind a link that Word is not to follow."""
    out: list[Span] = []
    for number, span in enumerate(spans):
        out.append(span)
        goes_on = number + 1 < len(spans) and spans[number + 1].link == span.link
        if span.link and not safe_address(span.link) and not goes_on:
            address = clean(span.link)
            if address not in span.text:
                out.append(Span(f" ({address})"))
    return tuple(replace(one, link=safe_address(one.link)) for one in out)
