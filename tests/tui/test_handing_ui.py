"""What's written where, handed in, sent back: as a learner goes about it."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import OptionList

from ilmcoach.portfolio.records import (
    HandedIn,
    HeadingNote,
    Meeting,
    Note,
    Record,
    Remark,
    SectionText,
    SentBack,
)
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.behind import BehindScreen
from ilmcoach.tui.screens.desk import DeskScreen
from ilmcoach.tui.screens.form import FormScreen
from ilmcoach.tui.screens.handed import HandedScreen
from ilmcoach.tui.screens.log_choice import LogChoiceScreen
from ilmcoach.tui.screens.pick import PickScreen
from ilmcoach.tui.screens.setup import SetupScreen
from ilmcoach.tui.screens.statement import StatementScreen
from ilmcoach.tui.screens.versions import VersionsScreen
from ilmcoach.tui.screens.whereabouts import WhereaboutsScreen
from ilmcoach.tui.ways import handed_screen, whereabouts_screen
from ilmcoach.tui.widgets.grid import Grid
from ilmcoach.tui.widgets.plain import Plain
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    WIDE,
    draft,
    on_disk,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    the,
    type_in,
)

TASK = "action-plan-and-log"
LOG = SectionText(
    id="5" * 32, made=BEFORE, changed=BEFORE, assessment=TASK, section="log", text="Eleven [/notes]"
)
SHOWS = Note(id="6" * 32, made=BEFORE, changed=BEFORE, text="I [red]asked", criteria=("m3-37/2.2",))
LOOSE = Note(id="7" * 32, made=BEFORE, changed=BEFORE, text="Not linked yet")
HELD = Meeting(
    id="8" * 32, made=BEFORE, changed=BEFORE, problem="p", held=date(2026, 11, 19), in_log=False
)


@pytest.fixture
def written(folders: Folders) -> Folders:
    """One heading begun, one record linked, another that is not."""
    seed(folders.data, CERTIFICATE, LOG, SHOWS, LOOSE, HELD)
    return folders


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_grid_says_what_is_where_and_each_cell_opens_what_is_behind_it(
    written: Folders, size: tuple[int, int]
) -> None:
    async with opened_on(written, size=size) as (app, pilot):
        await press(pilot, "6", "end")
        app.screen.query_one("AssignmentPane .whereabouts").focus()
        await press(pilot, "enter")
        assert isinstance(app.screen, WhereaboutsScreen)
        shown = screen_text(app)
        assert "Still missing: 8" in shown
        assert "Leadership action plan: nothing" in shown
        assert "M3.37 2.2 Explain" in shown
        assert "1 record " in shown
        if size == NARROW:
            assert "Normally at least half" not in shown
            await pilot.click("#turn-over")
            await settle(pilot)
        assert "Normally at least half" in screen_text(app)
        assert "How it is judged" in screen_text(app) or size == NARROW
        assert ("Handed in and sent back…" in screen_text(app)) is (size == WIDE)
        grid = the(app, Grid)
        grid.focus()
        grid.move_cursor(row=5, column=2)
        await press(pilot, "enter")
        assert isinstance(app.screen, BehindScreen)
        assert "I [red]asked" in screen_text(app)
        await press(pilot, "ctrl+n")
        assert isinstance(app.screen, PickScreen)
        await press(pilot, "end", "home")
        picks = app.screen.query_one("#picks", OptionList)
        picks.highlighted = next(
            number
            for number, one in enumerate(picks.options)
            if "Not linked" in getattr(one.prompt, "plain", "")
        )
        await press(pilot, "enter")
        assert linked(written, LOOSE) == ("m3-37/2.2",)
        await press(pilot, "ctrl+z")
        assert linked(written, LOOSE) == ()
        await press(pilot, "escape")
        the(app, Grid).move_cursor(row=4, column=3)
        await press(pilot, "enter")
        assert isinstance(app.screen, VersionsScreen)
        await press(pilot, "escape")
        the(app, Grid).move_cursor(row=4, column=1)
        await press(pilot, "enter")
        assert isinstance(app.screen, DeskScreen)
        assert "Eleven [/notes]" in screen_text(app)


def linked(folders: Folders, record: Record) -> tuple[str, ...]:
    kept = on_disk(folders.data).get(record.id)
    assert kept
    return kept.criteria


async def test_each_line_of_what_is_missing_goes_there(written: Folders) -> None:
    leads = {
        "nothing written": DeskScreen,
        "no meeting chosen": LogChoiceScreen,
        "nothing behind it": BehindScreen,
        "on the cover": SetupScreen,
        "Own-work statement": StatementScreen,
        "remark": HandedScreen,
    }
    seed(
        written.data,
        Remark(id="9" * 32, made=BEFORE, changed=BEFORE, assessment=TASK, section="log", text="?"),
    )
    async with opened_on(written, size=NARROW) as (app, pilot):
        assert app.keeper
        await app.push_screen(whereabouts_screen(app.keeper, TASK))
        await press(pilot, "tab")
        for words, screen in leads.items():
            missing = app.screen.query_one("#missing", OptionList)
            lines = [getattr(one.prompt, "plain", "") for one in missing.options]
            number = next(n for n, line in enumerate(lines) if words in line)
            missing.focus()
            missing.highlighted = number
            await press(pilot, "enter")
            assert isinstance(app.screen, screen), words
            await press(pilot, "escape")
            assert isinstance(app.screen, WhereaboutsScreen)


async def test_from_the_desk_a_jump_leads_back_to_the_same_desk(written: Folders) -> None:
    async with opened_on(written) as (app, pilot):
        await press(pilot, "6", "end", "enter")
        desk = the(app, DeskScreen)
        await press(pilot, "f8")
        the(app, WhereaboutsScreen)
        await press(pilot, "home", "enter")
        assert the(app, DeskScreen) is desk


async def test_a_note_on_a_heading_is_written_shown_and_offered_back(written: Folders) -> None:
    async with opened_on(written, size=NARROW) as (app, pilot):
        assert app.keeper
        await app.push_screen(whereabouts_screen(app.keeper, TASK))
        await press(pilot, "ctrl+n", "ctrl+s")
        assert "There is nothing written yet." in screen_text(app)
        await type_in(pilot, "Ask Zoë [/plan]")
        await press(pilot, "escape")
        assert not on_disk(written.data).live(HeadingNote)
    assert "Ask Zoë [/plan]" in draft(written.data, f"heading-note/{TASK}/action-plan")
    async with opened_on(written, size=NARROW) as (app, pilot):
        assert "A note on a heading you had not saved" in screen_text(app)
        await press(pilot, "ctrl+n")
        assert isinstance(app.screen, FormScreen)
        assert "Leadership action plan" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert app.keeper
        await app.push_screen(whereabouts_screen(app.keeper, TASK))
        await settle(pilot)
        assert "Ask Zoë" in screen_text(app)
        the(app, Grid).move_cursor(row=0, column=4)
        await press(pilot, "enter")
        await type_in(pilot, "New: ")
        await press(pilot, "ctrl+s")
    (note,) = on_disk(written.data).live(HeadingNote)
    assert (note.assessment, note.section) == (TASK, "action-plan")
    assert sorted(note.text) == sorted("New: Ask Zoë [/plan]")
    assert not draft(written.data, "heading-note")


async def test_handed_in_remarked_on_and_sent_back(written: Folders) -> None:
    async with opened_on(written, size=NARROW) as (app, pilot):
        await press(pilot, "6")
        app.screen.query_one("AssignmentPane OptionList", OptionList).action_last()
        app.screen.query_one("AssignmentPane .handed").focus()
        await press(pilot, "enter")
        assert isinstance(app.screen, HandedScreen)
        assert "Nothing here yet." in screen_text(app)
        await press(pilot, "ctrl+o", "2", "ctrl+s")
        (handed,) = on_disk(written.data).live(HandedIn)
        assert (handed.what, handed.on, handed.assessment) == ("final", date(2026, 11, 21), TASK)
        assert handed.counts == {"action-plan": 0, "log": 2}
        assert "Handed in for good on Sat 21 Nov 2026." in screen_text(app)
        await press(pilot, "ctrl+n", "3", "tab")
        await type_in(pilot, "Say [/why]")
        await press(pilot, "ctrl+s")
        (remark,) = on_disk(written.data).live(Remark)
        assert (remark.section, remark.text, remark.done) == ("log", "Say [/why]", False)
        assert "Remarks: Leadership log" in screen_text(app)
        await press(pilot, "ctrl+g")
        assert on_disk(written.data).live(Remark)[0].done
        await press(pilot, "ctrl+z")
        assert not on_disk(written.data).live(Remark)[0].done
        await pilot.click("#new-sent-back")
        await settle(pilot)
        await press(pilot, "2", "ctrl+s")
        (back,) = on_disk(written.data).live(SentBack)
        assert back.sections == ("log",)
        assert "only Leadership log is in question" in screen_text(app)
        await press(pilot, "enter", "2", "1", "ctrl+s")
        (back,) = on_disk(written.data).live(SentBack)
        assert back.sections == ("action-plan",)
        await press(pilot, "delete")
        assert not on_disk(written.data).live(SentBack)
        assert "in question" not in screen_text(app)
        await press(pilot, "ctrl+z")
        assert "only Leadership action plan is in question" in screen_text(app)
        await press(pilot, "ctrl+g")
        assert on_disk(written.data).live(SentBack)[0].over
        await press(pilot, "ctrl+z", "escape")
        detail = app.screen.query_one("AssignmentPane .section-detail", Plain)
        assert "only Leadership action plan is in question." in str(detail.content)


async def test_a_remark_begun_is_offered_back_with_its_heading(written: Folders) -> None:
    async with opened_on(written) as (app, pilot):
        assert app.keeper
        await app.push_screen(handed_screen(app.keeper, TASK))
        await press(pilot, "ctrl+n", "2", "tab")
        await type_in(pilot, "Half a rem")
        await press(pilot, "escape", "escape")
    async with opened_on(written) as (app, pilot):
        assert "A remark of your tutor's you had not saved" in screen_text(app)
        await press(pilot, "ctrl+n", "ctrl+s")
    (remark,) = on_disk(written.data).live(Remark)
    assert (remark.assessment, remark.section, remark.text) == (TASK, "action-plan", "Half a rem")
