"""Deleting for good from the log: asked about first, then gone from every file."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Button

from ilmcoach.portfolio.records import Note
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.confirm import ConfirmScreen
from ilmcoach.tui.screens.home import HomeScreen
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    FullDisk,
    on_disk,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
)

KEPT = Note(id="a" * 32, made=BEFORE, changed=BEFORE, text="A thought to keep")
GONE = Note(id="b" * 32, made=BEFORE, changed=BEFORE, trashed=BEFORE, text="Said in confidence")
OTHER = Note(id="c" * 32, made=BEFORE, changed=BEFORE, trashed=BEFORE, text="Also deleted")


@pytest.fixture
def used(folders: Folders) -> Folders:
    """One note to keep and two deleted ones; all are in a backup too."""
    seed(folders.data, CERTIFICATE, KEPT, GONE, OTHER)
    return folders


def holding(folder: Path, words: str) -> list[str]:
    files = (one for one in folder.rglob("*") if one.is_file())
    return [one.name for one in files if words.encode() in one.read_bytes()]


async def show_deleted(app: IlmcoachApp, pilot: Pilot[None]) -> None:
    await press(pilot, "5")
    app.screen.query_one("#trash", Button).press()
    await settle(pilot)


async def push(app: IlmcoachApp, pilot: Pilot[None], button: str) -> None:
    found = app.screen.query_one(f"#{button}", Button)
    assert found.display
    found.press()
    await settle(pilot)


def said(app: IlmcoachApp) -> str:
    return " ".join(str(one.message) for one in app._notifications)


async def test_the_buttons_are_there_for_deleted_records_only(used: Folders) -> None:
    async with opened_on(used, size=NARROW) as (app, pilot):
        await press(pilot, "5")
        assert not app.screen.query_one("#for-good").display
        assert not app.screen.query_one("#empty-trash").display
        await show_deleted(app, pilot)
        assert "Delete for good…" in screen_text(app)
        assert "Empty the deleted list…" in screen_text(app)


async def test_one_record_goes_after_a_question(used: Folders) -> None:
    async with opened_on(used) as (app, pilot):
        await show_deleted(app, pilot)
        await push(app, pilot, "for-good")
        assert isinstance(app.screen, ConfirmScreen)
        shown = " ".join(screen_text(app).split())
        assert "cannot be brought back" in shown
        assert "stay as they are" in shown
        gone = GONE if GONE.text in shown else OTHER
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen), "Enter stands on the answer that keeps it"
        assert holding(used.data, gone.text)
        await push(app, pilot, "for-good")
        await push(app, pilot, "yes")
        assert "Gone for good: from your portfolio" in said(app)
        assert "1 backup" in said(app)
        assert gone.text not in screen_text(app)
    left = OTHER if gone is GONE else GONE
    assert holding(used.data, gone.text) == []
    assert len(holding(used.data, left.text)) == 2
    assert set(on_disk(used.data)) == {CERTIFICATE, KEPT, left}


async def test_all_deleted_records_go(used: Folders) -> None:
    used.exports.mkdir()
    (used.exports / "assignment.md").write_text(GONE.text, encoding="utf-8")
    async with opened_on(used) as (app, pilot):
        await show_deleted(app, pilot)
        await push(app, pilot, "empty-trash")
        shown = " ".join(screen_text(app).split())
        assert "Everything in the deleted list: 2 notes" in shown
        assert "There is 1 in" in shown
        await push(app, pilot, "yes")
        assert GONE.text not in screen_text(app)
        assert OTHER.text not in screen_text(app)
    assert holding(used.data, GONE.text) == ["assignment.md"]
    assert holding(used.data, OTHER.text) == []
    assert set(on_disk(used.data)) == {CERTIFICATE, KEPT}


async def test_undo_does_not_bring_back_what_went_for_good(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, replace(KEPT, text="One"), replace(GONE, trashed=None))
    async with opened_on(folders) as (app, pilot):
        await press(pilot, "5", "delete", "delete")
        assert sum(one.trashed is not None for one in app.workspace.portfolio) == 2
        await show_deleted(app, pilot)
        await push(app, pilot, "for-good")
        await push(app, pilot, "yes")
        await press(pilot, "ctrl+z", "ctrl+z")
        assert len(app.workspace.portfolio) == 2
        assert "Nothing was deleted just now" in said(app)


async def test_damaged_files_are_named_and_go_only_if_told(used: Folders) -> None:
    copy = used.data / "portfolio.damaged-20260101-000000.json"
    for answer, there in (("no", True), ("yes", False)):
        copy.write_bytes(b'"x":{"kind":"note","text":"Said in conf')
        seed(used.data, GONE)
        async with opened_on(used) as (app, pilot):
            await show_deleted(app, pilot)
            await push(app, pilot, "empty-trash")
            await push(app, pilot, "yes")
            assert isinstance(app.screen, ConfirmScreen)
            assert copy.name in "".join(screen_text(app).replace("│", "").split())
            await push(app, pilot, answer)
            assert isinstance(app.screen, HomeScreen)
        assert copy.exists() == there


async def test_on_a_full_disk_nothing_goes_and_it_is_said(used: Folders) -> None:
    disk = FullDisk()
    async with opened_on(used, disk) as (app, pilot):
        await show_deleted(app, pilot)
        disk.full = True
        await push(app, pilot, "empty-trash")
        await push(app, pilot, "yes")
        assert "the disk is full" in said(app)
        disk.full = False
        await push(app, pilot, "empty-trash")
        await push(app, pilot, "yes")
    assert holding(used.data, GONE.text) == []


async def test_with_nothing_deleted_it_says_so(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, KEPT)
    async with opened_on(folders) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, HomeScreen)
        commands = {title: act for title, _, act in screen.commands()}
        await commands["Empty the deleted list…"]()
        assert isinstance(app.screen, HomeScreen)
        await settle(pilot)
        assert "Nothing is deleted" in said(app)
