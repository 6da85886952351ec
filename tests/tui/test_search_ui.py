"""Ctrl+F finds what was written, as one types, and opens it."""

from __future__ import annotations

from textual.widgets import OptionList

from ilmcoach.portfolio.records import Action, Note
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.form import FormScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.search import SearchScreen
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    on_disk,
    opened_on,
    press,
    screen_text,
    seed,
    the,
    type_in,
    until,
)


def write_something(folders: Folders) -> None:
    seed(
        folders.data,
        CERTIFICATE,
        Note(id="n1", made=BEFORE, changed=BEFORE, text="The rota was mine again, all of it."),
        Note(id="n2", made=BEFORE, changed=BEFORE, text="Silence helps [b]me[/b]."),
        Action(id="a1", made=BEFORE, changed=BEFORE, text="Hand over the rota"),
        Note(id="gone", made=BEFORE, changed=BEFORE, text="The old rota", trashed=BEFORE),
    )


async def test_it_finds_as_one_types_and_opens_what_is_found(folders: Folders) -> None:
    write_something(folders)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await press(pilot, "ctrl+f")
        assert isinstance(app.screen, SearchScreen)
        assert "Type any words you wrote" in screen_text(app)
        await type_in(pilot, "rot")
        assert "2 found" in screen_text(app)
        await type_in(pilot, "a mi")
        shown = screen_text(app)
        assert "1 found" in shown
        assert "The rota was mine again" in shown
        assert "Hand over" not in shown
        await press(pilot, "enter")
        assert isinstance(app.screen, FormScreen)
        await type_in(pilot, " And now?")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, SearchScreen)
        assert "all of it. And now?" in screen_text(app)
        await press(pilot, "escape", "ctrl+f")
        assert app.screen.query_one("#search-words").value == "rota mi"  # type: ignore[attr-defined]
        await type_in(pilot, "zzz")
        await until(lambda: "Nothing you wrote has all" in screen_text(app))
        await press(pilot, "ctrl+f")
        await type_in(pilot, "rota")
        screen = the(app, SearchScreen)
        first = screen.found_id
        await press(pilot, "down")
        assert screen.found_id != first
        await press(pilot, "up")
        assert screen.found_id == first
        await pilot.click("#search-found", offset=(4, 0))
        await press(pilot)
        assert isinstance(app.screen, FormScreen)
    assert any(one.text.endswith("And now?") for one in on_disk(folders.data).live(Note))


async def test_a_window_that_only_reads_can_search_and_opens_nothing(folders: Folders) -> None:
    write_something(folders)
    async with opened_on(folders), opened_on(folders) as (app, pilot):
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "ctrl+f")
        await type_in(pilot, "silence")
        assert "Silence helps [b]me[/b]." in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, SearchScreen)
        assert the(app, OptionList, "#search-found").option_count == 1
