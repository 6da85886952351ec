"""The text of a file that was written, read back as somebody else's program would find it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

from .document import Document
from .markdown import to_markdown

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_WORD_PARTS = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|comments)\.xml|docProps/.*\.xml"
)
_WORD_BREAKS = re.compile(r"</w:p>|</w:tc>|<w:br\b[^>]*>|<w:tab/>|</dc:\w+>|</cp:\w+>")
_WORD_LINKS = re.compile(r'\bTarget="([^"]*)"[^>]*\bTargetMode="External"')
_SHOWN = ("content", "href", "src", "alt", "title")
"""Attributes of a page that somebody may read."""
_TAG = re.compile(r"<[^>]+>")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}


READ_BACK = ("md", "html", "docx", "pdf")
"""The formats whose files are read back."""
IN_PIECES = ("pdf",)
"""Those whose pages are set in pieces, so that what was given to be set is to be read too
(`words_of`)."""


def text_of(data: bytes, form: str) -> str:
    """All the text in a file of a format, one of `READ_BACK`: body, headers and properties, and
    the addresses that its links lead to. Raises ValueError for other formats, and IlmcoachError
    for a PDF that cannot be read."""
    match form:
        case "md":
            return _ESCAPED.sub(r"\1", data.decode())
        case "html":
            reader = _Reader()
            reader.feed(data.decode())
            reader.close()
            return "\n".join(("".join(reader.found), *reader.shown))
        case "docx":
            return _word(data)
        case "pdf":
            from .pdf_reading import text_of_pdf

            return text_of_pdf(data)
        case _:
            raise ValueError(f"the text of {form} cannot be read back")


def words_of(document: Document) -> str:
    """All the text of a document, before it is written."""
    return text_of(to_markdown(document).encode(), "md")


class _Reader(HTMLParser):
    """Text, a line for each element; apart from it what attributes say, so that no address parts
    a name."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.shown: list[str] = []
        self._inline = frozenset(("a", "b", "strong", "em", "i", "code", "span", "bdi"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self._inline:
            self.found.append("\n")
        self.shown += [value for name, value in attrs if name in _SHOWN and value]

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._inline:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def _word(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as file:
        names = [name for name in file.namelist() if _WORD_PARTS.fullmatch(name)]
        parts = [file.read(name).decode() for name in names]
        ties = (name for name in file.namelist() if name.endswith(".xml.rels"))
        parts += ["\n".join(_WORD_LINKS.findall(file.read(name).decode())) for name in ties]
    text = "\n".join(_TAG.sub("", _WORD_BREAKS.sub("\n", part)) for part in parts)
    return re.sub("|".join(_ENTITIES), lambda found: _ENTITIES[found[0]], text)
