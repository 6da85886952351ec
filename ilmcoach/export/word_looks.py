"""How the parts of a Word document look: every style, as data."""

from __future__ import annotations

from msgspec import Struct

INK, MUTED, ACCENT, HAIRLINE, WASH = "1F2A30", "55636B", "1F5F6B", "C5CFD3", "F2F5F6"
FONT, MONO, EAST_ASIAN, EMOJI = "Arial", "Courier New", "Microsoft YaHei", "Segoe UI Emoji"

RULED = "8A979D"
"""The lines to write on by hand."""

INSET = 120
"""How far in code stands, in twips."""

STEP = 454
"""How far lists and quotations go in, in twips (a twentieth of a point)."""

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
LEFT, TOP, BOTTOM, NUMBER = 1588, 1531, 1418, 680
WIDTH = PAGE_WIDTH - 2 * LEFT
TIGHT_TOP, TIGHT_BOTTOM, TIGHT_NUMBER = 907, 964, 510
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
"""An A4 page, its margins, and the room for text, in twips; NUMBER is
how far from the lower edge the page's number stands. Tighter ones are for a single sheet."""


CELL_SIDES, CELL_ENDS = 200, 50
"""The room behind the text in a cell, and above as below it, in twips."""


class Look(Struct, frozen=True):
    """A paragraph style. Sizes are in half points, distances in twips; `outline` is the level
    that a heading has in Word, from 0; `line` is the least height of a line."""

    name: str
    size: int = 22
    line: int = 320
    before: int = 0
    after: int = 140
    left: int = 0
    right: int = 0
    hanging: int = 0
    bold: bool = False
    italic: bool = False
    colour: str = INK
    font: str = FONT
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    wash: str = ""
    bar: str = ""
    under: str = ""
    between: str = ""
    tab: int = 0
    leader: str = "none"
    based: str = "Body Text"
    following: str = "Body Text"


def _heading(level: int, size: int, before: int, after: int, **other: object) -> Look:
    return Look(
        f"heading {level}",
        size=size,
        line=round(size * 13.2),
        before=before,
        after=after,
        bold=True,
        keep_next=True,
        keep_lines=True,
        outline=level - 1,
        **other,  # type: ignore[arg-type]
    )


BODY = Look("Body Text", based="")
LOOKS = (
    BODY,
    Look(
        "Title",
        size=52,
        line=640,
        after=320,
        bold=True,
        colour=ACCENT,
        keep_next=True,
        under=ACCENT,
    ),
    _heading(1, 34, 480, 160, colour=ACCENT),
    _heading(2, 25, 340, 100),
    _heading(3, 22, 260, 80, colour=ACCENT),
    _heading(4, 22, 220, 60),
    _heading(5, 21, 200, 60, colour=MUTED),
    Look("Label", size=19, line=270, before=100, after=50, bold=True, colour=MUTED, keep_next=True),
    Look("Still Open", italic=True, colour=MUTED),
    Look("List Bullet", after=60, left=STEP, hanging=STEP, following="List Bullet"),
    Look("List Number", after=60, left=STEP, hanging=STEP, following="List Number"),
    Look("List Continue", after=60, left=STEP, following="List Continue"),
    Look("Quote", left=STEP, colour=MUTED, bar=ACCENT, following="Quote"),
    Look(
        "Code Block",
        size=19,
        line=260,
        before=120,
        after=240,
        left=INSET,
        right=INSET,
        font=MONO,
        wash=WASH,
        following="Code Block",
    ),
    Look("Divider", line=120, before=60, after=180, under=HAIRLINE),
    Look("caption", size=20, line=280, before=200, after=100, bold=True, keep_next=True),
    Look("Table Text", size=19, line=270, after=20, following="Table Text"),
    Look("Table Head", size=18, line=260, after=20, bold=True, colour=MUTED, keep_next=True),
    Look("After Table", size=12, line=160, after=60),
    Look("Cover Label", size=19, line=290, before=80, after=70, colour=MUTED),
    Look("Cover Value", line=290, before=80, after=70),
    Look("Bibliography", after=120, left=STEP, hanging=STEP, following="Bibliography"),
    Look("Statement", before=280, after=120, keep_lines=True, keep_next=True),
    Look("Tick Box", after=60, left=STEP, hanging=STEP, following="Tick Box"),
    Look("Writing Line", line=480, after=0, under=RULED, between=RULED, following="Writing Line"),
    Look("TOC Heading", size=25, line=330, before=440, after=120, bold=True, keep_next=True),
    Look("toc 1", line=320, before=50, after=30, tab=WIDTH, leader="dot"),
    Look("toc 2", size=20, line=290, after=10, left=STEP, colour=MUTED, tab=WIDTH, leader="dot"),
    Look("header", size=17, line=240, after=0, colour=MUTED, under=HAIRLINE),
    Look("footer", size=17, line=240, after=0, colour=MUTED),
)
"""Every paragraph style, the one that the others stand on first."""
