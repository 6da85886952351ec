"""What the commands say of attached files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach.portfolio.records import Note
from ilmcoach.services.attachments import attach, choose
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import Folders
from tests.cli.course import NOW, Run, put


@pytest.fixture
def copy(set_up: Path, tmp_path: Path) -> Path:
    """The copy of a file that is attached to a note."""
    put(set_up, Note(id="n", made=NOW, changed=NOW, text="one"))
    file = tmp_path / "sheet.txt"
    file.write_text("hello", encoding="utf-8")
    space = open_workspace(Folders(set_up))
    try:
        attach(space, "n", choose(space, str(file)), "")
    finally:
        space.close()
    (found,) = (set_up / "attachments").iterdir()
    return found


def test_they_go_out_and_come_back(run: Run, copy: Path, tmp_path: Path, home: Path) -> None:
    out = tmp_path / "all.json"
    assert "Not in it" not in run("data", "export", str(out)).out
    assert "not in it: `ilmcoach data export FILE`" in run("backup").out
    copy.unlink()
    told = run("doctor")
    assert told.code == 1
    assert "The attached file sheet.txt is missing." in told.out
    told = run("data", "import", str(out), "--replace")
    assert "1 attached file brought with it." in told.out
    assert copy.read_text(encoding="utf-8") == "hello"


def test_one_that_is_missing_is_said(run: Run, copy: Path, tmp_path: Path, home: Path) -> None:
    copy.unlink()
    out = tmp_path / "all.json"
    assert "Not in it: 1 attached file, missing or changed." in run("data", "export", str(out)).out
    told = run("data", "import", str(out), "--replace")
    assert (told.code, "1 attached file not in it" in told.out) == (0, True)
