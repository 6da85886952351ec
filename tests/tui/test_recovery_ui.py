"""A portfolio that cannot be opened: there is a choice, the damaged file is kept, and the app never
starts empty over it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from ilmcoach.portfolio.records import Note
from ilmcoach.settings import Folders
from ilmcoach.store.layout import DAMAGED
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.recovery import RecoveryScreen, TroubleScreen
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    FullDisk,
    on_disk,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    until,
)

OLD = Note(id="a" * 32, made=BEFORE, changed=BEFORE, text="Written long ago")
NEW = Note(id="b" * 32, made=BEFORE, changed=BEFORE, text="Written since the backup")


@pytest.fixture
async def backed_up(folders: Folders) -> Folders:
    """A portfolio with a backup that lacks its newest note."""
    seed(folders.data, CERTIFICATE, OLD)
    seed(folders.data, NEW)
    return folders


def file_of(folders: Folders) -> Path:
    return folders.data / "portfolio.json"


def damage(folders: Folders, how: str) -> bytes:
    """Damages the file; what it holds then."""
    file = file_of(folders)
    if how == "gone":
        file.unlink()
        return b""
    data = file.read_bytes()
    changed = data.replace(b"long", b"LONG")
    file.write_bytes({"empty": b"", "cut": data[:-4], "changed": changed}[how])
    return file.read_bytes()


def notes(folders: Folders) -> set[str]:
    return {one.text for one in on_disk(folders.data).live(Note)}


def ways(screen: RecoveryScreen) -> list[str]:
    return [one.id or "" for one in screen.query_one(OptionList).options]


@pytest.mark.parametrize("how", ["cut", "changed", "empty", "gone"])
async def test_going_back_to_a_backup(backed_up: Folders, how: str) -> None:
    damaged = damage(backed_up, how)
    async with opened_on(backed_up) as (app, pilot):
        assert isinstance(app.screen, RecoveryScreen)
        assert app.keeper is None, "nothing is open yet"
        assert ("salvage" in ways(app.screen)) == (how in ("cut", "changed"))
        assert ways(app.screen)[0] == "backup-0"
        assert "note" in screen_text(app)
        await press(pilot, "enter")
        await until(lambda: isinstance(app.screen, HomeScreen))
        await settle(pilot)
        await press(pilot, "5")
        assert OLD.text in screen_text(app)
    assert OLD.text in notes(backed_up)
    kept = [one.read_bytes() for one in backed_up.data.glob(f"{DAMAGED}*")]
    assert kept == ([damaged] if damaged else [])


@pytest.mark.parametrize("how", ["cut", "changed"])
async def test_saving_what_can_be_read(backed_up: Folders, how: str) -> None:
    damaged = damage(backed_up, how)
    async with opened_on(backed_up, size=(80, 24)) as (app, pilot):
        assert isinstance(app.screen, RecoveryScreen)
        at = ways(app.screen).index("salvage")
        await press(pilot, *["down"] * at, "enter")
        await until(lambda: isinstance(app.screen, HomeScreen))
    assert NEW.text in notes(backed_up)
    assert [one.read_bytes() for one in backed_up.data.glob(f"{DAMAGED}*")] == [damaged]


async def test_only_looking_changes_nothing_and_says_so(backed_up: Folders) -> None:
    damaged = damage(backed_up, "cut")
    async with opened_on(backed_up) as (app, pilot):
        assert isinstance(app.screen, RecoveryScreen)
        at = ways(app.screen).index("look")
        await press(pilot, *["down"] * at, "enter")
        await until(lambda: isinstance(app.screen, HomeScreen))
        assert "Nothing is saved" in screen_text(app)
        await press(pilot, "ctrl+t", "5")
        assert isinstance(app.screen, HomeScreen)
        assert NEW.text in screen_text(app)
    assert file_of(backed_up).read_bytes() == damaged


@pytest.mark.parametrize(
    ("how", "key"), [("cut", "escape"), ("cut", "leave"), ("empty", "escape"), ("gone", "leave")]
)
async def test_leaving_all_as_it_is(backed_up: Folders, how: str, key: str) -> None:
    damaged = damage(backed_up, how)
    async with opened_on(backed_up) as (app, pilot):
        await press(pilot, *(["end", "enter"] if key == "leave" else ["escape"]))
        assert not app.is_running
    assert file_of(backed_up).exists() == (how != "gone")
    if damaged:
        assert file_of(backed_up).read_bytes() == damaged


async def test_nothing_can_be_written_from_the_recovery_screen(backed_up: Folders) -> None:
    damaged = damage(backed_up, "cut")
    async with opened_on(backed_up) as (app, pilot):
        for key in ("ctrl+t", "ctrl+n", "ctrl+s", "f1", "escape"):
            await press(pilot, key)
        assert isinstance(app.screen, RecoveryScreen)
    assert file_of(backed_up).read_bytes() == damaged


async def test_a_disk_that_is_full_says_so_and_another_try_succeeds(backed_up: Folders) -> None:
    damaged = damage(backed_up, "cut")
    disk = FullDisk()
    disk.full = True
    async with opened_on(backed_up, disk) as (app, pilot):
        await press(pilot, "enter")
        await until(lambda: "the disk is full" in " ".join(screen_text(app).split()))
        assert isinstance(app.screen, RecoveryScreen)
        assert file_of(backed_up).read_bytes() == damaged
        disk.full = False
        await press(pilot, "enter")
        await until(lambda: isinstance(app.screen, HomeScreen))


async def test_every_backup_damaged_too_still_never_starts_empty(backed_up: Folders) -> None:
    for backup in (backed_up.data / "backups").iterdir():
        backup.write_bytes(b"nothing of use")
    damage(backed_up, "gone")
    async with opened_on(backed_up) as (app, pilot):
        assert isinstance(app.screen, RecoveryScreen)
        assert ways(app.screen) == ["leave"]
        await press(pilot, "enter")
        assert not app.is_running
    assert not file_of(backed_up).exists()


async def test_a_file_of_a_newer_version_is_left_alone(backed_up: Folders) -> None:
    data = file_of(backed_up).read_bytes().replace(b'"version":1', b'"version":2', 1)
    file_of(backed_up).write_bytes(data)
    async with opened_on(backed_up) as (app, pilot):
        assert isinstance(app.screen, TroubleScreen)
        assert "newer ilmcoach" in screen_text(app)
        assert "Update ilmcoach" in screen_text(app)
        await press(pilot, "ctrl+t", "ctrl+n")
        assert isinstance(app.screen, TroubleScreen)
        await press(pilot, "escape")
        assert not app.is_running
    assert file_of(backed_up).read_bytes() == data


async def test_a_folder_that_cannot_be_made_is_said_plainly(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "no-folder")
    folders.data.write_text("a file stands here", encoding="utf-8")
    async with opened_on(folders) as (app, _):
        assert isinstance(app.screen, TroubleScreen)
        assert "a file stands where a folder should be" in " ".join(screen_text(app).split())
