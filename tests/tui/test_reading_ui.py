"""Reading and people: how far one is, what one took, what was asked; on screen and on the disk."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from ilmcoach.portfolio.records import Enquiry, ReadingRecord
from ilmcoach.settings import Folders
from ilmcoach.tui.panes.reading import ReadingPane
from ilmcoach.tui.screens.reading_record import ReadingRecordScreen
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.plain import Act
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
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

TOOK = "Being asked did more than being told."


@pytest.fixture
def used(folders: Folders) -> Folders:
    """A learner who asked their tutor something."""
    asked = Enquiry(
        id="e" * 32, made=BEFORE, changed=BEFORE, text="Does the log count?", who="Bethan"
    )
    seed(folders.data, CERTIFICATE, asked)
    return folders


async def test_a_state_by_one_key_and_words_that_count(used: Folders) -> None:
    async with opened_on(used, size=NARROW) as (app, pilot):
        await press(pilot, "7")
        pane = the(app, ReadingPane)
        assert "no answer yet" in screen_text(app)
        stand_on(pane, "entry:adair-1973")
        await settle(pilot)
        await press(pilot, "s", "s")
        assert "Reading now" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReadingRecordScreen)
        assert "Action-Centred Leadership" in screen_text(app)
        await type_in(pilot, TOOK)
        await press(pilot, "ctrl+s")
        (record,) = on_disk(used.data).live(ReadingRecord)
        assert (record.reading, record.state, record.took) == ("adair-1973", "reading", TOOK)
        assert record.criteria == ("m3-10/1.1", "m3-10/2.1")
        # The learner's own choice of criteria stands when the words are changed.
        await press(pilot, "c", "space", "escape", "enter")
        await type_in(pilot, " Yes.")
        await press(pilot, "ctrl+s", "m")
        assert "with notes" in screen_text(app)
        assert "For where you are now" not in screen_text(app)
        await press(pilot, "delete")
        assert on_disk(used.data).live(ReadingRecord) == ()
        await press(pilot, "ctrl+z")
    (record,) = on_disk(used.data).live(ReadingRecord)
    assert record.took == f"{TOOK} Yes."
    assert record.criteria == ("m3-10/2.1",)
    assert "Adair" not in (used.data / "portfolio.json").read_text(encoding="utf-8")


async def test_typing_that_was_not_saved_is_offered_back_with_its_work(used: Folders) -> None:
    async with opened_on(used) as (app, pilot):
        await press(pilot, "7")
        stand_on(the(app, ReadingPane), "entry:adair-1973")
        await settle(pilot)
        await press(pilot, "enter")
        await type_in(pilot, TOOK)
        await press(pilot, "escape")
        assert TOOK in draft(used.data, "form/")
        await press(pilot, "1")
        # From the first tab the draft opens with its words.
        await press(pilot, "ctrl+n")
        assert TOOK in [one.text for one in app.screen.query(Editor)]
        await press(pilot, "escape", "7", "enter")
        assert isinstance(app.screen, ReadingRecordScreen)
        assert the(app, Editor).text == TOOK
        await press(pilot, "ctrl+s")
    (record,) = on_disk(used.data).live(ReadingRecord)
    assert (record.reading, record.title, record.took) == ("adair-1973", "", TOOK)


async def test_reading_of_ones_own_and_an_answer(used: Folders) -> None:
    async with opened_on(used) as (app, pilot):
        await press(pilot, "7")
        app.screen.query_one("#add-reading", Act).press()
        await settle(pilot)
        await type_in(pilot, "Our rota policy [/notes]")
        await press(pilot, "ctrl+s")
        stand_on(the(app, ReadingPane), f"asked:{'e' * 32}")
        await settle(pilot)
        app.screen.query_one("#open-reading", Act).press()
        await settle(pilot)
        app.screen.query(Editor)[2].focus()
        await type_in(pilot, "It does.")
        await press(pilot, "ctrl+s")
        text = screen_text(app)
        assert "Our rota policy [/notes]" in text
        assert "no answer yet" not in text
    (record,) = on_disk(used.data).live(ReadingRecord)
    assert (record.title, record.reading, record.criteria) == ("Our rota policy [/notes]", "", ())
    assert [one.answer for one in on_disk(used.data).live(Enquiry)] == ["It does."]


def stand_on(pane: ReadingPane, key: str) -> None:
    """Stands on a line of the list."""
    options = pane.query_one(OptionList)
    options.focus()
    options.highlighted = options.get_option_index(key)
