"""Everything in one file, from within the app."""

from __future__ import annotations

import json

from ilmcoach.portfolio.records import Note
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.confirm import ConfirmScreen
from ilmcoach.tui.screens.copy_all import CopyAllScreen
from ilmcoach.tui.widgets.line import Line
from tests.tui.driving import (
    BEFORE,
    NARROW,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    type_in,
)

NOTE = Note(id="a" * 32, made=BEFORE, changed=BEFORE, text="Zoë said [/notes] it")


async def test_a_copy_of_everything_is_found_by_the_word_export(folders: Folders) -> None:
    seed(folders.data, NOTE)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await press(pilot, "ctrl+p")
        await type_in(pilot, "export")
        await settle(pilot)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, CopyAllScreen)
        app.screen.query_one("#file", Line).value = str(folders.exports / "mine.docx")
        await press(pilot, "ctrl+s")
        shown = screen_text(app)
        assert "can read everything in it" in shown
        assert "Open it" not in shown, "it is for no reader"
        (copy,) = folders.exports.iterdir()
        assert copy.name == "mine.json", "no Word file, whatever it was called"
        kept = json.loads(copy.read_text(encoding="utf-8"))["records"]
        assert [one["text"] for one in kept["note"]] == [NOTE.text]
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ConfirmScreen), "never over a file without asking"
