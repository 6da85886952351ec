"""A disk that is really full: a small one, where it can be mounted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.files import DiskProblem, RealDisk
from ilmcoach.portfolio.records import Note
from ilmcoach.store.backups import Backups
from ilmcoach.store.drafts import Drafts
from ilmcoach.store.erasing import Erasure
from ilmcoach.store.inbox import Inbox
from ilmcoach.store.recovery import restore_backup, salvage
from ilmcoach.store.store import PortfolioStore
from tests.store.small_disk import SmallDisk, small_disk

MakeNote = Callable[[int, str], Note]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "small") as disk:
        yield disk


def open_it(small: SmallDisk, clock: FixedClock) -> PortfolioStore:
    return PortfolioStore.open(small.data, disk=RealDisk(), clock=clock)


@pytest.fixture
def used(small: SmallDisk, clock: FixedClock, note: MakeNote) -> SmallDisk:
    """A full disk with three notes on it, the last of them in no backup."""
    for number in range(3):
        with open_it(small, clock) as store:
            store.save([note(number, f"Thought {number} " * 50)])
    small.fill()
    return small


def test_a_save_fails_plainly_and_works_once_there_is_room(
    used: SmallDisk, clock: FixedClock, note: MakeNote
) -> None:
    with open_it(used, clock) as store:
        before = store.path.read_bytes()
        with pytest.raises(DiskProblem) as caught:
            store.save([note(9, "Typed on a full disk " * 500)])
        assert "the disk is full" in caught.value.message
        assert "Make some room" in caught.value.hint
        assert (len(store.portfolio), store.path.read_bytes()) == (3, before)
        used.make_room()
        store.save([note(9, "Typed on a full disk " * 500)])
    with open_it(used, clock) as store:
        assert len(store.portfolio) == 4
    assert not list(used.data.rglob("*.tmp"))


def test_a_draft_and_a_waiting_note_fail_plainly_and_the_old_ones_stay(
    small: SmallDisk, clock: FixedClock
) -> None:
    drafts, inbox = Drafts(small.data, RealDisk()), Inbox(small.data, RealDisk())
    drafts.keep("a", "Half a sentence", clock.now())
    small.fill()
    with pytest.raises(DiskProblem, match="full"):
        drafts.keep("a", "Half a sentence, and more", clock.now())
    with pytest.raises(DiskProblem, match="full"):
        inbox.put("A thought", clock.now())
    kept = drafts.get("a")
    assert kept is not None
    assert kept.text == "Half a sentence"
    assert (inbox.waiting(), drafts.damaged(), inbox.damaged()) == ((), (), ())
    small.make_room()
    drafts.keep("a", "Half a sentence, and more", clock.now())
    assert [one.text for one in drafts.all()] == ["Half a sentence, and more"]


def test_it_opens_for_writing_and_says_that_no_backup_was_made(
    used: SmallDisk, clock: FixedClock
) -> None:
    with open_it(used, clock) as store:
        assert (len(store.portfolio), store.read_only) == (3, False)
        assert "the disk is full" in store.backup_problem
    backups = Backups(used.data, RealDisk(), clock)
    assert len(backups.good()) == len(backups.all()) == 2
    used.make_room()
    with open_it(used, clock) as store:
        assert store.backup_problem == ""
    assert len(backups.good()) == 3


def test_a_new_portfolio_cannot_begin_and_says_why(
    small: SmallDisk, clock: FixedClock, note: MakeNote
) -> None:
    small.fill()
    with pytest.raises(DiskProblem, match="full"), open_it(small, clock) as store:
        store.save([note(0, "The first")])
    small.make_room()
    with open_it(small, clock) as store:
        store.save([note(0, "The first")])
        assert len(store.portfolio) == 1


@pytest.mark.parametrize("way", ["restore", "salvage"])
def test_a_recovery_fails_plainly_and_works_once_there_is_room(
    used: SmallDisk, clock: FixedClock, way: str
) -> None:
    portfolio = used.data / "portfolio.json"
    damaged = portfolio.read_bytes()[:-5]
    portfolio.write_bytes(damaged)
    used.fill()
    newest = Backups(used.data, RealDisk(), clock).good()[0]

    def recover() -> None:
        if way == "restore":
            restore_backup(used.data, newest.path, RealDisk(), clock)
        else:
            salvage(used.data, RealDisk(), clock)

    with pytest.raises(DiskProblem, match="full"):
        recover()
    assert portfolio.read_bytes() == damaged
    used.make_room()
    recover()
    with open_it(used, clock) as store:
        assert len(store.portfolio) == (2 if way == "restore" else 3)


def test_nothing_is_erased_and_it_works_once_there_is_room(
    used: SmallDisk, clock: FixedClock, note: MakeNote
) -> None:
    gone = note(0, "")
    with open_it(used, clock) as store:
        with pytest.raises(DiskProblem, match="full"):
            store.erase(Erasure((gone.id,)))
        assert len(store.portfolio) == 3
        used.make_room()
        store.erase(Erasure((gone.id,)))
        assert len(store.portfolio) == 2
    texts = b"".join(one.read_bytes() for one in used.data.rglob("*.json"))
    assert b"Thought 0" not in texts
    assert b"Thought 1" in texts
