"""A centre's own cover page, opened as the beginning of a Word document."""

from __future__ import annotations

import re

from docx.document import Document as WordFile
from docx.oxml.ns import qn

from .word_opening import TROUBLE, open_word, unreadable
from .word_xml import Element, element, place, properties

_COVER = "The cover page"
_PAGES = re.compile(rb"<(?:\w+:)?Pages>(\d{1,3})</")


def open_cover(data: bytes) -> WordFile:
    """The cover page in `data`, the bytes of a .docx, ready for more behind it.

    Raises IlmcoachError if it has a password, is no .docx, is damaged, or unpacks to more than
    `word_opening.MOST_BYTES`.
    """
    smaller = "Ask your centre for a smaller one, or leave pictures out."
    file = open_word(data, name=_COVER, smaller=smaller)
    try:
        _close(file)
    except TROUBLE as error:
        raise unreadable(_COVER) from error
    return file


def pages_of(file: WordFile) -> int:
    """How many pages the cover has, as far as the program that saved it said; at least 1."""
    for part in file.part.package.iter_parts():
        if str(part.partname) == "/docProps/app.xml" and (found := _PAGES.search(part.blob)):
            return max(int(found[1]), 1)
    return 1


def _close(file: WordFile) -> None:
    """Ends the cover's last section, so that what follows has a page of its own; in its last
    paragraph if there is one, as a full page has no room for another."""
    body = file.element.body
    section = body.get_or_add_sectPr()
    last = section.getprevious()
    if (
        last is None
        or last.tag != qn("w:p")
        or last.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    ):
        last = _thin()
        section.addprevious(last)
    kept = section.clone()
    section[:] = []
    place(properties(last), kept)


def _thin() -> Element:
    tiny = element("spacing", before=0, after=0, line=20, lineRule="exact")
    return element("p", element("pPr", tiny))
