"""Names in a document are looked at, one by one, before it is written."""

from __future__ import annotations

from typing import Any

import pytest
from textual.widgets import OptionList

from ilmcoach.export.document import Document, Heading, LearnerText
from ilmcoach.export.hiding import hide_names
from ilmcoach.portfolio.hiding import Plan
from ilmcoach.portfolio.records import Feedback, Person
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.hidden_names import HiddenNamesScreen, WordingScreen
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    WIDE,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    type_in,
)

MADE: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}
TEXT = "Zoë's question struck me.\n\nWill asked. Will we go? I told Priya and Zoe Whitlock."
WORK = Document("Task", "en", (Heading(1, "Task"), LearnerText(TEXT, under=2)))


def write_something(folders: Folders) -> None:
    seed(
        folders.data,
        CERTIFICATE,
        Person(id="z", name="Zoë Whitlock, lead cook", role="member", **MADE),
        Person(id="w", name="Will Ward", role="manager", **MADE),
        Feedback(id="f", who="Zoë", said="Wait.", **MADE),
    )


async def show(app: IlmcoachApp, agreed: list[Plan | None]) -> None:
    assert app.keeper
    app.push_screen(HiddenNamesScreen(app.keeper, WORK, "roles"), agreed.append)


async def test_each_place_is_shown_and_may_be_left(folders: Folders) -> None:
    write_something(folders)
    agreed: list[Plan | None] = []
    async with opened_on(folders, size=WIDE) as (app, pilot):
        await show(app, agreed)
        await settle(pilot)
        shown = screen_text(app)
        assert "A member of my set" in shown
        assert "Priya" in shown
        assert "People may still be recognised" in shown
        app.screen.query_one("#doubts OptionList", OptionList).focus()
        await press(pilot, "1", "2")
        app.screen.query_one("#strangers", OptionList).focus()
        await press(pilot, "1")
        people = app.screen.query_one("#people", OptionList)
        people.focus()
        people.highlighted = 1
        await press(pilot, "enter")
        assert isinstance(app.screen, WordingScreen)
        await type_in(pilot, "a [b]cook[/b]")
        await press(pilot, "enter")
        assert "2 places, your words" in screen_text(app)
        await press(pilot, "ctrl+s")
        (plan,) = agreed
        assert plan is not None
        assert app.keeper
        app.push_screen(HiddenNamesScreen(app.keeper, WORK, "roles", plan), agreed.append)
        await settle(pilot)
        await press(pilot, "ctrl+s")
    assert agreed == [plan, plan], "what was chosen once is chosen still"
    (text,) = (one.text for one in hide_names(WORK, plan).nodes if isinstance(one, LearnerText))
    assert text == (
        "A b cook /b's question struck me.\n\n"
        "Will asked. My manager we go? I told a colleague and a b cook /b."
    )


@pytest.mark.parametrize("size", [NARROW])
async def test_another_way_and_nothing_agreed(folders: Folders, size: tuple[int, int]) -> None:
    write_something(folders)
    agreed: list[Plan | None] = []
    async with opened_on(folders, size=size) as (app, pilot):
        await show(app, agreed)
        await settle(pilot)
        app.screen.query_one("#way", OptionList).focus()
        await press(pilot, "2")
        assert "Will Ward: W." in screen_text(app)
        await press(pilot, "tab", "tab", "tab")
        await press(pilot, "tab")
        await press(pilot, "f1", "escape", "escape")
    assert agreed == [None]
