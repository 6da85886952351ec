"""A Word file as an outline: what stands in it by place, and what is left out said."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from ilmcoach.errors import IlmcoachError
from ilmcoach.export.outline import Grid, Outline, Words
from ilmcoach.export.word_outline import MOST_PIECES, read_outline

BOX = (
    f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict></w:r>"
)
DELETED = f"<w:del {nsdecls('w')}><w:r><w:delText>Gone</w:delText></w:r></w:del>"
ADDED = f"<w:ins {nsdecls('w')}><w:r><w:t>Added</w:t></w:r></w:ins>"
NOTE = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'
PICTURE = f"<w:r {nsdecls('w')}><w:drawing/></w:r>"
SYMBOL = f'<w:r {nsdecls("w")}><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>Tea</w:t></w:r>'
NUMBERS = (
    f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start '
    'w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl><w:lvl w:ilvl="2">'
    '<w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>'
    "</w:abstractNum>"
)
NUM = f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'


def outline(file: WordFile) -> Outline:
    out = BytesIO()
    file.save(out)
    return read_outline(out.getvalue(), name="brief.docx")


def words(found: Outline) -> list[Words]:
    return [one for one in found.blocks if isinstance(one, Words)]


def test_headings_lists_bold_lines_and_places() -> None:
    file = docx.Document()
    file.add_heading("Nights", 0)
    file.add_paragraph("")
    file.add_heading("Before", 2)
    file.add_paragraph("Who\u00a0is\tso\u00adfar\n“on”?", style="List Bullet")
    file.add_paragraph().add_run("All bold").bold = True
    half = file.add_paragraph()
    half.add_run("Half").bold = True
    half.add_run(" bold")
    found = words(outline(file))
    assert [(one.at, one.text, one.heading, one.label) for one in found] == [
        ("under “Nights”", "Nights", 0, ""),
        ("under “Before”", "Before", 2, ""),
        ("under “Before”", "Who is sofar", None, "•"),
        ("under “Before”", "“on”?", None, "•"),
        ("under “All bold”", "All bold", None, ""),
        ("under “All bold”", "Half bold", None, ""),
    ]
    assert [one.bold for one in found[4:]] == [True, False]
    assert outline(file).language == "en-US"


def test_numbers_that_word_only_shows() -> None:
    file = docx.Document()
    root = file.part.numbering_part.element
    root.insert(0, parse_xml(NUMBERS))
    root.append(parse_xml(NUM))
    for level, text in ((0, "Know"), (1, "Say"), (1, "Show"), (2, "so"), (0, "Do"), (1, "Plan")):
        line = file.add_paragraph(text)
        props = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
        line._p.get_or_add_pPr().append(parse_xml(props))
    assert [(one.label, one.text) for one in words(outline(file))] == [
        ("1.", "Know"),
        ("1.1", "Say"),
        ("1.2", "Show"),
        ("a)", "so"),
        ("2.", "Do"),
        ("2.1", "Plan"),
    ]


def test_joined_cells_keep_their_columns_and_paragraphs() -> None:
    file = docx.Document()
    table = file.add_table(rows=3, cols=3)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Criteria"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Know it"
    table.cell(1, 1).text = "1.1\n1.2"
    table.cell(2, 2).add_paragraph("Say")
    (grid,) = outline(file).blocks
    assert isinstance(grid, Grid)
    assert [[[one.text for one in cell] for cell in row] for row in grid.rows] == [
        [[], ["Criteria"], []],
        [["Know it"], ["1.1", "1.2"], []],
        [[], [], ["Say"]],
    ]
    assert grid.rows[1][1][0].at == "table 1, row 2"


def test_what_is_left_out_is_said_where_it_stood() -> None:
    file = docx.Document()
    line = file.add_paragraph("Some words")
    for part in (BOX, DELETED, ADDED, NOTE, PICTURE, PICTURE):
        line._p.append(parse_xml(part))
    file.add_comment(line.runs, "Too long", author="Ann")
    file.sections[0].header.paragraphs[0].text = "Centre 7"
    file.add_paragraph()._p.append(parse_xml(SYMBOL))
    found = outline(file)
    assert found.tracked
    assert [one.text for one in words(found)] == ["Some wordsAdded", "☐ Tea"]
    assert {(one.at, one.what, one.words) for one in found.lost} == {
        ("at the beginning", "a text box", "In a box"),
        ("at the beginning", "a footnote", ""),
        ("at the beginning", "a picture or shape, 2 times", ""),
        ("at the beginning", "a comment", "Too long"),
        ("every page", "a header", "Centre 7"),
    }


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    file = docx.Document()
    mark = f"<w:rPr {nsdecls('w')}><w:del/></w:rPr>"
    file.add_paragraph("One ")._p.get_or_add_pPr().append(parse_xml(mark))
    file.add_paragraph("line")
    assert [one.text for one in words(outline(file))] == ["One line"]


def test_a_file_with_far_too_much_in_it_is_refused() -> None:
    file = docx.Document()
    line = file.add_paragraph("x")._p
    for _ in range(MOST_PIECES):
        line.addnext(parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>x</w:t></w:r></w:p>"))
    with pytest.raises(IlmcoachError, match="more text than a pack can"):
        outline(file)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", b"# md"]
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(IlmcoachError, match=r"brief\.docx"):
        read_outline(data, name="brief.docx")


def test_odd_numbers_in_a_table_do_no_harm() -> None:
    file = docx.Document()
    file.add_table(rows=1, cols=1).cell(0, 0).text = "x"
    props = f'<w:gridSpan {nsdecls("w")} w:val="999999999"/>'
    file.tables[0].cell(0, 0)._tc.get_or_add_tcPr().append(parse_xml(props))
    (grid,) = outline(file).blocks
    assert isinstance(grid, Grid)
    assert len(grid.rows[0]) <= 30
