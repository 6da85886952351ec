"""The AI record: all by date, deleted as a whole after being asked twice, and the statement."""

from __future__ import annotations

from textual.widgets import OptionList

from ilmcoach.portfolio.records import Allowance, Exchange, HistoryGone
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.ai_record import AIRecordScreen
from ilmcoach.tui.screens.ai_statement import AIStatementScreen
from ilmcoach.tui.screens.confirm import ConfirmScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.ways import ai_record_screen
from ilmcoach.tui.widgets.plain import Act
from tests.coach.fake_line import FakeLine, posed
from tests.tui.coached import TASK, begin, coached, told
from tests.tui.driving import NARROW, draft, on_disk, press, screen_text, seed, settle, the, type_in
from tests.tui.test_coach_copying import SENT


async def test_it_shows_all_and_goes_as_a_whole_leaving_a_mark(
    folders: Folders,
) -> None:
    begin(folders)
    seed(folders.data, SENT)
    async with coached(folders, FakeLine(posed())) as (app, pilot):
        await the(app, HomeScreen)._going.show(ai_record_screen)
        await settle(pilot)
        whole = str(app.screen.query_one("#whole").content)  # type: ignore[attr-defined]
        for piece in ("models.example.org", "small", SENT.shown[0], "planted words"):
            assert piece in whole
        assert "Sent 1 time" in screen_text(app)
        app.screen.query_one("#delete", Act).press()
        await settle(pilot)
        for _ in range(2):
            assert isinstance(app.screen, ConfirmScreen)
            assert on_disk(folders.data).live(Exchange)
            app.screen.query_one("#yes", Act).press()
            await settle(pilot)
        assert isinstance(app.screen, AIRecordScreen)
        assert app.screen.query_one(OptionList).option_count == 1
        assert "The record of 1 sending" in screen_text(app)
        assert not app.screen.query_one("#delete").display
    portfolio = on_disk(folders.data)
    assert not portfolio.live(Exchange)
    (mark,) = portfolio.live(HistoryGone)
    assert (mark.count, mark.first) == (1, SENT.made.date())


async def test_other_tools_are_named_in_ones_own_words_and_the_typing_is_kept(
    folders: Folders,
) -> None:
    begin(folders)
    async with coached(folders, FakeLine(posed()), NARROW) as (app, pilot):
        await the(app, HomeScreen)._going.show(ai_record_screen)
        await settle(pilot)
        assert "Nothing was sent to a model" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, AIStatementScreen)
        app.screen.query_one("#task-choice", OptionList).focus()
        await press(pilot, "2")
        app.screen.query_one("#other-tools").focus()
        await type_in(pilot, "A speech reader, in May.")
        await press(pilot, "escape", "escape")
        assert draft(folders.data, f"ai-tools/{TASK}") == "A speech reader, in May."
        assert "AI tools you named" in told(app, "#next-title")
        await press(pilot, "ctrl+n")
        assert isinstance(app.screen, AIStatementScreen)
        await press(pilot, "ctrl+s")
        assert "A speech reader" in str(app.screen.query_one("#statement-text").content)  # type: ignore[attr-defined]
    (said,) = on_disk(folders.data).live(Allowance)
    assert (said.assessment, said.other_tools) == (TASK, "A speech reader, in May.")
    assert said.allowed
