"""The lines of a Word file that may have been written by any program: paragraphs and tables in
order, with their text as it reads once all tracked changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from msgspec import Struct, field
from msgspec.structs import replace

from .blocks import Span, Spans
from .word_looks import STEP
from .word_marks import Numbering, Styles, name_of, number, value
from .word_text import safe_address
from .word_xml import Element

MOST_COMMENTS = 2_000
_MOST_ANCHOR = 300
"""So many signs of the words that a comment stands at are kept."""

_GOES_IN = frozenset(("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple"))
_GOES_IN_TOO = frozenset(("sdt", "sdtContent", "dir", "bdo", "ruby", "rubyBase"))
_GONE = frozenset(("del", "moveFrom"))
_TRACKED = frozenset(("ins", "moveTo", "del", "moveFrom"))
_TRACKED_MARKS = frozenset(("moveFromRangeStart", "moveToRangeStart"))
_LEFT_OUT = {
    "footnoteReference": "footnotes",
    "endnoteReference": "footnotes",
    "drawing": "pictures or shapes",
    "pict": "pictures or shapes",
    "object": "pictures or shapes",
    "AlternateContent": "pictures or shapes",
    "oMath": "formulas",
    "oMathPara": "formulas",
}


class Listed(Struct, frozen=True):
    """A paragraph's place in a list: how deep, in which, and its number if it is counted."""

    level: int
    of: str
    count: int | None


class Line(Struct, frozen=True):
    """A paragraph, or a table with its `rows`. `style` is its style's name in small letters;
    `heading` its level if it is one, 0 for a title. `left` says how far in it stands, in steps
    of our own. `comments` are the ids of those that begin in it; `lost` what was not read."""

    style: str = ""
    spans: Spans = ()
    heading: int | None = None
    listed: Listed | None = None
    left: int = 0
    barred: bool = False
    rows: tuple[tuple[Spans, ...], ...] = ()
    comments: tuple[str, ...] = ()
    lost: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        return "".join(one.text for one in self.spans)


class Gathered(Struct):
    """What was met on the way through one line."""

    spans: list[Span] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)


