"""The page for the meeting itself: clocks, questions caught, what was agreed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Button

from ilmcoach.clock import FixedClock
from ilmcoach.portfolio.records import Action, Meeting, Person, SetQuestion, Turn
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.form import FormScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.in_meeting import InMeetingScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.standing import StandingList
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    NOW,
    FullDisk,
    draft,
    on_disk,
    opened_on,
    paste,
    press,
    screen_text,
    seed,
    settle,
    the,
    type_in,
    until,
)

SHARED: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}
PEOPLE = (
    Person(id="p1", name="Karim", role="member", **SHARED),
    Person(id="p2", name="Rosa", role="member", **SHARED),
)


@pytest.fixture
def used(folders: Folders) -> Folders:
    """A learner with a set of three."""
    seed(folders.data, CERTIFICATE, *PEOPLE)
    return folders


async def go_in(app: IlmcoachApp, pilot: Pilot[None], minutes: float = 0) -> InMeetingScreen:
    """Opens the page by its command, so many minutes after the app's own moment."""
    later(app, minutes)
    ways = {name: act for name, _, act in the(app, HomeScreen).commands()}
    await ways["In the meeting"]()
    await settle(pilot)
    return the(app, InMeetingScreen)


def later(app: IlmcoachApp, minutes: float) -> None:
    """It is so many minutes after the app's own moment."""
    clock = app.workspace.clock
    assert isinstance(clock, FixedClock)
    clock.moment = NOW + timedelta(minutes=minutes)


async def wait_until_shown(app: IlmcoachApp, words: str) -> None:
    """Waits for the page to look at its clock."""
    await until(lambda: words in screen_text(app))


async def push(app: IlmcoachApp, pilot: Pilot[None], button: str) -> None:
    app.screen.query_one(button, Button).press()
    await settle(pilot)


async def test_a_meeting_and_the_same_meeting_after_the_computer_died(used: Folders) -> None:
    async with opened_on(used) as (app, pilot):
        await go_in(app, pilot)
        assert "Paper is just as good" in screen_text(app)
        assert not app.workspace.portfolio.meetings()
        await press(pilot, "f3")
        await push(app, pilot, "#everybody")
        await press(pilot, "ctrl+g")
        assert "3 of 3 here" in screen_text(app)
        assert "Whose turn: you   30:00 left of 30:00" in screen_text(app)
        later(app, 24)
        await wait_until_shown(app, "6:00 left")
        assert "last five minutes" not in screen_text(app)
        later(app, 25)
        await wait_until_shown(app, "Your last five minutes.")
        assert app.screen.query_one("#sign").has_class("-fresh")
        await press(pilot, "f2")
        await type_in(pilot, "kar>me: What would happen?")
        await press(pilot, "enter")
        await press(pilot, "f4")
        await paste(pilot, "Ask Priya")
        await press(pilot, "enter")
        await paste(pilot, "3/12")
        assert "Thu 3 Dec 2026, in 12 days" in screen_text(app)
        await press(pilot, "enter")
        assert "Ask Priya  by Thu 3 Dec 2026" in screen_text(app)
    kept = on_disk(used.data)
    (meeting,) = kept.meetings()
    (question,) = kept.live(SetQuestion)
    (action,) = kept.live(Action)
    assert meeting.held == NOW.date()
    assert (question.by, question.to) == ("Karim", "me")
    assert question.at == NOW + timedelta(minutes=25)
    assert question.links == action.links == (meeting.id,)
    assert action.due == date(2026, 12, 3)
    async with opened_on(used) as (app, pilot):
        await go_in(app, pilot, minutes=31.5)
        shown = screen_text(app)
        assert "over by 1:30 of 30:00" in shown
        assert "Your time is up. What goes over is counted." in shown
        assert not app.screen.query_one("#sign").has_class("-fresh")
        assert "18:55  Karim to me  What would happen?" in shown
        await press(pilot, "ctrl+n")
        assert "Whose turn: Karim   30:00 left of 30:00" in screen_text(app)
        assert "< Karim >" in screen_text(app)
    turns = {one.who: one for one in on_disk(used.data).live(Turn)}
    assert (turns["me"].seconds, turns["me"].ended) == (31 * 60 + 30, True)
    assert turns["Karim"].since == NOW + timedelta(minutes=31.5)


async def test_what_was_typed_and_not_kept_is_brought_back(used: Folders) -> None:
    async with opened_on(used) as (app, pilot):
        await go_in(app, pilot)
        await paste(pilot, "What for")
        await press(pilot, "f4")
        await paste(pilot, "Ask [/notes]")
        await until(lambda: "[/notes]" in draft(used.data, "in-meeting/"))
    async with opened_on(used) as (app, pilot):
        await go_in(app, pilot)
        assert "Brought back what you typed at 18:30 and had not kept." in screen_text(app)
        assert the(app, Line, "#question").value == "What for"
        assert the(app, Line, "#action").value == "Ask [/notes]"
        await paste(pilot, "?")
        await press(pilot, "enter", "f4", "enter", "enter")
        assert draft(used.data, "in-meeting/").strip() == ""
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
    kept = on_disk(used.data)
    assert [one.text for one in kept.live(SetQuestion)] == ["What for?"]
    assert [(one.text, one.due) for one in kept.live(Action)] == [("Ask [/notes]", None)]


