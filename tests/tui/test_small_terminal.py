"""Windows that are far too small, or change while somebody writes: nothing breaks, and the words
and the cursor stay."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from ilmcoach.portfolio.records import Action, Goal, Note
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.first import WelcomeScreen
from ilmcoach.tui.screens.home import HomeScreen
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    the,
    type_in,
)

TINY = [(20, 6), (40, 10)]
SIZES = [(80, 24), (30, 8), (20, 6), (12, 4), (120, 40)]
SHARED: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}


@pytest.fixture
def used(folders: Folders) -> Folders:
    """A portfolio with something in it."""
    seed(
        folders.data,
        CERTIFICATE,
        Note(id="a" * 32, text="A note that is somewhat longer than a line", **SHARED),
        Action(id="b" * 32, text="An action", **SHARED),
        Goal(id="c" * 32, what="Hand over the rota", **SHARED),
    )
    return folders


@pytest.mark.parametrize("size", TINY)
async def test_everything_opens_in_a_tiny_window(used: Folders, size: tuple[int, int]) -> None:
    async with opened_on(used, size=size) as (app, pilot):
        home = the(app, HomeScreen)
        for tab in "1234567":
            await press(pilot, tab)
            assert screen_text(app).strip()
        for keys in (["ctrl+t"], ["f1"], ["ctrl+p"], ["3", "enter"], ["6", "enter"]):
            await press(pilot, *keys)
            assert app.screen is not home, keys
            assert screen_text(app).strip()
            await press(pilot, "f2", "escape", "escape")
            if app.screen is not home:
                await press(pilot, "escape")
            assert app.screen is home, keys
        await home._going.set_up()
        await settle(pilot)
        await press(pilot, "escape")
        await home._going.hand_in("reflective-review")
        await settle(pilot)
        await press(pilot, "escape")
        assert app.screen is home


@pytest.mark.parametrize("size", TINY)
async def test_a_first_meeting_can_be_written_in_a_tiny_window(
    folders: Folders, size: tuple[int, int]
) -> None:
    async with opened_on(folders, size=size) as (app, pilot):
        assert isinstance(app.screen, WelcomeScreen)
        await press(pilot, "enter")
        await type_in(pilot, "Why do I keep the rota?")
        await press(pilot, "ctrl+n", "ctrl+n", "ctrl+n", "ctrl+n")
        assert [one.struck for one in app.workspace.portfolio.meetings()] == [
            "Why do I keep the rota?"
        ]


async def written(pilot: Pilot[None], where: str) -> TextArea | Input:
    """Goes to a place and writes there; the field."""
    app = pilot.app
    assert isinstance(app, IlmcoachApp)
    keys = {"note": ["ctrl+t"], "goal": ["3", "enter", "ctrl+n"], "desk": ["6", "enter"]}[where]
    await press(pilot, *keys)
    await type_in(pilot, "One two three")
    await press(pilot, "left", "left")
    field = app.focused
    assert isinstance(field, TextArea | Input)
    return field


@pytest.mark.parametrize("where", ["note", "goal", "desk"])
async def test_a_window_that_changes_while_writing(used: Folders, where: str) -> None:
    async with opened_on(used) as (app, pilot):
        field = await written(pilot, where)
        screen = app.screen
        for number, size in enumerate(SIZES):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert app.screen is screen
            assert app.focused is field, size
            await press(pilot, str(number))
        text = field.text if isinstance(field, TextArea) else field.value
        assert text.endswith("One two thr01234ee")
        assert "thr01234ee" in screen_text(app)


async def test_a_drawer_that_is_open_when_the_window_grows_and_shrinks(used: Folders) -> None:
    async with opened_on(used, size=(80, 24)) as (app, pilot):
        await press(pilot, "3", "enter")
        for drawer in ("f2", "f3", "f4"):
            await press(pilot, drawer)
            for size in ((120, 40), (30, 8), (80, 24)):
                await pilot.resize_terminal(*size)
                await settle(pilot)
            await press(pilot, "escape")
        assert not isinstance(app.screen, HomeScreen)
        assert app.focused is not None
