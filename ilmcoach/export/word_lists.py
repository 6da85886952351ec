"""Lists in a Word document: real ones, each with its own count."""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from .word_looks import ACCENT, FONT, STEP
from .word_styles import fonts
from .word_xml import Element, element, place

DEEPEST = 8
"""Word knows nine levels, from 0."""

HIGHEST = 30_000
"""Word counts to 32,767."""

_EMPTY = b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
_BULLETS = "•–▪"


class Lists:
    """The lists of one file."""

    def __init__(self, file: WordFile, *, beside: bool) -> None:
        """`beside`: those of a cover page stay."""
        self._root = _numbering(file)
        if not beside:
            self._root[:] = []
        self._bulleted = self._add_kind("bullet", 0x1C0A0001)
        self._numbered = self._add_kind("decimal", 0x1C0A0002)
        self._bullets = self._add_list(self._bulleted)

    def bullets(self) -> int:
        """The number of the list with bullets: one does for all."""
        return self._bullets

    def numbered(self, level: int, start: int) -> int:
        """The number of a new list that counts from `start` at `level`."""
        begin = element("startOverride", val=start)
        return self._add_list(self._numbered, element("lvlOverride", begin, ilvl=level))

    def _add_list(self, kind: int, *overrides: Element) -> int:
        number = self._next("num", "numId")
        of = element("abstractNumId", val=kind)
        place(self._root, element("num", of, *overrides, numId=number))
        return number

    def _add_kind(self, form: str, mark: int) -> int:
        number = self._next("abstractNum", "abstractNumId")
        levels = (_level(level, form) for level in range(DEEPEST + 1))
        kind = element(
            "abstractNum",
            element("nsid", val=f"{mark:08X}"),
            element("multiLevelType", val="multilevel"),
            *levels,
            abstractNumId=number,
        )
        place(self._root, kind)
        return number

    def _next(self, tag: str, name: str) -> int:
        taken = (
            int(one.get(qn(f"w:{name}"), 0)) for one in self._root.iterchildren(qn(f"w:{tag}"))
        )
        return 1 + max(taken, default=0)


def _numbering(file: WordFile) -> Element:
    part = file.part
    known = [rel for rel in part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.NUMBERING]
    if not known:
        name = PackURI("/word/numbering.xml")
        made = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, _EMPTY, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    root: Element = part.numbering_part.element
    return root


def _level(level: int, form: str) -> Element:
    text = f"%{level + 1}." if form == "decimal" else _BULLETS[level % len(_BULLETS)]
    look = element("rPr", fonts(FONT, FONT), element("color", val=ACCENT))
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=form),
        element("lvlText", val=text),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=STEP * (level + 1), hanging=STEP)),
        look,
        ilvl=level,
    )
