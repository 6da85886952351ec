"""A document as PDF: tagged for screen readers, with an outline, its language and its author."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typst
from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.errors import IlmcoachError

from .document import Document
from .pdf_blocks import Data
from .pdf_data import pdf_data

if TYPE_CHECKING:
    from .pdf_cover import FrontPage

_TEMPLATE = Path(__file__).with_name("pdf.typ")
_UNDRAWN = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))", re.DOTALL)
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}
_UNSEEN = ("Cc", "Cf", "Zl", "Zp", "Zs")


class PdfMade(Struct, frozen=True):
    """A PDF, and how far it came out: `tagged` if it says that it keeps PDF/UA-1, the standard
    for screen readers; `missing` the characters, each once, that no font of this machine can
    draw. They show as empty boxes; every other format keeps them."""

    data: bytes
    tagged: bool
    missing: str = ""


def to_pdf(document: Document, *, author: str = "", made: datetime) -> bytes:
    """`document` as PDF; see `make_pdf`."""
    return make_pdf(document, author=author, made=made).data


def make_pdf(
    document: Document,
    *,
    author: str = "",
    cover: bytes | None = None,
    made: datetime,
    system_fonts: bool = True,
) -> PdfMade:
    """`document` as PDF by `author` (empty for none), made at `made` (UTC where it has no zone).

    The same in on the same machine gives the same out. The fonts for most European writing come
    along; others (`system_fonts`) are the machine's. Where one character has no font, the PDF
    still has its tags, outline and language, but may not call itself PDF/UA-1. `cover` is a PDF
    of the centre's own, whose pages stand in front as they are, each with what it says told to
    who cannot see it. Ours are counted from 1 behind them; nor may it call itself PDF/UA-1 then.

    Raises IlmcoachError if no PDF can be made at all, or the cover cannot be used (see
    `open_cover_pdf`).
    """
    front: tuple[FrontPage, ...] = ()
    if cover is not None:
        from .pdf_cover import open_cover_pdf

        front = open_cover_pdf(cover)
    ours = _set(pdf_data(document, author, front), made, system_fonts)
    if ours.tagged and not front:
        return ours
    # What changes PDFs is loaded where one has to be changed.
    from .pdf_front import finish

    return replace(ours, data=finish(ours.data, front), tagged=False)


def _set(data: Data, made: datetime, system_fonts: bool) -> PdfMade:
    inputs = {"document": json.dumps(data, ensure_ascii=False)}
    moment = made if made.tzinfo else made.replace(tzinfo=UTC)
    try:
        return PdfMade(_typeset(inputs, moment, ["ua-1"], system_fonts), tagged=True)
    except typst.TypstError as error:
        missing = _undrawn(error.diagnostic)
    try:
        return PdfMade(_typeset(inputs, moment, [], system_fonts), tagged=False, missing=missing)
    except typst.TypstError as error:
        raise IlmcoachError(
            f"The PDF could not be made: {error.message}",
            "Make it as Word or HTML instead: they hold the same words.",
        ) from error


def _typeset(
    inputs: dict[str, str],
    made: datetime,
    standards: list[Literal["ua-1"]],
    system_fonts: bool,
) -> bytes:
    return typst.compile(
        _TEMPLATE,
        root=_TEMPLATE.parent,
        sys_inputs=inputs,
        timestamp=int(made.timestamp()),
        pdf_standards=[*standards],
        ignore_system_fonts=not system_fonts,
    )


def _undrawn(diagnostic: str) -> str:
    """The characters to be seen that the diagnostic names, each once, in order."""
    found = "".join(_ESCAPED.sub(_unescape, one) for one in _UNDRAWN.findall(diagnostic))
    return "".join(one for one in dict.fromkeys(found) if unicodedata.category(one) not in _UNSEEN)


def _unescape(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else _CONTROLS.get(found[2], found[2])
