"""The real app for tests: a data folder of its own, a fixed clock."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ilmcoach.clock import FixedClock
from ilmcoach.files import RealDisk
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.clipboard import NoClipboard
from tests.tui.driving import NOW, WIDE, Hand, Opened, settle


@pytest.fixture(scope="session")
def packs_read(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What the app keeps of the bundled packs once it has read them, to open sooner."""
    folders = Folders(tmp_path_factory.mktemp("packs") / "data")
    with closing(open_workspace(folders, clock=FixedClock(NOW))) as space:
        assert space.programmes()
    return folders.pack_cache.read_bytes()


@pytest.fixture
def folders(tmp_path: Path, packs_read: bytes) -> Folders:
    """A data folder without a word in it. The packs have been read before, which saves a sixth of
    a second for each test."""
    found, disk = Folders(tmp_path / "data"), RealDisk()
    disk.make_folder(found.data)
    disk.make_folder(found.pack_cache.parent)
    disk.write_atomically(found.pack_cache, packs_read)
    return found


@pytest.fixture
def opened(folders: Folders) -> Opened:
    """Opens the app on the data folder, as often as wanted, and closes it cleanly."""

    @asynccontextmanager
    async def _open(
        size: tuple[int, int] = WIDE,
    ) -> AsyncIterator[tuple[IlmcoachApp, Pilot[None]]]:
        app = IlmcoachApp(folders, clock=FixedClock(NOW), clipboard=NoClipboard())
        app.animation_level = "none"
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                await settle(pilot)
                yield app, Hand(app)
        finally:
            app.close_portfolio()

    return _open
