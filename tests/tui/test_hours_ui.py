"""Hours and the calendar file, as a learner goes about them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import vobject
from textual.widgets import OptionList

from ilmcoach.portfolio.records import Action, Hours
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.calendar import CalendarScreen
from ilmcoach.tui.screens.confirm import ConfirmScreen
from ilmcoach.tui.screens.hours import HoursScreen
from ilmcoach.tui.widgets.choices import ChoiceList
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    draft,
    on_disk,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    type_in,
)

TUTORIAL = Hours(
    id="h" * 32, made=BEFORE, changed=BEFORE, on=date(2026, 11, 5), sort="tutorial", minutes=240
)


def kept(folders: Folders) -> list[tuple[str, date | None, int | None, str]]:
    return [(one.sort, one.on, one.minutes, one.text) for one in on_disk(folders.data).live(Hours)]


async def test_hours_are_put_down_changed_deleted_and_brought_back(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, TUTORIAL)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await press(pilot, "6")
        await pilot.click("#hours")
        await settle(pilot)
        assert isinstance(app.screen, HoursScreen)
        shown = screen_text(app)
        assert "4 h of at least 6 h" in shown
        assert "to be finished by Sat 1 Sep 2029" in shown
        await press(pilot, "2", "tab")
        await type_in(pilot, "yesterday")
        await press(pilot, "enter")
        await type_in(pilot, "1.30")
        await press(pilot, "ctrl+s")
        assert "Write 1:30, or the minutes" in screen_text(app)
        await press(pilot, "home", "right", "delete")
        await type_in(pilot, ":")
        assert "1 h 30 min" in screen_text(app)
        await press(pilot, "enter")
        await type_in(pilot, "The [/plan]")
        await press(pilot, "enter")
        assert kept(folders)[1:] == [("tutorial", date(2026, 11, 20), 90, "The [/plan]")]
        assert "5 h 30 min of at least 6 h" in screen_text(app)
        app.screen.query_one("#list", OptionList).focus()
        await press(pilot, "end", "enter", "4", "ctrl+s")
        assert [one[0] for one in kept(folders)] == ["set", "tutorial"]
        app.screen.query_one("#list", OptionList).focus()
        await press(pilot, "end", "delete")
        assert [one[0] for one in kept(folders)] == ["tutorial"]
        await press(pilot, "ctrl+z")
        assert len(kept(folders)) == 2


async def test_a_line_begun_is_offered_back(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE)
    async with opened_on(folders) as (app, pilot):
        await app.push_screen(HoursScreen(app.keeper))  # type: ignore[arg-type]
        await settle(pilot)
        await press(pilot, "2", "tab", "tab")
        await type_in(pilot, "1h3")
        await press(pilot, "escape")
    assert "1h3" in draft(folders.data, "hours/new")
    async with opened_on(folders) as (app, pilot):
        await app.push_screen(HoursScreen(app.keeper))  # type: ignore[arg-type]
        await settle(pilot)
        assert "Brought back" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert [one[2] for one in kept(folders)] == [63]
    assert draft(folders.data, "hours/new") == ""


async def test_the_calendar_file_is_written_and_replaced_only_when_asked(folders: Folders) -> None:
    action = Action(id="a" * 32, made=BEFORE, changed=BEFORE, text="Ask Sam", due=date(2026, 12, 3))
    seed(folders.data, CERTIFICATE, action)
    out = Path(folders.exports) / "calendar.ics"
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await press(pilot, "6")
        await pilot.click("#calendar")
        await settle(pilot)
        assert isinstance(app.screen, CalendarScreen)
        await press(pilot, "enter")
        assert "Written:" in screen_text(app)
        assert "Ask Sam" in out.read_text(encoding="utf-8")
        app.screen.query_one(ChoiceList).focus()
        await press(pilot, "2", "ctrl+s")
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.click("#yes")
        await settle(pilot)
        summaries = [one.summary.value for one in vobject.readOne(out.read_text()).vevent_list]
        assert "Action due" in summaries
        assert "Sam" not in out.read_text(encoding="utf-8")
