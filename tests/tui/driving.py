"""Short ways for tests of the screens: a portfolio put straight into its file, walking the parts
of a screen, waiting for something to become true."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from textual.pilot import Pilot
from textual.widget import Widget

import ilmcoach.tui
from ilmcoach.clock import FixedClock
from ilmcoach.files import Disk, RealDisk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Enrolment, Record
from ilmcoach.store.drafts import Drafts
from ilmcoach.store.store import PortfolioStore
from ilmcoach.tui.app import IlmcoachApp

BEFORE = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
"""The evening before the day that the app's clock stands at."""

CERTIFICATE = Enrolment(
    id="enrolment",
    made=BEFORE,
    changed=BEFORE,
    pack="level-3-certificate",
    start=date(2026, 9, 1),
    end=date(2027, 5, 31),
)

T = TypeVar("T")
W = TypeVar("W", bound=Widget)


def seed(folder: Path, *records: Record) -> None:
    """Puts records straight into the portfolio file of a data folder."""
    with PortfolioStore.open(folder, disk=RealDisk(), clock=FixedClock(BEFORE)) as store:
        store.save(records)


def on_disk(folder: Path) -> Portfolio:
    """The portfolio as its file has it."""
    clock = FixedClock(BEFORE)
    return PortfolioStore.open(folder, disk=RealDisk(), clock=clock, read_only=True).portfolio


def draft(folder: Path, start: str) -> str:
    """The text of the one draft whose key begins so; empty if there is none."""
    found = [one for one in Drafts(folder, RealDisk()).all() if one.key.startswith(start)]
    assert len(found) <= 1, found
    return found[0].text if found else ""


async def until(pilot: Pilot[None], true: Callable[[], T], patience: int = 500) -> T:
    """Waits until something holds, and gives it back."""
    for _ in range(patience):
        if found := true():
            return found
        await pilot.pause(0.01)
    raise AssertionError("it never came to hold")


def every(root: Widget) -> Iterator[Widget]:
    """A part and all parts in it, shown or not."""
    yield root
    for child in root.children:
        yield from every(child)


def the(app: IlmcoachApp, kind: type[W], selector: str = "") -> W:
    """The one part of that kind on the screen in front."""
    return app.screen.query_one(selector, kind) if selector else app.screen.query_one(kind)


def classes_of(base: type[T]) -> set[type[T]]:
    """Every class of ours that is a `base`, wherever in the app it is written."""
    for module in pkgutil.walk_packages(ilmcoach.tui.__path__, "ilmcoach.tui."):
        importlib.import_module(module.name)
    return {one for one in _below(base) if one.__module__.startswith("ilmcoach.")}


def _below(base: type[T]) -> Iterator[type[T]]:
    for one in base.__subclasses__():
        yield one
        yield from _below(one)


__all__ = [
    "BEFORE",
    "CERTIFICATE",
    "Disk",
    "classes_of",
    "draft",
    "every",
    "on_disk",
    "seed",
    "the",
    "until",
]
