"""What a key costs the processor in a long section: our writing desk beside a bare text area."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import TextArea

from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.desk import DeskScreen

from . import year
from .bare import OneEditor
from .table import Row

SIZE = (120, 40)
KEYS = 12
"""Keys in a batch; a batch of each is timed in turn."""
BATCHES = 6
GAP = 0.05
"""Seconds between keys, time enough for the screen to be drawn after each."""

Opened = AbstractAsyncContextManager[Pilot[None]]


def rows(folder: Path) -> list[Row]:
    """Keys at the end of 5,000 words, in paragraphs and in one."""
    found = []
    for name, paragraphs in (("50 paragraphs", 50), ("one paragraph", 1)):
        text = year.words(5_000, Random(1), paragraphs)
        home = folder / f"desk-{paragraphs}"
        year.write(home, year.portfolio(500))
        ours, other = asyncio.run(_both(partial(_desk, home, text), partial(_editor, text)))
        found.append(Row(f"a key, 5,000 words, {name} / a bare TextArea", ours, other, most=1.25))
    return found


async def _both(first: Callable[[], Opened], second: Callable[[], Opened]) -> tuple[float, float]:
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(BATCHES):
        for opened, times in zip((first, second), taken, strict=True):
            async with opened() as pilot:
                await _type(pilot, 3)
                times.append(await _type(pilot, KEYS))
    return median(taken[0]), median(taken[1])


async def _type(pilot: Pilot[None], keys: int) -> float:
    """Milliseconds of the processor that each of so many keys takes, its picture included.

    It sleeps between keys: the pilot's own pause asks every widget whether it has done, which
    would be counted as well.
    """
    begin = time.process_time()
    for _ in range(keys):
        pilot.app.post_message(events.Key("e", "e"))
        await asyncio.sleep(GAP)
    return (time.process_time() - begin) * 1000 / keys


@asynccontextmanager
async def _desk(home: Path, text: str) -> AsyncIterator[Pilot[None]]:
    app = IlmcoachApp(Folders(home))
    app.animation_level = "none"
    try:
        async with app.run_test(size=SIZE) as pilot:
            while app.keeper is None:
                await pilot.pause()
            await pilot.pause()
            pack = app.workspace.working_pack
            task = pack.assessment(year.TASK)
            assert task is not None
            await app.push_screen(DeskScreen(app.keeper, task))
            await _fill(app, pilot, text)
            yield pilot
    finally:
        app.close_portfolio()


@asynccontextmanager
async def _editor(text: str) -> AsyncIterator[Pilot[None]]:
    app = OneEditor("")
    app.animation_level = "none"
    async with app.run_test(size=SIZE) as pilot:
        await _fill(app, pilot, text)
        yield pilot


async def _fill(app: App[None], pilot: Pilot[None], text: str) -> None:
    editor = app.screen.query_one(TextArea)
    editor.load_text(text)
    editor.focus()
    editor.move_cursor(editor.document.end)
    for _ in range(3):
        await pilot.pause()
