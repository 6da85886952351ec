"""Deleting everything: each file that holds words goes, documents stay and are named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import DiskProblem, RealDisk
from ilmcoach.portfolio.records import DocumentMade, Note, SectionText
from ilmcoach.services.delete_all import delete_everything, everything_kept
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from ilmcoach.store.drafts import Drafts

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SHARED: dict[str, Any] = {"made": AT, "changed": AT}
SECRET = "Zo\u00eb said it"


class StuckDisk(RealDisk):
    """A disk that removes nothing whose name has `stuck` in it, and while `full` takes in no
    version."""

    def __init__(self) -> None:
        super().__init__()
        self.stuck = "nothing"
        self.full = False

    def write_atomically(self, path: Path, data: bytes) -> None:
        if self.full and path.parent.name == "versions":
            raise DiskProblem(f"{path} could not be saved: the disk is full.", "Make some room.")
        super().write_atomically(path, data)

    def remove(self, path: Path) -> None:
        if self.stuck in path.name:
            raise DiskProblem(f"{path} could not be removed.", "Close what uses it.")
        super().remove(path)


@pytest.fixture
def disk() -> StuckDisk:
    return StuckDisk()


@pytest.fixture
def lived_in(tmp_path: Path, disk: StuckDisk) -> Iterator[Workspace]:
    """A portfolio with something of everything that can lie in a data folder."""
    folders = Folders(tmp_path / "data")
    elsewhere = tmp_path / "task.docx"
    elsewhere.write_text("a document")
    for number in range(2):
        space = open_workspace(folders, clock=FixedClock(AT), disk=disk)
        space.store.save(
            [
                Note(id=f"{number}" * 32, text=SECRET, **SHARED),
                SectionText(
                    id="c" * 32, assessment="t", section="s", text=f"{SECRET} {number}", **SHARED
                ),
                DocumentMade(id="d" * 32, what="t", path=str(elsewhere), **SHARED),
                DocumentMade(id="e" * 32, what="t", path=str(tmp_path / "gone.pdf"), **SHARED),
            ]
        )
        space.close()
    Drafts(folders.data, disk).keep("note/x", SECRET, AT)
    (folders.data / "portfolio.damaged-20260101-090000.json").write_text(SECRET)
    (folders.data / "attachments").mkdir(exist_ok=True)
    (folders.data / "attachments" / "x_letter.txt").write_text(SECRET)
    (folders.data / "backups" / ".half.json.0123456789ab.tmp").write_text(SECRET)
    folders.preferences.write_text('theme = "ilmcoach-dark"\n')
    folders.exports.mkdir()
    (folders.exports / "mine.md").write_text("exported")
    pack = folders.packs / "tutors" / "pack.md"
    pack.parent.mkdir(parents=True)
    pack.write_text("---\nid: tutors\ntitle: T\n---\n\nx\n")
    space = open_workspace(folders, clock=FixedClock(AT), disk=disk)
    yield space
    space.close()


def holding(folder: Path, words: str) -> list[Path]:
    files = (one for one in folder.rglob("*") if one.is_file())
    return [one for one in files if words.encode() in one.read_bytes()]


def test_what_would_go_and_what_stays_is_said_first(lived_in: Workspace) -> None:
    found = everything_kept(lived_in)
    assert "2 notes" in found.records
    assert any("backup" in one for one in found.kinds)
    assert {one.name for one in found.stays} == {"mine.md", "task.docx"}
    assert holding(lived_in.folders.data, SECRET), "nothing has gone yet"


def test_no_file_that_is_ours_holds_a_word_afterwards(lived_in: Workspace) -> None:
    home = lived_in.folders.data
    assert len(holding(home, SECRET)) > 4
    gone = delete_everything(lived_in)
    lived_in.close()
    assert holding(home, SECRET) == []
    left = {str(one.relative_to(home)) for one in home.rglob("*") if one.is_file()}
    assert left - {"portfolio.lock"} == {"documents/mine.md", "packs/tutors/pack.md"}
    assert all(one.exists() for one in gone.stays)
    again = open_workspace(Folders(home), clock=FixedClock(AT))
    assert not list(again.portfolio), "it opens as new, with nothing to recover"
    again.close()


def test_a_version_that_still_waited_to_be_kept_is_not_kept_afterwards(
    lived_in: Workspace, disk: StuckDisk
) -> None:
    disk.full = True
    text = SectionText(id="c" * 32, assessment="t", section="s", text=f"{SECRET} 9", **SHARED)
    lived_in.store.save([text])
    assert lived_in.store.version_problem
    disk.full = False
    delete_everything(lived_in)
    with pytest.raises(IlmcoachError):
        lived_in.store.save([text])
    lived_in.close()
    assert holding(lived_in.folders.data, SECRET) == []


def test_stopped_on_the_way_it_opens_and_can_be_done_again(
    lived_in: Workspace, disk: StuckDisk
) -> None:
    home = lived_in.folders.data
    disk.stuck = "portfolio.json"
    with pytest.raises(IlmcoachError, match="could not be removed"):
        delete_everything(lived_in)
    lived_in.close()
    disk.stuck = "nothing"
    again = open_workspace(Folders(home), clock=FixedClock(AT), disk=disk)
    assert len(again.portfolio.live(Note)) == 2
    delete_everything(again)
    again.close()
    assert holding(home, SECRET) == []


def test_a_window_that_only_reads_deletes_nothing(lived_in: Workspace) -> None:
    reader = open_workspace(lived_in.folders, clock=FixedClock(AT), read_only=True)
    with pytest.raises(IlmcoachError, match="Nothing was deleted"):
        delete_everything(reader)
    assert holding(lived_in.folders.data, SECRET)
