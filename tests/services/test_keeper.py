"""Saves off the screen's thread: in order, whole, and told about when they fail."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import DiskProblem, RealDisk
from ilmcoach.portfolio.records import Note
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import Folders

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)


class Hesitant(RealDisk):
    """A disk that can be made to wait, or be full."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.go.set()
        self.full = False

    def write_atomically(self, path: Path, data: bytes) -> None:
        assert self.go.wait(30)
        if self.full:
            raise DiskProblem(f"{path} could not be saved: the disk is full.")
        super().write_atomically(path, data)


@pytest.fixture
def disk() -> Hesitant:
    return Hesitant()


@pytest.fixture
def keeper(tmp_path: Path, disk: Hesitant) -> Iterator[Keeper]:
    folders = Folders(tmp_path / "home")
    keeper = Keeper(open_workspace(folders, clock=FixedClock(NOW), disk=disk))
    yield keeper
    disk.go.set()
    keeper.close()
    keeper.workspace.close()


def note(name: str, text: str) -> Note:
    return Note(id=name, made=NOW, changed=NOW, text=text)


def texts(keeper: Keeper) -> list[str]:
    """What the file holds, read anew."""
    folders = keeper.workspace.folders
    opened = open_workspace(folders, clock=FixedClock(NOW), read_only=True)
    return [one.text for one in opened.portfolio.live(Note)]


async def test_what_was_saved_is_on_the_disk_and_in_the_portfolio(keeper: Keeper) -> None:
    portfolio = await keeper.save(iter([note("a", "one"), note("b", "two")]))
    assert texts(keeper) == ["one", "two"]
    assert portfolio is keeper.workspace.portfolio


async def test_saves_come_in_the_order_in_which_they_were_asked_for(keeper: Keeper) -> None:
    saves = [keeper.save([note("a", str(number))]) for number in range(20)]
    await asyncio.gather(*saves)
    assert texts(keeper) == ["19"]


async def test_the_screen_goes_on_while_a_save_waits(keeper: Keeper, disk: Hesitant) -> None:
    disk.go.clear()
    saving = asyncio.create_task(keeper.save([note("a", "one")]))
    await asyncio.sleep(0)
    assert not saving.done()
    assert keeper.workspace.portfolio.get("a") is None
    disk.go.set()
    await saving
    assert texts(keeper) == ["one"]


async def test_a_save_that_nobody_waits_for_any_more_is_done_all_the_same(
    keeper: Keeper, disk: Hesitant
) -> None:
    """A screen that closes cancels its work; what it had asked to save must not be lost."""
    disk.go.clear()
    first = asyncio.create_task(keeper.save([note("a", "one")]))
    second = asyncio.create_task(keeper.save([note("b", "two")]))
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.sleep(0)
    assert second.cancelled()
    disk.go.set()
    await first
    await keeper.run(lambda: None)
    assert texts(keeper) == ["one", "two"]


async def test_a_failed_save_is_told_and_the_next_one_works(keeper: Keeper, disk: Hesitant) -> None:
    await keeper.save([note("a", "one")])
    disk.full = True
    with pytest.raises(IlmcoachError, match="full"):
        await keeper.save([note("a", "changed"), note("b", "two")])
    assert texts(keeper) == ["one"]
    assert [one.text for one in keeper.workspace.portfolio.live(Note)] == ["one"]
    disk.full = False
    await keeper.save([note("b", "two")])
    assert texts(keeper) == ["one", "two"]


async def test_drafts_are_kept_with_their_moment_and_dropped(keeper: Keeper) -> None:
    await keeper.keep_draft("walk/r/what", "Hand ov")
    await keeper.keep_draft("walk/r/what", "Hand over")
    draft = keeper.workspace.drafts.get("walk/r/what")
    assert draft is not None
    assert (draft.text, draft.at) == ("Hand over", NOW)
    await keeper.drop_draft("walk/r/what")
    assert keeper.workspace.drafts.all() == ()


async def test_waiting_notes_are_taken_in(keeper: Keeper) -> None:
    keeper.workspace.inbox.put("a thought", NOW)
    assert await keeper.take_inbox() == 1
    assert texts(keeper) == ["a thought"]


async def test_closing_waits_for_what_is_under_way(keeper: Keeper) -> None:
    saving = asyncio.create_task(keeper.save([note("a", "one")]))
    await asyncio.sleep(0)
    keeper.close()
    assert texts(keeper) == ["one"]
    await saving
