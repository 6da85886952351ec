"""The styles of our Word documents put into a file, beside those of a centre's cover page."""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.oxml.ns import qn

from .word_looks import (
    ACCENT,
    CELL_ENDS,
    CELL_SIDES,
    EAST_ASIAN,
    HAIRLINE,
    INK,
    LOOKS,
    MONO,
    WASH,
    Look,
)
from .word_xml import Element, element

TABLE, FIELDS = "Calm Table", "Cover Table"
STRONG, EMPHASIS, CODE, LINK = "Strong", "Emphasis", "Inline Code", "Hyperlink"
_OF_OUR_OWN = frozenset(
    f"{TABLE}|{FIELDS}|{CODE}|Label|Still Open|Code Block|Divider|Table Text|Table Head|After Table"
    "|Cover Label|Cover Value|Statement|Tick Box|Writing Line".split("|")
)
"""Names that Word has no styles of its own for."""

_CHARACTER = (STRONG, EMPHASIS, CODE, LINK)


def id_of(name: str) -> str:
    """The id of our style of that name."""
    known = {one.name for one in LOOKS} | {*_CHARACTER, TABLE, FIELDS}
    if name not in known:
        raise KeyError(name)
    return "".join(part[0].upper() + part[1:] for part in name.split())


class StyleIds:
    """The ids of our styles in one file, by their names."""

    def __init__(self, prefix: str) -> None:
        self._ids = {
            name: prefix + id_of(name)
            for name in (*(one.name for one in LOOKS), *_CHARACTER, TABLE, FIELDS)
        }

    def __getitem__(self, name: str) -> str:
        return self._ids[name]


def add_styles(file: WordFile, *, language: str, beside: bool) -> StyleIds:
    """Puts our styles into `file` and gives their ids.

    `beside` those that are there, for a cover page in front: one of the same name gets another
    name and keeps its look, so that the cover looks as the centre made it. Else instead of them.
    """
    styles = file.styles.element
    for style in list(styles.iterchildren(qn("w:style"))):
        if not beside:
            styles.remove(style)
        elif _name(style).casefold() in _NAMES:
            _rename(style)
    ids = StyleIds("Own" if beside else "")
    if not beside:
        _add_defaults(styles, language)
    for look in LOOKS:
        styles.append(_paragraph(look, ids, language))
    for name, props in _character_looks():
        styles.append(_style("character", name, ids[name], element("rPr", *props)))
    styles.append(_table(ids))
    styles.append(_style("table", FIELDS, ids[FIELDS], _cells(0)))
    return ids


_NAMES = {one.name.casefold() for one in LOOKS} | {
    name.casefold() for name in (*_CHARACTER, TABLE, FIELDS)
}


def _name(style: Element) -> str:
    found = style.find(qn("w:name"))
    return "" if found is None else str(found.get(qn("w:val"), ""))


def _rename(style: Element) -> None:
    found = style.find(qn("w:name"))
    if found is not None:
        found.set(qn("w:val"), f"Cover page {_name(style)}")
        style.set(qn("w:customStyle"), "1")


def _add_defaults(styles: Element, language: str) -> None:
    """What a paragraph has that the learner adds in Word, without choosing a style."""
    for old in styles.findall(qn("w:docDefaults")):
        styles.remove(old)
    base = LOOKS[0]
    styles.insert(0, element("docDefaults", element("rPrDefault", _run_props(base, language))))
    styles[0].append(element("pPrDefault"))
    made = _style("paragraph", "Normal", "Normal", _paragraph_props(base), quick=True)
    made.set(qn("w:default"), "1")
    styles.append(made)
    for kind, name, style_id in (
        ("character", "Default Paragraph Font", "DefaultParagraphFont"),
        ("table", "Normal Table", "TableNormal"),
        ("numbering", "No List", "NoList"),
    ):
        made = _style(kind, name, style_id, _cells(0, before=108) if kind == "table" else None)
        made.set(qn("w:default"), "1")
        styles.append(made)


def _style(
    kind: str, name: str, style_id: str, *inside: Element | None, quick: bool = False
) -> Element:
    made = element("style", element("name", val=name), type=kind, styleId=style_id)
    if name in _OF_OUR_OWN:
        made.set(qn("w:customStyle"), "1")
    for one in inside:
        if one is not None:
            made.append(one)
    if quick:
        found = made.find(qn("w:pPr"))
        mark = element("qFormat")
        made.append(mark) if found is None else found.addprevious(mark)
    return made


