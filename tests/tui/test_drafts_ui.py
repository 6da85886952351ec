"""The program is killed while somebody types; what was lost is counted.

The promise: at most the last second or the last 20 keystrokes, whichever is less, and the rest
is offered back.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer

import pytest
from msgspec import Struct
from textual.pilot import Pilot
from textual.widgets import Button

from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Note, Run
from ilmcoach.settings import Folders
from ilmcoach.store.drafts import Drafts
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.form import FormScreen
from ilmcoach.tui.screens.setup import SetupScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.widgets.answers.repeat import Repeat
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.line import Line
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    FRAME,
    SlowDisk,
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
    type_in,
    until,
)
from tests.tui.terminal import Terminal
from tests.tui.typing_in import PLACES, kept, type_words

KEYSTROKES = 20
SECONDS = 1.0
BURSTS = [("walk", True), ("desk", True), ("note", True)]
AT_ONCE = 3
"""Programs driven at the same time, to be quick on two processors."""


class Loss(Struct, frozen=True):
    """One kill: what was typed, what was kept, and what had been shown a second before."""

    place: str
    typed: str
    kept: str
    a_second_before: int


def kill_once(home: Path, name: str, seed_of_chance: int, *, burst: bool = False) -> Loss:
    """Types into a place, and kills the program at a random moment of it; after a burst of 25
    keystrokes, at once."""
    chance = random.Random(seed_of_chance)
    place = PLACES[name]
    place.before(home)
    with Terminal(home) as terminal:
        place.go(terminal)
        if burst:
            typed = type_words(terminal, chance, 5, pace=0.0)
        else:
            words = 4 if name.startswith("day") else chance.randrange(6, 14)
            typed = type_words(terminal, chance, words, pace=chance.choice([0.004, 0.02, 0.05]))
            terminal.watch(chance.uniform(0, 1.2))
        moment = time.monotonic()
        terminal.kill()
    before = typed.by(moment - SECONDS - typed.stall)
    return Loss(name, typed.text, kept(home, place), before)


def test_a_kill_loses_at_most_a_second_or_twenty_keystrokes(tmp_path: Path) -> None:
    turns = [*((name, False) for name in [*PLACES, "walk", "desk", "row"]), *BURSTS]
    with ThreadPoolExecutor(AT_ONCE) as hands:
        work = [
            hands.submit(kill_once, tmp_path / f"home{number}", name, number, burst=burst)
            for number, (name, burst) in enumerate(turns)
        ]
        losses = [one.result() for one in work]
    lost = {one: len(one.typed) - len(one.kept) for one in losses}
    for one in losses:
        assert one.typed.startswith(one.kept), "what was kept is what was typed"
        assert lost[one] <= KEYSTROKES, one
        assert len(one.kept) >= one.a_second_before, one
    assert len(losses) >= 12
    assert sum(len(one.kept) for one in losses) > sum(lost.values()), "most of it was kept"


async def carry_on(pilot: Pilot[None]) -> None:
    """Takes up what was left half done."""
    await press(pilot, "ctrl+n")


def typed_in_walk(app: IlmcoachApp) -> str:
    return the(app, WalkScreen).box.draft  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["walk", "note", "desk"])
async def test_a_draft_is_offered_back_after_a_kill(folders: Folders, name: str) -> None:
    place = PLACES[name]
    place.before(folders.data)
    with Terminal(folders.data) as terminal:
        place.go(terminal)
        terminal.send("I said no.")
        terminal.wait_until(lambda: kept(folders.data, place) == "I said no.")
        terminal.kill()
    async with opened_on(folders) as (app, pilot):
        if name == "walk":
            assert "You stopped at question" in screen_text(app)
        if name == "note":
            assert "A note you had not saved" in screen_text(app)
        await press(pilot, *(["6", "enter"] if name == "desk" else ["ctrl+n"]))
        assert the(app, Editor).text == "I said no."
        assert "what you typed" in screen_text(app)


ROWS = '[{"id":"aa","text":"Ask the deputy","due":"3/12"},{"id":"bb","text":"Ring K","due":"soo"}]'


@pytest.mark.parametrize(
    ("step", "text", "shown"),
    [
        ("agreed", ROWS, ["Ask the deputy", "3/12", "Ring K", "soo"]),
        ("next", "next Thur", ["next Thur"]),
    ],
)
async def test_a_draft_of_rows_or_of_a_day_is_offered_back(
    folders: Folders, step: str, text: str, shown: list[str]
) -> None:
    run = Run(id="a" * 32, made=BEFORE, changed=BEFORE, walk="quick-meeting", place=step)
    seed(folders.data, run)
    Drafts(folders.data, RealDisk()).keep(f"walk/{run.id}/{step}", text, BEFORE)
    async with opened_on(folders) as (app, pilot):
        await press(pilot, "ctrl+n")
        await until(lambda: [line.value for line in app.screen.query(Line)][: len(shown)] == shown)
        assert "what you typed" in screen_text(app)


@pytest.mark.parametrize("form", ["a form of a tab", "the set-up page", "an edited note"])
async def test_a_form_closed_half_done_comes_back_as_it_was(folders: Folders, form: str) -> None:
    note = Note(id="n" * 32, made=BEFORE, changed=BEFORE, text="As it was saved.")
    seed(folders.data, CERTIFICATE, note)
    field = Editor if form == "an edited note" else Line

    async def open_form(app: IlmcoachApp, pilot: Pilot[None]) -> None:
        if form == "the set-up page":
            await app.screen._going.set_up()  # type: ignore[attr-defined]
        elif form == "an edited note":
            await press(pilot, "5", "enter")
        else:
            await press(pilot, "4")
            await pilot.click("#new-action")
        await settle(pilot)
        assert isinstance(app.screen, FormScreen | SetupScreen)

    async with opened_on(folders) as (app, pilot):
        await open_form(app, pilot)
        app.screen.query(field).last().focus()
        await type_in(pilot, " Half a line")
        await press(pilot, "escape")
        assert not isinstance(app.screen, FormScreen | SetupScreen)
        await open_form(app, pilot)
        if form == "an edited note":
            assert the(app, Editor).text == "As it was saved. Half a line"
            await pilot.click("#saved")
            await settle(pilot)
            assert the(app, Editor).text == "As it was saved."
        else:
            assert "Half a line" in [one.value.strip() for one in app.screen.query(Line)]


def editor_holds(app: IlmcoachApp, text: str) -> bool:
    return [one.text for one in app.screen.query(Editor)] == [text]


async def test_words_typed_ahead_of_a_slow_save_stand_in_the_next_answer(
    folders: Folders,
) -> None:
    disk = SlowDisk()
    async with opened_on(folders, disk) as (app, pilot):
        await press(pilot, "enter")
        await type_in(pilot, "First.")
        disk.slow = True
        hit(app, "ctrl+n", *"Second.")
        await until(disk.waiting.is_set)
        disk.go.set()
        await settle(pilot)
        assert app.screen.query(Line).first().value == "Second."
    assert on_disk(folders.data).meetings()[0].struck == "First."


@pytest.mark.parametrize("saved_before", [False, True])
async def test_words_typed_into_an_answer_that_is_being_left_are_not_lost(
    folders: Folders, saved_before: bool
) -> None:
    disk = SlowDisk()
    async with opened_on(folders, disk) as (app, pilot):
        await press(pilot, "enter")
        await type_in(pilot, "First.")
        if saved_before:
            await press(pilot, "ctrl+s")
        disk.slow = True
        app.screen.query_one("#next", Button).press()
        await until(disk.waiting.is_set)
        hit(app, *"Second.")
        await until(lambda: editor_holds(app, "First.Second."))
        disk.go.set()
        await settle(pilot)
        await press(pilot, "ctrl+b")
        assert editor_holds(app, "First.Second.")
    assert on_disk(folders.data).meetings()[0].struck == "First.Second."


async def test_an_older_draft_never_takes_the_place_of_a_newer_one(folders: Folders) -> None:
    disk = SlowDisk()
    async with opened_on(folders, disk) as (app, pilot):
        await press(pilot, "enter")
        await type_in(pilot, "1")
        disk.slow = True
        hit(app, *"2345678901234567")
        await until(disk.waiting.is_set)
        hit(app, *"ab")
        await until(lambda: editor_holds(app, "12345678901234567ab"))
        await until(lambda: the(app, WalkScreen).drafter.waiting)
        disk.go.set()
        app.keep_drafts()
        await settle(pilot)
    assert draft(folders.data, "walk/") == "12345678901234567ab"


async def test_typing_waits_for_a_disk_that_is_slower_than_the_hands(folders: Folders) -> None:
    disk = SlowDisk()
    async with opened_on(folders, disk) as (app, pilot):
        await press(pilot, "enter")
        await type_in(pilot, "1")
        await until(lambda: draft(folders.data, "walk/") == "1")
        disk.slow = True
        soon = Timer(1, disk.go.set)
        soon.start()
        hit(app, *"2345678901234567890")
        await until(lambda: editor_holds(app, "12345678901234567890"))
        hit(app, "a")
        await until(lambda: editor_holds(app, "12345678901234567890a"))
        await asyncio.sleep(FRAME)
        lost = "12345678901234567890a".removeprefix(draft(folders.data, "walk/"))
        assert len(lost) <= KEYSTROKES
        assert disk.go.is_set(), "nobody typed on before the disk had answered"


async def test_the_very_first_words_are_kept_though_their_walk_is_still_being_saved(
    folders: Folders,
) -> None:
    disk = SlowDisk()
    async with opened_on(folders, disk) as (app, pilot):
        await press(pilot, "enter")
        disk.slow = True
        hit(app, *"First")
        await until(disk.waiting.is_set)
        await until(lambda: editor_holds(app, "First"))
        disk.go.set()
        assert app.keep_drafts() == ""
        assert draft(folders.data, "walk/") == "First"


async def test_rows_can_be_kept_as_a_draft_before_they_are_on_the_screen_and_as_they_go(
    folders: Folders,
) -> None:
    async with opened_on(folders) as (app, pilot):
        await press(pilot, "enter", "ctrl+n")
        rows = the(app, Repeat)
        await paste(pilot, "Ask the deputy")
        before = rows.draft
        rows.restore(before)
        rows.query_one("#add-row", Button).press()
        seen = set()
        for _ in range(200):
            seen.add(json.loads(rows.draft)[0]["text"])
            await asyncio.sleep(0)
        await settle(pilot)
        assert seen == {"Ask the deputy"}
        assert len(json.loads(rows.draft)) == 2
