"""A centre's own cover page in front of the PDF: as it is, within bounds, and tags kept."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from ilmcoach.errors import IlmcoachError
from ilmcoach.export.document import Document, Heading
from ilmcoach.export.pdf import make_pdf
from tests.export import pdf_covers as covers
from tests.export.rich import MADE, rich_document
from tests.export.tag_reading import Tagged

WORK = Document("My work", "en-GB", (Heading(1, "My work"), Heading(2, "What I did")))


def covered(cover: bytes, document: Document = WORK) -> bytes:
    return make_pdf(document, cover=cover, made=MADE, system_fonts=False).data


def test_it_stands_in_front_and_pages_are_counted_behind_it() -> None:
    data = covered(covers.plain_cover(2), rich_document(900))
    reader = PdfReader(BytesIO(data))
    texts = [page.extract_text() for page in reader.pages]
    assert "Wenford College" in texts[0]
    assert "Form 7" in texts[1]
    ours = len(texts) - 2
    assert texts[2].rstrip().endswith(f"Page 1 of {ours}")
    assert texts[-1].rstrip().endswith(f"Page {ours} of {ours}")
    number = int(texts[2].partition("Goals")[2].strip(" .\n").split()[0])
    assert "How they went" in texts[1 + number]
    assert reader.page_labels[:4] == ["i", "ii", "1", "2"]
    assert data[:8] == b"%PDF-1.7"
    assert data == covered(covers.plain_cover(2), rich_document(900))


def test_tags_outline_and_language_stay_and_the_cover_is_a_picture_that_is_told() -> None:
    tagged = Tagged(covered(covers.plain_cover()))
    assert tagged.trouble == []
    assert tagged.kinds() == ["/Document", "/Figure", "/H1", "/H2"]
    (figure,) = tagged.of("/Figure")
    assert figure["/Alt"].startswith("Cover page. Wenford College")
    root = tagged.root
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert [getattr(one, "title", "") for one in tagged.reader.outline] == ["My work", ""]
    assert "pdfuaid:part" not in tagged.xmp(), "nobody vouches for pages of somebody else"
    assert tagged.reader.metadata
    assert tagged.reader.metadata.title == "My work"


def test_nothing_in_the_cover_is_tied_to_a_tag() -> None:
    """It was tagged itself; there its numbers would mean parts of our work."""
    reader = PdfReader(BytesIO(covered(covers.plain_cover())))
    (look,) = reader.pages[0]["/Resources"]["/XObject"].values()  # type: ignore[index]
    assert b"MCID" in PdfReader(BytesIO(covers.plain_cover())).pages[0].get_contents().get_data()  # type: ignore[union-attr]
    assert b"BDC" not in look.get_object().get_data()
    assert b"MCID" not in look.get_object().get_data()


def test_what_was_typed_into_its_form_shows_and_nothing_runs() -> None:
    data = covered(covers.changed(covers.filled_in))
    reader = PdfReader(BytesIO(data))
    assert "Siobhan" in reader.pages[0].extract_text()
    assert Tagged(data).of("/Figure")[0]["/Alt"].endswith("Siobhan")
    assert "/Annots" not in reader.pages[0]
    assert not {"/OpenAction", "/Names", "/AcroForm"} & {*reader.trailer["/Root"]}  # type: ignore[misc]
    assert b"app.alert" not in data


def test_a_page_that_is_turned_or_cut_stands_as_it_is_shown() -> None:
    reader = PdfReader(BytesIO(covered(covers.changed(covers.turned))))
    page = reader.pages[0]
    assert [round(float(one)) for one in page.mediabox] == [0, 0, 700, 500]
    look = page["/Resources"]["/XObject"]["/Cover"]  # type: ignore[index]
    assert [float(one) for one in look["/Matrix"]] == [0, -1, 1, 0, -100, 550]


@pytest.mark.parametrize(
    ("cover", "says"),
    [
        (b"", "no PDF that can be read"),
        (b"hello", "no PDF that can be read"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 9, "no PDF that can be read"),
        (covers.plain_cover()[:3000], "no PDF that can be read"),
        (covers.blank(0), "has 0 pages"),
        (covers.blank(11), "has 11 pages; it may have from 1 to 10"),
        (covers.changed(covers.locked), "locked with a password.*print it to a new PDF"),
        (covers.changed(covers.drawn_by_a_viewer), "program for forms.*print it to a new PDF"),
        (covers.changed(covers.in_itself), "draws far more than a page does"),
        (covers.changed(covers.swollen), "draws far more than a page does"),
        (covers.changed(covers.without_end), "no usual size"),
    ],
)
def test_what_cannot_stand_in_front_is_told_and_how_to_mend_it(cover: bytes, says: str) -> None:
    with pytest.raises(IlmcoachError, match=f"(?s){says}") as told:
        covered(cover)
    assert told.value.hint


def test_a_cover_damaged_anywhere_is_used_or_refused_in_words() -> None:
    good = covers.changed(covers.filled_in)
    refused = 0
    for at in range(0, len(good) - 40, len(good) // 40):
        bad = good[:at] + bytes(255 - one for one in good[at : at + 40]) + good[at + 40 :]
        try:
            assert covered(bad).startswith(b"%PDF-1.7")
        except IlmcoachError:
            refused += 1
    assert 0 < refused < 41


def test_an_empty_page_is_a_picture_too() -> None:
    tagged = Tagged(covered(covers.blank(1)))
    assert [one["/Alt"] for one in tagged.of("/Figure")] == ["Cover page, a picture."]
