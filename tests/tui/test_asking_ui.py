"""Questions kept, written, held back and asked on the first tab: what is seen, what is on disk."""

from __future__ import annotations

import pytest
from textual.containers import Vertical
from textual.pilot import Pilot

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.records import KeptQuestion, Note
from ilmcoach.services.asked import ASKED
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.asked_note import AskedNoteScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.kept import KeptScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.plain import Act, Plain
from ilmcoach.tui.widgets.question_today import QuestionToday
from ilmcoach.walks.beside import question_of
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    on_disk,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    the,
    type_in,
    until,
)


@pytest.fixture
def used(folders: Folders) -> Folders:
    """A learner with a question of their own."""
    mine = KeptQuestion(id="b" * 32, made=BEFORE, changed=BEFORE, text="Whose shift is it?")
    seed(folders.data, CERTIFICATE, mine)
    return folders


def said(app: IlmcoachApp, selector: str) -> str:
    """What a part of the screen says."""
    return str(app.screen.query_one(selector, Plain).content)


async def to_a_goal(app: IlmcoachApp, pilot: Pilot[None]) -> None:
    await the(app, HomeScreen)._going.walk("smart-goal", at="what")
    await settle(pilot)
    assert isinstance(app.screen, WalkScreen)


async def test_a_question_that_was_kept_comes_first_next_time(used: Folders) -> None:
    async with opened_on(used) as (app, pilot):
        await to_a_goal(app, pilot)
        # One of the learner's own takes the third place, marked, and has nothing to keep.
        assert said(app, "#asked-2").startswith("Whose shift is it?\nmy own")
        assert not app.screen.query_one("#keep-2").display
        question = said(app, "#asked-1")
        await pilot.click("#keep-1")
        await settle(pilot)
        # The cursor stays where one writes.
        assert isinstance(app.focused, Editor)
        assert str(app.screen.query_one("#keep-1", Act).label) == "Kept"
        first = said(app, "#asked-0")
        await press(pilot, "escape")
        await to_a_goal(app, pilot)
        assert said(app, "#asked-0") == question
        assert str(app.screen.query_one("#keep-0", Act).label) == "Kept"
        # What was asked a moment ago waits behind the rest.
        assert first not in screen_text(app)
        await press(pilot, "escape")
    (kept,) = [one for one in on_disk(used.data).live(KeptQuestion) if one.question]
    found = question_of(app_pack(used), kept.question)
    assert found
    assert found.text == question
    for name in ("portfolio.json", ASKED):
        assert question not in (used.data / name).read_text(encoding="utf-8")
    assert kept.question in (used.data / ASKED).read_text(encoding="utf-8")


def app_pack(folders: Folders) -> Pack:
    """The pack that the learner's questions come from."""
    return open_workspace(folders, read_only=True).working_pack


async def test_a_drawer_that_was_never_opened_asked_nothing(used: Folders) -> None:
    async with opened_on(used, size=NARROW) as (app, pilot):
        # The question for today comes late, and is asked.
        await until((used.data / ASKED).exists)
        (used.data / ASKED).unlink()
        await to_a_goal(app, pilot)
        assert not (used.data / ASKED).exists()
        await press(pilot, "f2")
        assert (used.data / ASKED).exists()
        seen = said(app, "#asked-0")
        await press(pilot, "escape", "f2")
        assert said(app, "#asked-0") == seen


async def test_my_questions_are_written_deleted_and_brought_back(used: Folders) -> None:
    async with opened_on(used, size=NARROW) as (app, pilot):
        await the(app, HomeScreen)._going.show(KeptScreen)
        await settle(pilot)
        assert "Whose shift is it?" in screen_text(app)
        await press(pilot, "ctrl+n")
        await type_in(pilot, "Who pays for waiting?")
        await press(pilot, "ctrl+s")
        assert "Who pays for waiting?" in screen_text(app)
        await press(pilot, "delete")
        assert len(on_disk(used.data).live(KeptQuestion)) == 1
        await press(pilot, "ctrl+z", "escape")
        assert isinstance(app.screen, HomeScreen)
    texts = [one.text for one in on_disk(used.data).live(KeptQuestion)]
    assert sorted(texts) == ["Who pays for waiting?", "Whose shift is it?"]


async def test_a_note_under_the_question_for_today_has_only_the_learners_words(
    used: Folders,
) -> None:
    async with opened_on(used, size=NARROW) as (app, pilot):
        if not app.screen.query(QuestionToday):
            await app.screen.query_one("#today-question", Vertical).mount(
                QuestionToday(app.workspace)
            )
            await settle(pilot)
        first = said(app, "#today-asked")
        app.screen.query_one("#today-another", Act).press()
        await settle(pilot)
        asked = said(app, "#today-asked")
        assert asked != first
        question = asked.removeprefix("A question for today   ")
        app.screen.query_one("#today-write", Act).press()
        await settle(pilot)
        assert isinstance(app.screen, AskedNoteScreen)
        assert said(app, "#asked-over") == question
        await type_in(pilot, "That I was tired.")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, HomeScreen)
        # The day keeps its question when the tab is shown again.
        assert said(app, "#today-asked") == asked
    (note,) = on_disk(used.data).live(Note)
    assert note.text == "That I was tired."
