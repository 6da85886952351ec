"""Deleting everything: two words typed and a question; then nothing of it is left."""

from __future__ import annotations

from textual.widgets import Button, Input

from ilmcoach.portfolio.records import Note
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.confirm import ConfirmScreen
from ilmcoach.tui.screens.delete_all import DeleteAllScreen
from ilmcoach.tui.screens.home import HomeScreen
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    on_disk,
    opened_on,
    paste,
    press,
    screen_text,
    seed,
    settle,
    the,
    until,
)

NOTE = Note(id="a" * 32, made=BEFORE, changed=BEFORE, text="Zoë said [/notes] it")


async def test_it_asks_twice_offers_a_copy_and_leaves_nothing_of_ours(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, NOTE)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        ways = {name: act for name, _, act in the(app, HomeScreen).commands()}
        await ways["Delete everything…"]()
        await settle(pilot)
        assert isinstance(app.screen, DeleteAllScreen)
        assert "1 note" in screen_text(app)
        delete = app.screen.query_one("#delete", Button)
        assert delete.disabled
        app.screen.query_one("#copy", Button).press()
        await settle(pilot)
        (copy,) = folders.exports.glob("everything-*.json")
        assert "Zoë said" in copy.read_text(encoding="utf-8")
        app.screen.query_one("#word", Input).focus()
        await paste(pilot, "Delete  everything")
        assert not delete.disabled
        delete.press()
        await settle(pilot)
        assert isinstance(app.screen, ConfirmScreen)
        await press(pilot, "enter")
        assert on_disk(folders.data).live(Note), "Enter keeps it"
        delete.press()
        await settle(pilot)
        app.screen.query_one("#yes", Button).press()
        await until(lambda: not app.is_running)
        told = "".join(str(one) for one in app._exit_renderables)
        assert str(copy) in " ".join(told.split())
    left = [one for one in folders.data.rglob("*") if one.is_file() and one != copy]
    assert not [one for one in left if "Zoë".encode() in one.read_bytes()]
    async with opened_on(folders) as (app, pilot):
        assert "Just had a meeting?" in screen_text(app), "as new"
