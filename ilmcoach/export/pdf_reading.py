"""PDFs read: those of somebody else, and our own read back."""

from __future__ import annotations

import logging
import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import DictionaryObject

from ilmcoach.errors import IlmcoachError

TROUBLE = (
    PyPdfError,
    DependencyError,
    zlib.error,
    struct.error,
    KeyError,
    IndexError,
    AttributeError,
    TypeError,
    ValueError,
    ArithmeticError,
    AssertionError,
    RuntimeError,  # too deep in itself, or not supported
    OSError,
    EOFError,
)
"""What a file that is damaged, or made to do harm, may raise while it is read."""

_SHORTEST = 6
"""Letters of a word that may have been broken: a column that is narrower has no room for one."""
_LINE_END = re.compile(r"(\S+)\n(?=(\S+))")
_DEEPEST = 100


def open_pdf(data: bytes) -> PdfReader:
    """The PDF in `data`. Raises one of `TROUBLE` for what is none."""
    # It tells of every small fault in a file, and would write that over the screen.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    return PdfReader(BytesIO(data))


def text_of_pdf(data: bytes) -> str:
    """All that can be read in a PDF: its pages, as they are set; what is told of pictures; its
    title and author, its outline, and the addresses that its links lead to. What may be a word
    broken at the end of a line stands there twice: as it is set, and at the end put together.

    Raises IlmcoachError if it cannot be read.
    """
    try:
        return _text(open_pdf(data))
    except TROUBLE as error:
        raise IlmcoachError(
            "The PDF cannot be read back.", "Read it through before you give it to anybody."
        ) from error


def _text(reader: PdfReader) -> str:
    pages = "\n".join(page.extract_text() for page in reader.pages)
    known = (str(one) for one in (reader.metadata or {}).values())
    root: Any = reader.trailer["/Root"]
    about = root["/Metadata"].get_data().decode("utf-8", "replace") if "/Metadata" in root else ""
    shown = [
        *known,
        re.sub(r"<[^>]*>", "\n", about),
        *_titles(reader.outline),
        *_told(root.get("/StructTreeRoot")),
        *_addresses(reader),
    ]
    return "\n".join((pages, *shown, put_together(pages)))


def put_together(text: str) -> str:
    """A text whose lines are joined wherever a long word may have been broken between two."""
    return _LINE_END.sub(lambda one: one[1] if len(one[1] + one[2]) >= _SHORTEST else one[0], text)


def _titles(outline: Iterable[Any]) -> Iterator[str]:
    for one in outline:
        if isinstance(one, list):
            yield from _titles(one)
        else:
            yield str(one.title)


def _told(node: Any, depth: int = 0) -> Iterator[str]:
    """What is told of pictures, down the tree of tags."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for one in node:
            yield from _told(one, depth)
    elif isinstance(node, dict):
        if "/Alt" in node:
            yield str(node["/Alt"])
        yield from _told(node.get("/K"), depth + 1)


def _addresses(reader: PdfReader) -> Iterator[str]:
    for page in reader.pages:
        for one in page.get("/Annots") or ():
            action: Any = one.get_object().get("/A", DictionaryObject()).get_object()
            if "/URI" in action:
                yield str(action["/URI"])
