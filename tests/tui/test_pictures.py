"""Pictures of the screens on the made-up learner; README shows these very files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ilmcoach.services.demo import demo_clock, write_demo
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from tests.tui.driving import NARROW, WIDE, press, settle

SIZES = {"narrow": NARROW, "wide": WIDE}
PLACES = {
    "today": (),
    "goals": ("3",),
    "set": ("4",),
    "assignment": ("6",),
    "walk": ("ctrl+n",),
    "desk": ("6", "down", "enter"),
}


@pytest.fixture
def example(tmp_path: Path) -> Iterator[IlmcoachApp]:
    """The app on the made-up learner, on her own day."""
    folders = Folders(tmp_path / "example")
    write_demo(folders, clock=demo_clock())
    app = IlmcoachApp(folders, clock=demo_clock())
    yield app
    app.close_portfolio()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES)
def test_picture(
    place: str, size: str, example: IlmcoachApp, snap_compare: Callable[..., bool]
) -> None:
    async def go(pilot: Pilot[None]) -> None:
        await settle(pilot)
        for key in PLACES[place]:
            await press(pilot, key)

    assert snap_compare(example, terminal_size=SIZES[size], run_before=go)


def test_picture_of_the_first_start(tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    app = IlmcoachApp(Folders(tmp_path / "new"), clock=demo_clock())

    async def go(pilot: Pilot[None]) -> None:
        await settle(pilot)

    assert snap_compare(app, terminal_size=NARROW, run_before=go)
    app.close_portfolio()


def test_picture_in_the_light(example: IlmcoachApp, snap_compare: Callable[..., bool]) -> None:
    async def go(pilot: Pilot[None]) -> None:
        await settle(pilot)
        example.theme = "ilmcoach-light"
        await settle(pilot)

    assert snap_compare(example, terminal_size=WIDE, run_before=go)
