"""A Word file brought back on the screen: looked at, compared, kept beside the text."""

from __future__ import annotations

from pathlib import Path

import docx
from textual.widgets import OptionList

from ilmcoach.clock import FixedClock
from ilmcoach.portfolio.records import Remark, SectionText
from ilmcoach.services.documents import export_assessment
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.returned import ReturnedScreen
from ilmcoach.tui.screens.versions import VersionsScreen
from ilmcoach.tui.widgets.compared import Compared
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    NOW,
    Opened,
    on_disk,
    paste,
    press,
    screen_text,
    seed,
    settle,
    the,
    type_in,
    until,
)

TEXT = SectionText(
    id="5" * 32,
    made=BEFORE,
    changed=BEFORE,
    assessment="action-plan-and-log",
    section="action-plan",
    text="We met on Monday. [/red] It went well.",
)


def come_back(folders: Folders, out: Path) -> None:
    """The task as a Word file in which a word was changed and a comment written."""
    space = open_workspace(folders, clock=FixedClock(NOW))
    export_assessment(space, TEXT.assessment, "docx", out)
    space.store.close()
    file = docx.Document(str(out))
    line = next(one for one in file.paragraphs if one.text.startswith("We met"))
    line.runs[0].text = line.text.replace("Monday", "Tuesday")
    file.add_comment(line.runs[0], text="[/notes] Who was there?", author="T. [red]Utor")
    file.save(str(out))


async def test_looked_at_compared_and_kept(
    folders: Folders, opened: Opened, tmp_path: Path
) -> None:
    seed(folders.data, CERTIFICATE, TEXT)
    out = tmp_path / "back.docx"
    come_back(folders, out)
    async with opened(NARROW) as (app, pilot):
        await press(pilot, "ctrl+p")
        await type_in(pilot, "bring back")
        await press(pilot, "enter")
        await until(lambda: isinstance(app.screen, ReturnedScreen))
        await settle(pilot)
        assert "Finishing in Word is fine" in screen_text(app)
        await type_in(pilot, "nowhere.docx")
        await press(pilot, "enter")
        assert "There is no file" in screen_text(app)
        await press(pilot, "ctrl+a")
        await paste(pilot, str(out))
        await pilot.click("#look")
        await settle(pilot)
        shown = screen_text(app)
        assert "1 word differs" in shown
        assert "the same" in shown
        assert "1 word gone, 1 new" in " ".join(shown.split())
        await press(pilot, "enter")
        assert isinstance(app.focused, Compared)
        await press(pilot, "n")
        the(app, OptionList, "#came").focus()
        await press(pilot, "end")
        shown = " ".join(screen_text(app).split())
        assert "T. [red]Utor, " in shown
        assert "[/notes] Who was there?" in shown
        await press(pilot, "space")
        assert not on_disk(folders.data).live(Remark)
        await pilot.click("#turn")
        await pilot.click("#keep")
        await settle(pilot)
        assert "Kept: 1 text as a version and 1 comment." in screen_text(app)
        (said,) = on_disk(folders.data).live(Remark)
        assert said.who == "T. [red]Utor"
        assert on_disk(folders.data).live(SectionText)[0].text == TEXT.text
        await press(pilot, "ctrl+s")
        assert "Nothing is ticked" in screen_text(app)
        await press(pilot, "home", "down")
        await pilot.click("#to-versions")
        await settle(pilot)
        assert isinstance(app.screen, VersionsScreen)
        assert "from a document brought" in screen_text(app)
        await press(pilot, "r")
        await pilot.click("#yes")
        await settle(pilot)
        assert "Tuesday" in on_disk(folders.data).live(SectionText)[0].text
        await press(pilot, "escape")
        assert "1 word differs" not in screen_text(app)
        assert "Versions…" in screen_text(app)
        await press(pilot, "f1")
        assert "Nothing is ever merged" in " ".join(screen_text(app).split())
        await press(pilot, "escape", "escape")
        assert not isinstance(app.screen, ReturnedScreen)
