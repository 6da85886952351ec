"""Walking through guided questions: the steps beside, days that cannot be read, the end."""

from __future__ import annotations

from textual.widgets import Button

from ilmcoach.portfolio.records import Goal, Run
from ilmcoach.settings import Folders
from ilmcoach.tui.going import Going
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.outline import Outline
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    Opened,
    hit,
    on_disk,
    paste,
    press,
    screen_text,
    seed,
    settle,
    type_in,
)


async def test_letters_typed_over_the_steps_belong_to_the_answer(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "enter")
        await paste(pilot, "She asked ")
        await press(pilot, "f4")
        assert isinstance(app.focused, Outline)
        await type_in(pilot, "why")
        assert app.screen.query_one(Editor).text == "She asked why"
        await press(pilot, "f4", "escape")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.query_one(Editor).has_focus


async def test_a_day_that_cannot_be_read_is_asked_about_once_and_kept(
    opened: Opened, folders: Folders
) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "enter", "ctrl+n", "ctrl+n")
        await paste(pilot, "last spring")
        await press(pilot, "ctrl+n")
        assert "is not a day I can read" in screen_text(app)
        await press(pilot, "ctrl+n")
        assert "That was the last question." in screen_text(app)
        await press(pilot, "ctrl+b")
        assert "last spring" in screen_text(app)
        await press(pilot, "ctrl+b")
        assert "What will you do, and by when?" in screen_text(app)


async def test_reaching_the_end_finishes_a_walk(opened: Opened, folders: Folders) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "enter")
        await paste(pilot, "A silence.")
        await press(pilot, "ctrl+n", "ctrl+n", "ctrl+n", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert "You stopped at" not in screen_text(app)
    (run,) = on_disk(folders.data).live(Run)
    assert run.finished is not None


async def test_a_walk_left_before_any_answer_keeps_no_run(opened: Opened, folders: Folders) -> None:
    goal = Goal(id="g" * 32, made=BEFORE, changed=BEFORE, what="Hand over the rota")
    seed(folders.data, CERTIFICATE, goal)
    async with opened() as (app, pilot):
        await press(pilot, "3")
        app.screen.query_one("#look-again", Button).press()
        await settle(pilot)
        assert isinstance(app.screen, WalkScreen)
        await press(pilot, "ctrl+n", "escape", "1")
        assert isinstance(app.screen, HomeScreen)
        assert "You stopped at" not in screen_text(app)
    assert on_disk(folders.data).live(Run) == ()
    assert goal in on_disk(folders.data)


async def test_what_was_hit_before_the_next_question_counts_however_quick(
    opened: Opened, folders: Folders
) -> None:
    async with opened() as (app, pilot):
        assert app.keeper
        await Going(app.screen, app.keeper).walk("getting-started", at="sort")
        await settle(pilot)
        choices = app.screen.query_one(ChoiceList)
        chosen = choices.get_option_at_index(1).id
        hit(app, "down", "space", "ctrl+n", "y", "e", "s", "ctrl+b")
        await settle(pilot)
        assert app.screen.query_one(ChoiceList).chosen == (chosen,)
    (run,) = on_disk(folders.data).live(Run)
    assert run.answers["sort"] == chosen
