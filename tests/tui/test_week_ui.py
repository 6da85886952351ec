"""A look at the week, as a learner goes through it."""

from __future__ import annotations

from datetime import date
from typing import Any

from textual.widgets import OptionList

from ilmcoach.portfolio.records import Action, Goal, Record, Review, Telling, WeekLook
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.week import NOTHING, WeekScreen
from ilmcoach.tui.ways import week_screen
from ilmcoach.tui.widgets.line import Line
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    WIDE,
    FullDisk,
    Opened,
    draft,
    on_disk,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    type_in,
)

AT: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}
LATE = Action(id="a" * 32, text="Ask [/notes] K", due=date(2026, 11, 19), **AT)
SOON = Action(id="b" * 32, text="Read Tuckman", due=date(2026, 11, 26), **AT)
GOAL = Goal(id="c" * 32, what="Hand over the rota", reviews=(date(2026, 11, 20),), **AT)


async def open_week(app: Any, pilot: Any) -> WeekScreen:
    """Opens the look at the week from the tabs."""
    assert isinstance(app.screen, HomeScreen)
    await app.screen._going.show(week_screen)
    await settle(pilot)
    assert isinstance(app.screen, WeekScreen)
    return app.screen


def told(record: Record, folders: Folders) -> list[tuple[str, str]]:
    portfolio = on_disk(folders.data)
    return [(one.outcome, one.text) for one in portfolio.linked(Telling, record.id)]


async def test_ten_minutes(opened: Opened, folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, LATE, SOON, GOAL)
    async with opened(NARROW) as (app, pilot):
        await open_week(app, pilot)
        assert "! Ask [/notes] K  2 days ago" in screen_text(app)
        assert "Look again: Hand over the rota  yesterday" in screen_text(app)
        await press(pilot, "d", "e")
        await type_in(pilot, "She laughed.")
        await press(pilot, "enter", "down")
        assert "done  Ask [/notes] K" in screen_text(app)
        assert told(LATE, folders) == [("done", "She laughed.")]

        assert "On the way" in screen_text(app)
        await pilot.click("#partly")
        await settle(pilot)
        assert on_disk(folders.data).goal_status(GOAL) == "nearly"

        await press(pilot, "down", "m")
        await type_in(pilot, "in 2 weeks")
        assert "Sat 5 Dec 2026, in 2 weeks" in screen_text(app)
        await press(pilot, "enter")
        assert "moved to Sat 5 Dec  Read Tuckman" in screen_text(app)
        moved = on_disk(folders.data).live_get(Action, SOON.id)
        assert moved is not None
        assert moved.due == date(2026, 12, 5)

        await pilot.click("#week-text")
        await type_in(pilot, "A long one.")
        await pilot.click("#finish")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
    (look,) = on_disk(folders.data).live(WeekLook)
    assert (look.on, look.text) == (date(2026, 11, 21), "A long one.")
    assert draft(folders.data, "week/") == ""


async def test_the_last_answers_are_taken_back_one_by_one(opened: Opened, folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, LATE, GOAL)
    async with opened(NARROW) as (app, pilot):
        await open_week(app, pilot)
        await press(pilot, "n", "d", "down", "space", "ctrl+z")
        assert on_disk(folders.data).live(Review) == ()
        assert told(LATE, folders) == [("done", "")]
        await press(pilot, "ctrl+z")
        assert told(LATE, folders) == [("not-yet", "")]
        await press(pilot, "ctrl+z")
        assert told(LATE, folders) == []
        assert "! Ask [/notes] K" in screen_text(app)
        await press(pilot, "ctrl+z")
        assert "Nothing was answered just now" in screen_text(app)


async def test_typing_is_kept_and_offered_back(opened: Opened, folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, LATE, SOON)
    async with opened(NARROW) as (app, pilot):
        await open_week(app, pilot)
        await press(pilot, "down", "e")
        await type_in(pilot, "Half a line [/notes]")
        await press(pilot, "escape", "up")
        assert app.screen.query_one("#week-line", Line).value == ""
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        assert "A look at the week, not finished" in screen_text(app)
    assert draft(folders.data, "week/") == "Half a line [/notes]"
    assert told(SOON, folders) == []
    async with opened(NARROW) as (app, pilot):
        await press(pilot, "ctrl+n")
        assert isinstance(app.screen, WeekScreen)
        assert "is back" in screen_text(app)
        await press(pilot, "down")
        assert "Half a line [/notes]" in screen_text(app)
        await press(pilot, "p")
    assert told(SOON, folders) == [("partly", "Half a line [/notes]")]
    assert draft(folders.data, "week/") == ""


async def test_what_cannot_be_saved_or_read_changes_nothing(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, LATE)
    disk = FullDisk()
    async with opened_on(folders, disk, NARROW) as (app, pilot):
        await open_week(app, pilot)
        disk.full = True
        await press(pilot, "d")
        assert "the disk is full" in " ".join(screen_text(app).split())
        assert "! Ask [/notes] K  2 days ago" in screen_text(app)
        disk.full = False
        await press(pilot, "m")
        await type_in(pilot, "soonish")
        await press(pilot, "enter")
        assert "“soonish” is not a day I can read" in screen_text(app)
        assert on_disk(folders.data).open_actions() == (LATE,)
        await press(pilot, "escape", "d")
        app.screen.query_one("#week-text", Line).focus()
        await type_in(pilot, "Tired")
        assert app.keep_drafts() == ""
    assert told(LATE, folders) == [("done", "")]
    assert draft(folders.data, "week/text") == "Tired"


async def test_with_nothing_due_there_is_still_the_week(opened: Opened, folders: Folders) -> None:
    seed(folders.data, CERTIFICATE)
    async with opened(WIDE) as (app, pilot):
        screen = await open_week(app, pilot)
        assert NOTHING[:40] in " ".join(screen_text(app).split())
        assert not screen.query_one("#week-list", OptionList).display
        await type_in(pilot, "Quiet, d p n m.")
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
    (look,) = on_disk(folders.data).live(WeekLook)
    assert look.text == "Quiet, d p n m."
