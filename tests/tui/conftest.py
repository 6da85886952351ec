"""The real app for tests: a data folder of its own, a fixed clock, one way to settle."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from ilmcoach.clock import FixedClock
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.clipboard import NoClipboard

NOW = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)
NARROW = (80, 24)
WIDE = (120, 40)

Opened = Callable[..., AbstractAsyncContextManager[tuple[IlmcoachApp, Pilot[None]]]]


async def settle(pilot: Pilot[None]) -> None:
    """Waits until saves are done and the screen has nothing left to do."""
    for _ in range(2):
        app = pilot.app
        assert isinstance(app, IlmcoachApp)
        await pilot.pause()
        if app.keeper:
            await app.keeper.run(lambda: None)
        await app.workers.wait_for_complete()
        await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys and settles."""
    await pilot.press(*keys)
    await settle(pilot)


async def write(pilot: Pilot[None], text: str) -> None:
    """Types text as a learner does, a key a character."""
    names = {" ": "space", "\n": "enter"}
    await pilot.press(*(names.get(letter, letter) for letter in text))
    await settle(pilot)


async def paste(pilot: Pilot[None], text: str) -> None:
    """Pastes text where the focus is, as a terminal hands it over."""
    focused = pilot.app.focused
    assert focused is not None
    focused.post_message(events.Paste(text))
    await settle(pilot)


def screen_text(app: IlmcoachApp) -> str:
    """All that is on the screen, line by line."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(part.text for part in line)[:width] for line in lines[:height])


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
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                await settle(pilot)
                yield app, pilot
        finally:
            app.close_portfolio()

    return _open
