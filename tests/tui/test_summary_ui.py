"""The summary for a tutor, as a learner makes it."""

from __future__ import annotations

import json
from pathlib import Path

from ilmcoach.portfolio.records import Note
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.confirm import ConfirmScreen
from ilmcoach.tui.screens.summary import SummaryScreen
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    type_in,
)


async def test_all_of_it_is_seen_before_it_is_written(folders: Folders) -> None:
    note = Note(id="6" * 32, made=BEFORE, changed=BEFORE, text="Bethan was furious")
    seed(folders.data, CERTIFICATE, note)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await press(pilot, "ctrl+p")
        await type_in(pilot, "summary for my")
        await press(pilot, "enter")
        assert isinstance(app.screen, SummaryScreen)
        await type_in(pilot, "[b]Ann")
        app.screen.query_one("#content").scroll_visible(animate=False, top=True)
        await settle(pilot)
        shown = screen_text(app)
        assert "Shown as: [b]Ann" in shown
        assert "Kept in all: 1 note" in shown
        await press(pilot, "ctrl+s")
        assert "Written: " in screen_text(app)
        (out,) = Path(folders.exports).glob("*.ilmcoach-summary.json")
        made = json.loads(out.read_text(encoding="utf-8"))
        assert made["shown_as"] == "[b]Ann"
        assert "Bethan" not in out.read_text(encoding="utf-8")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ConfirmScreen)
