"""A Word file has the learner's words once and in order, and is one that Word reads."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ilmcoach.errors import IlmcoachError
from ilmcoach.export.document import (
    Box,
    Boxes,
    Cell,
    Cover,
    CoverRow,
    Document,
    Heading,
    Label,
    LearnerText,
    Listing,
    Node,
    OwnWork,
    PageBreak,
    Paragraph,
    Reference,
    References,
    Room,
    Table,
    Verbatim,
    WordTable,
)
from ilmcoach.export.word import to_word
from ilmcoach.text import clean

MADE = datetime(2026, 12, 3, 9, 30, 4, tzinfo=UTC)
LONG = "I asked them what they had seen, and then I went quiet to see who would speak first. "


def task(*nodes: Node) -> Document:
    return Document("The task", "en", (Heading(1, "The task"), *nodes))


def of(text: str) -> Document:
    return task(Heading(2, "Plan"), LearnerText(text, under=2))


def opened(document: Document, **options: object) -> WordFile:
    return docx.Document(BytesIO(to_word(document, made=MADE, **options)))  # type: ignore[arg-type]


def words(file: WordFile) -> list[str]:
    """All words of the body, but those of the table of contents, in order."""
    found: list[str] = []
    body = file.element.body
    for paragraph in body.iter(qn("w:p")):
        if any(one.tag == qn("w:sdt") for one in paragraph.iterancestors()):
            continue
        parts = paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
        found += "".join(one.text or "" if one.tag == qn("w:t") else " " for one in parts).split()
    return found


def contents(file: WordFile) -> list[tuple[str, str]]:
    """The lines of the table of contents: heading and page."""
    lines = []
    for link in file.element.body.iter(qn("w:hyperlink")):
        if link.get(qn("w:anchor")):
            texts = [one.text for one in link.iter(qn("w:t"))]
            lines.append(("".join(texts[:-1]), texts[-1]))
    return lines


def by_style(file: WordFile, name: str) -> list[str]:
    return [one.text for one in file.paragraphs if one.style and one.style.name == name]


EVERY = task(
    Cover((CoverRow("Centre number", ""), CoverRow("Learner name", "Ada Ö. 名前", learners=True))),
    Heading(2, "Plan"),
    LearnerText("# My own\n\nFirst **bold** word.\n\n- one\n- two\n\n| a | b |\n|--|--|\n| c |", 2),
    Label("Nothing is written here yet.", missing=True),
    Heading(3, "Meeting"),
    Label("Problem brought"),
    LearnerText("Second part.", under=3),
    WordTable((("Plan", 1200), ("Log", 3)), 1203, "The task suggests 1,000."),
    PageBreak(),
    Table(
        "What I did",
        ("Day", "What"),
        ((Cell("3 May"), Cell("Third\npart", learners=True, before="done")),),
    ),
    References((Reference("Revans, R. (1980)", "Action Learning", ". London."),)),
    Listing(("asked", "answered")),
    Verbatim("as  it\n  went"),
    Paragraph("A sentence of ours."),
    Boxes((Box("May be used", ticked=True), Box("May not be used"))),
    Room(2),
    OwnWork("It is mine.", "Ada Ö", date(2026, 12, 3)),
)


def test_every_part_is_there_in_order() -> None:
    found = " ".join(words(opened(EVERY)))
    assert found == (
        "The task Centre number Learner name Ada Ö. 名前 Plan My own First bold word. one two a b "
        "c Nothing is written here yet. Meeting Problem brought Second part. Words under each "
        "heading. The task suggests 1,000. Heading Words Plan 1,200 Log 3 In all 1,203 What I did "
        "Day What 3 May done: Third part Revans, R. (1980) Action Learning. London. asked answered "
        "as it went A sentence of ours. ☒ May be used ☐ May not be used My own work. It is mine. "
        "Confirmed: name Ada Ö, date Thu 3 Dec 2026"
    )


def test_words_of_the_work_stand_once() -> None:
    """Those of the demo of all parts are held to their order above; here, that the contents,
    the header and the marks say none of the learner's again."""
    file = opened(task(Heading(2, "Plan"), LearnerText("# Unlikely\n\n" + LONG * 400, under=2)))
    assert words(file).count("Unlikely") == 1
    assert words(file)[4:] == (LONG * 400).split()


def test_headings_are_real_ones() -> None:
    file = opened(EVERY)
    assert by_style(file, "Title") == ["The task"]
    assert by_style(file, "Heading 1") == ["Plan"]
    assert by_style(file, "Heading 2") == ["My own", "Meeting"]
    assert file.styles["Heading 1"].builtin


