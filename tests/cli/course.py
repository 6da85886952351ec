"""A small programme, and short ways into a portfolio, for tests of the command line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

from ilmcoach.clock import FixedClock
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Enrolment, Record
from ilmcoach.store.store import PortfolioStore

ROOT = Path(__file__).parents[2]
COURSE = ROOT / "tests" / "data" / "short-course"
NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)


class Outcome(Struct, frozen=True):
    """What a command gave back."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


def put(home: Path, *records: Record) -> None:
    """Saves records into the portfolio in `home`."""
    with PortfolioStore.open(home, disk=RealDisk(), clock=FixedClock(NOW)) as store:
        store.save(records)


def look(home: Path) -> Portfolio:
    """The portfolio in `home`."""
    clock = FixedClock(NOW)
    return PortfolioStore.open(home, disk=RealDisk(), clock=clock, read_only=True).portfolio


def enrol(home: Path) -> None:
    """Chooses the small programme."""
    start, end = date(2026, 9, 1), date(2027, 5, 31)
    put(
        home,
        Enrolment(id="enrolment", made=NOW, changed=NOW, pack="short-course", start=start, end=end),
    )
    shutil.copytree(COURSE, home / "packs" / "short-course")
