"""Asking for feedback: the sheet as a file, the day it was asked, the answer that came back."""

from __future__ import annotations

from datetime import date

from textual.widgets import OptionList

from ilmcoach.portfolio.records import Feedback, FeedbackRequest
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.confirm import ConfirmScreen
from ilmcoach.tui.screens.feedback_sheet import FeedbackSheetScreen
from ilmcoach.tui.screens.form import FormScreen
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.plain import Act
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
    type_in,
)

ASKED = FeedbackRequest(
    id="f" * 32,
    made=BEFORE,
    changed=BEFORE,
    who="Zoë <b>",
    about="The rota",
    questions="What helped?\nWhat did not?",
)


async def test_a_sheet_is_written_asked_with_and_answered(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, ASKED)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await press(pilot, "2")
        app.screen.query_one("#strengths OptionList", OptionList).focus()
        await settle(pilot)
        assert "not asked yet" in screen_text(app)
        app.screen.query_one("#sheet", Act).press()
        await settle(pilot)
        assert isinstance(app.screen, FeedbackSheetScreen)
        await press(pilot, "ctrl+s", "ctrl+s")
        assert isinstance(app.screen, ConfirmScreen)
        await press(pilot, "enter")
        assert on_disk(folders.data).live(FeedbackRequest)[0].sent is None
        app.screen.query_one("#asked", Act).press()
        await settle(pilot)
        assert "asked Sat 21 Nov 2026" in screen_text(app)
        app.screen.query_one("#came-back", Act).press()
        await settle(pilot)
        assert isinstance(app.screen, FormScreen)
        assert app.screen.query(Editor)[0].text == "Zoë <b>"
        app.screen.query(Editor)[1].focus()
        await type_in(pilot, "You listened.")
        await press(pilot, "ctrl+s")
        assert "came back" in screen_text(app)
    page, text = sorted(folders.exports.iterdir())
    assert (page.name, text.name) == ("feedback-2026-11-21.html", "feedback-2026-11-21.txt")
    assert "Zoë &lt;b&gt;" in page.read_text(encoding="utf-8")
    assert "2. What did not?" in text.read_text(encoding="utf-8")
    portfolio = on_disk(folders.data)
    assert [one.sent for one in portfolio.live(FeedbackRequest)] == [date(2026, 11, 21)]
    (came,) = portfolio.live(Feedback)
    assert (came.who, came.said, came.links) == ("Zoë <b>", "You listened.", (ASKED.id,))
