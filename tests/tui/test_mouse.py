"""The main ways by mouse alone: not one key, but for the words themselves."""

from __future__ import annotations

from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import OptionList, Tab

from ilmcoach.portfolio.records import Note
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.desk import DeskScreen
from ilmcoach.tui.screens.first import WelcomeScreen
from ilmcoach.tui.screens.handin import HandInScreen
from ilmcoach.tui.screens.help import HelpScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.note import NoteScreen
from ilmcoach.tui.screens.setup import SetupScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.screens.where import WhereScreen
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.editor import Editor
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NOW,
    on_disk,
    opened_on,
    screen_text,
    seed,
    settle,
    the,
    type_in,
)

Part = type[Widget] | str


async def click_words(pilot: Pilot[None], words: str, part: Part | None = None) -> None:
    """Clicks on words where they stand on the screen, within a part if one is named."""
    app = pilot.app
    assert isinstance(app, IlmcoachApp)
    area = app.screen.query_one(part).region if part else app.screen.region
    for y, line in enumerate(screen_text(app).split("\n")):
        x = line.find(words, area.x if area.y <= y < area.bottom else len(line))
        if 0 <= x < area.right and area.contains(x, y):
            await pilot.click(offset=Offset(x + 1, y))
            await settle(pilot)
            return
    raise AssertionError(f"“{words}” cannot be seen:\n{screen_text(app)}")


async def test_first_start_and_a_whole_short_walk(folders: Folders) -> None:
    async with opened_on(folders) as (app, pilot):
        assert isinstance(app.screen, WelcomeScreen)
        await click_words(pilot, "Where is this kept")
        assert isinstance(app.screen, WhereScreen)
        await click_words(pilot, "Close")
        await click_words(pilot, "F1")
        assert isinstance(app.screen, HelpScreen)
        await click_words(pilot, "Close")
        await click_words(pilot, "Just had a meeting?")
        assert isinstance(app.screen, WalkScreen)
        await pilot.click(Editor)
        await type_in(pilot, "Silence.")
        await click_words(pilot, "Next", "#moves")
        await click_words(pilot, "Back", "#moves")
        assert the(app, Editor).text == "Silence."
        await click_words(pilot, "When you meet next", "#outline")
        assert "When do you meet next?" in screen_text(app)
        await click_words(pilot, "Next", "#moves")
        await click_words(pilot, "Enough for tonight")
        assert isinstance(app.screen, HomeScreen)
    assert on_disk(folders.data).meetings()[0].struck == "Silence."


async def test_setting_up_and_a_walk_with_choices(folders: Folders) -> None:
    async with opened_on(folders) as (app, pilot):
        await click_words(pilot, "Set up my programme")
        assert isinstance(app.screen, SetupScreen)
        await click_words(pilot, "Certificate in Leadership", ChoiceList)
        await click_words(pilot, "Save", "#window-buttons")
        assert isinstance(app.screen, HomeScreen)
        await click_words(pilot, "Strengths", "ContentTabs")
        await click_words(pilot, "Look at how I lead")
        assert isinstance(app.screen, WalkScreen)
        await click_words(pilot, "Managing myself", ChoiceList)
        await click_words(pilot, "Motivating", ChoiceList)
        assert the(app, ChoiceList).chosen == ("motivation", "self")
        await click_words(pilot, "Motivating", ChoiceList)
        assert the(app, ChoiceList).chosen == ("self",)
        await click_words(pilot, "Next", "#moves")
        await click_words(pilot, "It goes well on good days", ChoiceList)
        await click_words(pilot, "Next", "#moves")
        await click_words(pilot, "Others", "#questions")
        await click_words(pilot, "Esc")
        assert isinstance(app.screen, HomeScreen)
        assert app.workspace.portfolio.enrolment is not None


async def test_tabs_deleting_and_bringing_back(folders: Folders) -> None:
    note = Note(id="a" * 32, made=BEFORE, changed=BEFORE, text="A thought\n\nOn the bus")
    other = Note(id="b" * 32, made=BEFORE, changed=NOW, text="A bag of worries")
    seed(folders.data, CERTIFICATE, note, other)
    async with opened_on(folders) as (app, pilot):
        for tab in app.screen.query(Tab):
            await pilot.click(tab)
            await settle(pilot)
            assert tab.has_class("-active")
        await click_words(pilot, "Log", "ContentTabs")
        await click_words(pilot, "A thought", "#log OptionList")
        await click_words(pilot, "Delete", "#log")
        assert on_disk(folders.data).live(Note) == (other,)
        await click_words(pilot, "Show what was deleted", "#log")
        await click_words(pilot, "Bring back", "#log")
        assert len(on_disk(folders.data).live(Note)) == 2
        await click_words(pilot, "Back to the log", "#log")
        await click_words(pilot, "A thought", "#log OptionList")
        assert isinstance(app.screen, HomeScreen), "a click stands on a line"
        await click_words(pilot, "A thought", "#log OptionList")
        assert the(app, Editor).text == note.text, "a click where one stands opens it"
        await click_words(pilot, "Close, keep for later")
        await click_words(pilot, "Ctrl+T")
        assert isinstance(app.screen, NoteScreen)
        await click_words(pilot, "Esc")
        assert isinstance(app.screen, HomeScreen)


async def test_writing_and_handing_in(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE)
    async with opened_on(folders) as (app, pilot):
        await click_words(pilot, "Assignment", "ContentTabs")
        await click_words(pilot, "Write", "AssignmentPane")
        assert isinstance(app.screen, DeskScreen)
        await pilot.click(Editor)
        await type_in(pilot, "My team.")
        await click_words(pilot, "Save", "#moves")
        options = app.screen.query_one("#headings", OptionList)
        assert options.option_count > 1
        await click_words(pilot, "Hand in…", "#moves")
        assert isinstance(app.screen, HandInScreen)
        await click_words(pilot, "Web page", "#format")
        await click_words(pilot, "Make it", "#window-buttons")
        written = list(folders.exports.glob("*.html"))
        assert len(written) == 1
        assert "My team." in written[0].read_text(encoding="utf-8")
        await click_words(pilot, "Close", "#window-buttons")
        await click_words(pilot, "Esc")
        assert isinstance(app.screen, HomeScreen)
