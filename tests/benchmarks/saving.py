"""One more record: our durable save beside TinyDB's own, which overwrites its file in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from tinydb import TinyDB

from ilmcoach.clock import SystemClock
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Note, Record
from ilmcoach.store.codec import to_document
from ilmcoach.store.store import PortfolioStore

from . import year
from .measure import medians, timed
from .table import Row

SIZES = {100: 25, 1_000: 15, 10_000: 5}
"""How many entries are there already, and how many saves are timed."""
NUMBERS = count()


def rows(folder: Path) -> list[Row]:
    """A save at each size, and opening at the largest.

    The budget is for entries as long as what a learner writes after one meeting (about 2 KB).
    A save among a hundred of the short records that a portfolio is also made of is shown
    without one: it costs what the disk takes to confirm a file of any size."""
    found = []
    for size, runs in SIZES.items():
        ours, other = _saves(folder / f"long-{size}", year.reflections(size), runs)
        found.append(Row(f"save at {size:,} reflections / stock TinyDB", ours, other, most=1))
    ours, other = _saves(folder / "short", year.portfolio(100), SIZES[100])
    found.append(Row("save at 100 short records / stock TinyDB", ours, other))
    return [*found, _opening(folder / "opening", year.portfolio(10_000))]


def _saves(folder: Path, records: tuple[Record, ...], runs: int) -> list[float]:
    home, stock = folder / "ours", folder / "stock.json"
    home.mkdir(parents=True)
    year.write(home, records)
    _fill(stock, records)
    with (
        PortfolioStore.open(home, disk=RealDisk(), clock=SystemClock()) as store,
        TinyDB(stock) as database,
    ):
        return medians([_save_into(store), _insert_into(database)], runs)


def _note() -> Note:
    now = datetime.now(UTC)
    return Note(id=f"new-{next(NUMBERS)}", made=now, changed=now, text="A thought on the way home.")


def _save_into(store: PortfolioStore) -> Callable[[], float]:
    def save() -> float:
        new = _note()
        return timed(lambda: store.save([new]))

    return save


def _insert_into(database: TinyDB) -> Callable[[], float]:
    table = database.table("note")

    def insert() -> float:
        new = dict(to_document(_note()))
        return timed(lambda: table.insert(new))

    return insert


def _fill(path: Path, records: tuple[Record, ...]) -> None:
    kinds = dict.fromkeys(record.kind for record in records)
    with TinyDB(path) as database:
        for kind in kinds:
            some = [dict(to_document(one)) for one in records if one.kind == kind]
            database.table(kind).insert_multiple(some)


def _opening(folder: Path, records: tuple[Record, ...]) -> Row:
    home, stock = folder / "ours", folder / "stock.json"
    home.mkdir(parents=True)
    year.write(home, records)
    _fill(stock, records)

    def ours() -> None:
        PortfolioStore.open(home, disk=RealDisk(), clock=SystemClock()).close()

    def other() -> None:
        with TinyDB(stock) as database:
            for name in database.tables():
                database.table(name).all()

    taken, stock_taken = medians([lambda: timed(ours), lambda: timed(other)], 5)
    return Row(f"open {len(records):,} records / read by stock TinyDB", taken, stock_taken)
