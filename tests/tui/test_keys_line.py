"""The line of keys: the same while the keys are, and others as soon as they are others."""

from __future__ import annotations

from textual.widgets import Footer, OptionList

from ilmcoach.portfolio.records import ReadingRecord
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from tests.tui.driving import BEFORE, CERTIFICATE, opened_on, press, screen_text, seed, the

READ = ReadingRecord(
    id="a" * 32, made=BEFORE, changed=BEFORE, reading="revans-1980", state="reading"
)


def foot(app: IlmcoachApp) -> str:
    """The last line of the screen."""
    return screen_text(app).split("\n")[-1]


async def test_keys_are_built_anew_only_when_they_are_others(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, READ)
    async with opened_on(folders) as (app, pilot):
        line = the(app, Footer)
        before, said = list(line.children), foot(app)
        assert "Ctrl+T Note" in said
        await press(pilot, "tab", "5", "tab")
        assert list(line.children) == before, "the focus moved, and the keys are the same"
        await press(pilot, "7")
        works = app.screen.query_one("ReadingPane OptionList", OptionList)
        works.highlighted = works.get_option_index("entry:revans-1980")
        await press(pilot, "tab")
        assert list(line.children) != before
        assert "Delete" in foot(app), "what is the learner's own can be deleted"
        await press(pilot, "ctrl+t")
        assert "Ctrl+S Save" in foot(app)
        await press(pilot, "escape", "5")
        assert foot(app) == said
