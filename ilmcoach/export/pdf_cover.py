"""A centre's own cover page, given as PDF: opened within bounds, and whatever is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from pypdf import PageObject, PdfReader

from ilmcoach.errors import IlmcoachError
from ilmcoach.text import clean_line

from .pdf_reading import TROUBLE, open_pdf

MOST_PAGES = 10
"""Pages that a cover may have."""
MOST_CONTENT = 4_000_000
"""Bytes of drawing, unpacked, that one page or one part of it may have."""
MOST_DRAWN = 5_000
"""Parts that a page may draw, those inside others counted each time."""

_NARROWEST, _WIDEST = 72.0, 5_000.0
"""Points (72 to an inch) of a page's sides."""
_LONGEST = 1_500
"""Letters of a page that are told to who cannot see it."""
_DOTS = re.compile(r"([._…-])(?:\s*\1){3,}")
_DRAWS = re.compile(rb"/([^\s/\[\]<>()%{}]+)\s+Do\b")
_DEEPEST = 20
_PRINT_IT = "Open it in a PDF viewer, print it to a new PDF file, and choose that one."
_AGAIN = "Ask your centre for it once more, or print it and put it in front by hand."


class FrontPage(Struct, frozen=True):
    """A page to stand in front: its sides in points as it is shown, and what it is and says, for
    who cannot see it."""

    page: PageObject
    width: float
    height: float
    told: str


def open_cover_pdf(data: bytes) -> tuple[FrontPage, ...]:
    """The pages of the cover in `data`, the bytes of a PDF, in order.

    Raises IlmcoachError if it has a password, is no PDF, is damaged, has more than `MOST_PAGES`
    or none, draws far more than a page would, or shows what only a program for forms can draw.
    """
    try:
        reader = open_pdf(data)
        if reader.is_encrypted:
            raise IlmcoachError("The cover page is locked with a password.", _PRINT_IT)
        count = len(reader.pages)
        if not 0 < count <= MOST_PAGES:
            raise IlmcoachError(
                f"The cover has {count} pages; it may have from 1 to {MOST_PAGES}.",
                "Give only the pages that belong in front.",
            )
        _refuse_what_is_lost(reader)
        return tuple(_front(page, number, count) for number, page in enumerate(reader.pages, 1))
    except TROUBLE as error:
        raise unreadable() from error


def unreadable() -> IlmcoachError:
    """The error for what is no PDF, or a damaged one."""
    return IlmcoachError("The cover page is no PDF that can be read.", _AGAIN)


def drawing(page: PageObject) -> bytes:
    """What a page draws, unpacked."""
    contents = page.get_contents()
    return b"" if contents is None else contents.get_data()


def notes(page: PageObject) -> Iterator[Any]:
    """What lies on a page and is to be seen: fields of forms that were filled in, notes typed
    on it, signatures drawn; no links, and nothing that is hidden."""
    for one in page.get("/Annots") or ():
        note = one.get_object()
        hidden = int(note.get("/F", 0)) & (2 | 32)
        if not hidden and note.get("/Subtype") not in ("/Link", "/Popup", "/Text"):
            yield note


def value_of(note: Any) -> str:
    """What was typed into a field; empty for none, and for what is no field."""
    for _ in range(_DEEPEST):
        if "/V" in note:
            value = note["/V"].get_object()
            return value.strip() if isinstance(value, str) and not value.startswith("/") else ""
        if "/Parent" not in note:
            break
        note = note["/Parent"].get_object()
    return ""


def _front(page: PageObject, number: int, count: int) -> FrontPage:
    unit = float(page.get("/UserUnit", 1))
    box = page.cropbox
    width, height = float(box.width) * unit, float(box.height) * unit
    if not (_NARROWEST <= width <= _WIDEST and _NARROWEST <= height <= _WIDEST):
        raise IlmcoachError("The cover page has no usual size.", _PRINT_IT)
    if page.rotation % 180:
        width, height = height, width
    _Weight().weigh(page, drawing(page))
    which = "Cover page" if count == 1 else f"Cover page {number} of {count}"
    said = " ".join((page.extract_text(), *map(value_of, notes(page))))
    said = _DOTS.sub("…", clean_line(said))
    more = "…" if len(said) > _LONGEST else ""
    told = f"{which}. {said[:_LONGEST].rstrip()}{more}" if said else f"{which}, a picture."
    return FrontPage(page, round(width, 3), round(height, 3), told)


def _refuse_what_is_lost(reader: PdfReader) -> None:
    """What is typed into a form shows only as far as the form holds a picture of it, and layers
    that are off would come back."""
    root: Any = reader.trailer["/Root"]
    layers = root.get("/OCProperties", {}).get("/D", {}).get("/OFF")
    typed = (value_of(note) for page in reader.pages for note in notes(page) if "/AP" not in note)
    if layers or root.get("/NeedsRendering") or any(typed):
        raise IlmcoachError(
            "The cover page holds something that can only be seen in a program for forms.",
            _PRINT_IT,
        )


class _Weight:
    """How much a page draws, parts inside parts counted each time they are drawn."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}

    def weigh(self, holder: Any, data: bytes, depth: int = 0) -> int:
        """How many parts the drawing `data` with the resources of `holder` draws. Raises
        IlmcoachError if that is far too much, or without an end."""
        if len(data) > MOST_CONTENT or depth > _DEEPEST:
            raise _too_much()
        parts = (holder.get("/Resources") or {}).get("/XObject") or {}
        total = 1
        for name in _DRAWS.findall(data):
            part = parts.get(f"/{name.decode('latin-1')}")
            part = part.get_object() if part is not None else {}
            if part.get("/Subtype") == "/Form":
                total += self._part(part, depth)
            if total > MOST_DRAWN:
                raise _too_much()
        return total

    def _part(self, part: Any, depth: int) -> int:
        if id(part) not in self._known:
            self._known[id(part)] = self.weigh(part, part.get_data(), depth + 1)
        return self._known[id(part)]


def _too_much() -> IlmcoachError:
    return IlmcoachError(
        "The cover page draws far more than a page does.",
        "Print it, and scan or photograph the print, or ask your centre for a simpler one.",
    )
