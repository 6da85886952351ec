"""Questions beside one's writing: with no model, with one, with a wrong key and no network, and
stopped half-way."""

from __future__ import annotations

import sys

import pytest

from ilmcoach.coach.trouble import Kind, Trouble
from ilmcoach.settings import Folders, read_preferences
from ilmcoach.tui.screens.coach_consent import AllowScreen, ConsentScreen
from ilmcoach.tui.screens.desk import DeskScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.plain import Act
from tests.coach.fake_line import FakeLine, never, posed
from tests.tui.coached import (
    HOST,
    NOTE,
    OWN,
    SET_ON,
    TASK,
    ask_and_wait,
    asked,
    begin,
    coached,
    exchanges,
    from_model,
    set_on,
    to_walk,
    told,
)
from tests.tui.driving import NARROW, WIDE, hit, paste, press, screen_text, settle, the, until

BOTH = [WIDE, NARROW]


@pytest.mark.parametrize("size", BOTH)
async def test_without_a_model_questions_on_what_is_written_come_at_once(
    folders: Folders, size: tuple[int, int]
) -> None:
    # Another test of the same process may have asked a model before.
    imported = "openai" in sys.modules
    begin(folders, None)
    line = FakeLine(posed(OWN))
    async with coached(folders, line, size) as (app, pilot):
        await to_walk(app, pilot)
        await press(pilot, "f2")
        first = asked(app)
        assert len(first) == 3
        assert "On what you wrote" in screen_text(app)
        await press(pilot, "ctrl+g")
        second = asked(app)
        assert len(second) == 3
        assert not set(first) & set(second)
        app.screen.query_one("#others", Act).press()
        await settle(pilot)
        assert not set(asked(app)) & {*first, *second}
        assert the(app, Editor).has_focus
        assert "From the model" not in screen_text(app)
        await press(pilot, "escape")
        if size == NARROW:
            await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        # On the desk too, with reading by itself and what it is good for.
        await press(pilot, "6", "enter")
        await paste(pilot, NOTE)
        await press(pilot, "f2")
        assert isinstance(app.screen, DeskScreen)
        assert len(asked(app)) == 3
        before = asked(app)
        await press(pilot, "ctrl+s")
        assert asked(app) == before
        await press(pilot, "f3")
        assert told(app, "#books")
        assert not asked(app)
        assert the(app, Editor).text == NOTE
    assert not line.asked
    assert ("openai" in sys.modules) is imported
    assert not exchanges(folders)


async def test_at_an_empty_step_the_words_before_it_count_and_are_not_sent(
    folders: Folders,
) -> None:
    begin(folders)
    line = FakeLine(posed(OWN))
    async with coached(folders, line) as (app, pilot):
        screen = await to_walk(app, pilot)
        await press(pilot, "ctrl+n", "f2")
        assert screen.spot is not None
        assert screen.spot.step.id != "struck"
        assert "On what you wrote" in screen_text(app)
        assert asked(app)
    assert not line.asked


