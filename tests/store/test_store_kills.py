"""Programs are killed while they save; what was lost is counted, and it has to be nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ilmcoach.clock import SystemClock
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Note
from ilmcoach.store.drafts import Drafts
from ilmcoach.store.store import PortfolioStore
from tests.store.erasure_case import GONE, check_nothing_else_went, fill, places
from tests.store.killing import killed_at_random, killed_by_itself

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a signal of POSIX")

KILLS = 25
DRAFT_KILLS = 8
BACKUP_STEPS = ["within-write", "after-replace"]
DRAFT_STEPS = ["within-write", "before-replace", "after-replace"]
ERASURE_STEPS = [
    (step, well)
    for step in ("within-write", "before-replace", "after-replace")
    for well in (0, 1, 2, 4)
]
STEPS = [
    "before-create",
    "after-create",
    "within-write",
    "after-write",
    "after-sync",
    "before-replace",
    "after-replace",
    "before-sync_folder",
    "after-sync_folder",
]
Open = Callable[..., PortfolioStore]


def numbers(store: PortfolioStore) -> list[int]:
    """The numbers of the notes that are there, each checked for being whole."""
    found = [one for one in store.portfolio if isinstance(one, Note)]
    for one in found:
        assert one.text == f"{int(one.id, 16)} " * 50
    return [int(one.id, 16) for one in found]


def test_no_confirmed_save_is_lost_however_often_it_is_killed(opened: Open, tmp_path: Path) -> None:
    wanted: set[int] = set()
    for turn in range(KILLS):
        wanted |= set(killed_at_random(turn, "saves", tmp_path / "data", turn * 100_000))
    with opened() as store:
        there = set(numbers(store))
        assert not store.read_only
        assert store.unreadable == ()
    assert len(wanted) > KILLS
    assert wanted - there == set()
    assert len(there - wanted) <= KILLS, "at most the one save at work in each kill"


@pytest.mark.parametrize("step", STEPS)
def test_no_confirmed_save_is_lost_at_any_step(opened: Open, tmp_path: Path, step: str) -> None:
    told = killed_by_itself("saves", tmp_path / "data", 0, step, 3)
    with opened() as store:
        there = numbers(store)
    assert told
    assert there[: len(told)] == told
    assert len(there) <= len(told) + 1
    assert not list((tmp_path / "data").rglob("*.tmp")), "what it left half-written is cleared"


@pytest.mark.parametrize("step", BACKUP_STEPS)
def test_killed_in_the_backup_at_opening(
    opened: Open, saved: bytes, tmp_path: Path, step: str
) -> None:
    assert killed_by_itself("saves", tmp_path / "data", 100, step, 0) == []
    assert (tmp_path / "data" / "portfolio.json").read_bytes() == saved
    with opened() as store:
        assert len(store.portfolio) == 5
        assert store.backup_problem == ""


def test_no_confirmed_draft_is_lost(tmp_path: Path) -> None:
    for turn in range(DRAFT_KILLS):
        told = killed_at_random(turn, "drafts", tmp_path, turn * 100_000)
        assert told
        check_draft(tmp_path, told)


@pytest.mark.parametrize("step", DRAFT_STEPS)
def test_no_confirmed_draft_is_lost_at_any_step(tmp_path: Path, step: str) -> None:
    check_draft(tmp_path, killed_by_itself("drafts", tmp_path, 0, step, 3))


def check_draft(folder: Path, told: list[int]) -> None:
    """The draft is whole, and as new as the last one confirmed or the one after it."""
    drafts = Drafts(folder, RealDisk())
    draft = drafts.get("run/step")
    assert draft is not None
    number = int(draft.text.split()[0])
    assert draft.text == f"{number} " * 200
    assert number - told[-1] in (0, 1)
    assert drafts.damaged() == ()


@pytest.mark.parametrize(("step", "well"), ERASURE_STEPS)
def test_killed_while_deleting_for_good(tmp_path: Path, step: str, well: int) -> None:
    folder = tmp_path / "data"
    fill(folder)
    killed_by_itself("erases", folder, int(GONE.id, 16), step, well)
    check_nothing_else_went(folder)
    with PortfolioStore.open(folder, disk=RealDisk(), clock=SystemClock()) as store:
        begun = store.portfolio.get(GONE.id) is None
    check_nothing_else_went(folder)
    assert not begun or places(folder) == []
    assert begun or (well == 0 and step != "after-replace")


def test_at_least_fifty_kills_are_counted() -> None:
    by_step = len(STEPS) + len(BACKUP_STEPS) + len(DRAFT_STEPS) + len(ERASURE_STEPS)
    assert KILLS + DRAFT_KILLS + by_step >= 50
