"""A document as a Word file."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordFile

from ilmcoach.text import clean_line

from .blocks import Span
from .document import Cover, Document, Heading, LearnerText
from .word_contents import add_contents
from .word_cover import open_cover, pages_of
from .word_lists import Lists
from .word_nodes import write_node
from .word_page import lighten, set_up_page
from .word_paper import Paper
from .word_styles import add_styles
from .word_xml import Element

_FIRST_ZIP_DAY = datetime(1980, 1, 1, tzinfo=UTC)
_LONGEST_PROPERTY = 255


def to_word(
    document: Document, *, author: str = "", cover: bytes | None = None, made: datetime
) -> bytes:
    """`document` as the bytes of a .docx file; the same in, the same out.

    `author` and `made`, a moment with its time zone, stand in the file's properties. `cover` is
    a .docx of the centre's own that stands in front, as it is; ours follows on a new page.

    Raises IlmcoachError if the cover cannot be read (see `open_cover`).
    """
    file = docx.Document() if cover is None else open_cover(cover)
    title = clean_line(document.title)
    language = _language(document.language)
    if cover is None:
        lighten(file)
    ids = add_styles(file, language=language, beside=cover is not None)
    lists = Lists(file, beside=cover is not None)
    taken = frozenset(one.text for one in document.headings())
    paper = Paper(file, ids, lists, taken)
    _write(paper, document, 1 if cover is None else 1 + pages_of(file))
    set_up_page(file, paper, title, tight=document.one_page)
    _describe(file, title, clean_line(author), language, made.astimezone(UTC))
    return _packed(file, made.astimezone(UTC))


def _write(paper: Paper, document: Document, first_page: int) -> None:
    """Writes all parts; the table of contents comes behind the title and the cover. A form to
    be filled in has none."""
    nodes = list(document.nodes)
    top: Element | None = None
    if nodes and isinstance(title := nodes[0], Heading):
        del nodes[0]
        top = paper.paragraph("Title", (Span(clean_line(title.text)),))
        if nodes and isinstance(nodes[0], Cover):
            write_node(paper, nodes.pop(0))
            top = paper.last()
    for node in nodes:
        write_node(paper, node)
    of_work = any(isinstance(node, LearnerText) for node in nodes)
    if top is not None and (of_work or document.contents):
        add_contents(paper, top, first_page=first_page)


def _language(code: str) -> str:
    """The language as Word names it: with a country."""
    return {"": "en-GB", "en": "en-GB"}.get(code.strip(), code.strip())


def _describe(file: WordFile, title: str, author: str, language: str, made: datetime) -> None:
    """Sets all properties: no one else's name or words are left in them."""
    moment = made.replace(tzinfo=None, microsecond=0)
    known = file.core_properties
    known.title = title[:_LONGEST_PROPERTY]
    known.author = known.last_modified_by = author[:_LONGEST_PROPERTY]
    known.language = language[:_LONGEST_PROPERTY]
    known.created = known.modified = moment
    known.revision = 1
    known.category = known.comments = known.keywords = known.subject = ""
    known.content_status = known.identifier = known.version = ""


def _packed(file: WordFile, made: datetime) -> bytes:
    """The file's bytes, with `made` as the time of each part instead of now."""
    raw, out = BytesIO(), BytesIO()
    file.save(raw)
    moment = max(made, _FIRST_ZIP_DAY)
    with ZipFile(raw) as source, ZipFile(out, "w") as target:
        for part in source.infolist():
            info = ZipInfo(part.filename, date_time=moment.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, source.read(part))
    return out.getvalue()