@pytest.mark.parametrize("size", BOTH[:1])
async def test_a_model_joins_after_the_centres_word_and_a_look_at_what_is_sent(
    folders: Folders, size: tuple[int, int]
) -> None:
    begin(folders, None)
    unsure = SET_ON.__class__(way="pose", address=f"https://{HOST}/v1", model="small")
    set_on(folders, unsure)
    line = FakeLine(posed(OWN, "You should let her do it."))
    async with coached(folders, line, size) as (app, pilot):
        await to_walk(app, pilot)
        await press(pilot, "f2")
        assert len(asked(app)) == 3, "the pack's questions wait for nothing"
        assert "whether your centre allows it" in told(app, "#model-told")
        app.screen.query_one("#model-first", Act).press()
        await settle(pilot)
        assert isinstance(app.screen, AllowScreen)
        app.screen.query_one("#yes", Act).press()
        await settle(pilot)
        assert "look at what would go" in told(app, "#model-told")
        app.screen.query_one("#model-first", Act).press()
        await settle(pilot)
        assert isinstance(app.screen, ConsentScreen)
        preview = app.screen._preview.sent
        assert "Sam" not in preview
        assert "Person A stands for Sam" in told(app, "#hidden")
        await press(pilot, "escape")
        assert not line.asked
        app.screen.query_one("#model-first", Act).press()
        await settle(pilot)
        app.screen.query_one("#send", Act).press()
        await settle(pilot)
        (text,) = from_model(app)
        assert text.startswith(f"{OWN}\nfrom the model")
        assert "sent 18:30" in screen_text(app)
        assert "You should let her" not in screen_text(app)
        assert the(app, Editor).text == NOTE
    (one,) = exchanges(folders)
    assert one.sent == preview
    assert one.shown == (OWN,)
    assert one.assessment == TASK
    assert sum(one.dropped.values()) == 1
    assert read_preferences(folders).coach.agreed == (HOST,)


async def test_turning_it_off_where_one_is_asked_to_agree(folders: Folders) -> None:
    begin(folders)
    set_on(folders, SET_ON.__class__(way="pick", address=f"https://{HOST}/v1", model="small"))
    line = FakeLine(posed())
    async with coached(folders, line) as (app, pilot):
        await to_walk(app, pilot, f"{NOTE} We were at the Wenlock yard then.")
        await press(pilot, "f2")
        app.screen.query_one("#model-first", Act).press()
        await settle(pilot)
        assert "Wenlock" in told(app, "#doubtful")
        app.screen.query_one("#hide", Act).press()
        await settle(pilot)
        assert not told(app, "#doubtful")
        assert isinstance(app.screen, ConsentScreen)
        assert "Wenlock" not in app.screen._preview.sent
        app.screen.query_one("#off", Act).press()
        await settle(pilot)
        assert not app.screen.query_one("#from-model").display
        await press(pilot, "f2")
        assert "From the model" not in screen_text(app)
    assert not line.asked
    assert read_preferences(folders).coach.way == "off"
    assert read_preferences(folders).coach.private == ("Wenlock",)


async def test_a_wrong_key_and_no_network_are_told_in_words(folders: Folders) -> None:
    begin(folders)
    kinds = (Kind.KEY, Kind.OFFLINE)
    line = FakeLine(*(Trouble(kind) for kind in kinds))
    async with coached(folders, line, NARROW) as (app, pilot):
        await to_walk(app, pilot)
        for kind in kinds:
            await press(pilot, "f2")
            assert len(asked(app)) == 3
            assert not from_model(app)
            assert app.screen.query_one("#model-told").region
            assert Trouble(kind).message in told(app, "#model-told")
    assert {one.ended for one in exchanges(folders)} == {str(kind) for kind in kinds}


async def test_escape_stops_a_request_and_stays_and_leaving_the_step_stops_it_too(
    folders: Folders,
) -> None:
    begin(folders)
    line = FakeLine(never)
    async with coached(folders, line) as (app, pilot):
        await to_walk(app, pilot)
        await ask_and_wait(app, line)
        assert "Esc stops it" in told(app, "#model-told")
        assert len(asked(app)) == 3
        # The editor takes words meanwhile.
        hit(app, "space", "x")
        hit(app, "escape")
        await until(lambda: "You stopped it" in told(app, "#model-told"))
        await until(lambda: not app.workers._workers)
        assert isinstance(app.screen, WalkScreen)
        assert the(app, Editor).text == f"{NOTE} x"
        line.asked.clear()
        await ask_and_wait(app, line)
        hit(app, "ctrl+n")
        await until(lambda: not app.screen.query_one("#from-model").display)
        await until(lambda: not app.workers._workers)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
    assert [one.ended for one in exchanges(folders)] == ["stopped", "stopped"]
