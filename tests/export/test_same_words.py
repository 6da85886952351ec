"""The four formats hold the same words in the same order, read back from what was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from pypdf import PdfReader

from ilmcoach.export.document import Document
from ilmcoach.export.html import to_html
from ilmcoach.export.markdown import to_markdown
from ilmcoach.export.pdf import make_pdf
from ilmcoach.export.word import to_word
from tests.export.page_reading import Page
from tests.export.rich import MADE, rich_document

LONG = rich_document(2500)
RTL = "\u0590-\u08ff"
_WORD = re.compile(rf"[\u3400-\u9fff]|[{RTL}]+|[^\W_\u3400-\u9fff{RTL}]+")
_BREAKS = (qn("w:p"), qn("w:br"), qn("w:tab"), qn("w:tc"))


def words(text: str) -> list[str]:
    """The words of a text; each Chinese sign is one."""
    return _WORD.findall(text)


def from_markdown(document: Document) -> str:
    reader = MarkdownIt("commonmark").enable("table")
    return Page(reader.render(to_markdown(document))).text


def from_html(document: Document) -> str:
    return Page(to_html(document)).text


def from_word(document: Document) -> str:
    body = docx.Document(BytesIO(to_word(document, made=MADE))).element.body
    for contents in body.findall(f".//{qn('w:sdt')}"):
        contents.getparent().remove(contents)
    found = ""
    for one in body.iter():
        if one.tag in _BREAKS:
            found += "\n"
        elif one.tag == qn("w:t"):
            found += one.text or ""
    return found


def from_pdf(document: Document) -> tuple[str, str]:
    """The text, and the characters that no font of this machine has."""
    made = make_pdf(document, made=MADE)
    pages = [page.extract_text() for page in PdfReader(BytesIO(made.data)).pages]
    first, *others = [re.sub(r"\nPage \d+ of \d+\s*$", "", page) for page in pages]
    rest = [page.partition("\n")[2] for page in others]
    text = "\n".join([first.partition("\nContents\n")[0], *rest])
    return re.sub(r"^(?:\d+\.\s|[•‣])", "", text, flags=re.MULTILINE), made.missing


def in_order(found: Sequence[str]) -> tuple[list[str], list[str]]:
    """Words from left to right in order, and those from right to left sorted: a page has the
    latter as they stand on it, which is the other way round."""
    to_right = [one for one in found if not re.match(f"[{RTL}]", one)]
    return to_right, sorted(one for one in found if re.match(f"[{RTL}]", one))


def test_markdown_word_and_html_agree_word_for_word() -> None:
    expected = words(from_markdown(LONG))
    assert len(expected) > 2500
    assert words(from_html(LONG)) == expected
    assert words(from_word(LONG)) == expected


def test_the_pdf_agrees_but_for_what_it_says_it_cannot_draw() -> None:
    text, missing = from_pdf(LONG)
    expected = [one for one in words(from_markdown(LONG)) if one not in missing]
    assert in_order(words(text)) == in_order(expected)


@pytest.mark.parametrize("text", ["Zoë", "Łukasz", "学到了", "مرحبا", "👍", "“more", "(week)"])
def test_what_is_compared_is_there(text: str) -> None:
    """The comparison would hold for four empty documents too."""
    short = rich_document()
    assert all(text in read(short) for read in (from_markdown, from_html, from_word))