class LineReader:
    """Reads the lines of one file; afterwards it knows whether changes were tracked in it, and
    the words at which each comment stands."""

    def __init__(self, file: WordFile) -> None:
        self.tracked = False
        self.anchors: dict[str, str] = {}
        self._open: set[str] = set()
        self._styles = Styles(file)
        self._numbering = Numbering(file)
        self._links: Mapping[str, str] = {
            name: rel.target_ref for name, rel in file.part.rels.items() if rel.is_external
        }
        self._body = file.element.body
        self._met = Gathered()

    def lines(self) -> Iterator[Line]:
        """Every line of the body, without tables of contents."""
        yield from self._parts(self._body)
        if self._met.spans:
            yield self._line("", None)

    def _parts(self, parent: Element) -> Iterator[Line]:
        for one in parent:
            match name_of(one):
                case "p":
                    if (line := self._paragraph(one)) is not None:
                        yield line
                case "tbl":
                    yield self._table(one)
                case "sdt" if one.find(f".//{qn('w:docPartGallery')}") is None:
                    yield from self._parts(one)
                case "sdtContent" | "customXml" | "ins" | "moveTo":
                    yield from self._parts(one)
                case name:
                    self._mark(name, one)

    def _paragraph(self, one: Element) -> Line | None:
        """The line; None if its end was deleted, so that the next one goes on with it."""
        self._walk(one, Span(""))
        self._collect(" ")
        props = one.find(qn("w:pPr"))
        ends = props.find(qn("w:rPr")) if props is not None else None
        marks = {name_of(mark) for mark in ends} if ends is not None else set()
        self.tracked = self.tracked or bool(marks & _TRACKED)
        if marks & _GONE:
            return None
        return self._line(value(props, "pStyle"), props)

    def _line(self, style_id: str, props: Element | None) -> Line:
        met, self._met = self._met, Gathered()
        style = self._styles.of(style_id)
        ind = props.find(qn("w:ind")) if props is not None else None
        left = number(ind.get(qn("w:left"), ind.get(qn("w:start")))) if ind is not None else 0
        return Line(
            style=style.name,
            spans=tuple(met.spans),
            heading=self._styles.heading(style, props),
            listed=self._listed(style.list, style.name, props),
            left=min(max(round(left / STEP), 0), 40),
            barred=props is not None and props.find(f"{qn('w:pBdr')}/{qn('w:left')}") is not None,
            comments=tuple(met.comments),
            lost=frozenset(met.lost),
        )

    def _listed(self, of_style: tuple[str, int], name: str, props: Element | None) -> Listed | None:
        own = props.find(qn("w:numPr")) if props is not None else None
        of, level = (
            (value(own, "numId"), number(value(own, "ilvl"))) if own is not None else (of_style)
        )
        level = min(max(level, 0), 8)
        if not of and name.startswith(("list bullet", "list number")):
            return Listed(level, name, None if name.startswith("list bullet") else 1)
        if of in ("", "0"):
            return None
        return Listed(level, of, self._numbering.next(of, level))

    def _table(self, table: Element) -> Line:
        before, self._met = self._met, Gathered()
        met = self._met
        rows = []
        for row in _inside(table, "tr"):
            cells = [self._cell(cell) for cell in _inside(row, "tc")]
            props = row.find(qn("w:trPr"))
            marks = {name_of(one) for one in props} if props is not None else set()
            self.tracked = self.tracked or bool(marks & _TRACKED)
            if cells and not marks & _GONE:
                rows.append(tuple(cells))
        self._met = before
        ind = table.find(f"{qn('w:tblPr')}/{qn('w:tblInd')}")
        left = number(ind.get(qn("w:w"))) if ind is not None else 0
        return Line(
            style="table",
            left=min(max(round(left / STEP), 0), 40),
            rows=tuple(rows),
            comments=tuple(met.comments),
            lost=frozenset(met.lost),
        )

    def _cell(self, cell: Element) -> Spans:
        """All text in a cell, tables in it too, as one."""
        found: list[Span] = []
        for paragraph in cell.iter(qn("w:p")):
            self._met.spans = []
            self._walk(paragraph, Span(""))
            self._collect(" ")
            found += [*([Span(" ")] if found else []), *self._met.spans]
        self._met.spans = []
        return tuple(found)

    def _walk(self, parent: Element, style: Span) -> None:
        for one in parent:
            name = name_of(one)
            if name in _TRACKED or name in _TRACKED_MARKS:
                self.tracked = True
            if name == "r":
                self._run(one, style)
            elif name == "hyperlink":
                link = self._links.get(str(one.get(qn("r:id"), "")), "")
                self._walk(one, replace(style, link=safe_address(link)))
            elif name in _GOES_IN or name in _GOES_IN_TOO:
                self._walk(one, style)
            else:
                self._mark(name, one)

    def _run(self, run: Element, style: Span) -> None:
        style = self._styles.of_run(run.find(qn("w:rPr")), style)
        for one in run:
            match name_of(one):
                case "t":
                    self._say(one.text or "", style)
                case "tab":
                    self._say("\t", style)
                case "br" if one.get(qn("w:type"), "textWrapping") == "textWrapping":
                    self._say("\n", style)
                case "cr":
                    self._say("\n", style)
                case "noBreakHyphen":
                    self._say("-", style)
                case "ruby":
                    self._walk(one, style)
                case name:
                    self._mark(name, one)

    def _say(self, text: str, style: Span) -> None:
        if text:
            self._met.spans.append(replace(style, text=text))
            self._collect(text)

    def _collect(self, text: str) -> None:
        """Words for the comments that are open here."""
        for one in tuple(self._open):
            self.anchors[one] += text
            if len(self.anchors[one]) > _MOST_ANCHOR:
                self._open.discard(one)

    def _mark(self, name: str, one: Element) -> None:
        """Where a comment begins or ends; or something that is not read."""
        if name in _LEFT_OUT:
            self._met.lost.add(_LEFT_OUT[name])
        if not name.startswith("comment"):
            return
        mark = str(one.get(qn("w:id"), ""))
        if name == "commentRangeEnd":
            self._open.discard(mark)
        elif mark not in self.anchors and len(self.anchors) < MOST_COMMENTS:
            self.anchors[mark] = ""
            self._met.comments.append(mark)
            if name == "commentRangeStart":
                self._open.add(mark)


def _inside(parent: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in a content control."""
    for one in parent:
        name = name_of(one)
        if name == wanted:
            yield one
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(one, wanted)
