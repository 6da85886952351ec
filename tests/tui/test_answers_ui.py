"""A disk that takes no more, on every screen that saves; and words of a pack that can never become
words of the learner."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.selection import SELECT_ALL
from textual.widget import Widget
from textual.widgets import Button

from ilmcoach.portfolio.records import (
    Action,
    Finding,
    Learner,
    Meeting,
    Note,
    Record,
    Run,
    SectionText,
)
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.confirm import ConfirmScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import OwnWords
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    FullDisk,
    draft,
    every,
    on_disk,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    the,
    type_in,
)

SHARED: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}
MEETING = Meeting(id="e" * 32, problem="The rota", **SHARED)
RECORDS = (
    CERTIFICATE,
    Note(id="a" * 32, text="A note.", **SHARED),
    Action(id="b" * 32, text="An action", **SHARED),
    Finding(id="c" * 32, area="self", area_label="Myself", evidence="Then", **SHARED),
    Run(id="d" * 32, walk="quick-meeting", subject=MEETING.id, place="struck", **SHARED),
    MEETING,
)
WORDS = "Nobody asked me."


@pytest.fixture
def used(folders: Folders) -> Folders:
    """A portfolio with something in it."""
    seed(folders.data, *RECORDS)
    return folders


async def to_walk(app: IlmcoachApp, pilot: Pilot[None]) -> None:
    await press(pilot, "ctrl+n")


async def to_desk(app: IlmcoachApp, pilot: Pilot[None]) -> None:
    await press(pilot, "6", "enter")


async def to_note(app: IlmcoachApp, pilot: Pilot[None]) -> None:
    await press(pilot, "ctrl+t")


async def to_form(app: IlmcoachApp, pilot: Pilot[None]) -> None:
    await press(pilot, "4")
    app.screen.query_one("#new-action", Button).press()
    await settle(pilot)


async def to_set_up(app: IlmcoachApp, pilot: Pilot[None]) -> None:
    home = the(app, HomeScreen)
    await home._going.set_up()
    await settle(pilot)
    the(app, Line, "#line-name").focus()


Way = Callable[[IlmcoachApp, Pilot[None]], Awaitable[None]]
WAYS: dict[str, tuple[Way, str, Callable[[Folders], bool]]] = {
    "walk": (to_walk, "#notice", lambda f: kept(f, Meeting, "struck")),
    "desk": (to_desk, "#notice", lambda f: kept(f, SectionText, "text")),
    "note": (to_note, "#problem", lambda f: kept(f, Note, "text")),
    "form": (to_form, "#problem", lambda f: kept(f, Action, "text")),
    "set up": (to_set_up, "#problem", lambda f: kept(f, Learner, "name")),
}


def kept(folders: Folders, kind: type[Record], name: str) -> bool:
    return WORDS in [getattr(one, name) for one in on_disk(folders.data).live(kind)]


def typed(app: IlmcoachApp) -> list[str]:
    fields = [one for one in every(app.screen) if isinstance(one, Editor | Line)]
    return [one.text if isinstance(one, Editor) else one.value for one in fields]


@pytest.mark.parametrize("name", WAYS)
async def test_a_full_disk_is_said_and_the_words_stay(used: Folders, name: str) -> None:
    go, place, is_kept = WAYS[name]
    disk = FullDisk()
    async with opened_on(used, disk) as (app, pilot):
        await go(app, pilot)
        screen = app.screen
        assert not isinstance(screen, HomeScreen)
        disk.full = True
        await type_in(pilot, WORDS)
        await press(pilot, "ctrl+s")
        assert app.screen is screen
        assert "the disk is full. Make some room." in said(app, place)
        assert WORDS in typed(app)
        await press(pilot, "ctrl+n", "escape")
        assert name in ("note", "form", "set up") or app.screen is screen
        assert not is_kept(used)
        disk.full = False
        if app.screen is not screen:
            await go(app, pilot)
        if WORDS not in typed(app):
            await type_in(pilot, WORDS)
        await press(pilot, "ctrl+s")
    assert is_kept(used)


def said(app: IlmcoachApp, place: str) -> str:
    part = app.screen.query_one(place)
    assert part.region, "it can be seen"
    return " ".join(str(part.content).split())  # type: ignore[attr-defined]


async def test_a_form_that_cannot_be_saved_keeps_its_words_when_closed(used: Folders) -> None:
    disk = FullDisk()
    async with opened_on(used, disk) as (app, pilot):
        await to_note(app, pilot)
        disk.full = True
        disk.part = "portfolio.json"
        await type_in(pilot, WORDS)
        await press(pilot, "ctrl+s", "escape")
        assert isinstance(app.screen, HomeScreen)
    assert WORDS in draft(used.data, "note/")


async def test_leaving_asks_when_the_last_words_cannot_be_kept(used: Folders) -> None:
    disk = FullDisk()
    async with opened_on(used, disk) as (app, pilot):
        await to_note(app, pilot)
        disk.full = True
        await type_in(pilot, WORDS)
        await press(pilot, "ctrl+q")
        assert isinstance(app.screen, ConfirmScreen)
        assert "the disk is full" in " ".join(screen_text(app).split())
        await press(pilot, "ctrl+q", "enter")
        assert app.is_running
        assert WORDS in typed(app)
        disk.full = False
        await press(pilot, "ctrl+q")
        assert not app.is_running
    assert WORDS in draft(used.data, "note/")


async def test_a_full_disk_on_delete_changes_nothing(used: Folders) -> None:
    disk = FullDisk()
    async with opened_on(used, disk) as (app, pilot):
        disk.full = True
        await press(pilot, "5", "delete")
        assert "the disk is full" in " ".join(one.message for one in app._notifications)
    assert all(one.trashed is None for one in on_disk(used.data))


async def test_a_full_disk_while_meetings_are_chosen_shows_what_is_true(used: Folders) -> None:
    disk = FullDisk()
    async with opened_on(used, disk) as (app, pilot):
        await the(app, HomeScreen)._going.hand_in("action-plan-and-log")
        await settle(pilot)
        app.screen.query_one("#log-choice", Button).press()
        await settle(pilot)
        disk.full = True
        await press(pilot, "space")
        assert "the disk is full" in said(app, "#problem")
        assert "[x]" not in screen_text(app), "what is not saved is not shown as chosen"


OUR_WORDS = (Editor, Line, OwnWords)


def selectable(app: App[None]) -> list[tuple[Widget, str]]:
    """What can be selected and has words in it, though it is neither a field nor the learner's
    own words."""
    parts = [one for one in every(app.screen) if one.region and one.allow_select and not own(one)]
    found = [(one, one.get_selection(SELECT_ALL)) for one in parts]
    return [(one, words[0]) for one, words in found if words and words[0].strip()]


def own(part: Widget) -> bool:
    return any(isinstance(one, OUR_WORDS) for one in part.ancestors_with_self)


async def test_nothing_of_a_pack_can_be_selected_on_any_screen(used: Folders) -> None:
    async with opened_on(used) as (app, pilot):
        for keys in ([], *([tab] for tab in "1234567")):
            await press(pilot, *keys)
            assert selectable(app) == [], keys
        for name in WAYS:
            await WAYS[name][0](app, pilot)
            assert not isinstance(app.screen, HomeScreen)
            assert selectable(app) == [], name
            await press(pilot, "f1")
            assert selectable(app) == [], f"help of {name}"
            await press(pilot, "escape", "escape", "1")
            assert isinstance(app.screen, HomeScreen), name
        await the(app, HomeScreen)._going.hand_in("action-plan-and-log")
        await settle(pilot)
        assert selectable(app) == []
        for button in ("#confirm", "#log-choice"):
            app.screen.query_one(button, Button).press()
            await settle(pilot)
            assert selectable(app) == [], button
            await press(pilot, "escape")


@pytest.mark.parametrize("size", [NARROW])
async def test_words_of_a_pack_cannot_be_dragged_over_and_pasted(
    used: Folders, size: tuple[int, int]
) -> None:
    async with opened_on(used, size=size) as (app, pilot):
        await to_walk(app, pilot)
        assert isinstance(app.screen, WalkScreen)
        for part in ("Beside", "#outline", "#ask", "#hint"):
            drawer = {"Beside": "f2", "#outline": "f4"}.get(part)
            if size == NARROW and drawer:
                await press(pilot, drawer)
            over = app.screen.query_one(part)
            assert over.region, part
            end = (over.size.width - 1, over.size.height - 1)
            await pilot.mouse_down(over, offset=(2, 0))
            await pilot.hover(over, offset=end)
            await pilot.mouse_up(over, offset=end)
            assert not app.screen.get_selected_text(), part
            await press(pilot, "ctrl+c")
            if size == NARROW and drawer:
                await press(pilot, "escape")
            assert isinstance(app.screen, WalkScreen), part
            editor = the(app, Editor)
            app.screen.set_focus(editor)
            await press(pilot, "ctrl+c", "ctrl+v")
            assert editor.text == "", part