def _paragraph(look: Look, ids: StyleIds, language: str) -> Element:
    based = element("basedOn", val=ids[look.based]) if look.based else None
    following = element("next", val=ids[look.following])
    return _style(
        "paragraph",
        look.name,
        ids[look.name],
        based,
        following,
        _paragraph_props(look),
        _run_props(look, language),
        quick=True,
    )


def _paragraph_props(look: Look) -> Element:
    """Everything is said, so that nothing comes through from a cover page's own defaults."""
    tab = None
    if look.tab:
        tab = element("tabs", element("tab", val="right", leader=look.leader, pos=look.tab))
    wash = element("shd", val="clear", color="auto", fill=look.wash) if look.wash else None
    outline = element("outlineLvl", val=look.outline) if look.outline is not None else None
    return element(
        "pPr",
        _switch("keepNext", look.keep_next),
        _switch("keepLines", look.keep_lines),
        _switch("widowControl", True),
        _borders(look),
        wash,
        tab,
        element(
            "spacing",
            before=look.before,
            after=look.after,
            line=look.line,
            lineRule="atLeast",
        ),
        element("ind", left=look.left, right=look.right, **_first_line(look)),
        _switch("contextualSpacing", False),
        element("jc", val="left"),
        outline,
    )


def _first_line(look: Look) -> dict[str, int]:
    return {"hanging": look.hanging} if look.hanging else {"firstLine": 0}


def _borders(look: Look) -> Element | None:
    """Lines around a paragraph; for a wash they are of its colour, to give it a margin."""
    sides = [
        ("left", look.bar, 12, 10),
        ("bottom", look.under, 8 if look.under == ACCENT else 4, 8),
    ]
    if look.wash:
        sides = [(side, look.wash, 4, 5) for side in ("top", "left", "bottom", "right")]
    if look.between:
        sides += [("between", look.between, 4, 0)]
    made = [
        element(side, val="single", sz=size, space=space, color=colour)
        for side, colour, size, space in sides
        if colour
    ]
    return element("pBdr", *made) if made else None


def _run_props(look: Look, language: str) -> Element:
    return element(
        "rPr",
        fonts(look.font, EAST_ASIAN),
        *(_switch(name, look.bold) for name in ("b", "bCs")),
        *(_switch(name, look.italic) for name in ("i", "iCs")),
        element("color", val=look.colour),
        element("spacing", val=0),
        element("kern", val=0),
        *(element(name, val=look.size) for name in ("sz", "szCs")),
        element("lang", val=language, eastAsia="zh-CN", bidi="ar-SA"),
    )


def fonts(font: str, east_asian: str) -> Element:
    """The font of a text, and the one of Chinese, Japanese and Korean signs in it."""
    return element("rFonts", ascii=font, hAnsi=font, eastAsia=east_asian, cs=font)


def _switch(name: str, on: bool) -> Element:
    return element(name) if on else element(name, val=0)


def _character_looks() -> tuple[tuple[str, tuple[Element, ...]], ...]:
    return (
        (STRONG, (element("b"), element("bCs"))),
        (EMPHASIS, (element("i"), element("iCs"))),
        (CODE, (fonts(MONO, EAST_ASIAN), element("shd", val="clear", color="auto", fill=WASH))),
        (LINK, (element("color", val=ACCENT), element("u", val="single"))),
    )


def _cells(ends: int, *, before: int = 0) -> Element:
    margins = (("top", ends), ("left", before), ("bottom", ends), ("right", CELL_SIDES))
    inside = (element(name, w=width, type="dxa") for name, width in margins)
    return element("tblPr", element("tblInd", w=0, type="dxa"), element("tblCellMar", *inside))


def _table(ids: StyleIds) -> Element:
    """Fine lines between rows, a stronger one under the heads and over the sum."""
    look = _cells(CELL_ENDS)
    lines = [
        element(side, val="single", sz=size, space=0, color=colour)
        for side, size, colour in (("top", 8, ACCENT), ("bottom", 4, HAIRLINE))
    ]
    lines.append(element("insideH", val="single", sz=4, space=0, color=HAIRLINE))
    look.insert(1, element("tblBorders", *lines))
    made = _style("table", TABLE, ids[TABLE], look)
    line = element("bottom", val="single", sz=6, space=0, color=ACCENT)
    first = element("tblStylePr", type="firstRow")
    first.append(element("tcPr", element("tcBorders", line)))
    made.append(first)
    over = element("top", val="single", sz=6, space=0, color=ACCENT)
    last = element("tblStylePr", type="lastRow")
    last.append(element("rPr", element("b"), element("bCs"), element("color", val=INK)))
    last.append(element("tcPr", element("tcBorders", over)))
    made.append(last)
    return made
