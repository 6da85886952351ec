"""What the styles and lists of a Word file mean for its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from msgspec import Struct
from msgspec.structs import replace

from .blocks import Span
from .word_lists import HIGHEST
from .word_xml import Element

_W = qn("w:p")[:-1]
_HEADING = re.compile(r"heading ([1-9])")
_OFF = ("0", "false", "off", "none")
_DEEPEST = 30
"""So many styles may stand one on the other; a file may say that they go in a circle."""


class Style(Struct, frozen=True):
    """A paragraph style: its name in small letters, the level as a heading that it says itself,
    the list and the level in it, and the style that it stands on."""

    name: str = ""
    outline: int | None = None
    list: tuple[str, int] = ("", 0)
    based: str = ""


def name_of(element: Element) -> str:
    """The element's name without its namespace; empty for remarks in the XML."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def value(parent: Element | None, name: str) -> str:
    """What the element `w:name` in `parent` says; empty if there is none."""
    found = parent.find(qn(f"w:{name}")) if parent is not None else None
    return str(found.get(qn("w:val"), "")) if found is not None else ""


def number(text: object) -> int:
    """A whole number from a file that may say anything; 0 if it is none."""
    said = str(text or "")
    digits = said.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 10):
        return 0
    return int(said)


class Styles:
    """The styles of one file."""

    def __init__(self, file: WordFile) -> None:
        self._default = ""
        self._known: dict[str, Style] = {}
        self._signs: dict[str, str] = {}
        for one in _children(file, RELATIONSHIP_TYPE.STYLES, "style"):
            name = value(one, "name").casefold()
            style_id = str(one.get(qn("w:styleId"), ""))
            if one.get(qn("w:type")) == "character":
                self._signs[style_id] = name
                continue
            if one.get(qn("w:default")) in ("1", "true") and one.get(qn("w:type")) == "paragraph":
                self._default = style_id
            props = one.find(qn("w:pPr"))
            own = props.find(qn("w:numPr")) if props is not None else None
            self._known[style_id] = Style(
                name,
                _level(props),
                (value(own, "numId"), number(value(own, "ilvl"))),
                value(one, "basedOn"),
            )

    def of(self, style_id: str) -> Style:
        """The style of that id, else the one that paragraphs have without one; where it says
        nothing of a list or a heading, what those that it stands on say."""
        style = self._known.get(style_id or self._default, Style())
        below, steps = style, 0
        while below.based in self._known and steps < _DEEPEST:
            below, steps = self._known[below.based], steps + 1
            style = replace(
                style,
                outline=below.outline if style.outline is None else style.outline,
                list=style.list if style.list[0] else below.list,
            )
        return style

    def heading(self, style: Style, props: Element | None) -> int | None:
        """The level of a paragraph in that style as a heading, 0 for a title; None if none."""
        if found := _HEADING.fullmatch(style.name):
            return int(found[1])
        if style.name == "title":
            return 0
        own = _level(props)
        level = style.outline if own is None else own
        return level if level is not None and level <= 9 else None

    def of_run(self, props: Element | None, style: Span) -> Span:
        """`style` with what a run's properties add to it."""
        if props is None:
            return style
        name = self._signs.get(value(props, "rStyle"), "")
        bold = _switch(props, "b", name == "strong" or style.bold)
        italic = _switch(props, "i", name == "emphasis" or style.italic)
        return replace(style, bold=bold, italic=italic, code=name == "inline code" or style.code)


class Numbering:
    """The lists of one file, and how far each has counted."""

    def __init__(self, file: WordFile) -> None:
        self._kinds: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self._counts: dict[tuple[str, int], int] = {}
        for one in _children(file, RELATIONSHIP_TYPE.NUMBERING, "abstractNum"):
            self._kinds[str(one.get(qn("w:abstractNumId"), ""))] = one
        for one in _children(file, RELATIONSHIP_TYPE.NUMBERING, "num"):
            self._lists[str(one.get(qn("w:numId"), ""))] = one

    def next(self, of: str, level: int) -> int | None:
        """The number of the next line in that list; None if it has no numbers."""
        found = self._lists.get(of)
        if found is None:
            return None
        kind = self._kinds.get(value(found, "abstractNumId"))
        form, start = "", 1
        over = _at(found, "lvlOverride", level)
        own = over.find(qn("w:lvl")) if over is not None else None
        for one in (_at(kind, "lvl", level), own):
            form = value(one, "numFmt") or form
            start = number(value(one, "start")) if value(one, "start") else start
        if value(over, "startOverride"):
            start = number(value(over, "startOverride"))
        if form in ("", "bullet", "none"):
            return None
        count = self._counts.get((of, level), start - 1) + 1
        self._counts[of, level] = count
        for deeper in range(level + 1, 9):
            self._counts.pop((of, deeper), None)
        return min(max(count, 0), HIGHEST)


def _children(file: WordFile, kind: str, name: str) -> Iterator[Element]:
    """The elements of that name in one of the file's parts, if it has it."""
    for rel in file.part.rels.values():
        if rel.reltype == kind and not rel.is_external:
            root = getattr(rel.target_part, "element", None)
            if isinstance(root, BaseOxmlElement):
                yield from root.iterchildren(f"{_W}{name}")


def _at(parent: Element | None, name: str, level: int) -> Element | None:
    for one in parent.iterchildren(f"{_W}{name}") if parent is not None else ():
        if number(one.get(qn("w:ilvl"))) == level:
            found: Element = one
            return found
    return None


def _level(props: Element | None) -> int | None:
    said = value(props, "outlineLvl")
    return number(said) + 1 if said else None


def _switch(props: Element, name: str, before: bool) -> bool:
    found = props.find(qn(f"w:{name}"))
    return before if found is None else str(found.get(qn("w:val"), "1")).casefold() not in _OFF
