"""Cue cards and a rehearsal, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from textual.pilot import Pilot
from textual.widgets import Button

from ilmcoach.clock import FixedClock
from ilmcoach.portfolio.records import CueCard, Note, Rehearsal
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.drafted import screen_of
from ilmcoach.tui.screens.cards import CardsScreen
from ilmcoach.tui.screens.cards_page import CardsPageScreen
from ilmcoach.tui.screens.rehearse import RehearseScreen
from ilmcoach.tui.widgets.editor import Editor
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    NOW,
    draft,
    on_disk,
    press,
    screen_text,
    seed,
    settle,
    the,
    type_in,
    until,
)

CARD = CueCard(
    id="c" * 32,
    made=BEFORE,
    changed=BEFORE,
    assessment="reflective-review",
    criterion="m3-36/1.2",
    text="How I told them [/red]",
)
MINE = Note(
    id="d" * 32, made=BEFORE, changed=BEFORE, text="They asked twice", criteria=("m3-36/1.1",)
)


@asynccontextmanager
async def cards_of(
    folders: Folders, clock: FixedClock, size: tuple[int, int] = NARROW
) -> AsyncIterator[tuple[IlmcoachApp, Pilot[None]]]:
    """The app at the cue cards of the first assignment."""
    app = IlmcoachApp(folders, clock=clock)
    app.animation_level = "none"
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(pilot)
            await press(pilot, "6")
            await until(lambda: app.screen.query("AssignmentPane .cards"))
            app.screen.query_one("AssignmentPane .cards", Button).press()
            await until(lambda: isinstance(app.screen, CardsScreen))
            await settle(pilot)
            yield app, pilot
    finally:
        app.close_portfolio()


async def test_cards_are_written_read_and_rehearsed(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, CARD, MINE)
    clock = FixedClock(NOW)
    async with cards_of(folders, clock) as (app, pilot):
        assert the(app, Editor).text == ""
        shown = screen_text(app)
        assert "M3.36 1.1 Explain" in shown
        assert "Mine (1)" in shown
        await type_in(pilot, "Why we have one")
        await press(pilot, "ctrl+n")
        assert the(app, Editor).text == CARD.text
        assert "2 of 9 cards begun" in screen_text(app)
        await pilot.click("#page")
        await settle(pilot)
        assert isinstance(app.screen, CardsPageScreen)
        assert "How I told them [/red]" in screen_text(app)
        await press(pilot, "escape", "ctrl+o")
        assert isinstance(app.screen, RehearseScreen)
        assert "Why we have one" in screen_text(app)
        await press(pilot, "space")
        clock.moment = NOW + timedelta(seconds=200)
        await press(pilot, "ctrl+n")
        assert "How I told them [/red]" in screen_text(app)
        clock.moment = NOW + timedelta(seconds=601)
        await press(pilot, "space")
        assert "10 minutes are there" in screen_text(app)
        clock.moment = NOW + timedelta(seconds=2000)
        await press(pilot, "escape")
        shown = screen_text(app)
        assert "10 minutes 1 s" in shown
        assert "3:20  M3.36 1.1" in shown
        assert "6:41  M3.36 1.2" in shown
        await type_in(pilot, "Fast at the end")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, CardsScreen)
    found = on_disk(folders.data)
    assert [(one.criterion, one.text) for one in found.live(CueCard)] == [
        ("m3-36/1.2", CARD.text),
        ("m3-36/1.1", "Why we have one"),
    ]
    (once,) = found.live(Rehearsal)
    assert (once.assessment, once.seconds, once.text) == (
        "reflective-review",
        601,
        "Fast at the end",
    )
    assert once.on == NOW.date()
    assert draft(folders.data, "") == ""


async def test_typing_and_a_time_not_kept_are_offered_back(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, CARD)
    clock = FixedClock(NOW)
    async with cards_of(folders, clock) as (app, pilot):
        await press(pilot, "ctrl+n")
        await press(pilot, "ctrl+o", "space")
        clock.moment = NOW + timedelta(seconds=75)
        await press(pilot, "escape")
        await type_in(pilot, "Too long")
        await press(pilot, "escape")
        assert isinstance(app.screen, CardsScreen)
        await type_in(pilot, "!")
        assert app.keep_drafts() == ""
    assert on_disk(folders.data).live(Rehearsal) == ()
    async with cards_of(folders, clock) as (app, pilot):
        await press(pilot, "ctrl+n")
        assert the(app, Editor).text == f"{CARD.text}!"
        assert "Brought back" in screen_text(app)
        await press(pilot, "ctrl+o")
        shown = screen_text(app)
        assert "1 minute 15 s" in shown
        assert "Too long" in shown
        await pilot.click("#drop")
        await settle(pilot)
        assert isinstance(app.screen, CardsScreen)
    assert on_disk(folders.data).live(Rehearsal) == ()
    assert draft(folders.data, "") == ""


async def test_a_card_not_saved_is_opened_again(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, CARD)
    async with cards_of(folders, FixedClock(NOW)) as (app, _):
        assert isinstance(app.screen, CardsScreen)
        keeper = app.keeper
        assert keeper is not None
        for key in (f"card/{CARD.id}", "card/reflective-review/m3-36/1.2"):
            cards = screen_of(key, keeper)
            assert cards is not None
            await app.push_screen(cards)
            assert the(app, Editor).text == CARD.text, key
            app.pop_screen()
