"""From a portfolio that does not open back to one that does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import Note
from ilmcoach.services.mending import go_back_to, save_readable
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
