"""What an open workspace keeps of its packs, and when it keeps nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.files import DiskProblem, RealDisk
from ilmcoach.services.workspace import Workspace, find_library, open_workspace
from ilmcoach.settings import Folders

CLOCK = FixedClock(datetime(2026, 11, 21, 9, 0, tzinfo=UTC))


class NoCache(RealDisk):
    """A disk that takes no cache."""

    def write_atomically(self, path: Path, data: bytes) -> None:
        if path.parent.name == "cache":
            raise DiskProblem("The disk is full.")
        super().write_atomically(path, data)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """An empty data folder."""
    return Folders(tmp_path / "home")


def opened(folders: Folders, disk: RealDisk | None = None, read_only: bool = False) -> Workspace:
    return open_workspace(folders, clock=CLOCK, disk=disk, read_only=read_only)


def test_packs_that_were_read_are_there_at_the_next_start(folders: Folders) -> None:
    first = opened(folders)
    read = first.working_pack
    assert not folders.pack_cache.exists()
    first.close()
    assert RealDisk().is_private(folders.pack_cache)
    before = folders.pack_cache.stat()

    second = opened(folders)
    kept = second.working_pack
    second.close()

    assert kept == read
    assert folders.pack_cache.stat() == before


def test_reading_only_keeps_nothing(folders: Folders) -> None:
    opened(folders).close()
    looking = opened(folders, read_only=True)
    assert looking.working_pack
    looking.close()
    assert not folders.pack_cache.parent.exists()


def test_a_second_window_takes_from_the_cache_and_keeps_nothing(folders: Folders) -> None:
    writing = opened(folders)
    reading = opened(folders)
    assert reading.store.read_only
    assert reading.working_pack == writing.working_pack
    reading.close()
    assert not folders.pack_cache.exists()
    writing.close()
    assert folders.pack_cache.exists()


def test_listing_the_packs_keeps_nothing(folders: Folders) -> None:
    assert find_library(folders).entries
    assert not folders.data.exists()


def test_a_disk_without_room_for_the_cache_stops_nothing(folders: Folders) -> None:
    workspace = opened(folders, NoCache())
    assert workspace.working_pack
    workspace.close()
    assert not folders.pack_cache.exists()
    assert opened(folders).store.read_only is False


def test_a_damaged_cache_is_written_anew(folders: Folders) -> None:
    first = opened(folders)
    read = first.working_pack
    first.close()
    whole = folders.pack_cache.read_bytes()
    folders.pack_cache.write_bytes(whole[: len(whole) // 2])

    second = opened(folders)
    assert second.working_pack == read
    second.close()

    assert len(folders.pack_cache.read_bytes()) == len(whole)
