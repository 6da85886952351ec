"""A second window reads only, says so, and cannot write by any way in."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandList
from textual.widgets import Button

from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Action, Goal, Note, Run
from ilmcoach.services.notes import keep_note
from ilmcoach.settings import Folders
from ilmcoach.store.inbox import Inbox
from ilmcoach.store.lock import locked
from ilmcoach.tui.screens.ai_record import AIRecordScreen
from ilmcoach.tui.screens.form import FormScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.widgets.editor import Editor
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
    until,
)

SAYS = "open in another window"
SHARED: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}
RECORDS = (
    CERTIFICATE,
    Note(id="a" * 32, text="A note", **SHARED),
    Action(id="b" * 32, text="An action", **SHARED),
    Goal(id="c" * 32, what="A goal", **SHARED),
    Run(id="d" * 32, walk="smart-goal", subject="c" * 32, place="what", **SHARED),
)


@pytest.fixture
def used(folders: Folders) -> Folders:
    """A portfolio with something in it."""
    seed(folders.data, *RECORDS)
    return folders


def files(folder: Path) -> dict[str, bytes]:
    """All files of a folder, but the lock."""
    return {
        str(one.relative_to(folder)): one.read_bytes()
        for one in sorted(folder.rglob("*"))
        if one.is_file() and one.suffix != ".lock"
    }


async def test_the_second_window_says_so_and_nothing_in_it_writes(used: Folders) -> None:
    with locked(used.data):
        before = files(used.data)
        async with opened_on(used) as (app, pilot):
            assert isinstance(app.screen, HomeScreen)
            assert SAYS in screen_text(app)
            going = app.screen._going
            for keys in ("ctrl+n", "5 delete", "5 enter", "3 enter", "6 enter"):
                await press(pilot, *keys.split())
                assert isinstance(app.screen, HomeScreen), keys
            for button in ("new-action", "new-note", "new-feedback", "tell", "start-smart-goal"):
                app.screen.query_one(f"#{button}", Button).press()
                await settle(pilot)
                assert isinstance(app.screen, HomeScreen), button
            (record,) = [act for name, _, act in app.screen.commands() if name == "AI record"]
            await record()
            await settle(pilot)
            assert isinstance(app.screen, AIRecordScreen), "looking changes nothing"
            await press(pilot, "escape")
            await going.set_up()
            await going.hand_in("reflective-review")
            await press(pilot, "ctrl+z", "ctrl+s")
            assert isinstance(app.screen, HomeScreen)
            toasts = [one.message for one in app._notifications]
            assert len(toasts) > 5
            assert all(SAYS in one or "deleted" in one for one in toasts), toasts
        assert files(used.data) == before


@pytest.mark.parametrize("way", ["key", "palette"])
async def test_a_note_is_refused_in_the_second_window_before_it_is_typed(
    used: Folders, way: str
) -> None:
    with locked(used.data):
        before = files(used.data)
        async with opened_on(used) as (app, pilot):
            if way == "key":
                await press(pilot, "ctrl+t")
            else:
                await press(pilot, "ctrl+p")
                await type_in(pilot, "Quick note")
                await until(lambda: app.screen.query(CommandList)[0].option_count)
                await press(pilot, "enter")
            assert isinstance(app.screen, HomeScreen), "nobody types what cannot be saved"
            assert SAYS in screen_text(app)
        assert files(used.data) == before


async def test_a_note_from_the_command_line_appears_in_the_first_window(used: Folders) -> None:
    async with opened_on(used) as (app, pilot):
        kept = keep_note(used, "From outside, by the command line")
        assert kept.waits
        assert isinstance(app.screen, HomeScreen)
        await app.screen._take_inbox()
        await press(pilot, "5")
        assert "From outside, by the command line" in screen_text(app)
        assert Inbox(used.data, RealDisk()).waiting() == ()


async def test_a_note_that_waited_is_there_when_the_app_opens(used: Folders) -> None:
    moment = datetime(2026, 11, 20, 22, tzinfo=UTC)
    Inbox(used.data, RealDisk()).put("Put down last night", moment)
    async with opened_on(used) as (app, pilot):
        await press(pilot, "5")
        assert "Put down last night" in screen_text(app)


async def test_the_first_window_gives_the_lock_back(used: Folders) -> None:
    async with opened_on(used) as (first, _), opened_on(used) as (second, _):
        assert first.workspace.store.why_read_only == ""
        assert SAYS in second.workspace.store.why_read_only
    async with opened_on(used) as (third, pilot):
        assert third.workspace.store.why_read_only == ""
        await press(pilot, "ctrl+t")
        assert isinstance(third.screen, FormScreen)
        assert the(third, Editor).has_focus
