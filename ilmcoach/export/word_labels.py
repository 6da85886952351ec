"""What a Word file shows in front of the lines of its lists: `1.1`, `a)`, a bullet."""

from __future__ import annotations

import re

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from .word_marks import Numbering, number, value
from .word_xml import Element

_BULLET = "•"
_PLACE = re.compile(r"%([1-9])")
_LONGEST = 20


class Labels:
    """Counts through the lists of one file."""

    def __init__(self, file: WordFile) -> None:
        self._numbering = Numbering(file)
        self._counts: dict[tuple[str, int], int] = {}
        self._shapes: dict[tuple[str, int], tuple[str, str]] = {}
        for rel in file.part.rels.values():
            if rel.reltype == RELATIONSHIP_TYPE.NUMBERING and not rel.is_external:
                root = getattr(rel.target_part, "element", None)
                if root is not None:
                    self._read(root)

    def next(self, of: tuple[str, int], style: str) -> tuple[int | None, str]:
        """How deep the next line of that list is, and its label; `of` is the list's number in the
        file and the level, `style` the name of the line's style. None and nothing for a line that
        is in no list."""
        name, level = of[0], min(max(of[1], 0), 8)
        if name in ("", "0"):
            plain = not name and style.startswith(("list bullet", "list number"))
            return (0, _BULLET) if plain else (None, "")
        count = self._numbering.next(name, level)
        if count is None:
            return level, _BULLET
        self._counts[name, level] = count
        form, shape = self._shapes.get((name, level), ("decimal", f"%{level + 1}."))
        shown = _PLACE.sub(lambda at: self._at(name, int(at[1]) - 1, form, level), shape)
        return level, shown.strip()[:_LONGEST]

    def _at(self, name: str, place: int, form: str, level: int) -> str:
        count = self._counts.get((name, place), 1)
        if place == level and form in ("lowerLetter", "upperLetter"):
            letter = chr(ord("a") + (count - 1) % 26)
            return letter.upper() if form == "upperLetter" else letter
        return str(count)

    def _read(self, root: Element) -> None:
        kinds = {
            str(one.get(qn("w:abstractNumId"), "")): one
            for one in root.iterchildren(qn("w:abstractNum"))
        }
        for one in root.iterchildren(qn("w:num")):
            kind = kinds.get(value(one, "abstractNumId"))
            for lvl in kind.iterchildren(qn("w:lvl")) if kind is not None else ():
                at = number(lvl.get(qn("w:ilvl")))
                shape = (value(lvl, "numFmt"), value(lvl, "lvlText")[:_LONGEST])
                self._shapes[str(one.get(qn("w:numId"), "")), at] = shape
