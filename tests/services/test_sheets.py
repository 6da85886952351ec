"""The sheet's two files: private, under no name, never over another without asking."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.portfolio.records import FeedbackRequest, Learner
from ilmcoach.services.outside import FileThere
from ilmcoach.services.sheets import usual_sheet, write_sheet
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
REQUEST = FeedbackRequest(
    id="q", made=NOW, changed=NOW, who="Zoë Whitlock", questions="What helped?"
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = open_workspace(Folders(tmp_path / "home"), clock=FixedClock(NOW))
    workspace.store.save([Learner(id="l", made=NOW, changed=NOW, name="A. Learner")])
    yield workspace
    workspace.close()


def test_a_page_and_a_text_under_the_days_name(workspace: Workspace) -> None:
    out = usual_sheet(workspace)
    page, text = write_sheet(workspace, REQUEST, out)
    assert (page.name, text.name) == ("feedback-2026-11-21.html", "feedback-2026-11-21.txt")
    assert page.parent == workspace.folders.exports
    for one in (page, text):
        words = one.read_text(encoding="utf-8")
        assert "What helped?" in words
        assert "A. Learner" in words
        assert "Zoë Whitlock" in words
        if os.name != "nt":
            assert one.stat().st_mode & 0o777 == 0o600
    # The next sheet of the day has a name of its own.
    assert usual_sheet(workspace).name == "feedback-2026-11-21-2.html"


@pytest.mark.parametrize("there", ["mine.html", "mine.txt"])
def test_neither_file_is_replaced_without_asking(
    workspace: Workspace, tmp_path: Path, there: str
) -> None:
    (tmp_path / there).write_text("kept")
    with pytest.raises(FileThere):
        write_sheet(workspace, REQUEST, tmp_path / "mine.html")
    assert (tmp_path / there).read_text() == "kept"
    assert len([one for one in tmp_path.iterdir() if one.is_file()]) == 1
    write_sheet(workspace, REQUEST, tmp_path / "mine.html", force=True)
    assert "What helped?" in (tmp_path / there).read_text()


@pytest.mark.parametrize(
    ("given", "name"), [("mine", "mine.html"), ("my.notes", "my.notes.html"), ("A.HTM", "A.html")]
)
def test_any_name_gets_the_right_ending(
    workspace: Workspace, tmp_path: Path, given: str, name: str
) -> None:
    assert write_sheet(workspace, REQUEST, tmp_path / given)[0].name == name


def test_without_a_question_there_is_no_sheet(workspace: Workspace, tmp_path: Path) -> None:
    empty = FeedbackRequest(id="e", made=NOW, changed=NOW, who="Zoë", questions=" \n ")
    with pytest.raises(WrongUse):
        write_sheet(workspace, empty, tmp_path / "mine")


def test_the_portfolios_own_files_are_refused(workspace: Workspace) -> None:
    with pytest.raises(IlmcoachError):
        write_sheet(workspace, REQUEST, workspace.folders.data / "portfolio.x", force=True)
