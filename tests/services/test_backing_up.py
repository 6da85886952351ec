"""A backup when it is asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk, RealDisk
from ilmcoach.portfolio.records import Note
from ilmcoach.services.backing_up import back_up_now, copy_to
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from ilmcoach.store.envelope import decode

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)


def opened(home: Path, disk: Disk | None = None, *, read_only: bool = False) -> Workspace:
    return open_workspace(Folders(home), clock=FixedClock(NOW), disk=disk, read_only=read_only)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with opened(tmp_path / "home").store as store:
        store.save([Note(id="n", made=NOW, changed=NOW, text="kept")])
    return tmp_path / "home"


def test_it_holds_what_is_saved_and_is_made_once(home: Path) -> None:
    with opened(home).store:
        path = back_up_now(opened(home, read_only=True))
        assert path.parent == home / "backups"
        assert path.read_bytes() == (home / "portfolio.json").read_bytes()
        assert back_up_now(opened(home, read_only=True)) == path


def test_a_copy_elsewhere_is_the_same_file(home: Path, tmp_path: Path) -> None:
    written = copy_to(opened(home, read_only=True), tmp_path / "copy.json")
    assert decode(written.read_bytes()).counts() == {"note": 1}
    assert written.stat().st_mode & 0o077 == 0
    with pytest.raises(IlmcoachError, match="there already"):
        copy_to(opened(home, read_only=True), tmp_path / "copy.json")


def test_before_anything_was_saved(tmp_path: Path) -> None:
    with pytest.raises(IlmcoachError, match="Nothing was saved yet"):
        back_up_now(opened(tmp_path / "new", read_only=True))
    assert not (tmp_path / "new").exists()


class Forgetful(RealDisk):
    """A disk that keeps less than it was given."""

    def write_atomically(self, path: Path, data: bytes) -> None:
        super().write_atomically(path, data[:-1])


def test_a_copy_that_reads_back_differently_is_told(home: Path, tmp_path: Path) -> None:
    with pytest.raises(IlmcoachError, match="reads back differently"):
        copy_to(opened(home, Forgetful(), read_only=True), tmp_path / "copy.json")
