"""What the tabs say of a learner's programme."""

from __future__ import annotations

import shutil
from datetime import date

from textual.containers import VerticalScroll
from textual.widgets import Button, TabbedContent

from ilmcoach.portfolio.records import Action, Enrolment, Note
from ilmcoach.settings import Folders
from ilmcoach.tui.forms import FORMS
from ilmcoach.tui.panes.messages import NewRecord
from ilmcoach.tui.panes.records import RecordPane
from ilmcoach.tui.screens.form import FormScreen
from ilmcoach.tui.screens.home import HomeScreen
from tests.cli.course import COURSE
from tests.tui.driving import (
    BEFORE,
    NARROW,
    NOW,
    Opened,
    press,
    screen_text,
    seed,
    settle,
    the,
    type_in,
)


def enrolled(pack: str) -> Enrolment:
    return Enrolment(id="e" * 32, made=BEFORE, changed=BEFORE, pack=pack)


async def test_a_pack_that_broke_is_said_on_every_tab(opened: Opened, folders: Folders) -> None:
    shutil.copytree(COURSE, folders.packs / COURSE.name)
    pack = folders.packs / COURSE.name / "pack.md"
    pack.write_text(pack.read_text().replace("title:", "tittle:"))
    seed(folders.data, enrolled("short-course"))
    async with opened() as (app, _):
        assert "short-course, cannot be used now" in screen_text(app)
        assert "is kept" in screen_text(app)


async def test_a_programme_without_a_set_has_actions_only(opened: Opened, folders: Folders) -> None:
    seed(folders.data, enrolled("level-3-award"))
    async with opened() as (app, pilot):
        assert app.screen.query_one(TabbedContent).get_tab("tab-set").label_text == "Actions"
        await press(pilot, "4")
        assert "After a set meeting" not in screen_text(app).split("Nothing here yet")[0]


async def test_something_to_do_can_be_told_from_today(opened: Opened, folders: Folders) -> None:
    action = Action(id="a" * 32, made=BEFORE, changed=BEFORE, text="Ask", due=date(2026, 11, 26))
    seed(folders.data, enrolled("level-3-certificate"), action)
    async with opened() as (app, pilot):
        app.screen.query_one("#due-list").focus()
        await press(pilot, "enter")
        assert isinstance(app.screen, FormScreen)
        assert "How did it go?" in screen_text(app)


async def test_another_record_is_shown_from_its_top(opened: Opened, folders: Folders) -> None:
    long = "\n".join(f"Line {number}" for number in range(60))
    notes = [Note(id=one * 32, made=BEFORE, changed=BEFORE, text=long) for one in "ab"]
    seed(folders.data, enrolled("level-3-certificate"), *notes)
    async with opened(NARROW) as (app, pilot):
        await press(pilot, "5")
        beside = app.screen.query_one("#log .detail VerticalScroll", VerticalScroll)
        await press(pilot, "pagedown")
        assert beside.scroll_y > 0
        await press(pilot, "down")
        assert beside.scroll_y == 0


async def test_what_was_just_saved_is_stood_on_and_said(opened: Opened, folders: Folders) -> None:
    due = date(2026, 11, 26)
    first = Action(id="a" * 32, made=BEFORE, changed=BEFORE, text="Ask", due=due)
    seed(folders.data, enrolled("level-3-certificate"), first)
    async with opened() as (app, pilot):
        await press(pilot, "4")
        app.screen.query_one("#new-action", Button).press()
        await settle(pilot)
        await type_in(pilot, "Later")
        await press(pilot, "ctrl+s")
        assert "Saved." in [one.message for one in app._notifications]
        record = app.screen.query_one("#set", RecordPane).record
        assert isinstance(record, Action)
        assert record.text == "Later"
        # A note from the command line comes by itself, and nobody is taken away by it.
        await press(pilot, "5", "down")
        stood_on = app.screen.query_one("#log", RecordPane).record
        assert app.keeper
        app.keeper.workspace.inbox.put("From outside", NOW)
        await the(app, HomeScreen)._take_inbox()
        await settle(pilot)
        assert "From outside" in screen_text(app)
        assert app.screen.query_one("#log", RecordPane).record == stood_on


async def test_a_form_begins_at_its_top(opened: Opened, folders: Folders) -> None:
    seed(folders.data, enrolled("level-3-certificate"))
    async with opened(NARROW) as (app, pilot):
        for kind in ("enquiry", "request"):
            app.screen.post_message(NewRecord(kind))
            await settle(pilot)
            assert FORMS[kind][0].title in screen_text(app)
            await press(pilot, "escape")
