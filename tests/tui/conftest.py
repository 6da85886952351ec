"""The real app for tests: a data folder of its own, a fixed clock."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ilmcoach.clock import FixedClock
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.clipboard import NoClipboard
from tests.tui.driving import NOW, WIDE, Opened, settle


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """An empty data folder."""
    return Folders(tmp_path / "data")


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
                yield app, pilot
        finally:
            app.close_portfolio()

    return _open
