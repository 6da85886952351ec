"""The page of a Word document: its size, the line above and the number below."""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.section import _Footer, _Header

from .blocks import Span
from .word_looks import (
    BOTTOM,
    LEFT,
    NUMBER,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TIGHT_BOTTOM,
    TIGHT_NUMBER,
    TIGHT_TOP,
    TOP,
)
from .word_paper import Paper
from .word_xml import Element, element, field, place, properties, run

_DISPENSABLE = ("/thumbnail", "/stylesWithEffects", "/customXml")
_STALE = ("w:rsids", "w:savePreviewPicture", "w:proofState", "w:useFELayout")
_SETTINGS = (
    ("w:zoom", "w:percent", "100"),
    ("w:compatSetting", "w:val", "15"),
    ("w:themeFontLang", "w:val", "en-GB"),
)


def set_up_page(file: WordFile, paper: Paper, title: str, *, tight: bool = False) -> None:
    """Makes the last section of `file` an A4 page with `title` above, but on its first page,
    and 'n of m' below. `tight`: with less room above and below, to keep to a single sheet."""
    section = file.sections[-1]
    _measure(file.element.body.sectPr, tight=tight)
    above: list[tuple[_Header, str, str]] = [
        (section.header, "header", title),
        (section.first_page_header, "After Table", ""),
    ]
    below = [section.footer, section.first_page_footer]
    if file.settings.odd_and_even_pages_header_footer:
        above.append((section.even_page_header, "header", title))
        below.append(section.even_page_footer)
    for header, style, text in above:
        _fill(header, paper.loose(style, (Span(text),) if text else ()))
    for footer in below:
        _fill(footer, _number(paper))


def lighten(file: WordFile) -> None:
    """Takes out what the empty file brought along and nobody needs; and says that the file is of
    Word's present kind, or Word would open it as an old one."""
    for rels in (file.part.package.rels, file.part.rels):
        for name in [name for name, rel in rels.items() if rel.reltype.endswith(_DISPENSABLE)]:
            del rels[name]
    settings = file.settings.element
    for one in list(settings.iter(*map(qn, _STALE))):
        one.getparent().remove(one)
    for tag, name, value in _SETTINGS:
        for one in settings.iter(qn(tag)):
            if one.get(qn("w:name"), "compatibilityMode") == "compatibilityMode":
                one.set(qn(name), value)


def _measure(props: Element, *, tight: bool) -> None:
    """An upright A4 page with our margins; what a cover page locks does not lock it."""
    props[:] = []
    top, bottom, number = (
        (TIGHT_TOP, TIGHT_BOTTOM, TIGHT_NUMBER) if tight else (TOP, BOTTOM, NUMBER)
    )
    for one in (
        element("type", val="nextPage"),
        element("pgSz", w=PAGE_WIDTH, h=PAGE_HEIGHT),
        element(
            "pgMar",
            top=top,
            right=LEFT,
            bottom=bottom,
            left=LEFT,
            header=720,
            footer=number,
            gutter=0,
        ),
        element("cols", space=720),
        element("formProt", val=0),
        element("titlePg"),
    ):
        place(props, one)


def _fill(frame: _Header | _Footer, paragraph: Element) -> None:
    frame.is_linked_to_previous = False
    frame.part.element[:] = [paragraph]


def _number(paper: Paper) -> Element:
    made = paper.loose("footer")
    place(properties(made), element("jc", val="right"))
    made.extend(field("PAGE", "1"))
    made.append(run(" of "))
    made.extend(field("NUMPAGES", "1"))
    return made
