"""Texts that try to be markup, links, codes or commands stay text, on every screen there is."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from textual.screen import Screen
from textual.widgets import OptionList

from ilmcoach.coach.situation import Situation
from ilmcoach.errors import IlmcoachError
from ilmcoach.export.document import Document, LearnerText
from ilmcoach.files import RealDisk
from ilmcoach.packs.model import Problem
from ilmcoach.portfolio.hiding import StandIn
from ilmcoach.portfolio.records import Meeting, Note, SetQuestion
from ilmcoach.services.coaching import Asking, Offer, Offered, Preview
from ilmcoach.services.documents import export_assessment
from ilmcoach.services.preview import Trial
from ilmcoach.settings import Folders
from ilmcoach.store.drafts import Drafts
from ilmcoach.text import clean
from ilmcoach.tui.panes.base import Pane
from ilmcoach.tui.screens.ai_record import AIRecordScreen
from ilmcoach.tui.screens.ai_statement import AIStatementScreen
from ilmcoach.tui.screens.asked_note import AskedNoteScreen
from ilmcoach.tui.screens.attach import AttachScreen
from ilmcoach.tui.screens.behind import BehindScreen
from ilmcoach.tui.screens.calendar import CalendarScreen
from ilmcoach.tui.screens.cards import CardsScreen
from ilmcoach.tui.screens.cards_page import CardsPageScreen
from ilmcoach.tui.screens.coach_consent import AllowScreen, ConsentScreen
from ilmcoach.tui.screens.coach_setup import CoachScreen
from ilmcoach.tui.screens.confirm import ConfirmScreen
from ilmcoach.tui.screens.copy_all import CopyAllScreen
from ilmcoach.tui.screens.criteria import CriteriaScreen
from ilmcoach.tui.screens.delete_all import DeleteAllScreen
from ilmcoach.tui.screens.desk import DeskScreen
from ilmcoach.tui.screens.feedback_sheet import FeedbackSheetScreen
from ilmcoach.tui.screens.files import FilesScreen
from ilmcoach.tui.screens.first import WelcomeScreen
from ilmcoach.tui.screens.form import FormScreen
from ilmcoach.tui.screens.handed import HandedScreen
from ilmcoach.tui.screens.handin import HandInScreen
from ilmcoach.tui.screens.hidden_names import HiddenNamesScreen, WordingScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.hours import HoursScreen
from ilmcoach.tui.screens.in_meeting import InMeetingScreen
from ilmcoach.tui.screens.kept import KeptScreen
from ilmcoach.tui.screens.listing import ListingScreen
from ilmcoach.tui.screens.log_choice import LogChoiceScreen
from ilmcoach.tui.screens.menu import EditMenu
from ilmcoach.tui.screens.my_questions import MyQuestionsScreen
from ilmcoach.tui.screens.my_set import MySetScreen
from ilmcoach.tui.screens.pack_problems import PackProblemsScreen
from ilmcoach.tui.screens.packs import PacksScreen
from ilmcoach.tui.screens.packs_add import AddPackScreen
from ilmcoach.tui.screens.packs_left import LeftWordsScreen
from ilmcoach.tui.screens.pick import PickScreen
from ilmcoach.tui.screens.placeless import PlacelessScreen
from ilmcoach.tui.screens.quote import QuoteScreen
from ilmcoach.tui.screens.reading_record import ReadingRecordScreen
from ilmcoach.tui.screens.recovery import RecoveryScreen, TroubleScreen
from ilmcoach.tui.screens.rehearse import RehearseScreen
from ilmcoach.tui.screens.rename import RenameScreen, WhoScreen
from ilmcoach.tui.screens.returned import ReturnedScreen
from ilmcoach.tui.screens.search import SearchScreen
from ilmcoach.tui.screens.sheets import SheetsScreen
from ilmcoach.tui.screens.spelling import SpellingScreen
from ilmcoach.tui.screens.statement import StatementScreen
from ilmcoach.tui.screens.summary import SummaryScreen
from ilmcoach.tui.screens.things import ThingsScreen
from ilmcoach.tui.screens.versions import VersionsScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.screens.walk_list import WalkListScreen
from ilmcoach.tui.screens.week import WeekScreen
from ilmcoach.tui.screens.whereabouts import WhereaboutsScreen
from ilmcoach.tui.screens.window import Window
from ilmcoach.tui.ways import returned_screen, versions_screen
from ilmcoach.tui.widgets.answers.base import AnswerBox
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.from_model import FromModel
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Plain
from ilmcoach.tui.widgets.walk_end import WalkEnd
from tests.spelling.fake_dictionary import FakeDictionary
from tests.tui.driving import (
    NARROW,
    WIDE,
    FullDisk,
    classes_of,
    on_disk,
    opened_on,
    paste,
    press,
    screen_text,
    seed,
    settle,
    the,
    type_in,
)
from tests.tui.hostile import CODES, HEAD, HOSTILE, MARKUP, SIGN, records, write_pack
from tests.tui.tour import Tour

SIZES = [WIDE, NARROW]
ONE_SIZE = [NARROW]
"""What a text can do does not hang on the size; the tabs and forms are seen at both."""
pytestmark = pytest.mark.xdist_group("the tour")
"""Its last test looks at what all others have visited: one process has to run them."""
TYPED = "[/notes][@click=app.quit]x[/] [red]r[/] [bold"


@pytest.fixture(scope="module")
def seen() -> Tour:
    """What all tests of this file looked at together."""
    return Tour()


@pytest.fixture
def trapped(tmp_path: Path) -> Folders:
    """A data folder whose very name is a trap, with the pack of traps in it."""
    folders = Folders(tmp_path / "[/notes] [red]d[@click=app.quit]x[/]")
    write_pack(folders.packs)
    return folders


@pytest.fixture
def full(trapped: Folders) -> Folders:
    """The same with a portfolio of traps."""
    seed(trapped.data, *records())
    return trapped


@pytest.mark.parametrize("size", SIZES)
async def test_first_start(trapped: Folders, size: tuple[int, int], seen: Tour) -> None:
    async with opened_on(trapped, size=size) as (app, pilot):
        assert isinstance(app.screen, WelcomeScreen)
        await seen.go(pilot, "f1", "escape", "ctrl+p", sign=False)
        await type_in(pilot, TYPED)
        seen.look(app)
        await seen.go(pilot, "escape", "escape", sign=False)
    async with opened_on(trapped, size=size) as (app, pilot):
        await app.run_action("where")
        await settle(pilot)
        await seen.go(pilot, "tab")
        await seen.go(pilot, "escape", "down", sign=False)
        await seen.go(pilot, "enter", "enter")
        the(app, Line, "#line-name").focus()
        await seen.go(pilot, "end", sign=False)
        await paste(pilot, HOSTILE)
        seen.look(app)
        await seen.go(pilot, "ctrl+s")
        assert isinstance(app.screen, HomeScreen)
    learner = on_disk(trapped.data).learner
    assert learner is not None
    assert learner.name == " ".join(clean(HOSTILE).split())


@pytest.mark.parametrize("size", SIZES)
async def test_every_tab(full: Folders, size: tuple[int, int], seen: Tour) -> None:
    Drafts(full.data, RealDisk()).keep("note/new", HOSTILE, records()[0].made)
    async with opened_on(full, size=size) as (app, pilot):
        seen.look(app)
        await seen.click(pilot, "#next-other")
        assert isinstance(app.screen, ThingsScreen)
        await seen.go(pilot, "end", "escape")
        for tab in "234567":
            await seen.go(pilot, tab)
            app.screen.query_one(f"{PANES[tab]} OptionList", OptionList).focus()
            await seen.go(pilot, "down", "end")
        await seen.go(pilot, "5", sign=False)
        await seen.click(pilot, "#trash")


PANES = {
    "2": "#strengths",
    "3": "#goals",
    "4": "#set",
    "5": "#log",
    "6": "AssignmentPane",
    "7": "ReadingPane",
}


@pytest.mark.parametrize("size", SIZES)
async def test_every_form(full: Folders, size: tuple[int, int], seen: Tour) -> None:
    drafts = Drafts(full.data, RealDisk())
    async with opened_on(full, size=size) as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        for record in [one for one in records() if one.kind in ("note", "action", "feedback")]:
            if record.trashed is None:
                await home._going.edit(record)
                await settle(pilot)
                assert isinstance(app.screen, FormScreen)
                seen.look(app)
                await seen.go(pilot, "escape", sign=False)
        await seen.go(pilot, "4", sign=False)
        listed = the(app, OptionList, "#set OptionList")
        listed.highlighted = listed.get_option_index(f"{6:032x}")
        await settle(pilot)
        await seen.click(pilot, "#tell")
        assert isinstance(app.screen, FormScreen)
        await seen.go(pilot, "escape", sign=False)
        await home._going.my_set()
        await settle(pilot)
        assert isinstance(app.screen, MySetScreen)
        seen.look(app)
        await paste(pilot, HOSTILE)
        await seen.go(pilot, "tab", "tab", "tab", "f1", "escape", "ctrl+s", sign=False)
        assert isinstance(app.screen, HomeScreen)
        drafts.keep("note/new", f'["{SIGN}"]', records()[0].made)
        await seen.go(pilot, "ctrl+t")
        await paste(pilot, HOSTILE)
        await type_in(pilot, TYPED)
        seen.look(app)
        await pilot.click(Editor, button=3)
        await settle(pilot)
        assert isinstance(app.screen, EditMenu)
        await seen.go(pilot, "down", "escape")
        await seen.go(pilot, "ctrl+s")
    texts = [one.text for one in on_disk(full.data).live(Note)]
    assert f"{SIGN}{clean(HOSTILE)}{TYPED}" in texts


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_every_question_of_a_walk(full: Folders, size: tuple[int, int], seen: Tour) -> None:
    async with opened_on(full, size=size) as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        await home._going.walk("", run_id=f"{12:032x}", at="link")
        await settle(pilot)
        assert isinstance(app.screen, WalkScreen)
        seen.look(app)
        await seen.go(pilot, "f3", "f4", "f2", "f2", "escape", sign=False)
        while not app.screen.query(WalkEnd):
            here = app.screen.spot
            assert here is not None
            if here.step.id in ("areas", "one"):
                await seen.go(pilot, "1", "2")
            elif here.step.id in ("long", "evidence", "went", "people"):
                await paste(pilot, HOSTILE)
                seen.look(app)
            await seen.go(pilot, "ctrl+n")
            assert app.screen.spot != here, screen_text(app)
        await seen.go(pilot, "ctrl+n")


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_a_quick_walk_and_one_over_areas(
    full: Folders, size: tuple[int, int], seen: Tour
) -> None:
    async with opened_on(full, size=size) as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        await home._going.walk("meeting")
        await settle(pilot)
        await paste(pilot, HOSTILE)
        await seen.go(pilot, "ctrl+n")
        await paste(pilot, HOSTILE)
        await seen.go(pilot, "enter", sign=False)
        await paste(pilot, f"{SIGN} next Thursday")
        seen.look(app)
        await seen.go(pilot, "ctrl+n")
        app.screen.query(Line)[1].value = ""
        await seen.go(pilot, "ctrl+n", "escape")
        await home._going.walk("finding")
        await settle(pilot)
        await seen.go(pilot, "1", "ctrl+n", "ctrl+n", "1", "ctrl+n", "escape")
    struck = [one.struck for one in on_disk(full.data).live(Meeting)]
    assert clean(HOSTILE) in struck


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_the_desk_and_handing_in(full: Folders, size: tuple[int, int], seen: Tour) -> None:
    async with opened_on(full, size=size, dictionary=FakeDictionary) as (app, pilot):
        await seen.go(pilot, "6", "enter")
        assert isinstance(app.screen, DeskScreen)
        await seen.go(pilot, "f2", "f2", "f4", "a", "down", "down", "q")
        assert isinstance(app.screen, QuoteScreen)
        await seen.go(pilot, "enter", "f9", "f7", "escape", "ctrl+n", "ctrl+b")
        await paste(pilot, HOSTILE)
        # Words of names and titles are left alone, and here they are all traps.
        await paste(pilot, f"\n{SIGN} wroat")
        await seen.go(pilot, "ctrl+l", "enter")
        assert isinstance(app.screen, SpellingScreen)
        assert app.screen.query_one(OptionList).option_count
        await seen.go(pilot, "l", "escape")
        await seen.go(pilot, "f6")
        assert isinstance(app.screen, LogChoiceScreen)
        await seen.go(pilot, "space", "escape", "ctrl+o")
        assert isinstance(app.screen, HandInScreen)
        await seen.click(pilot, "#confirm")
        assert isinstance(app.screen, StatementScreen)
        await seen.click(pilot, "#confirm")
        app.screen.query_one("#format").focus()
        await press(pilot, "4")
        await seen.click(pilot, "#write")
        await seen.click(pilot, "#write")
        assert isinstance(app.screen, ConfirmScreen)
        await seen.click(pilot, "#yes")
    written = next((full.exports).glob("*.md")).read_text(encoding="utf-8")
    assert clean(written) == written


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_whats_written_where_and_what_was_handed_in(
    full: Folders, size: tuple[int, int], seen: Tour
) -> None:
    async with opened_on(full, size=size) as (app, pilot):
        await seen.go(pilot, "6", sign=False)
        await seen.click(pilot, "#placeless")
        assert isinstance(app.screen, PlacelessScreen)
        await seen.go(pilot, "escape", sign=False)
        await seen.click(pilot, "AssignmentPane .whereabouts")
        assert isinstance(app.screen, WhereaboutsScreen)
        await seen.go(pilot, "f4", "down", "enter", sign=False)
        assert isinstance(app.screen, BehindScreen)
        seen.look(app)
        await seen.go(pilot, "ctrl+n", "escape", "ctrl+o")
        assert isinstance(app.screen, HandedScreen)
        for key in ("ctrl+n", "ctrl+o"):
            await seen.go(pilot, key, sign=False)
            assert isinstance(app.screen, FormScreen)
            await seen.go(pilot, "escape", sign=False)
        await seen.go(pilot, "home", "ctrl+g", "enter", sign=False)
        assert isinstance(app.screen, FormScreen)
        seen.look(app)


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_hours_cue_cards_and_the_calendar_file(
    full: Folders, size: tuple[int, int], seen: Tour
) -> None:
    async with opened_on(full, size=size) as (app, pilot):
        await seen.go(pilot, "6", sign=False)
        await seen.click(pilot, "#hours")
        assert isinstance(app.screen, HoursScreen)
        app.screen.query_one("#list", OptionList).focus()
        await seen.go(pilot, "enter", "tab", "tab", "tab", sign=False)
        await paste(pilot, TYPED)
        seen.look(app)
        await seen.go(pilot, "escape", sign=False)
        await seen.click(pilot, "#calendar")
        assert isinstance(app.screen, CalendarScreen)
        await seen.click(pilot, "#write")
        await seen.go(pilot, "escape", sign=False)
        await seen.click(pilot, "AssignmentPane .cards")
        assert isinstance(app.screen, CardsScreen)
        await paste(pilot, HOSTILE)
        await seen.go(pilot, "f4", "escape")
        await seen.click(pilot, "#page")
        assert isinstance(app.screen, CardsPageScreen)
        await seen.go(pilot, "escape", "ctrl+o")
        assert isinstance(app.screen, RehearseScreen)
        await seen.go(pilot, "ctrl+n")
    written = (full.exports / "calendar.ics").read_text(encoding="utf-8")
    assert clean(written) == written.replace("\r", "")


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_earlier_versions_and_a_look_at_the_week(
    full: Folders, size: tuple[int, int], seen: Tour
) -> None:
    async with opened_on(full, size=size) as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        await home._going.show(versions_screen)
        await settle(pilot)
        assert isinstance(app.screen, VersionsScreen)
        seen.look(app)
        await seen.go(pilot, "down", "c", "n", "enter", "escape", sign=False)
        await home._going.show(WeekScreen)
        await settle(pilot)
        seen.look(app)
        await seen.go(pilot, "p", "down", "d", "e")
        await paste(pilot, HOSTILE)
        await seen.go(pilot, "enter", "m", sign=False)
        await type_in(pilot, TYPED)
        await seen.go(pilot, "enter", "escape", "f1", "escape", "ctrl+z", sign=False)
        seen.look(app)
        await seen.click(pilot, "#finish", sign=False)
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_a_word_file_brought_back(full: Folders, size: tuple[int, int], seen: Tour) -> None:
    async with opened_on(full, size=size) as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        out = export_assessment(app.workspace, "task", "docx", full.data / "back.docx")
        file = docx.Document(str(out))
        line = next(one for one in file.paragraphs if one.style and one.style.name == "Body Text")
        line.runs[0].text = f"More. {line.runs[0].text}"
        file.add_comment(line.runs[0], text=MARKUP, author=MARKUP)
        file.save(str(out))
        await home._going.show(returned_screen)
        await settle(pilot)
        assert isinstance(app.screen, ReturnedScreen)
        await paste(pilot, HOSTILE)
        await seen.go(pilot, "enter", "ctrl+a")
        await paste(pilot, str(out))
        await seen.go(pilot, "enter", "down", "down", "end", "space", "space")
        await seen.go(pilot, "ctrl+s", "enter", "v", "escape")


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_questions_reading_and_feedback(
    full: Folders, size: tuple[int, int], seen: Tour
) -> None:
    async with opened_on(full, size=size) as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        await home._going.show(KeptScreen)
        await settle(pilot)
        seen.look(app)
        await seen.go(pilot, "end", "delete", "ctrl+z", "escape", sign=False)
        await app.push_screen(AskedNoteScreen(home._keeper, HOSTILE))
        await settle(pilot)
        seen.look(app)
        await seen.go(pilot, "escape", "7", sign=False)
        options = app.screen.query_one("ReadingPane OptionList", OptionList)
        options.focus()
        options.highlighted = options.get_option_index("entry:trap")
        await seen.go(pilot, "s", "m", "enter")
        assert isinstance(app.screen, ReadingRecordScreen)
        await paste(pilot, HOSTILE)
        await seen.go(pilot, "ctrl+s")
        await seen.go(pilot, "2", sign=False)
        options = app.screen.query_one("#strengths OptionList", OptionList)
        options.highlighted = options.get_option_index(f"{70:032x}")
        await settle(pilot)
        await seen.click(pilot, "#sheet")
        assert isinstance(app.screen, FeedbackSheetScreen)
        await seen.click(pilot, "#write")
    for one in full.exports.iterdir():
        words = one.read_text(encoding="utf-8")
        assert clean(words) == words


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_in_a_meeting(full: Folders, size: tuple[int, int], seen: Tour) -> None:
    async with opened_on(full, size=size) as (app, pilot):
        assert app.keeper is not None
        await app.push_screen(InMeetingScreen(app.keeper, f"{5:032x}"))
        await settle(pilot)
        seen.look(app)
        await seen.go(pilot, "f3", "ctrl+g")
        await seen.go(pilot, "f4", "f2")
        await paste(pilot, HOSTILE)
        await seen.go(pilot, "enter", "f5")
        assert isinstance(app.screen, MyQuestionsScreen)
        await paste(pilot, HOSTILE)
        await seen.go(pilot, "enter", "shift+tab", "right", "right")
        await seen.click(pilot, ".act-asked")
        await seen.go(pilot, "escape")
    asked = [one.text for one in on_disk(full.data).live(SetQuestion)]
    assert " ".join(clean(HOSTILE).split()) in asked


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_searching_choosing_and_renaming(
    full: Folders, size: tuple[int, int], seen: Tour
) -> None:
    async with opened_on(full, size=size) as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        await seen.go(pilot, "ctrl+f", sign=False)
        assert isinstance(app.screen, SearchScreen)
        await paste(pilot, SIGN)
        seen.look(app)
        await paste(pilot, f" {TYPED}")
        await seen.go(pilot, "down", "f1", "escape", "escape", "5", sign=False)
        for key in "kgmrp":
            await seen.go(pilot, key, sign=False)
            assert isinstance(app.screen, PickScreen)
            await seen.go(pilot, "end", "enter", sign=False)
        await seen.go(pilot, "x", "c")
        assert isinstance(app.screen, CriteriaScreen)
        await seen.go(pilot, "space", "ctrl+z", "escape", sign=False)
        await home._going.show(WhoScreen)
        await settle(pilot)
        assert isinstance(app.screen, WhoScreen)
        seen.look(app)
        await seen.go(pilot, "enter")
        assert isinstance(app.screen, RenameScreen)
        await paste(pilot, HOSTILE)
        await seen.go(pilot, "ctrl+s", "end", sign=False)
        the(app, Line).value = "[/notes]"
        await seen.go(pilot, "ctrl+s", "ctrl+z", "escape", sign=False)
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_deleting_everything(full: Folders, size: tuple[int, int], seen: Tour) -> None:
    async with opened_on(full, size=size) as (app, pilot):
        assert app.keeper
        await app.push_screen(CopyAllScreen(app.keeper))
        await settle(pilot)
        seen.look(app, sign=False)
        await seen.go(pilot, "escape", sign=False)
        await app.push_screen(DeleteAllScreen(app.keeper))
        await settle(pilot)
        seen.look(app, sign=False)
        await seen.click(pilot, "#copy", sign=False)
        await app.push_screen(SheetsScreen(app.keeper))
        await settle(pilot)
        await seen.click(pilot, "#write", sign=False)
        await seen.go(pilot, "f1", "escape", "escape", sign=False)
        await seen.go(pilot, "f1", "escape", "escape", sign=False)
        await app.push_screen(SummaryScreen(app.keeper))
        await paste(pilot, HOSTILE)
        seen.look(app)
        await seen.go(pilot, "ctrl+s", "escape", sign=False)
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_names_hidden(full: Folders, size: tuple[int, int], seen: Tour) -> None:
    async with opened_on(full, size=size) as (app, pilot):
        assert app.keeper
        text = f"{SIGN} Will {HOSTILE} Priya {SIGN}"
        work = Document(TYPED, "en", (LearnerText(text, under=1),))
        screen = HiddenNamesScreen(app.keeper, work, "roles")
        await app.push_screen(screen)
        await settle(pilot)
        seen.look(app, sign=False)
        await seen.go(pilot, "end", sign=False)
        await app.push_screen(WordingScreen(StandIn((HOSTILE,), "", TYPED)))
        await settle(pilot)
        seen.look(app)
        await paste(pilot, HOSTILE)
        await seen.go(pilot, "f1", "escape", "escape", "escape", sign=False)
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_attached_files(full: Folders, size: tuple[int, int], seen: Tour) -> None:
    async with opened_on(full, size=size) as (app, pilot):
        await seen.go(pilot, "3")
        goals = app.screen.query_one("#goals OptionList", OptionList)
        goals.highlighted = goals.get_option_index(f"{4:032x}")
        await settle(pilot)
        await seen.click(pilot, "#goals #files")
        assert isinstance(app.screen, FilesScreen)
        await seen.click(pilot, "#open")
        await seen.click(pilot, "#another")
        assert isinstance(app.screen, AttachScreen)
        await paste(pilot, f"/{HOSTILE}")
        seen.look(app)
        await seen.go(pilot, "ctrl+s", "escape", "escape")


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_the_coach_and_its_record(full: Folders, size: tuple[int, int], seen: Tour) -> None:
    async with opened_on(full, size=size) as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        assert app.coach is not None
        await home._going.show(CoachScreen)
        await settle(pilot)
        for name in ("address", "model", "key_variable", "private"):
            the(app, Line, f"#{name}").value = TYPED
        await seen.go(pilot, "2", "ctrl+s", "f1", "escape", sign=False)
        await seen.go(pilot, "end", "tab", "tab", "tab", sign=False)
        await seen.go(pilot, "escape", sign=False)
        await app.push_screen(AllowScreen(app.coach, "task", HOSTILE))
        await settle(pilot)
        seen.look(app)
        await seen.go(pilot, "escape", sign=False)
        preview = Preview(HEAD, HOSTILE, ((HOSTILE, "Person A"),), (HOSTILE,))
        await app.push_screen(ConsentScreen(app.coach, Asking(Situation("")), preview))
        await settle(pilot)
        seen.look(app)
        await seen.click(pilot, "#easy")
        await seen.go(pilot, "escape", sign=False)
        await home._going.show(AIRecordScreen)
        await settle(pilot)
        assert isinstance(app.screen, AIRecordScreen)
        await seen.go(pilot, "down", "up")
        await seen.click(pilot, "#statement")
        assert isinstance(app.screen, AIStatementScreen)
        await paste(pilot, HOSTILE)
        await seen.go(pilot, "ctrl+s")
        await seen.go(pilot, "escape", "escape", sign=False)
        assert isinstance(app.screen, HomeScreen)
        # What a model gave is shown as text too.
        await home._going.walk("", run_id=f"{12:032x}", at="long")
        await settle(pilot)
        await paste(pilot, TYPED)
        await seen.go(pilot, "f2")
        own = Offered(HOSTILE, "model")
        offer = Offer(questions=(own,), told=HOSTILE, was_sent=True, doubtful=(HOSTILE,))
        app.screen.query_one(FromModel).show_offer(offer, "18:30")
        await settle(pilot)
        seen.look(app)


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_packs_and_what_they_left(full: Folders, size: tuple[int, int], seen: Tour) -> None:
    key = f"walk/{12:032x}/gone"
    Drafts(full.data, RealDisk()).keep(key, HOSTILE, records()[0].made)
    async with opened_on(full, size=size) as (app, pilot):
        assert app.keeper
        await app.push_screen(PacksScreen(app.keeper))
        await settle(pilot)
        seen.look(app)
        await seen.go(pilot, "enter", "down", "escape", sign=False)
        await app.push_screen(AddPackScreen(app.keeper, str(full.packs / "traps")))
        await settle(pilot)
        seen.look(app)
        await seen.go(pilot, "ctrl+s")
        await seen.go(pilot, "escape", sign=False)
        await app.push_screen(AddPackScreen(app.keeper, HOSTILE))
        await settle(pilot)
        await seen.go(pilot, "enter")
        await seen.go(pilot, "f1", "escape", "escape", sign=False)
        await app.push_screen(WalkListScreen(app.keeper))
        await settle(pilot)
        seen.look(app)
        await seen.go(pilot, "end", "escape", sign=False)
        await app.push_screen(LeftWordsScreen(app.keeper, key))
        await settle(pilot)
        seen.look(app)
        await seen.go(pilot, "ctrl+k", "ctrl+s", sign=False)
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_messages_of_a_disk_that_is_full(
    full: Folders, size: tuple[int, int], seen: Tour
) -> None:
    disk = FullDisk()
    async with opened_on(full, disk, size) as (app, pilot):
        disk.full = True
        await seen.go(pilot, "5", "delete")
        app.say(HOSTILE)
        home = app.screen
        assert isinstance(home, HomeScreen)
        home._going.say(HOSTILE)
        await settle(pilot)
        seen.look(app)
        await seen.go(pilot, "ctrl+t")
        await type_in(pilot, TYPED)
        await seen.go(pilot, "ctrl+s")
        assert "the disk is full" in str(the(app, Plain, "#problem").content)


@pytest.mark.parametrize("size", ONE_SIZE)
async def test_a_portfolio_that_cannot_be_opened(
    full: Folders, size: tuple[int, int], seen: Tour
) -> None:
    async with opened_on(full, size=size):
        """Opening it once makes a backup."""
    file = full.data / "portfolio.json"
    file.write_bytes(file.read_bytes()[:-40] + HOSTILE.encode())
    async with opened_on(full, size=size) as (app, pilot):
        assert isinstance(app.screen, RecoveryScreen)
        await seen.go(pilot, "down", "up", "f1", "escape")
        await app.push_screen(TroubleScreen(IlmcoachError(HOSTILE, HOSTILE)))
        await settle(pilot)
        seen.look(app)
        amiss = Problem(HOSTILE, 1, HOSTILE, HOSTILE)
        await app.push_screen(PackProblemsScreen(Trial(full.packs, (amiss,))))
        await settle(pilot)
        seen.look(app)


def test_no_screen_pane_or_answer_was_left_out(seen: Tour) -> None:
    if not seen.screens:
        pytest.skip("the tour was not asked for")
    assert {one for one in classes_of(Screen) if one not in (Window, ListingScreen)} <= seen.screens
    assert classes_of(Pane) == seen.panes
    assert classes_of(AnswerBox) == seen.answers
    everything = "\n".join(seen.shown)
    for piece in ("[@click=app.quit]x[/]", "[red]r[/red]", "[bold", "[@click=app.quit]x[/@click]"):
        assert piece in everything
    assert CODES[0] == "\x1b"
    assert "\x1b" not in everything


def test_the_editor_holds_stored_codes_no_more_than_typed_ones() -> None:
    assert Editor(HOSTILE).text == clean(HOSTILE)
