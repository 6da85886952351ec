"""The paper that our part of a Word document is written on, from top to bottom."""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from msgspec import Struct

from ilmcoach.text import clean_line

from .blocks import Span, Spans
from .word_lists import Lists
from .word_looks import LOOKS
from .word_styles import StyleIds
from .word_text import reads_right_to_left, runs, safe_address, text_of
from .word_xml import Element, element, place, properties

_HIGHEST_HEADING = 5
_HANGING = {look.name: look.hanging for look in LOOKS}


class Entry(Struct, frozen=True):
    """A heading as the table of contents names it: its level in Word, its text, its mark."""

    level: int
    text: str
    mark: str


class Paper:
    """Writes at the end of `file`, before the last section's properties."""

    def __init__(self, file: WordFile, ids: StyleIds, lists: Lists, taken: frozenset[str]) -> None:
        """`taken` are the document's own headings."""
        self.ids = ids
        self.lists = lists
        self.taken = taken
        self.entries: list[Entry] = []
        self._part = file.part
        self._end = file.element.body.sectPr
        marks = file.element.body.iter(qn("w:bookmarkStart"))
        self._marks = 1 + max((_number(one) for one in marks), default=0)
        self._break = False

    def new_page(self) -> None:
        """What is written next begins on a new page."""
        self._break = True

    def last(self) -> Element | None:
        """What was written last."""
        found: Element | None = self._end.getprevious()
        return found

    def add(self, part: Element) -> None:
        """Writes a table, or what else stands by itself."""
        if self._break:
            self.paragraph("After Table")
        self._end.addprevious(part)

    def paragraph(
        self, style: str, spans: Spans = (), *, left: int | None = None, right: bool | None = None
    ) -> Element:
        """Writes a paragraph; `left` is how far it goes in, in twips, where not as its style
        says; `right` where it reads from right to left, which its text tells else."""
        made = self.loose(style, spans, right=right)
        if left is not None:
            hanging = {"hanging": _HANGING[style]} if _HANGING[style] else {}
            place(properties(made), element("ind", left=left, **hanging))
        if self._break:
            begin_page(made)
            self._break = False
        self._end.addprevious(made)
        return made

    def plain(self, style: str, text: str) -> Element:
        """Writes a paragraph of one line of plain text."""
        return self.paragraph(style, (Span(clean_line(text)),))

    def heading(self, level: int, spans: Spans, *, left: int | None = None) -> None:
        """Writes a heading; `level` as in the document, whose title has 1."""
        depth = min(max(level - 1, 1), _HIGHEST_HEADING)
        made = self.paragraph(f"heading {depth}", spans, left=left)
        self._marks += 1
        mark = f"_Toc{100_000_000 + self._marks}"
        made.insert(1, element("bookmarkStart", id=self._marks, name=mark))
        made.append(element("bookmarkEnd", id=self._marks))
        self.entries.append(Entry(depth, clean_line(text_of(spans)), mark))

    def loose(self, style: str, spans: Spans = (), *, right: bool | None = None) -> Element:
        """A paragraph that is not written yet: for a cell."""
        if right is None:
            right = reads_right_to_left(text_of(spans))
        props = element("pPr", element("pStyle", val=self.ids[style]))
        if right:
            place(props, element("bidi"))
        made = element("p", props)
        for span in spans:
            address = safe_address(span.link)
            if address:
                made.append(self._link(address, span, right))
            else:
                made.extend(runs(span, self.ids, right=right))
        return made

    def _link(self, address: str, span: Span, right: bool) -> Element:
        made = element("hyperlink", *runs(span, self.ids, right=right), history=1)
        to = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.set(qn("r:id"), to)
        return made


def begin_page(paragraph: Element) -> None:
    """Puts a paragraph at the top of a new page."""
    props = properties(paragraph)
    if props.find(qn("w:pageBreakBefore")) is None:
        place(props, element("pageBreakBefore"))
        set_space(paragraph, before=0)


def set_space(paragraph: Element, **sides: int) -> None:
    """Sets the space `before` or `after` a paragraph, in twips."""
    props = properties(paragraph)
    found = props.find(qn("w:spacing"))
    if found is None:
        found = element("spacing")
        place(props, found)
    for side, twips in sides.items():
        found.set(qn(f"w:{side}"), str(twips))


def _number(mark: Element) -> int:
    text = str(mark.get(qn("w:id"), ""))
    return int(text) if text.isascii() and text.isdecimal() else 0
