"""What a document can be written as. Each format's writer is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.export.document import Document

FORMATS = {"md": "Markdown", "docx": "Word", "html": "web page", "pdf": "PDF"}
"""Every format by the end of its files' names, and what people call it."""

UNDRAWN = (
    "This computer has no font for some characters: they are empty boxes in the PDF. Word and "
    "the web page keep them"
)
MOST_NAMED = 20
"""Characters that are named one by one."""

MOST_COVER = 20_000_000
"""Bytes that a cover page may have."""

COVERS = {"docx": "a Word file (.docx)", "pdf": "a PDF (.pdf)"}
"""The formats that can have a cover page of the centre's in front, and what that has to be: a
file of the same kind, for nothing else keeps a form as the centre made it."""


def refuse_odd_format(form: str, cover: Path | None = None) -> None:
    """Raises WrongUse for a format that is none of `FORMATS`, and for a cover page that cannot
    stand in front of it (see `COVERS`)."""
    if form not in FORMATS:
        names = ", ".join(FORMATS)
        raise WrongUse(f"There is no format {form}.", f"A document can be written as {names}.")
    if cover is None:
        return
    if form not in COVERS:
        raise WrongUse(
            f"Your centre's cover page can stand in front of Word or PDF only, not of a "
            f"{FORMATS[form]} file.",
            "Choose Word with a cover page in Word, or PDF with one in PDF; or leave the cover "
            "page away and add it when you print.",
        )
    kind = cover.suffix.casefold().removeprefix(".")
    if kind != form:
        way = f"Make {FORMATS[kind]} of your work, or get" if kind in COVERS else "Get"
        raise WrongUse(
            f"{cover.name} cannot stand in front of {FORMATS[form]}: there the cover page has to "
            f"be {COVERS[form]}.",
            f"{way} the cover page as {COVERS[form]}.",
        )


def write_as(
    document: Document,
    form: str,
    *,
    made: datetime,
    author: str = "",
    cover: bytes | None = None,
    warn: Callable[[str], None] = lambda _: None,
) -> bytes:
    """`document` in the format `form`, made at `made` by `author`, a `cover` page in front that
    is of the same kind (see `COVERS`); `warn` is told, in words, of characters that could not be
    drawn.
    Raises WrongUse for any other format, and IlmcoachError if the cover cannot be used."""
    match form:
        case "md":
            from ilmcoach.export.markdown import to_markdown

            return to_markdown(document).encode()
        case "docx":
            from ilmcoach.export.word import to_word

            return to_word(document, author=author, cover=cover, made=made)
        case "html":
            from ilmcoach.export.html import to_html

            return to_html(document).encode()
        case "pdf":
            from ilmcoach.export.pdf import make_pdf

            pdf = make_pdf(document, author=author, cover=cover, made=made)
            if pdf.missing:
                warn(f"{UNDRAWN}: {' '.join(pdf.missing[:MOST_NAMED])}")
            return pdf.data
        case _:
            raise WrongUse(f"There is no format {form}.")


def read_cover(cover: Path) -> bytes:
    """What is in the file of a cover page. Raises IlmcoachError if it cannot be read, or is far
    larger than a page."""
    place = cover.expanduser() if cover.parts[:1] == ("~",) else cover
    try:
        if place.stat().st_size > MOST_COVER:
            raise IlmcoachError(
                f"{place} is too large for a cover page.",
                f"At most {MOST_COVER // 1_000_000} MB can be taken.",
            )
        return place.read_bytes()
    except OSError as error:
        raise IlmcoachError(
            f"The cover page {place} cannot be read: {error.strerror or error}.",
            "Look whether its name is right.",
        ) from error
