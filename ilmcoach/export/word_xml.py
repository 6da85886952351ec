"""Elements of a Word file, each part in the order that the file format asks for."""

from __future__ import annotations

from typing import TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

Element: TypeAlias = BaseOxmlElement

_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
    "rPr sectPr pPrChange"
)
_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_SECTION = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid printerSettings sectPrChange"
)
_NUMBERING = "numPicBullet abstractNum num numIdMacAtCleanup"
_ORDERS = {
    qn(f"w:{parent}"): {qn(f"w:{name}"): number for number, name in enumerate(names.split())}
    for parent, names in (
        ("pPr", _PARAGRAPH),
        ("rPr", _RUN),
        ("sectPr", _SECTION),
        ("numbering", _NUMBERING),
    )
}


def element(tag: str, *inside: Element | None, **values: str | int) -> Element:
    """A new element `w:tag` with `inside` in it, each in its place, and attributes `w:name`."""
    made = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        made.set(qn(f"w:{name}"), str(value))
    for one in inside:
        if one is not None:
            place(made, one)
    return made


def place(parent: Element, child: Element) -> None:
    """Puts `child` into `parent`, before what has to come after it."""
    order = _ORDERS.get(parent.tag)
    if order is not None:
        own = order.get(child.tag, len(order))
        for other in parent:
            if order.get(other.tag, len(order)) > own:
                other.addprevious(child)
                return
    parent.append(child)


def properties(paragraph: Element) -> Element:
    """The properties of a paragraph, made if it has none."""
    found: Element | None = paragraph.find(qn("w:pPr"))
    if found is None:
        found = element("pPr")
        paragraph.insert(0, found)
    return found


def run(text: str, *props: Element | None) -> Element:
    """A run of `text`, which is clean, in which newlines and tabs hold."""
    made = element("r", element("rPr", *props) if any(one is not None for one in props) else None)
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(element("br"))
        for place_, part in enumerate(line.split("\t")):
            if place_:
                made.append(element("tab"))
            if part:
                made.append(_text("t", part))
    return made


def field(code: str, shown: str, *props: Element | None) -> list[Element]:
    """A field: what Word works out by `code`, and what stands there until it does."""

    def mark(kind: str) -> Element:
        return element("r", element("rPr", *props), element("fldChar", fldCharType=kind))

    asked = element("r", element("rPr", *props), _text("instrText", f" {code} "))
    parts = [mark("begin"), asked, mark("separate")]
    return [*parts, *([run(shown, *props)] if shown else []), mark("end")]


def _text(tag: str, text: str) -> Element:
    made = element(tag)
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
