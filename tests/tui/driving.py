"""Short ways for tests of the screens: a portfolio put straight into its file, walking the parts
of a screen, waiting for something to become true."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

import ilmcoach.tui
from ilmcoach.clock import FixedClock
from ilmcoach.files import Disk, DiskProblem, RealDisk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Enrolment, Record
from ilmcoach.services.coach_settings import KeyRing, LineMaker
from ilmcoach.services.spelling import OpenDictionary
from ilmcoach.settings import Folders
from ilmcoach.store.drafts import Drafts
from ilmcoach.store.store import PortfolioStore
from ilmcoach.tui.app import IlmcoachApp

NOW = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)
NARROW = (80, 24)
WIDE = (120, 40)

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

FRAME = 1 / 50
"""Seconds, a little longer than the screen takes to draw what changed."""

PATIENCE = 200
"""Frames to wait for a screen on a busy machine to be drawn."""

MOST_TURNS = 100_000
"""Turns of the loop after which something is taken to go round for ever."""

NAMES = {" ": "space", "\n": "enter"}

Opened = Callable[..., AbstractAsyncContextManager[tuple[IlmcoachApp, Pilot[None]]]]

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


def screen_text(app: IlmcoachApp) -> str:
    """All that is on the screen, line by line."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(part.text for part in line)[:width] for line in lines[:height])


def draft(folder: Path, start: str) -> str:
    """The text of the one draft whose key begins so; empty if there is none."""
    found = [one for one in Drafts(folder, RealDisk()).all() if one.key.startswith(start)]
    assert len(found) <= 1, found
    return found[0].text if found else ""


async def until(true: Callable[[], T], patience: int = 1000) -> T:
    """Waits until something holds, and gives it back."""
    for turn in range(patience):
        if found := true():
            return found
        await asyncio.sleep(min(0.01, turn / 1000))
    raise AssertionError("it never came to hold")


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Types text, quicker than anybody can, and settles."""
    assert isinstance(pilot.app, IlmcoachApp)
    hit(pilot.app, *(NAMES.get(letter, letter) for letter in text))
    await settle(pilot)


def hit(app: IlmcoachApp, *keys: str) -> None:
    """Hits keys without waiting for what comes of them, for when a screen is held up."""
    for key in keys:
        letters = {name: letter for letter, name in NAMES.items()}
        app.post_message(events.Key(key, letters.get(key, key if len(key) == 1 else None)))


def every(root: Widget) -> Iterator[Widget]:
    """A part and all parts in it, shown or not."""
    yield root
    for child in root.children:
        yield from every(child)


async def settle(pilot: Pilot[None]) -> None:
    """Waits until all that was asked is handled, saved and laid out.

    Quicker than the pilot's own pause, which waits for the whole computer to be idle.
    """
    app = pilot.app
    assert isinstance(app, IlmcoachApp)
    for _ in range(PATIENCE):
        await handled()
        await app.workers.wait_for_complete()
        await handled()
        due = _due(app)
        if not due:
            return
        for do in due:
            app.screen.call_later(do)


def _due(app: IlmcoachApp) -> list[Callable[[], object]]:
    """What the app puts off to the end of the frame, which would be nothing but waiting; and that
    a button which was pressed takes another press, as it does after a fifth of a second."""
    due: list[Callable[[], object]] = []
    screen = app.screen
    if app._resize_timer:
        due.append(app._check_resize)
    if app.animator._animations:
        due.append(app.animator)
    if (
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    ):
        due.append(screen._on_timer_update)
    pressed = () if due else screen.query("Button.-active")
    return due or [partial(button.remove_class, "-active") for button in pressed]


async def handled() -> None:
    """Waits until the app and all its parts have gone through what waits for them: until nothing
    can go on before a clock, a key or a server calls."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, asyncio.BaseEventLoop)
    busy = _in_threads(loop)
    for _ in range(MOST_TURNS):
        await asyncio.sleep(0)
        if busy:
            await asyncio.wait(set(busy), timeout=20)
        elif not loop._ready:  # type: ignore[attr-defined]
            return
    raise AssertionError("it never came to rest")


def _in_threads(loop: asyncio.BaseEventLoop) -> set[asyncio.Future[Any]]:
    """What goes on in threads for this loop, from the first time that this is asked; the set
    goes with it."""
    known: set[asyncio.Future[Any]] | None = getattr(loop, "in_threads", None)
    if known is not None:
        return known
    busy: set[asyncio.Future[Any]] = set()
    start = loop.run_in_executor

    def counted(*given: Any) -> asyncio.Future[Any]:
        future = start(*given)
        busy.add(future)
        future.add_done_callback(busy.discard)
        return future

    vars(loop).update(in_threads=busy, run_in_executor=counted)
    return busy


class Hand(Pilot[None]):
    """A pilot that pauses no longer than there is something to wait for."""

    async def pause(self, delay: float | None = None) -> None:
        if delay:
            await asyncio.sleep(delay)
        await settle(self)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys, each after what came of the one before."""
    assert isinstance(pilot.app, IlmcoachApp)
    for key in keys:
        hit(pilot.app, key)
        await settle(pilot)


async def paste(pilot: Pilot[None], text: str) -> None:
    """Pastes text where the focus is, as a terminal hands it over."""
    assert pilot.app.focused is not None
    pilot.app.focused.post_message(events.Paste(text))
    await settle(pilot)


@asynccontextmanager
async def opened_on(
    folders: Folders,
    disk: Disk | None = None,
    size: tuple[int, int] = WIDE,
    line: LineMaker | None = None,
    key_ring: KeyRing | None = None,
    *,
    dictionary: OpenDictionary | None = None,
) -> AsyncIterator[tuple[IlmcoachApp, Pilot[None]]]:
    """Opens the app, on a disk, a line to a model, a keyring and a dictionary of the test's own if
    there are some, and closes it cleanly."""
    clock = FixedClock(NOW)
    app = IlmcoachApp(
        folders, clock=clock, disk=disk, line=line, key_ring=key_ring, dictionary=dictionary
    )
    app.animation_level = "none"
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(pilot)
            yield app, Hand(app)
    finally:
        app.close_portfolio()


class FullDisk(RealDisk):
    """A disk that takes no more while `full`, on paths that have `part` in them."""

    def __init__(self) -> None:
        super().__init__()
        self.full = False
        self.part = ""

    def write_atomically(self, path: Path, data: bytes) -> None:
        if self.full and self.part in str(path):
            raise DiskProblem(f"{path} could not be saved: the disk is full.", "Make some room.")
        super().write_atomically(path, data)


class SlowDisk(RealDisk):
    """A disk whose writes wait while `slow`, until they are let `go`."""

    def __init__(self) -> None:
        super().__init__()
        self.slow = False
        self.waiting = Event()
        self.go = Event()

    def write_atomically(self, path: Path, data: bytes) -> None:
        if self.slow:
            self.waiting.set()
            assert self.go.wait(20), "nobody let it go"
        super().write_atomically(path, data)


def the(app: IlmcoachApp, kind: type[W], selector: str = "") -> W:
    """The screen in front if it is of that kind, else the one part of that kind on it."""
    if isinstance(app.screen, kind):
        return app.screen
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
