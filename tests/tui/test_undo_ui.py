"""Delete and undo on every tab, by key, button and from the trash."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from textual.widgets import Button, OptionList

from ilmcoach.portfolio.records import Action, Feedback, Finding, Goal, Meeting, Note, Record, Run
from ilmcoach.settings import Folders
from ilmcoach.tui.panes.base import Pane
from ilmcoach.tui.screens.home import HomeScreen
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    on_disk,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    the,
)

SHARED: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}
FINDING = Finding(id="1" * 32, area="self", area_label="Myself", sort="strength", **SHARED)
FEEDBACK = Feedback(id="2" * 32, who="Priya", said="You listen.", links=(FINDING.id,), **SHARED)
GOAL = Goal(id="3" * 32, what="Hand over the rota", **SHARED)
RUN = Run(id="4" * 32, walk="smart-goal", subject=GOAL.id, place="why", **SHARED)
MEETING = Meeting(id="5" * 32, problem="The rota", **SHARED)
ACTION = Action(id="6" * 32, text="Ask the deputy", links=(MEETING.id,), **SHARED)
NOTE = Note(id="7" * 32, text="A thought", **SHARED)
RECORDS = (CERTIFICATE, FINDING, FEEDBACK, GOAL, RUN, MEETING, ACTION, NOTE)


@pytest.fixture
def used(folders: Folders) -> Folders:
    """A portfolio with one of each."""
    seed(folders.data, *RECORDS)
    return folders


def front(home: HomeScreen) -> Pane:
    """The tab in front."""
    pane = home._pane()
    assert pane is not None
    return pane


def gone(folders: Folders) -> set[str]:
    """Ids of what lies in the trash, on the disk."""
    return {one.id for one in on_disk(folders.data) if one.trashed is not None}


GOES_WITH: dict[str, tuple[Record, set[str]]] = {
    "2": (FINDING, set()),
    "3": (GOAL, {RUN.id}),
    "4": (ACTION, set()),
    "5": (NOTE, set()),
}


@pytest.mark.parametrize("way", ["key", "button"])
async def test_delete_and_undo_on_every_tab(used: Folders, way: str) -> None:
    async with opened_on(used) as (app, pilot):
        home = the(app, HomeScreen)
        for tab, (record, with_it) in GOES_WITH.items():
            await press(pilot, tab)
            pane = front(home)
            options = pane.query_one(OptionList)
            options.highlighted = options.get_option_index(record.id)
            await settle(pilot)
            if way == "key":
                await press(pilot, "delete")
            else:
                pane.query_one(".delete", Button).press()
                await settle(pilot)
            assert gone(used) == {record.id} | with_it
            assert "Ctrl+Z brings it back" in " ".join(one.message for one in app._notifications)
            await press(pilot, "ctrl+z")
            assert gone(used) == set()
            assert record.id in [one.id for one in pane.query_one(OptionList).options]
    kept = {one.id: one for one in on_disk(used.data)}
    assert kept == {one.id: one for one in RECORDS}, "as if nothing had happened"


async def test_undo_goes_back_step_by_step_and_then_says_so(used: Folders) -> None:
    async with opened_on(used) as (app, pilot):
        await press(pilot, "5", "delete", "delete", "delete")
        assert len(gone(used)) >= 3
        for left in (2, 1, 0):
            await press(pilot, "ctrl+z")
            assert len(gone(used) - {RUN.id}) <= left
        await press(pilot, "ctrl+z")
        assert "Nothing was deleted just now" in " ".join(one.message for one in app._notifications)


async def test_the_trash_brings_back_what_was_deleted_another_day(used: Folders) -> None:
    async with opened_on(used) as (app, pilot):
        await press(pilot, "3", "delete")
        assert gone(used) == {GOAL.id, RUN.id}
    async with opened_on(used) as (app, pilot):
        await press(pilot, "5")
        app.screen.query_one("#trash", Button).press()
        await settle(pilot)
        assert GOAL.what in screen_text(app)
        pane = front(the(app, HomeScreen))
        pane.query_one(".delete", Button).press()
        await settle(pilot)
    assert gone(used) <= {RUN.id}
    assert GOAL.id not in gone(used)


async def test_feedback_outlives_the_finding_it_was_about(used: Folders) -> None:
    async with opened_on(used) as (app, pilot):
        await press(pilot, "2", "delete")
        assert gone(used) == {FINDING.id}
        assert "From Priya" in screen_text(app)


async def test_the_bin_key_does_nothing_on_an_empty_tab(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE)
    async with opened_on(folders) as (_, pilot):
        for tab in "2345":
            await press(pilot, tab, "delete", "enter", "escape")
    assert gone(folders) == set()


async def test_a_second_enter_on_delete_deletes_nothing_more(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, *(replace(NOTE, id=one * 32) for one in "789"))
    async with opened_on(folders) as (app, pilot):
        await press(pilot, "5")
        pane = front(the(app, HomeScreen))
        pane.query_one(".delete", Button).focus()
        await settle(pilot)
        await press(pilot, "enter")
        assert app.focused is pane.query_one(OptionList)
        await press(pilot, "enter")
        assert len(gone(folders)) == 1


async def test_a_run_with_answers_can_be_deleted_in_the_log(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, replace(RUN, subject="", answers={"why": "It is time."}))
    async with opened_on(folders) as (app, pilot):
        assert "You stopped at" in screen_text(app)
        await press(pilot, "5", "delete", "1")
        assert gone(folders) == {RUN.id}
        assert "You stopped at" not in screen_text(app)
