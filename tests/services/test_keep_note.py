"""A note is on the disk when it is called kept, or it is not called kept."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.files import DiskProblem, RealDisk
from ilmcoach.portfolio.records import Note
from ilmcoach.services.notes import keep_note
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import Folders
from ilmcoach.store.envelope import NewerVersion, decode, encode
from ilmcoach.text import clean

CLOCK = FixedClock(datetime(2026, 11, 21, 18, 40, tzinfo=UTC))


class FullDisk(RealDisk):
    """A disk on which nothing new fits."""

    def write_atomically(self, path: Path, data: bytes) -> None:
        raise DiskProblem(f"{path} could not be saved: the disk is full.")


def kept(folders: Folders) -> list[str]:
    workspace = open_workspace(folders, clock=CLOCK, read_only=True)
    return [note.text for note in workspace.portfolio.live(Note)]


def test_a_full_disk_is_never_called_kept(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "home")
    with pytest.raises(IlmcoachError, match="full"):
        keep_note(folders, "a thought", clock=CLOCK, disk=FullDisk())
    assert kept(folders) == []
    assert not keep_note(folders, "again", clock=CLOCK).waits
    assert kept(folders) == ["again"]


def test_a_full_inbox_is_never_called_kept(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "home")
    workspace = open_workspace(folders, clock=CLOCK)
    with pytest.raises(IlmcoachError, match="full"):
        keep_note(folders, "a thought", clock=CLOCK, disk=FullDisk())
    assert workspace.inbox.waiting() == ()
    workspace.close()


def test_it_carries_the_moment_it_was_written(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "home")
    keep_note(folders, "a thought", clock=CLOCK)
    workspace = open_workspace(folders, clock=CLOCK, read_only=True)
    (note,) = workspace.portfolio.live(Note)
    assert note.made == note.changed == CLOCK.now()


def test_the_portfolio_of_a_newer_version_is_left_untouched(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "home")
    keep_note(folders, "a thought", clock=CLOCK)
    file = folders.data / "portfolio.json"
    tables = decode(file.read_bytes()).tables
    file.write_bytes(encode(tables, save=2, saved=CLOCK.now(), version=99))
    before = file.read_bytes()
    with pytest.raises(NewerVersion):
        keep_note(folders, "another", clock=CLOCK)
    assert file.read_bytes() == before


@settings(max_examples=40, deadline=None)
@given(text=st.text())
def test_any_text_is_kept_clean_or_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folders = Folders(tmp_path_factory.mktemp("any") / "home")
    words = clean(text).strip()
    if words:
        keep_note(folders, text, clock=CLOCK)
        assert kept(folders) == [words]
    else:
        with pytest.raises(WrongUse):
            keep_note(folders, text, clock=CLOCK)
