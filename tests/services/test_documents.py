"""Documents written out: in which formats, where, with what, and what is kept of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document as WordFile

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.export.choices import EXTRAS, Choices
from ilmcoach.export.document import Document, Heading
from ilmcoach.export.pdf import to_pdf
from ilmcoach.export.reading_back import text_of
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.hiding import plan_for
from ilmcoach.portfolio.records import DocumentMade, Goal, Learner, Person, SectionText
from ilmcoach.services.documents import (
    FORMATS,
    cue_cards_of,
    document_of,
    export_assessment,
    export_document,
    extras_of,
    manager_sheet_of,
    mark_sheet_of,
    workbook_of,
)
from ilmcoach.services.outside import FileThere
from ilmcoach.services.searched_file import search_written
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from tests.cli.course import ROOT, enrol, put

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
TASK = "team-report"
STARTS = {"md": b"# ", "docx": b"PK", "html": b"<!", "pdf": b"%PDF"}
WORDS = "Kerry asked me *what* I feared & I told <her>.\n\n- Łukasz, 中文, مرحبا 😀"
SHEET = Document("A sheet", "en", (Heading(1, "A sheet"),))


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    home = tmp_path / "home"
    enrol(home)
    put(
        home,
        Learner(id="me", made=NOW, changed=NOW, name="Ada Obi"),
        SectionText(id="s", made=NOW, changed=NOW, assessment=TASK, section="needs", text=WORDS),
        Person(id="p", made=NOW, changed=NOW, name="Kerry", role="member"),
        Goal(id="g", made=NOW, changed=NOW, what="Ask first"),
    )
    return Folders(home)


@pytest.fixture
def space(folders: Folders) -> Iterator[Workspace]:
    opened = open_workspace(folders, clock=FixedClock(NOW))
    yield opened
    opened.close()


def made(space: Workspace) -> list[tuple[str, str, str, str]]:
    return [
        (one.what, one.format, one.path, one.names) for one in space.portfolio.live(DocumentMade)
    ]


@pytest.mark.parametrize("form", list(FORMATS))
def test_every_format_is_written_and_remembered(
    space: Workspace, tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"Ünïcode odd 'name' 中.{form}"
    choices = Choices(extras=EXTRAS, standardisation=False)
    assert export_assessment(space, TASK, form, out, choices=choices) == out
    assert out.read_bytes().startswith(STARTS[form])
    assert made(space) == [(TASK, form, str(out), "")]
    with pytest.raises(FileThere):
        export_assessment(space, TASK, form, out)
    assert len(made(space)) == 1
    if os.name != "nt":
        assert out.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("form", ["md", "docx", "html"])
def test_the_learners_words_can_be_read_back(space: Workspace, tmp_path: Path, form: str) -> None:
    out = export_assessment(space, TASK, form, tmp_path / "out")
    text = text_of(out.read_bytes(), form)
    assert "I feared & I told <her>." in text
    assert "Łukasz, 中文, مرحبا 😀" in text
    assert "Listening" not in text


def test_nothing_is_written_through_a_link(space: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "mine.docx"
    link = tmp_path / "out.docx"
    link.symlink_to(target)
    with pytest.raises(IlmcoachError, match="link"):
        export_assessment(space, TASK, "docx", link, force=True)
    assert not target.exists()
    assert made(space) == []


def test_a_window_that_only_reads_writes_the_file_and_keeps_quiet(
    folders: Folders, tmp_path: Path
) -> None:
    space = open_workspace(folders, clock=FixedClock(NOW), read_only=True)
    out = export_assessment(space, TASK, "md", tmp_path / "out.md")
    assert out.exists()
    assert made(space) == []
    space.close()


class FullDisk(RealDisk):
    """A disk on which the portfolio cannot be saved any more, and other files can."""

    def write_atomically(self, path: Path, data: bytes) -> None:
        if path.name.startswith("portfolio"):
            raise IlmcoachError("The disk is full.", "Make room.")
        super().write_atomically(path, data)


def test_a_file_that_was_written_is_told_of_even_if_that_cannot_be_kept(
    folders: Folders, tmp_path: Path
) -> None:
    space = open_workspace(folders, clock=FixedClock(NOW), disk=FullDisk())
    out = tmp_path / "out.md"
    with pytest.raises(IlmcoachError, match=r"was written, but .* The disk is full") as told:
        export_assessment(space, TASK, "md", out)
    assert told.value.hint == "Make room."
    assert out.exists()
    space.close()


def test_a_format_that_is_not_there(space: Workspace, tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="no format odt"):
        export_assessment(space, TASK, "odt", tmp_path / "out.odt")
    with pytest.raises(WrongUse, match="no format odt"):
        export_document(space, SHEET, "odt", tmp_path / "out.odt", what="x")
    assert not (tmp_path / "out.odt").exists()


def cover_page(place: Path) -> Path:
    page = WordFile()
    page.add_paragraph("Wenford College cover")
    page.save(str(place))
    return place


def test_the_centres_cover_stands_in_front_of_word(space: Workspace, tmp_path: Path) -> None:
    cover = cover_page(tmp_path / "cover.docx")
    out = export_assessment(
        space, TASK, "docx", tmp_path / "out.docx", choices=Choices(cover=cover)
    )
    text = text_of(out.read_bytes(), "docx")
    assert text.index("Wenford College cover") < text.index("What my team needs")


def test_the_centres_cover_stands_in_front_of_pdf(space: Workspace, tmp_path: Path) -> None:
    """Names of people on it are the centre's affair, but the search tells of them."""
    cover = tmp_path / "cover.pdf"
    page = Document("Cover", "en", (Heading(1, "Wenford College, for Kerry"),))
    cover.write_bytes(to_pdf(page, made=NOW))
    choices = Choices(names="roles", cover=cover)
    out = export_assessment(space, TASK, "pdf", tmp_path / "out.pdf", choices=choices)
    text = text_of(out.read_bytes(), "pdf")
    assert text.index("Wenford College") < text.index("What my team needs")
    document, plan = document_of(space, TASK, choices), plan_for(space.portfolio, "roles")
    assert "Still there: Kerry (" in search_written(out, "pdf", document, plan)


