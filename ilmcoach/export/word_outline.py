"""A Word file as an outline: headings, paragraphs, lists and tables, and what was left out.

Changes that were tracked are read as if accepted. Bounds are those of any Word file that is opened
(`open_word`), and on the text in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from msgspec import Struct, field
from msgspec.structs import replace

from ilmcoach.errors import IlmcoachError
from ilmcoach.text import clean_line

from .outline import Cell, Grid, Lost, Outline, Words
from .word_labels import Labels
from .word_marks import Styles, name_of, number, value
from .word_opening import TROUBLE, open_word, unreadable
from .word_xml import Element

MOST_SIGNS = 600_000
"""More text than this is no pack: about 100,000 words."""

MOST_PIECES = 5_000
_MOST_COLUMNS = 30
_FIRST_WORDS = 80
_HEAD = 70

_INSIDE = frozenset(("sdtContent", "customXml", "ins", "moveTo"))
_RUNS_INSIDE = _INSIDE | {"hyperlink", "smartTag", "fldSimple", "sdt", "dir", "bdo", "ruby"}
_GONE = frozenset(("del", "moveFrom"))
_TRACKED = _GONE | {"ins", "moveTo", "rPrChange", "pPrChange"}
_SHAPES = frozenset(("drawing", "pict", "object", "AlternateContent"))
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_SAID = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FORMULAS = frozenset(("oMath", "oMathPara"))
_BOXES = frozenset(("F06F", "F0A8", "F0A3", "F071", "F0FE", "F052"))
"""Characters of symbol fonts that are drawn as a box to tick."""

_OFF = ("0", "false", "off", "none")


def read_outline(data: bytes, *, name: str = "The file") -> Outline:
    """What stands in `data`, the bytes of a .docx that may come from anybody; `name` is what to
    call it at the beginning of a sentence.

    Raises IlmcoachError if it cannot be read (see `open_word`), or holds far more text than a pack
    can.
    """
    file = open_word(data, name=name, smaller="Leave pictures out, and save it again.")
    try:
        return _Reader(file, name).outline()
    except TROUBLE as error:
        raise unreadable(name) from error


class _Met(Struct):
    """What was met on the way through one paragraph."""

    text: list[str] = field(default_factory=list)
    bold: bool = True


class _Reader:
    """Goes through one file."""

    def __init__(self, file: WordFile, name: str) -> None:
        self._file = file
        self._name = name
        self._styles = Styles(file)
        self._labels = Labels(file)
        self._lost: dict[Lost, int] = {}
        self._place = "at the beginning"
        self._tracked = False
        self._pieces = self._signs = self._tables = 0
        self._met = _Met()
        self._comments: dict[str, str] = {}
        self._notes = {kind: self._notes_of(kind) for kind in ("footnote", "endnote")}

    def outline(self) -> Outline:
        """All of it."""
        blocks = tuple(self._blocks(self._file.element.body))
        self._around()
        lost = (
            replace(one, what=f"{one.what}, {times:,} times") if times > 1 else one
            for one, times in self._lost.items()
        )
        return Outline(blocks, tuple(lost), self._tracked, self._language())

    def _blocks(self, parent: Element) -> Iterator[Words | Grid]:
        for one in parent:
            name = name_of(one)
            self._tracked = self._tracked or name in _TRACKED
            if name == "p":
                yield from self._paragraph(one, self._place)
            elif name == "tbl":
                self._tables += 1
                yield self._grid(one, f"table {self._tables}")
            elif name == "sdt" and one.find(f".//{qn('w:docPartGallery')}") is not None:
                self._lose("the table of contents or a part like it", "")
            elif name == "sdt" or name in _INSIDE:
                yield from self._blocks(one)

    def _grid(self, table: Element, at: str) -> Grid:
        rows = []
        for count, row in enumerate(_inside(table, "tr"), 1):
            props = row.find(qn("w:trPr"))
            marks = {name_of(one) for one in props} if props is not None else set()
            self._tracked = self._tracked or bool(marks & _TRACKED)
            if marks & _GONE:
                continue
            cells: list[Cell] = [()] * min(number(value(props, "gridBefore")), _MOST_COLUMNS)
            for cell in _inside(row, "tc"):
                cells.append(tuple(self._cell(cell, f"{at}, row {count}")))
                wide = number(value(cell.find(qn("w:tcPr")), "gridSpan"))
                cells += [()] * (min(max(wide, 1), _MOST_COLUMNS) - 1)
            rows.append(tuple(cells[:_MOST_COLUMNS]))
            for over in cells[_MOST_COLUMNS:]:
                for words in over:
                    self._lose("a table's cells beyond its 30th", words.text, words.at)
        return Grid(at, tuple(rows))

    def _cell(self, parent: Element, at: str) -> Iterator[Words]:
        """The paragraphs of a cell, those of tables in it too."""
        for one in parent:
            name = name_of(one)
            self._tracked = self._tracked or name in _TRACKED
            if name == "p":
                yield from self._paragraph(one, at)
            elif name in _INSIDE or name in ("sdt", "tbl", "tr", "tc"):
                yield from self._cell(one, at)

    def _paragraph(self, one: Element, at: str) -> Iterator[Words]:
        """The lines of a paragraph; none if its end was deleted, so that the next goes on with
        it."""
        props = one.find(qn("w:pPr"))
        style = self._styles.of(value(props, "pStyle"))
        self._walk(one, at)
        ends = props.find(qn("w:rPr")) if props is not None else None
        marks = {name_of(mark) for mark in ends} if ends is not None else set()
        self._tracked = self._tracked or bool(marks & _TRACKED)
        if marks & _GONE:
            return
        met, self._met = self._met, _Met()
        own = props.find(qn("w:numPr")) if props is not None else None
        listed = (value(own, "numId"), number(value(own, "ilvl"))) if own is not None else None
        heading = self._styles.heading(style, props)
        lines = [clean_line(line) for line in "".join(met.text).split("\n")]
        lines = [line for line in lines if line]
        if not lines:
            return
        level, label = self._labels.next(listed or style.list, style.name)
        if heading is not None or (at == self._place and level is None and _heads(lines, met)):
            at = self._place = _under(" ".join(lines))
        for line in [" ".join(lines)] if heading is not None else lines:
            self._count(line)
            yield Words(self._pieces, at, line, heading, level, label, met.bold)
            label = "" if label != "•" else label

    def _count(self, line: str) -> None:
        self._pieces += 1
        self._signs += len(line)
        if self._pieces > MOST_PIECES or self._signs > MOST_SIGNS:
            raise IlmcoachError(
                f"{self._name} holds more text than a pack can.",
                "Share it out over two documents, and make a pack of each.",
            )

    def _walk(self, parent: Element, at: str) -> None:
        for one in parent:
            name = name_of(one)
            self._tracked = self._tracked or name in _TRACKED
            if name == "r":
                self._run(one, at)
            elif name in _RUNS_INSIDE:
                self._walk(one, at)
            elif name in _FORMULAS:
                self._lose("a formula", "".join(one.itertext()), at)

    def _run(self, run: Element, at: str) -> None:
        said: list[str] = []
        for one in run:
            name = name_of(one)
            self._tracked = self._tracked or name in _TRACKED
            if name == "t":
                said.append(one.text or "")
            elif name in _SAID:
                said.append(_SAID[name])
            elif name == "sym":
                box = str(one.get(qn("w:char"), "")).upper() in _BOXES
                said.append("☐ " if box else "")
            elif name == "ruby":
                self._walk(one, at)
            else:
                self._beside(name, one, at)
        text = "".join(said)
        if text.strip():
            props = run.find(qn("w:rPr"))
            mark = props.find(qn("w:b")) if props is not None else None
            on = mark is not None and str(mark.get(qn("w:val"), "1")).casefold() not in _OFF
            self._met.bold = self._met.bold and on
        self._met.text.append(text)

    def _beside(self, name: str, one: Element, at: str) -> None:
        """What stands beside the text: shapes, notes, comments."""
        mark = str(one.get(qn("w:id"), ""))
        if name in _SHAPES:
            self._shape(one, at)
        elif name in _NOTES:
            kind = _NOTES[name]
            self._lose(f"a {kind}", self._notes[kind].get(mark, ""), at)
        elif name == "commentReference":
            self._comments.setdefault(mark, at)

    def _shape(self, shape: Element, at: str) -> None:
        boxes = list(shape.iter(qn("w:txbxContent")))
        if boxes:
            self._lose("a text box", _text_of(boxes[0]), at)
        else:
            self._lose("a picture or shape", "", at)

    def _around(self) -> None:
        """What stands outside the text: comments, headers and footers."""
        kinds = {RELATIONSHIP_TYPE.HEADER: "a header", RELATIONSHIP_TYPE.FOOTER: "a footer"}
        for rel in self._file.part.rels.values():
            if rel.is_external:
                continue
            if rel.reltype in kinds:
                if words := clean_line(_text_of(_root(rel.target_part))):
                    self._lose(kinds[rel.reltype], words, "every page")
            elif rel.reltype == RELATIONSHIP_TYPE.COMMENTS:
                for one in _root(rel.target_part).iterchildren(qn("w:comment")):
                    at = self._comments.get(str(one.get(qn("w:id"), "")), "the text")
                    self._lose("a comment", _text_of(one), at)

    def _notes_of(self, kind: str) -> dict[str, str]:
        """The texts of all footnotes or endnotes by their ids."""
        return {
            str(one.get(qn("w:id"), "")): _text_of(one)
            for rel in self._file.part.rels.values()
            if not rel.is_external and rel.reltype.endswith(f"/{kind}s")
            for one in _root(rel.target_part).iterchildren(qn(f"w:{kind}"))
        }

    def _language(self) -> str:
        """What the file's plain text is said to be written in."""
        path = "/".join(qn(f"w:{one}") for one in ("docDefaults", "rPrDefault", "rPr", "lang"))
        for rel in self._file.part.rels.values():
            if rel.reltype == RELATIONSHIP_TYPE.STYLES and not rel.is_external:
                found = _root(rel.target_part).find(path)
                return "" if found is None else clean_line(str(found.get(qn("w:val"), "")))
        return ""

    def _lose(self, what: str, words: str, at: str = "the text") -> None:
        words = clean_line(words)
        short = words if len(words) <= _FIRST_WORDS else f"{words[: _FIRST_WORDS - 1]}…"
        if len(self._lost) < MOST_PIECES:
            lost = Lost(at, what, short)
            self._lost[lost] = self._lost.get(lost, 0) + 1


def _heads(lines: list[str], met: _Met) -> bool:
    """True for a short line in bold, which many write in place of a heading."""
    text = " ".join(lines)
    return met.bold and len(lines) == 1 and len(text) <= _FIRST_WORDS and text[-1] not in ".,;…"


def _under(heading: str) -> str:
    """The place of what stands under a heading, in words by which its writer finds it again: a
    word processor shows no numbers of paragraphs."""
    short = heading if len(heading) <= _HEAD else f"{heading[:_HEAD].rsplit(' ', 1)[0]}…"
    return f"under “{short}”"


def _inside(parent: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in a content control."""
    for one in parent:
        name = name_of(one)
        if name == wanted:
            yield one
        elif name == "sdt" or name in _INSIDE:
            yield from _inside(one, wanted)


def _root(part: object) -> Element:
    """A part's outermost element, whether python-docx knows its kind or not."""
    known = getattr(part, "element", None)
    root: Element = parse_xml(getattr(part, "blob", b"")) if known is None else known
    return root


def _text_of(parent: Element) -> str:
    """The text of all paragraphs in it, deleted words left out."""
    lines = (one.iter(qn("w:t")) for one in parent.iter(qn("w:p")))
    return " ".join("".join(part.text or "" for part in line) for line in lines)
