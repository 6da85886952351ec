"""What PDF/UA-1 (ISO 14289-1) asks of a file and a program can see, read back from the file."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from ilmcoach.export.document import Document, LearnerText
from ilmcoach.export.pdf import make_pdf
from tests.export.rich import MADE, RICH, rich_document
from tests.export.tag_reading import Tagged

DRAWABLE = RICH.replace("👍🎉", "").replace("团队每周开会。我们学到了很多东西。", "")
STANDARD = {f"/H{level}" for level in range(1, 7)}
STANDARD |= set(
    "/Document /Part /Sect /Div /P /BlockQuote /Caption /TOC /TOCI /L /LI /Lbl /LBody /Table /TR "
    "/TH /TD /THead /TBody /TFoot /Span /Quote /Code /Link /Annot /Figure /Reference".split()
)
"""Names of tags of which every reader knows the meaning (ISO 32000-1, 14.8.4)."""
LONG_TABLE = "\n".join(["| When | What |", "|---|---|", *["| Monday | We met |"] * 60])


def the_document() -> Document:
    """Every kind of node there is, on several pages, a table over two among them."""
    nodes = tuple(
        LearnerText(DRAWABLE, under=2) if isinstance(one, LearnerText) else one
        for one in rich_document().nodes
    )
    title = "Leading with action learning"
    return Document(title, "en", (*nodes, LearnerText(LONG_TABLE, under=2)))


@pytest.fixture(scope="module")
def tagged() -> Tagged:
    made = make_pdf(the_document(), author="Ada Obi", made=MADE, system_fonts=False)
    assert made.tagged, made.missing
    return Tagged(made.data)


def test_all_that_is_painted_is_tagged_or_decoration(tagged: Tagged) -> None:
    assert tagged.trouble == []
    assert {"/P", "/H1", "/L", "/Table", "/Link", "/TOC"} <= {*tagged.kinds()}
    assert len(tagged.reader.pages) > 3


def test_the_file_says_what_it_is(tagged: Tagged) -> None:
    root = tagged.root
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/MarkInfo"]["/Suspects"] == False  # noqa: E712 - it is pypdf's own
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert "Leading with action learning</rdf:li></rdf:Alt></dc:title>" in tagged.xmp()
    assert "<pdfuaid:part>1</pdfuaid:part>" in tagged.xmp()
    roles = root["/StructTreeRoot"].get("/RoleMap", {})
    assert {roles.get(one, one) for one in tagged.kinds()} <= STANDARD
    assert not {*roles} & STANDARD, "none is given another meaning"


def test_headings_leave_out_no_level(tagged: Tagged) -> None:
    levels = [int(one[2:]) for one in tagged.kinds() if one[2:].isdigit() and one[1] == "H"]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(set(levels)) > 2


def test_tables_have_heads_that_say_for_what_and_rows_of_one_length(tagged: Tagged) -> None:
    tables = tagged.of("/Table")
    assert len(tables) > 3
    for table in tables:
        parts = [one for part in tagged.below(table) for one in (part, *tagged.below(part))]
        rows = [one for one in parts if one["/S"] == "/TR"]
        cells = [tagged.below(one) for one in rows]
        assert len({len(one) for one in cells}) == 1
        assert {one["/S"] for one in cells[0]} == {"/TH"}
        assert {one["/S"] for row in cells[1:] for one in row} <= {"/TH", "/TD"}
    for head in tagged.of("/TH"):
        about: Any = head["/A"].get_object()
        some = about if isinstance(about, list) else [about]
        assert any("/Scope" in one.get_object() for one in some)


def test_lists_hold_items_and_items_what_they_say(tagged: Tagged) -> None:
    for one in tagged.of("/L"):
        assert {kid["/S"] for kid in tagged.below(one)} <= {"/LI", "/Caption", "/L"}
    for one in tagged.of("/LI"):
        assert "/LBody" in [kid["/S"] for kid in tagged.below(one)]


def test_links_say_where_they_lead_and_pictures_what_they_show(tagged: Tagged) -> None:
    pages: list[Any] = [*tagged.reader.pages]
    notes = [(page, one.get_object()) for page in pages for one in page.get("/Annots", ())]
    assert len(notes) > 3
    for page, one in notes:
        assert one["/Subtype"] == "/Link"
        assert one["/Contents"].strip()
        assert "/StructParent" in one
        assert page["/Tabs"] == "/S"
    assert all(one.get("/Alt") for one in tagged.of("/Figure"))


def test_fonts_come_along_and_say_what_their_signs_mean(tagged: Tagged) -> None:
    pages: list[Any] = [*tagged.reader.pages]
    held = [page["/Resources"].get("/Font", {}) for page in pages]
    fonts = [one.get_object() for some in held for one in some.values()]
    assert fonts
    for one in fonts:
        assert "/ToUnicode" in one
        described = one["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert described.keys() & {"/FontFile2", "/FontFile3"}


def test_without_a_font_only_the_claim_is_gone() -> None:
    made = make_pdf(rich_document(), made=MADE, system_fonts=False)
    assert (made.tagged, bool(made.missing)) == (False, True)
    other = Tagged(made.data)
    assert other.trouble == []
    assert "pdfuaid:part" not in other.xmp()
    assert other.root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert other.root["/Lang"] == "en-GB"
    assert "/Outlines" in other.root
