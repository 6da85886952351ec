"""A document as PDF: tagged, with an outline; any text is text; it never fails on a character."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from ilmcoach.export.document import Cell, Document, Heading, Label, LearnerText, Table
from ilmcoach.export.pdf import PdfMade, make_pdf, to_pdf
from tests.export.rich import MADE, RICH, learners, rich_document

RICHEST = rich_document()
DRAWABLE = RICH.replace("👍🎉", "").replace("团队每周开会。我们学到了很多东西。", "")
"""What the fonts that come along can draw."""


def made(document: Document) -> PdfMade:
    """The PDF with the fonts that come along only: the same on every machine."""
    return make_pdf(document, made=MADE, system_fonts=False)


def read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def text(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in read(data).pages)


def tags(node: Any) -> Iterator[str]:
    """The names of all tags, in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from tags(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"])
        if "/K" in node:
            yield from tags(node["/K"])


def titles(outline: list[Any]) -> list[Any]:
    return [titles(one) if isinstance(one, list) else one["/Title"] for one in outline]


def test_a_screen_reader_is_told_what_each_part_is() -> None:
    pdf = made(learners(DRAWABLE))
    assert pdf.tagged
    assert pdf.missing == ""
    root: Any = read(pdf.data).trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    found = list(tags(root["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/L", "/LI", "/Table", "/TH", "/Link", "/BlockQuote", "/Code"} <= {*found}
    assert found.count("/TH") == 3
    assert b"pdfuaid" in pdf.data


def test_it_says_what_it_is_and_who_made_it_when_and_nothing_else() -> None:
    data = to_pdf(RICHEST, author="Zoë Ł.", made=MADE)
    known = read(data).metadata
    assert known is not None
    assert (known.title, known.author) == ("Leading with action learning", "Zoë Ł.")
    assert known.creation_date == known.modification_date == MADE
    assert to_pdf(RICHEST, author="Zoë Ł.", made=MADE) == data
    (title, below) = titles(read(data).outline)
    assert title == "Leading with action learning"
    assert below[0] == "The problem"
    assert [one for one in below if isinstance(one, str)][-1] == "Goals"


def test_contents_name_the_pages_and_each_page_its_number() -> None:
    reader = read(made(rich_document(1500)).data)
    first = reader.pages[0].extract_text()
    listed = first.partition("Contents")[2]
    number = int(listed.partition("Goals")[2].strip(" .\n").split()[0])
    assert "How they went" in reader.pages[number - 1].extract_text()
    assert reader.pages[-1].extract_text().rstrip().endswith(f"of {len(reader.pages)}")


def test_characters_without_a_font_are_told_and_the_rest_is_there() -> None:
    pdf = made(learners('Before \U0001f389\U0001f469\u200d\U0001f4bb 团队团 after \u0378 "q" \\.'))
    assert not pdf.tagged
    assert pdf.missing == "\U0001f389\U0001f469\U0001f4bb团队\u0378"
    assert "Before" in text(pdf.data)
    assert "after" in text(pdf.data)
    root: Any = read(pdf.data).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]


def test_a_text_is_never_a_command() -> None:
    trap = '#panic() $x^2$ <label> @ref #include "x" //note /*x*/ ~a~ -- --- \\u{41} [/notes] #set'
    document = Document(
        trap,
        "no such ]language",
        (Heading(1, trap), Label(trap), Table(trap, (trap,), ((Cell(trap),),))),
    )
    pdf = make_pdf(document, author=trap, made=MADE, system_fonts=False)
    assert pdf.tagged
    assert text(pdf.data).replace("\n", "").replace(" ", "").count(trap.replace(" ", "")) == 5
    assert "#panic() $x^2$" in text(made(learners(trap)).data)


@pytest.mark.parametrize("depth", [7, 20])
def test_what_lies_deep_inside_still_has_a_place(depth: int) -> None:
    nested = f"{'> - ' * depth}deepest"
    pdf = made(learners(nested))
    assert pdf.tagged
    assert "deepest" in text(pdf.data)


def test_headings_without_an_order_still_make_an_outline() -> None:
    nodes = (Heading(3, "First"), LearnerText("### Mine", under=3), Heading(2, "Next"))
    pdf = made(Document("T", "en", (*nodes, Heading(6, "Deep"), Heading(1, "Last"))))
    assert pdf.tagged
    assert titles(read(pdf.data).outline) == ["First", ["Mine"], "Next", ["Deep"], "Last"]


def test_a_long_word_breaks_instead_of_running_off_the_page() -> None:
    word = "https://example.org/" + "abcdefghij" * 40
    pdf = made(learners(f"See {word} here.\n\n| a | b |\n|---|---|\n| {word} | c |"))
    shown = text(pdf.data).replace("\n", "")
    assert shown.count(word) == 2
    assert max(map(len, text(pdf.data).split())) < 110


@given(st.text(max_size=80) | st.text("a# -1.>`*_[]()<>&\"'|\\\n\tßع", max_size=80))
@settings(max_examples=40)
def test_no_text_ever_makes_it_fail(anything: str) -> None:
    pdf = made(learners(anything))
    assert pdf.tagged or pdf.missing
    assert pdf.data.startswith(b"%PDF-1.7")
