"""From a portfolio that does not open back to one that does."""

from __future__ import annotations

import errno
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import RealDisk, SystemCalls
from ilmcoach.portfolio.records import Note
from ilmcoach.services.mending import (
    backups_to_choose,
    go_back_to,
    look_at,
    only_look,
    save_readable,
)
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from ilmcoach.store.recovery import NeedsRecovery

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
PORTFOLIO = "portfolio.json"


def opened(folders: Folders) -> Workspace:
    return open_workspace(folders, clock=FixedClock(NOW))


def write(folders: Folders, *texts: str) -> None:
    with opened(folders).store as store:
        store.save(Note(id=text, made=NOW, changed=NOW, text=text) for text in texts)


def texts(folders: Folders) -> set[str]:
    with opened(folders).store as store:
        return {one.text for one in store.portfolio.live(Note)}


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Two notes, one of them in a backup, and a file whose last line but one is torn."""
    folders = Folders(tmp_path / "home")
    write(folders, "one")
    write(folders, "two")
    file = folders.data / PORTFOLIO
    file.write_bytes(file.read_bytes().replace(b'"text":"two"', b'"text":"tw\x00'))
    return folders


def trouble(folders: Folders) -> NeedsRecovery:
    with pytest.raises(NeedsRecovery) as caught:
        opened(folders)
    return caught.value


def test_going_back_to_a_backup(folders: Folders) -> None:
    newest = trouble(folders).newest
    assert newest is not None
    damaged = (folders.data / PORTFOLIO).read_bytes()
    go_back_to(folders, newest.path)
    assert texts(folders) == {"one"}
    assert damaged in [one.read_bytes() for one in folders.data.glob("portfolio.*")]


def test_saving_what_can_be_read(folders: Folders) -> None:
    assert trouble(folders).salvageable == 1
    damaged = (folders.data / PORTFOLIO).read_bytes()
    save_readable(folders)
    assert texts(folders) == {"one"}
    assert damaged in [one.read_bytes() for one in folders.data.glob("portfolio.*")]


def test_a_backup_that_is_damaged_itself_changes_nothing(folders: Folders) -> None:
    newest = trouble(folders).newest
    assert newest is not None
    newest.path.write_bytes(b"{}")
    before = (folders.data / PORTFOLIO).read_bytes()
    with pytest.raises(IlmcoachError):
        go_back_to(folders, newest.path)
    assert (folders.data / PORTFOLIO).read_bytes() == before


def test_only_looking_changes_nothing(folders: Folders) -> None:
    before = {one: one.read_bytes() for one in folders.data.rglob("*") if one.is_file()}
    workspace = only_look(folders, clock=FixedClock(NOW))
    assert {one.text for one in workspace.portfolio.live(Note)} == {"one"}
    assert workspace.store.read_only
    assert "damaged" in workspace.store.why_read_only
    assert {one: one.read_bytes() for one in folders.data.rglob("*") if one.is_file()} == before


def test_the_apps_own_clock_and_disk_are_used(folders: Folders) -> None:
    newest = trouble(folders).newest
    assert newest is not None
    disk = RealDisk(Refusing())
    with pytest.raises(IlmcoachError, match="full"):
        go_back_to(folders, newest.path, clock=FixedClock(NOW), disk=disk)
    with pytest.raises(IlmcoachError, match="full"):
        save_readable(folders, clock=FixedClock(NOW), disk=disk)
    go_back_to(folders, newest.path, clock=FixedClock(NOW))
    (kept,) = folders.data.glob("portfolio.damaged-*")
    assert "20261121-184000" in kept.name


class Refusing(SystemCalls):
    """System calls of a full disk."""

    def create(self, path: Path) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_the_backups_to_choose_from(folders: Folders) -> None:
    (folders.data / "backups" / "portfolio-20260101-000000-9.json").write_bytes(b"?")
    choices = backups_to_choose(folders, clock=FixedClock(NOW))
    assert [one.counts for one in choices.good] == [{"note": 1}]
    assert [one.name for one in choices.damaged] == ["portfolio-20260101-000000-9.json"]


def test_looking_at_a_file_before_it_is_put_back(folders: Folders, tmp_path: Path) -> None:
    (backup,) = (folders.data / "backups").iterdir()
    assert look_at(backup).counts() == {"note": 1}
    bad = tmp_path / "bad.json"
    bad.write_bytes(b'{"format": "ilmcoach data", "version": 1}')
    with pytest.raises(IlmcoachError) as caught:
        look_at(bad)
    assert "data import" in caught.value.hint
    with pytest.raises(IlmcoachError, match="no file"):
        look_at(tmp_path / "none.json")