async def test_in_a_small_window_one_part_after_the_other(used: Folders) -> None:
    async with opened_on(used, size=NARROW) as (app, pilot):
        await go_in(app, pilot)
        assert "F1 Help" in screen_text(app)
        await paste(pilot, "Who else sees it?")
        await press(pilot, "shift+tab", "r", "tab", "enter")
        assert "18:30  to Rosa  Who else sees it?" in screen_text(app)
        await press(pilot, "f3")
        assert "Who else sees it?" not in screen_text(app)
        await press(pilot, "end", "space", "tab", "tab", "tab")
        await paste(pilot, "Guest")
        await press(pilot, "enter")
        assert "2 of 4 here" in screen_text(app)
        await push(app, pilot, "#less-5")
        await push(app, pilot, "#more-1")
        assert "Next: Rosa, 26 minutes" in screen_text(app)
        await press(pilot, "f4")
        await press(pilot, "tab", "tab", "tab")
        await paste(pilot, "someday")
        await press(pilot, "enter")
        assert "is not a day I can read" in screen_text(app)
        the(app, Line, "#next-on Line").value = "3/12"
        await press(pilot, "enter")
        assert "Next meeting: Thu 3 Dec 2026, in 12 days" in screen_text(app)
    kept = on_disk(used.data)
    assert [one.next_on for one in kept.meetings()] == [date(2026, 12, 3)]
    assert {(one.who, one.minutes) for one in kept.live(Turn)} == {("Rosa", 26), ("Guest", 26)}


async def test_a_kept_line_is_changed_deleted_and_brought_back(used: Folders) -> None:
    async with opened_on(used) as (app, pilot):
        await go_in(app, pilot)
        await paste(pilot, "Whatt for?")
        await press(pilot, "enter")
        the(app, StandingList, "#caught StandingList").focus()
        await press(pilot, "enter")
        assert isinstance(app.screen, FormScreen)
        await press(pilot, "home", "delete", "W", "ctrl+s")
        assert isinstance(app.screen, InMeetingScreen)
        the(app, Line, "#question").focus()
        await push(app, pilot, "#caught .act-delete")
        assert not on_disk(used.data).live(SetQuestion)
        assert "Nothing caught yet" in screen_text(app)
        await press(pilot, "ctrl+z")
        assert "18:30  Whatt for?" in screen_text(app)


async def test_on_to_the_questions_about_this_meeting(used: Folders) -> None:
    planned = Meeting(id="m" * 32, planned=NOW.date(), problem="The rota", **SHARED)
    seed(used.data, planned)
    async with opened_on(used) as (app, pilot):
        await go_in(app, pilot)
        await press(pilot, "f4")
        await paste(pilot, "Ask Priya")
        await press(pilot, "enter", "enter")
        await push(app, pilot, "#after")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.run.subject == planned.id
        assert "After the set meeting" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
    (meeting,) = on_disk(used.data).meetings()
    assert (meeting.held, meeting.problem) == (NOW.date(), "The rota")


async def test_a_line_that_could_not_be_saved_stands_where_it_was(used: Folders) -> None:
    disk = FullDisk()
    async with opened_on(used, disk) as (app, pilot):
        await go_in(app, pilot)
        disk.full = True
        await paste(pilot, "What for?")
        await press(pilot, "enter")
        assert "the disk is full" in screen_text(app)
        assert the(app, Line, "#question").value == "What for?"
        disk.full = False
        await press(pilot, "enter")
        assert the(app, Line, "#question").value == ""
    assert [one.text for one in on_disk(used.data).live(SetQuestion)] == ["What for?"]


async def test_an_unknown_name_is_kept_and_said_and_today_leads_back(used: Folders) -> None:
    day = date(2026, 12, 3)
    last = Meeting(id="last", held=date(2026, 11, 5), struck="x", next_on=day, **SHARED)
    seed(used.data, last)
    async with opened_on(used) as (app, pilot):
        await go_in(app, pilot)
        await paste(pilot, "Z>me: is that so?")
        await press(pilot, "enter")
        assert "“Z”: nobody known here" in screen_text(app)
        assert "18:30  Z to me  is that so?" in screen_text(app)
        await press(pilot, "f3")
        await push(app, pilot, "#everybody")
        await press(pilot, "ctrl+g", "f4")
        assert "Next meeting: Thu 3 Dec 2026, in 12 days" in screen_text(app)
        await press(pilot, "escape")
        assert "The set meeting is on: back to it" in screen_text(app)
        await push(app, pilot, "#next-go")
        assert isinstance(app.screen, InMeetingScreen)
        assert "Whose turn: you" in screen_text(app)
    (question,) = on_disk(used.data).live(SetQuestion)
    assert (question.by, question.to, question.text) == ("Z", "me", "is that so?")
