"""Somebody gets another name everywhere, looked at first, and undone by one key."""

from __future__ import annotations

import re
from typing import Any

from ilmcoach.portfolio.records import Feedback, Note, Person
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.rename import RenameScreen, WhoScreen
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    on_disk,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    type_in,
    until,
)


def write_something(folders: Folders) -> None:
    seed(
        folders.data,
        CERTIFICATE,
        Person(id="p", name="Anna", role="member", made=BEFORE, changed=BEFORE),
        Feedback(id="f", who="Anna", said="Wait.", made=BEFORE, changed=BEFORE),
        Note(id="n", text="Anna's team, and Anna.", made=BEFORE, changed=BEFORE),
    )


def words(folders: Folders) -> tuple[str, str, str]:
    portfolio = on_disk(folders.data)
    (person,), (said,), (note,) = (
        portfolio.live(Person),
        portfolio.live(Feedback),
        portfolio.live(Note),
    )
    return person.name, said.who, note.text


async def test_a_name_changes_at_the_places_left_ticked(folders: Folders) -> None:
    write_something(folders)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        await press(pilot, "5")
        await home._going.show(WhoScreen)
        await settle(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, RenameScreen)
        shown = screen_text(app)
        assert "2 fields that hold only this name" in shown
        assert "twice" in shown
        await press(pilot, "ctrl+s")
        assert "Type the new name first" in screen_text(app)
        await type_in(pilot, "Maria")
        await press(pilot, "enter", "down", "space", "ctrl+s")
        assert "Anna is Maria now, in 3 places" in screen_text(app)
        assert words(folders) == ("Maria", "Maria", "Maria's team, and Anna.")
        await press(pilot, "ctrl+z")
        assert words(folders) == ("Anna", "Anna", "Anna's team, and Anna.")
        await press(pilot, "ctrl+s", "escape")
        assert words(folders)[0] == "Maria"
        assert "Maria" in screen_text(app)


async def test_a_person_is_renamed_from_where_they_are_read(folders: Folders) -> None:
    write_something(folders)
    async with opened_on(folders) as (app, pilot):
        await press(pilot, "5", "p", "escape", "end")
        for _ in range(3):
            if "Rename everywhere" in screen_text(app):
                break
            await press(pilot, "up")
        await pilot.click("#log .rename")
        await settle(pilot)
        assert isinstance(app.screen, RenameScreen)
        assert "The new name for Anna" in screen_text(app)
        await type_in(pilot, "Anna")
        await press(pilot, "ctrl+s")
        assert "the name they have already" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_first_name_by_itself_is_offered_too(folders: Folders) -> None:
    made: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}
    seed(
        folders.data,
        CERTIFICATE,
        Person(id="p", name="Priya Nair", role="member", **made),
        Feedback(id="f", who="Priya", said="Wait.", **made),
        Note(id="n", text="Priya asked twice.", **made),
    )
    async with opened_on(folders, size=NARROW) as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        await home._going.show(WhoScreen)
        await settle(pilot)
        await press(pilot, "enter")
        await until(lambda: isinstance(app.screen, RenameScreen))
        await settle(pilot)
        shown = " ".join(re.sub("[│╭╰]", " ", screen_text(app)).split())
        assert "You also wrote Priya in 1 text and 1 field" in shown
        assert "in no text" not in shown
        await type_in(pilot, "Anita Rao")
        await press(pilot, "ctrl+s")
        assert "in 2 places" in screen_text(app)
        assert words(folders) == ("Anita Rao", "Anita", "Priya asked twice.")
        await press(pilot, "ctrl+z")
        app.screen.query_one("#tick").press()  # type: ignore[attr-defined]
        await settle(pilot)
        app.screen.query_one("#tick").press()  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "ctrl+s")
        assert words(folders) == ("Anita Rao", "Anita", "Anita asked twice.")
