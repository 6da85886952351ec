"""Sheets that people fill in by hand: room to write, and one sheet of paper where one is meant."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import docx
from docx.shared import Mm

from ilmcoach.export.columns import columns
from ilmcoach.export.document import Document, Heading, Table
from ilmcoach.export.manager_sheet import manager_sheet
from ilmcoach.export.mark_sheet import SIGNED
from ilmcoach.export.parts.cells import EMPTY, ours
from ilmcoach.export.word import to_word
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio

MADE = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
WHO = ("Assessor", "Internal quality assurer", "External verifier, if any")
FORM = Document(
    "Form",
    "en",
    (Heading(1, "Form"), Table("", SIGNED, tuple((ours(one), EMPTY, EMPTY, EMPTY) for one in WHO))),
)


def test_every_empty_column_has_room_for_a_name_written_by_hand() -> None:
    (table,) = docx.Document(BytesIO(to_word(FORM, made=MADE))).tables
    widths = [cell.width for cell in table.rows[0].cells]
    assert all(width is not None and width > Mm(32) for width in widths), widths
    shares, _ = columns((SIGNED, *((one, "", "", "") for one in WHO)))
    assert min(shares) > sum(shares) / 6


def test_the_managers_page_leaves_its_edges_for_the_words() -> None:
    pack = Pack("p", "P", Path("p"))
    page = manager_sheet(pack, Portfolio(), date(2026, 11, 21))
    tight = docx.Document(BytesIO(to_word(page, made=MADE))).sections[-1]
    usual = docx.Document(BytesIO(to_word(FORM, made=MADE))).sections[-1]
    for edge in ("top_margin", "bottom_margin"):
        assert getattr(tight, edge) < getattr(usual, edge)
    assert tight.footer_distance is not None
    assert tight.bottom_margin is not None
    assert tight.footer_distance < tight.bottom_margin
