"""An activity is planned, undertaken, judged, and shown by a file, all from the tab of goals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, OptionList

from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Activity, Attachment, Goal, Note
from ilmcoach.settings import Folders
from ilmcoach.store.attachments import Attachments, State
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.attach import AttachScreen
from ilmcoach.tui.screens.files import FilesScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.widgets.line import Line
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    draft,
    hit,
    on_disk,
    opened_on,
    paste,
    press,
    screen_text,
    seed,
    settle,
    the,
    until,
)

DATA = b"%PDF what she drew\x00\xff"
GOAL = Goal(id="a" * 32, made=BEFORE, changed=BEFORE, what="Hand over the rota")
SHADOWING = Activity(id="b" * 32, made=BEFORE, changed=BEFORE, what="Shadow Priya")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    file = tmp_path / "what she drew.pdf"
    file.write_bytes(DATA)
    return file


async def push(app: IlmcoachApp, pilot: Pilot[None], selector: str) -> None:
    button = app.screen.query_one(selector, Button)
    assert button.display
    button.press()
    await settle(pilot)


async def skip_to(app: IlmcoachApp, pilot: Pilot[None], step: str) -> None:
    """Goes on without answering, to a question or to the last page."""
    walk = the(app, WalkScreen)

    def here() -> str:
        return walk.spot.step.id if walk.spot else ""

    while (before := here()) != step:
        hit(app, "ctrl+n")
        await until(partial(moved, here, before))
    await settle(pilot)


def moved(here: Callable[[], str], before: str) -> bool:
    return here() != before


async def stand_on(app: IlmcoachApp, pilot: Pilot[None], record_id: str) -> None:
    options = app.screen.query_one("#goals OptionList", OptionList)
    options.highlighted = options.get_option_index(record_id)
    await settle(pilot)


def copies(folders: Folders) -> Attachments:
    return Attachments(folders.data, RealDisk())


async def test_planned_undertaken_judged_and_shown_by_a_file(folders: Folders, sheet: Path) -> None:
    seed(folders.data, CERTIFICATE, GOAL)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await press(pilot, "3")
        await push(app, pilot, "#start-activity")
        assert isinstance(app.screen, WalkScreen)
        await press(pilot, "enter", "ctrl+n", "enter")
        await skip_to(app, pilot, "what")
        await paste(pilot, "Shadow Priya on two mornings")
        await skip_to(app, pilot, "by")
        await paste(pilot, "8 jan")
        await skip_to(app, pilot, "before")
        await paste(pilot, "I stand at the back [/x]")
        await press(pilot, "escape")
        shown = screen_text(app)
        assert "Activities" in shown
        assert "planned, by Fri 8 Jan" in shown
        activity = on_disk(folders.data).live(Activity)[0]
        assert (activity.source, activity.sort) == (GOAL.id, "shadowing")
        assert activity.by == date(2027, 1, 8)

        await stand_on(app, pilot, activity.id)
        await push(app, pilot, "#judge-judge-activity")
        await press(pilot, "2", "ctrl+n")
        await paste(pilot, "One morning so far")
        await press(pilot, "escape")
        assert "under way, by Fri 8 Jan" in screen_text(app)
        await stand_on(app, pilot, activity.id)
        await push(app, pilot, "#judge-judge-activity")
        assert "One morning so far" in screen_text(app), "it carries on where it was left"
        await press(pilot, "ctrl+b", "3")
        await skip_to(app, pilot, "after")
        assert "You wrote before: I stand at the back [/x]" in " ".join(screen_text(app).split())
        await skip_to(app, pilot, "worth")
        assert "You wrote before" not in screen_text(app)
        await paste(pilot, "Worth the two mornings")
        await skip_to(app, pilot, "")
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
        assert "Done with" in screen_text(app)
        (activity,) = on_disk(folders.data).live(Activity)
        assert (activity.status, activity.worth) == ("done", "Worth the two mornings")

        await stand_on(app, pilot, activity.id)
        await push(app, pilot, "#goals #attach")
        assert isinstance(app.screen, AttachScreen)
        await paste(pilot, f"'{sheet}' ")
        assert "what she drew.pdf, 20 bytes" in " ".join(screen_text(app).split())
        await press(pilot, "enter")
        await paste(pilot, "Her way through a talk")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, HomeScreen)
        (record,) = on_disk(folders.data).live(Attachment)
        assert (record.links, record.text) == ((activity.id,), "Her way through a talk")
        assert copies(folders).read(record) == DATA == sheet.read_bytes()
        assert draft(folders.data, "attach/") == ""

        await push(app, pilot, "#goals .edit")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.run.walk == "activity", "editing opens what it was planned in"


async def test_the_palette_attaches_to_what_is_chosen_and_keeps_typing(
    folders: Folders, sheet: Path
) -> None:
    note = Note(id="c" * 32, made=BEFORE, changed=BEFORE, text="A thought")
    seed(folders.data, CERTIFICATE, SHADOWING, note)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        home = the(app, HomeScreen)
        commands = {title: act for title, _, act in home.commands()}
        assert "How an activity went" not in commands, "that one is begun beside an activity"
        await commands["Attach a file"]()
        await settle(pilot)
        assert "Note: A thought" in screen_text(app)
        await press(pilot, "ctrl+s")
        await until(lambda: "Type or paste where the file is" in screen_text(app))
        await press(pilot, "down")
        await paste(pilot, str(sheet.parent / "none.pdf"))
        await press(pilot, "ctrl+s")
        await until(lambda: "There is no file" in screen_text(app))
        await press(pilot, "escape")
        assert "none.pdf" in draft(folders.data, "attach/new")
        assert "A file to attach you had not saved" in " ".join(screen_text(app).split())
        await press(pilot, "ctrl+n")
        assert the(app, Line, "#path").value.endswith("none.pdf")
        the(app, Line, "#path").value = str(sheet)
        await settle(pilot)
        await push(app, pilot, "#attach")
    (record,) = on_disk(folders.data).live(Attachment)
    assert record.links == (SHADOWING.id,), "the choice is brought back too"
    assert copies(folders).state(record) is State.GOOD


async def test_files_are_looked_at_deleted_and_brought_back(folders: Folders, sheet: Path) -> None:
    seed(folders.data, CERTIFICATE, SHADOWING)
    async with opened_on(folders) as (app, pilot):
        await press(pilot, "3")
        await push(app, pilot, "#goals #attach")
        await paste(pilot, sheet.as_uri())
        await push(app, pilot, "#attach")
        assert "what she drew.pdf" in screen_text(app)
        await push(app, pilot, "#goals #files")
        assert isinstance(app.screen, FilesScreen)
        assert "It is as you attached it." in screen_text(app)
        (record,) = on_disk(folders.data).live(Attachment)
        path = copies(folders).path(record)
        path.write_bytes(b"other")
        path.unlink()
        await push(app, pilot, "#open")
        await until(lambda: "The copy is missing" in screen_text(app))
        await press(pilot, "delete")
        await until(lambda: "No file is attached here yet." in screen_text(app))
        assert on_disk(folders.data).live(Attachment) == ()
        await press(pilot, "ctrl+z")
        await until(lambda: "what she drew.pdf, 20 bytes, missing" in screen_text(app))
        assert on_disk(folders.data).live(Attachment) == (record,)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
