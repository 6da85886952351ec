from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from msgspec import Raw

from ilmcoach.clock import FixedClock
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Note
from ilmcoach.store.backups import Backups
from ilmcoach.store.checkup import Fact, checkup
from ilmcoach.store.drafts import Drafts
from ilmcoach.store.envelope import encode
from ilmcoach.store.inbox import Inbox
from ilmcoach.store.store import PortfolioStore

Open = Callable[..., PortfolioStore]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def facts(folder: Path, disk: RealDisk, clock: FixedClock) -> Callable[[], list[Fact]]:
    return lambda: checkup(folder, disk, clock)


Facts = Callable[[], list[Fact]]


def says(facts: list[Fact], words: str) -> Fact:
    (one,) = [one for one in facts if words in one.what]
    return one


def test_a_healthy_portfolio(opened: Open, saved: bytes, facts: Facts) -> None:
    opened().close()
    found = facts()
    assert [one for one in found if not one.ok] == []
    assert "5 records" in says(found, "in order: ").what
    assert says(found, "1 backup in order")
    assert says(found, "not open anywhere")


def test_nothing_saved_yet_is_well(facts: Facts) -> None:
    assert all(one.ok for one in facts())


def test_a_folder_that_others_can_enter(saved: bytes, folder: Path, facts: Facts) -> None:
    folder.chmod(0o755)
    (folder / "portfolio.json").chmod(0o644)
    bad = [one for one in facts() if not one.ok]
    assert [one.mend for one in bad] == [
        f"Run: chmod 700 '{folder}'",
        f"Run: chmod 600 '{folder / 'portfolio.json'}'",
    ]


def test_damage_is_told_and_nothing_is_touched(
    opened: Open, saved: bytes, folder: Path, facts: Facts
) -> None:
    opened().close()
    (backup,) = (folder / "backups").iterdir()
    (folder / "portfolio.json").write_bytes(saved[:-4])
    backup.write_bytes(b"")
    found = facts()
    assert not says(found, "The portfolio is damaged").ok
    assert not says(found, str(backup)).ok
    assert (folder / "portfolio.json").read_bytes() == saved[:-4]


def test_a_file_that_is_gone(opened: Open, saved: bytes, folder: Path, facts: Facts) -> None:
    opened().close()
    (folder / "portfolio.json").unlink()
    assert not says(facts(), "is gone").ok


def test_a_newer_file(folder: Path, facts: Facts, now: datetime) -> None:
    folder.mkdir(mode=0o700)
    (folder / "portfolio.json").write_bytes(encode({}, save=1, saved=now, version=2))
    assert not says(facts(), "newer ilmcoach").ok


def test_an_old_file_put_in_place_of_a_newer(
    opened: Open, saved: bytes, folder: Path, facts: Facts, note: Callable[[int, str], Note]
) -> None:
    with opened() as store:
        store.save([note(9, "newer")])
    opened().close()
    (folder / "portfolio.json").write_bytes(saved)
    assert not says(facts(), "A backup is newer").ok


def test_what_cannot_be_read(folder: Path, facts: Facts, now: datetime) -> None:
    folder.mkdir(mode=0o700)
    bad = {"note": {"x1": Raw(msgspec.json.encode({"text": 5}))}}
    (folder / "portfolio.json").write_bytes(encode(bad, save=1, saved=now))
    assert not says(facts(), "note x1 cannot be read").ok


def test_drafts_notes_copies_and_the_lock(
    opened: Open, saved: bytes, folder: Path, facts: Facts, now: datetime
) -> None:
    Drafts(folder, RealDisk()).keep("a", "text", now)
    Inbox(folder, RealDisk()).put("one", now)
    Inbox(folder, RealDisk()).put("two", now)
    (folder / "drafts" / "bad.json").write_bytes(b"?")
    (folder / "portfolio.damaged-20260101-000000.json").write_bytes(b"?")
    (folder / "portfolio.other-20260101-000000.json").write_bytes(b"?")
    with opened():
        found = facts()
    assert says(found, "1 draft not saved yet").ok
    assert says(found, "2 notes waiting").ok
    assert not says(found, "bad.damaged").ok
    assert says(found, "portfolio.damaged").ok
    assert not says(found, "portfolio.other").ok
    assert says(found, "The portfolio is open").ok


def test_backups_are_counted(
    saved: bytes, folder: Path, disk: RealDisk, clock: FixedClock, facts: Facts
) -> None:
    for save in range(3):
        Backups(folder, disk, clock).make(encode({}, save=save, saved=clock.now()))
    assert says(facts(), "3 backups in order").ok


def test_a_portfolio_far_ahead_of_its_newest_backup(
    opened: Open, saved: bytes, facts: Facts, clock: FixedClock, note: Callable[[int, str], Note]
) -> None:
    opened().close()
    for days, bad in ((14, []), (15, ["The newest backup is 15 days behind."])):
        with opened() as store:
            (backup,) = (store.path.parent / "backups").iterdir()
            clock.moment += timedelta(days=days)
            store.save([note(9, "later")])
            clock.moment -= timedelta(days=days)
        found = [one for one in facts() if not one.ok]
        assert [one.what for one in found] == bad
        assert all("ilmcoach backup" in one.mend for one in found)
        store.path.write_bytes(saved)
        assert backup.exists()
