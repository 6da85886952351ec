"""Words to look at on the desk: underlined after a pause, listed, gone to; never changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from ilmcoach.portfolio.records import SectionText
from ilmcoach.settings import Folders, SpellingPreferences, read_preferences
from ilmcoach.spelling.dictionary import NoDictionary
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.desk import DeskScreen
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.plain import Act
from tests.spelling.fake_dictionary import FakeDictionary
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

TEXT = "We keep teh rota [/notes].\nSo my teem organize it."


@pytest.fixture
def written(folders: Folders) -> Folders:
    """A programme with a heading that has words to look at."""
    text = SectionText(
        id="a" * 32,
        made=BEFORE,
        changed=BEFORE,
        assessment="reflective-review",
        section="organisation",
        text=TEXT,
    )
    seed(folders.data, CERTIFICATE, text)
    return folders


def shown(app: IlmcoachApp) -> str:
    """What is on the screen, as if no line were folded."""
    return " ".join(screen_text(app).replace("│", " ").split())


def underlined(app: IlmcoachApp) -> str:
    """What is underlined in the editor."""
    editor = the(app, Editor)
    rows = (editor.render_line(row) for row in range(editor.size.height))
    parts = (part for row in rows for part in row if part.style and part.style.underline)
    return " ".join(part.text for part in parts if part.text.strip())


async def test_from_off_to_a_word_that_is_gone_to(written: Folders) -> None:
    async with opened_on(written, size=NARROW, dictionary=FakeDictionary) as (app, pilot):
        await press(pilot, "6", "enter")
        assert underlined(app) == ""
        await press(pilot, "ctrl+l")
        assert "It is off." in shown(app)
        await press(pilot, "enter")
        assert "3 words to look at" in shown(app)
        assert "Near it in the dictionary, to read: team" in shown(app)
        await press(pilot, "down", "down")
        assert "organise: most of Britain writes -ise" in shown(app)
        await press(pilot, "up", "enter")
        editor = the(app, Editor)
        assert editor.cursor_location == (1, len("So my teem"))
        assert not editor.selected_text
        assert underlined(app) == "teh teem organize"
        # It stays while the line is typed in, and a slip is found after a pause.
        await type_in(pilot, " wroat")
        assert underlined(app) == "teh teem organize"
        button = app.screen.query_one("#spelling", Act)
        await until(lambda: str(button.label) == "Spelling: 4")
        assert underlined(app) == "teh teem wroat organize"
        await press(pilot, "ctrl+s")
    text = TEXT.replace("teem", "teem wroat")
    assert [one.text for one in on_disk(written.data).live(SectionText)] == [text]
    assert read_preferences(written).spelling == SpellingPreferences(on=True)


async def test_a_word_is_left_alone_taken_back_and_all_of_it_turned_off(written: Folders) -> None:
    async with opened_on(written, dictionary=FakeDictionary) as (app, pilot):
        await press(pilot, "6", "enter", "ctrl+l", "enter", "l")
        assert "2 words to look at" in shown(app)
        assert "teh left alone" in shown(app)
        assert read_preferences(written).spelling.left == ("teh",)
        await press(pilot, "ctrl+z")
        assert "3 words to look at" in shown(app)
        await press(pilot, "l", "end", "enter")
        assert read_preferences(written).spelling.left == ()
        await pilot.click("#ize")
        await settle(pilot)
        assert "2 words to look at" in shown(app)
        await press(pilot, "escape")
        assert underlined(app) == "teh teem"
        await pilot.click("#spelling")
        await settle(pilot)
        await pilot.click("#switch")
        await settle(pilot)
        assert "It is off." in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, DeskScreen)
        assert underlined(app) == ""
        assert the(app, Editor).text == TEXT


async def test_without_a_dictionary_the_page_says_what_to_install(written: Folders) -> None:
    def none(_: Path) -> FakeDictionary:
        raise NoDictionary("It is not installed.", "Add it with: pip install 'ilmcoach[spelling]'.")

    async with opened_on(written, size=NARROW, dictionary=none) as (app, pilot):
        await press(pilot, "6", "enter", "ctrl+l", "enter")
        assert "pip install 'ilmcoach[spelling]'" in shown(app)
        assert not app.screen.query_one(OptionList).display
