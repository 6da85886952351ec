"""Files written outside the portfolio: whole, private, and never over the wrong thing."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import Note
from ilmcoach.services.outside import write_outside
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)

needs_posix = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An open portfolio with one note."""
    opened = open_workspace(Folders(tmp_path / "home"), clock=FixedClock(NOW))
    opened.store.save([Note(id="n", made=NOW, changed=NOW, text="kept")])
    return opened


def test_it_is_written_whole_and_private(workspace: Workspace, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    assert write_outside(workspace, out, b"words") == out
    assert out.read_bytes() == b"words"
    if os.name != "nt":
        assert out.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["out.md"]


def test_a_relative_path_is_told_in_full(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert write_outside(workspace, Path("out.md"), b"") == tmp_path / "out.md"


@needs_posix
@pytest.mark.parametrize("target", ["mine.txt", "nowhere"])
@pytest.mark.parametrize("force", [True, False])
def test_never_through_a_link(
    workspace: Workspace, tmp_path: Path, target: str, force: bool
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    link = tmp_path / "out.md"
    link.symlink_to(tmp_path / target)
    with pytest.raises(IlmcoachError, match="link"):
        write_outside(workspace, link, b"words", force=force)
    assert link.is_symlink()
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()


@needs_posix
def test_never_over_a_device(workspace: Workspace, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(IlmcoachError, match="ordinary"):
        write_outside(workspace, pipe, b"words", force=True)
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", [".", "nowhere/out.md", "file/out.md"])
def test_a_place_that_cannot_be(workspace: Workspace, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(IlmcoachError, match="folder"):
        write_outside(workspace, tmp_path / name, b"words", force=True)


@pytest.mark.parametrize(
    "name",
    [
        "portfolio.json",
        "Portfolio.JSON",
        "portfolio.lock",
        "backups/x.json",
        "drafts/x.md",
        "inbox/x.md",
        "packs/../portfolio.json",
    ],
)
def test_never_over_the_portfolio_itself(workspace: Workspace, name: str) -> None:
    home = workspace.folders.data
    for folder in ("backups", "drafts", "inbox", "packs"):
        (home / folder).mkdir(exist_ok=True)
    before = (home / "portfolio.json").read_bytes()
    with pytest.raises(IlmcoachError, match="keeps your portfolio"):
        write_outside(workspace, home / name, b"words", force=True)
    assert (home / "portfolio.json").read_bytes() == before


@needs_posix
def test_nor_by_way_of_a_linked_folder(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "way").symlink_to(workspace.folders.data)
    with pytest.raises(IlmcoachError, match="keeps your portfolio"):
        write_outside(workspace, tmp_path / "way" / "portfolio.json", b"words", force=True)


def test_the_documents_folder_is_made_when_it_is_needed(workspace: Workspace) -> None:
    out = workspace.folders.exports / "out.md"
    assert write_outside(workspace, out, b"words").read_bytes() == b"words"


def test_a_name_that_no_disk_takes_is_told_in_words(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(IlmcoachError, match="Choose a shorter name"):
        write_outside(workspace, tmp_path / f"{'é' * 200}.md", b"words")
