"""The recovery screen's other ways: older backups, only looking, a disk of the app's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from ilmcoach.portfolio.records import Note
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.recovery import RecoveryScreen
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
)


def note(number: int) -> Note:
    return Note(id=f"{number:032x}", made=BEFORE, changed=BEFORE, text=f"Thought {number}")


@pytest.fixture
def damaged(folders: Folders) -> Folders:
    """Seven backups, each with one note more, and a file whose end is torn off."""
    seed(folders.data, CERTIFICATE)
    for number in range(7):
        seed(folders.data, note(number))
    file = folders.data / "portfolio.json"
    file.write_bytes(file.read_bytes()[:-3])
    return folders


def files(folder: Path) -> dict[Path, bytes]:
    found = (one for one in folder.rglob("*") if one.is_file() and one.suffix != ".lock")
    return {one: one.read_bytes() for one in found}


def ways(app: object) -> list[str]:
    assert isinstance(app, RecoveryScreen)
    return [one.id or "" for one in app.query_one(OptionList).options]


async def test_five_backups_with_their_counts_and_the_three_other_ways(damaged: Folders) -> None:
    async with opened_on(damaged, size=NARROW) as (app, pilot):
        assert ways(app.screen) == [*(f"backup-{n}" for n in range(5)), "salvage", "look", "leave"]
        assert "Fri 20 Nov 2026, 09:00" in screen_text(app)
        assert "6 notes" in screen_text(app)
        await press(pilot, "end")
        assert "Leave all as it is" in screen_text(app), "the last way can be seen"


async def test_going_back_to_an_older_one(damaged: Folders) -> None:
    async with opened_on(damaged) as (app, pilot):
        await press(pilot, "down", "down", "enter")
        assert isinstance(app.screen, HomeScreen)
    assert len(on_disk(damaged.data).live(Note)) == 4


async def test_only_looking_changes_nothing_and_says_why(damaged: Folders) -> None:
    before = files(damaged.data)
    async with opened_on(damaged) as (app, pilot):
        await press(pilot, *["down"] * ways(app.screen).index("look"), "enter")
        assert isinstance(app.screen, HomeScreen)
        assert "parts of a damaged portfolio" in screen_text(app)
        await press(pilot, "5")
        assert "Thought 6" in screen_text(app)
        await press(pilot, "delete", "ctrl+s", "ctrl+n")
        assert isinstance(app.screen, HomeScreen)
    assert files(damaged.data) == before
    async with opened_on(damaged) as (app, _):
        assert isinstance(app.screen, RecoveryScreen), "the choice is still open"


async def test_on_a_full_disk_it_says_so_and_can_be_done_later(damaged: Folders) -> None:
    disk = FullDisk()
    async with opened_on(damaged, disk) as (app, pilot):
        disk.full = True
        before = files(damaged.data)
        await press(pilot, *["down"] * ways(app.screen).index("salvage"), "enter")
        assert isinstance(app.screen, RecoveryScreen)
        assert any("disk is full" in str(one.message) for one in app._notifications)
        assert files(damaged.data) == before
        disk.full = False
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
    assert len(on_disk(damaged.data).live(Note)) == 7


async def test_a_backup_that_could_not_be_made_at_opening_is_told(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, note(1))
    disk = FullDisk()
    disk.full = True
    async with opened_on(folders, disk) as (app, _):
        assert isinstance(app.screen, HomeScreen)
        assert any("disk is full" in str(one.message) for one in app._notifications)