def test_properties_are_set_and_nobody_elses() -> None:
    file = opened(EVERY, author="Ada Ö\x00")
    known = file.core_properties
    assert (known.title, known.author, known.last_modified_by) == ("The task", "Ada Ö", "Ada Ö")
    assert known.created == MADE.replace(tzinfo=None) or known.created == MADE
    assert (known.language, known.comments, known.revision) == ("en-GB", "", 1)
    language = file.styles["Body Text"].element.find(f".//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "en-GB"


def test_very_long_title_fits_its_property() -> None:
    assert len(opened(Document("t" * 999, "en", ())).core_properties.title) == 255


def test_same_in_same_out() -> None:
    first, second = (to_word(EVERY, author="Ada", made=MADE) for _ in range(2))
    assert first == second
    with ZipFile(BytesIO(first)) as packed:
        assert {part.date_time for part in packed.infolist()} == {(2026, 12, 3, 9, 30, 4)}


def test_header_and_footer() -> None:
    section = opened(EVERY).sections[-1]
    assert section.header.paragraphs[0].text == "The task"
    assert section.first_page_header.paragraphs[0].text == ""
    for footer in (section.footer, section.first_page_footer):
        codes = [one.text.strip() for one in footer._element.iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]
        assert footer.paragraphs[0].text == "1 of 1"


def test_contents_are_a_field_filled_in_already() -> None:
    parts = [
        part
        for number in range(1, 5)
        for part in (Heading(2, f"Part {number}"), LearnerText(LONG * 60, under=2))
    ]
    file = opened(task(Cover((CoverRow("Date", "today"),)), *parts))
    lines = contents(file)
    assert [text for text, _ in lines] == ["Part 1", "Part 2", "Part 3", "Part 4"]
    pages = [int(page) for _, page in lines]
    assert pages[0] == 2
    assert pages == sorted(pages)
    assert pages[-1] > pages[0]
    codes = [one.text.strip() for one in file.element.body.iter(qn("w:instrText"))]
    assert codes[0] == r'TOC \o "1-2" \h \z \u'
    marks = {one.get(qn("w:name")) for one in file.element.body.iter(qn("w:bookmarkStart"))}
    assert {code.split()[1] for code in codes if code.startswith("PAGEREF")} == marks
    assert file.settings.element.find(qn("w:updateFields")) is None


def test_short_document_and_form_have_no_contents() -> None:
    assert contents(opened(EVERY)) == []
    form = [part for number in range(9) for part in (Heading(2, f"Part {number}"), Room(20))]
    assert contents(opened(task(*form))) == []


def numbering(file: WordFile) -> list[tuple[str, int, int]]:
    """Each line of a list: its text, its list, its level."""
    found = []
    for one in file.paragraphs:
        number, level = (
            one._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn(f'w:{name}')}")
            for name in ("numId", "ilvl")
        )
        if number is not None and level is not None:
            found.append((one.text, int(number.get(qn("w:val"))), int(level.get(qn("w:val")))))
    return found


def starts(file: WordFile, number: int) -> list[tuple[int, int]]:
    """What a list begins with, by level."""
    root = file.part.numbering_part.element
    (one,) = [one for one in root.findall(qn("w:num")) if one.numId == number]
    return [
        (int(over.get(qn("w:ilvl"))), int(over[0].get(qn("w:val"))))
        for over in one.findall(qn("w:lvlOverride"))
    ]


def test_each_list_counts_for_itself() -> None:
    file = opened(of("1. a\n2. b\n   1. c\n   2. d\n3. e\n\nText\n\n7. f\n8. g\n\n- h\n  - i"))
    found = {text: (number, level) for text, number, level in numbering(file)}
    assert found["a"] == found["b"] == found["e"]
    assert found["c"] == found["d"] != found["a"]
    assert [found[text][1] for text in "acfhi"] == [0, 1, 0, 0, 1]
    assert found["f"][0] not in (found["a"][0], found["c"][0])
    assert starts(file, found["a"][0]) == [(0, 1)]
    assert starts(file, found["c"][0]) == [(1, 1)]
    assert starts(file, found["f"][0]) == [(0, 7)]


def test_number_that_word_cannot_count_to_is_text() -> None:
    file = opened(of("999999999. far"))
    assert words(file)[-2:] == ["999999999.", "far"]
    assert numbering(file) == []


def links(file: WordFile) -> list[str]:
    rels = file.part.rels.values()
    return [rel.target_ref for rel in rels if rel.reltype == RELATIONSHIP_TYPE.HYPERLINK]


