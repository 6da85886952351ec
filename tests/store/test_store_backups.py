from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Note
from ilmcoach.store.backups import Backup, Backups, to_drop
from ilmcoach.store.envelope import Damaged, decode, encode
from ilmcoach.store.store import PortfolioStore

NOW = datetime(2026, 11, 19, 14, 2, tzinfo=UTC)


def backup(save: int, taken: datetime) -> Backup:
    return Backup(Path(f"portfolio-{save}.json"), taken, save)


def test_ten_or_fewer_are_all_kept() -> None:
    assert to_drop([backup(n, NOW - timedelta(minutes=n)) for n in range(10)], NOW) == ()
    assert to_drop([], NOW) == ()


def test_of_many_in_one_day_the_last_ten_are_kept() -> None:
    some = [backup(n, NOW + timedelta(minutes=n)) for n in range(25)]
    assert [one.save for one in to_drop(some, NOW)] == list(range(15))


def test_a_day_keeps_its_newest_for_thirty_days_and_a_month_for_good() -> None:
    start = NOW - timedelta(days=399)
    some = [backup(n, start + timedelta(hours=12 * n)) for n in range(800)]
    dropped = set(to_drop(some, NOW))
    kept = [one for one in some if one not in dropped]
    assert [one.save for one in kept[-10:]] == list(range(790, 800))
    days = {one.taken.date() for one in kept}
    assert all((NOW - timedelta(days=n)).date() in days for n in range(30))
    months = {(one.taken.year, one.taken.month) for one in some}
    assert {(one.taken.year, one.taken.month) for one in kept} == months
    assert len(kept) == 10 + 25 + 12, "the last ten, 25 more days, 12 months before those"


def test_a_clock_set_back_does_not_cost_the_newest() -> None:
    some = [backup(n, NOW + timedelta(days=900 - n)) for n in range(30)]
    assert not {one.save for one in to_drop(some, NOW)} & set(range(20, 30))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-3000, 100), max_size=60, unique=True))
def test_dropping_twice_drops_no_more(hours: list[int]) -> None:
    some = [backup(n, NOW + timedelta(hours=h)) for n, h in enumerate(hours)]
    dropped = to_drop(some, NOW)
    kept = [one for one in some if one not in dropped]
    assert to_drop(kept, NOW) == ()
    assert len(kept) >= min(10, len(some))


def data(save: int) -> bytes:
    return encode({}, save=save, saved=NOW)


def test_a_backup_is_named_read_back_and_made_once(
    tmp_path: Path, disk: RealDisk, clock: FixedClock
) -> None:
    backups = Backups(tmp_path, disk, clock)
    made = backups.make(data(12))
    assert made.path == tmp_path / "backups" / "portfolio-20261119-140200-12.json"
    assert made.path.read_bytes() == data(12)
    assert backups.make(data(12)) == made
    assert backups.all() == (made,)
    (good,) = backups.good()
    assert (good.path, good.taken, good.save) == (made.path, NOW, 12)


def test_what_is_damaged_is_not_backed_up(
    tmp_path: Path, disk: RealDisk, clock: FixedClock
) -> None:
    with pytest.raises(Damaged):
        Backups(tmp_path, disk, clock).make(data(1)[:-1])
    assert not (tmp_path / "backups").exists()


def test_damaged_backups_and_other_files_are_passed_over(
    tmp_path: Path, disk: RealDisk, clock: FixedClock
) -> None:
    backups = Backups(tmp_path, disk, clock)
    first = backups.make(data(1))
    second = backups.make(data(2))
    second.path.write_bytes(second.path.read_bytes()[:-3])
    for name in ("notes.txt", "portfolio-20269999-000000-3.json", "portfolio-x.json"):
        (tmp_path / "backups" / name).write_bytes(b"")
    assert [one.save for one in backups.all()] == [1, 2]
    assert [one.path for one in backups.good()] == [first.path]


class LyingDisk(RealDisk):
    """A disk that keeps something else than it was given."""

    def write_atomically(self, path: Path, data: bytes) -> None:
        super().write_atomically(path, data[:-1] + b"?")


def test_a_backup_that_reads_back_differently_is_none(tmp_path: Path, clock: FixedClock) -> None:
    disk = RealDisk()
    old = [Backups(tmp_path, disk, clock).make(data(n)) for n in range(10)]
    backups = Backups(tmp_path, LyingDisk(), clock)
    with pytest.raises(IlmcoachError, match="reads back differently"):
        backups.make(data(11))
    assert backups.all() == tuple(old)


def test_an_older_file_put_in_place_is_backed_up_too(
    tmp_path: Path, disk: RealDisk, clock: FixedClock
) -> None:
    backups = Backups(tmp_path, disk, clock)
    for save in range(20, 40):
        backups.make(data(save))
    made = backups.make(data(3))
    assert made in backups.all()


def test_opening_backs_up_what_changed_and_only_that(
    tmp_path: Path, disk: RealDisk, clock: FixedClock, note: Callable[[int, str], Note]
) -> None:
    saves = []
    for number in range(15):
        clock.moment += timedelta(minutes=1)
        with PortfolioStore.open(tmp_path, disk=disk, clock=clock) as store:
            if number % 3 == 0:
                store.save([note(number, "x")])
                saves.append(decode(store.path.read_bytes()).header.save)
    assert [one.save for one in Backups(tmp_path, disk, clock).good()][::-1] == saves