@pytest.mark.parametrize(
    ("form", "name", "says"),
    [
        ("pdf", "cover.docx", "has to be a PDF.*Make Word of your work, or get the cover"),
        ("md", "cover.docx", "in front of Word or PDF only, not of a Markdown"),
        ("html", "cover.pdf", "in front of Word or PDF only, not of a web page"),
        ("docx", "cover.pdf", "has to be a Word file.*Make PDF of your work, or get the cover"),
        ("docx", "cover.odt", "has to be a Word file.*Get the cover page as a Word file"),
        ("docx", "gone.docx", "cannot be read"),
        ("pdf", "gone.pdf", "cannot be read"),
        ("docx", "broken.docx", "cover page"),
        ("pdf", "cover.pdf", "is no PDF that can be read"),
    ],
)
def test_a_cover_that_cannot_stand_in_front_is_refused(
    space: Workspace, tmp_path: Path, form: str, name: str, says: str
) -> None:
    cover_page(tmp_path / "cover.docx")
    (tmp_path / "cover.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "broken.docx").write_bytes(b"PK nothing")
    with pytest.raises(IlmcoachError) as told:
        export_assessment(
            space, TASK, form, tmp_path / "out", choices=Choices(cover=tmp_path / name)
        )
    assert re.search(says, str(told.value), re.DOTALL)
    assert not (tmp_path / "out").exists()
    assert made(space) == []


@pytest.mark.parametrize("form", list(FORMATS))
def test_names_are_hidden_and_the_file_is_searched(
    space: Workspace, tmp_path: Path, form: str
) -> None:
    choices = Choices(names="roles")
    document = document_of(space, TASK, choices)
    assert any("Kerry" in text for text in document_of(space, TASK).theirs())
    out = export_assessment(space, TASK, form, tmp_path / "out", choices=choices)
    assert made(space) == [(TASK, form, str(out), "roles")]
    plan = plan_for(space.portfolio, "roles")
    assert "no listed name found" in search_written(out, form, document, plan)
    open_out = export_assessment(space, TASK, form, tmp_path / "open")
    found = search_written(open_out, form, document_of(space, TASK), plan)
    assert "Still there: Kerry" in found


def test_an_author_is_told_only_where_the_name_stands_in_the_work(
    space: Workspace, tmp_path: Path
) -> None:
    """The small programme asks for no name on its cover."""
    out = export_assessment(space, TASK, "docx", tmp_path / "out.docx")
    with ZipFile(BytesIO(out.read_bytes())) as file:
        assert not [name for name in file.namelist() if b"Ada Obi" in file.read(name)]
    out = export_document(
        space, manager_sheet_of(space), "docx", tmp_path / "m.docx", what="manager-sheet"
    )
    assert WordFile(str(out)).core_properties.author == "Ada Obi"


def test_other_documents_are_found_by_name(space: Workspace) -> None:
    assert mark_sheet_of(space, TASK).title == "Mark sheet: Team report"
    assert cue_cards_of(space, TASK).title == "Cue cards: Team report"
    assert "Ask first" in manager_sheet_of(space).theirs()
    assert extras_of(space) == ("goals", "journey")
    for build in (mark_sheet_of, cue_cards_of, document_of):
        with pytest.raises(WrongUse, match="no assessment called team-reprot") as told:
            build(space, "team-reprot")
        assert told.value.hint == "Did you mean team-report?"
    with pytest.raises(WrongUse, match="no guided questions called zzz"):
        workbook_of(space, "zzz")


def test_before_any_set_up_walks_can_be_printed_and_nothing_else(tmp_path: Path) -> None:
    space = open_workspace(Folders(tmp_path / "new"), clock=FixedClock(NOW), read_only=True)
    assert workbook_of(space, "smart-goal").title == "Set a goal"
    with pytest.raises(IlmcoachError, match="No programme is set up"):
        manager_sheet_of(space)
    with pytest.raises(IlmcoachError, match="No programme is set up"):
        document_of(space, TASK)
    space.close()


def test_what_writes_word_and_pdf_is_not_loaded_before_it_is_needed() -> None:
    heavy = "{'docx', 'lxml', 'typst', 'pypdf', 'textual', 'markdown_it'}"
    code = f"import sys, ilmcoach.services.documents; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