def test_only_safe_links_can_be_followed() -> None:
    file = opened(
        of("[a](https://example.org/x?y=1) [b](mailto:a@b.org) [c](ftp://d.e) [f](#g) <http://a:b>")
    )
    assert links(file) == ["https://example.org/x?y=1", "mailto:a@b.org"]
    assert " ".join(words(file)).endswith("a b c (ftp://d.e) f (#g) http://a:b")


def test_text_from_right_to_left() -> None:
    file = opened(of("مرحبا world\n\nHello مرحبا بكم end"))
    right, left = file.paragraphs[-2:]
    assert right._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    assert left._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is None
    marked = [
        one.text for one in left.runs if one._r.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
    ]
    assert marked == ["مرحبا بكم"]


def test_signs_of_other_scripts_have_a_font() -> None:
    file = opened(of("Good 👩‍👩‍👧 day 中文"))
    runs = {one.text: one for one in file.paragraphs[-1].runs}
    fonts = runs["👩‍👩‍👧"]._r.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    assert fonts.get(qn("w:ascii")) == "Segoe UI Emoji"
    base = file.styles["Body Text"].element.rPr.find(qn("w:rFonts"))
    assert base.get(qn("w:eastAsia")) == "Microsoft YaHei"


def test_heads_of_a_table_come_again() -> None:
    (table,) = opened(of("| a | b |\n|--|--|\n| c | d |")).tables
    marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert marked == [True, False]


def test_table_wider_than_word_takes_keeps_its_words() -> None:
    names = [f"name{number}" for number in range(80)]
    file = opened(of(f"|{'|'.join(names)}|\n{'|--' * 80}|\n| last |"))
    assert file.tables == []
    assert [one for one in words(file) if one != "|"][3:] == [*names, "last"]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60), st.text(max_size=20))
def test_no_sign_stops_it(text: str, label: str) -> None:
    document = Document(
        text,
        "en",
        (
            Heading(1, text),
            Cover((CoverRow(label, text, learners=True),)),
            Heading(2, label),
            LearnerText(text, under=2),
            Verbatim(text),
            Table(label, (text,), ((Cell(text, before=label),),)),
            OwnWork(label, text),
        ),
    )
    found = "".join(words(opened(document, author=text)))
    assert "".join(clean(text).split()) in found


@pytest.mark.parametrize(
    "text",
    [
        "\ud800 lone \x00\x08 \ufffe end",
        "a&#12;b&#x1;c end",
        ">" * 25 + " end",
        ">" * 400 + " end",
        "\n".join(f"{'   ' * depth}1. x" for depth in range(40)) + " end",
        "&#x202e; end",
    ],
)
def test_odd_text_keeps_its_last_word(text: str) -> None:
    assert words(opened(of(text)))[-1] == "end"


def cover() -> bytes:
    file = docx.Document()
    file.add_heading("Wenford College", 1)
    file.sections[0].header.paragraphs[0].text = "Form A1"
    file.add_paragraph("one", style="List Number")
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def test_the_centres_cover_stands_in_front_as_it_is() -> None:
    file = opened(EVERY, cover=cover(), author="Ada")
    assert words(file)[:5] == ["Wenford", "College", "one", "The", "task"]
    first, ours = file.sections
    assert first.header.paragraphs[0].text == "Form A1"
    assert ours.header.paragraphs[0].text == "The task"
    style = file.paragraphs[0].style
    assert style is not None
    assert style.style_id == "Heading1"
    assert style.name == "Cover page heading 1"
    assert by_style(file, "Heading 1") == ["Plan"]
    assert file.core_properties.author == "Ada"


def test_cover_without_lists_and_with_a_table_last() -> None:
    file = docx.Document()
    for name, rel in list(file.part.rels.items()):
        if rel.reltype == RELATIONSHIP_TYPE.NUMBERING:
            del file.part.rels[name]
    file.add_table(1, 1)
    out = BytesIO()
    file.save(out)
    again = opened(of("1. one\n2. two"), cover=out.getvalue())
    assert [text for text, _, _ in numbering(again)] == ["one", "two"]
    assert len(again.sections) == 2


def bomb() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed, packed.open("word/document.xml", "w") as part:
        for _ in range(70):
            part.write(bytes(1024 * 1024))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no Word document"),
        (b"PK\x03\x04 and no more", "no Word document"),
        (cover()[:2000], "no Word document"),
        (cover()[:9000] + b"\xff" * 99 + cover()[9099:], "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old one", "old format"),
    ],
)
def test_cover_that_cannot_be_read_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(IlmcoachError, match=said):
        to_word(EVERY, cover=data, made=MADE)


def test_cover_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(IlmcoachError, match="too big"):
        to_word(EVERY, cover=bomb(), made=MADE)


def test_empty_document() -> None:
    assert words(opened(Document("", "", ()))) == []
