"""Handing in: the kind of document, what stands behind the work, names, and the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from zipfile import is_zipfile

import pytest

from ilmcoach.export.document import Document, Heading
from ilmcoach.export.pdf import to_pdf
from ilmcoach.export.reading_back import text_of
from ilmcoach.portfolio.records import (
    DocumentMade,
    Enrolment,
    Goal,
    Learner,
    Person,
    SectionText,
)
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.confirm import ConfirmScreen
from ilmcoach.tui.screens.handin import HandInScreen
from ilmcoach.tui.screens.hidden_names import HiddenNamesScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.sheets import SheetsScreen
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.line import Line
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    WIDE,
    on_disk,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    the,
)

SHARED: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}
TASK = "reflective-review"
LEARNER = Learner(id="l" * 32, name="Zoë Ward", **SHARED)
ROSA = Person(id="p" * 32, name="Rosa Quill", role="member", **SHARED)
GOAL = Goal(id="g" * 32, what="Let Rosa chair the handover", by=date(2027, 1, 7), **SHARED)
TEXT = SectionText(
    id="t" * 32, assessment=TASK, section="", text="Rosa's question stayed with me.", **SHARED
)


@pytest.fixture
def written(folders: Folders) -> Folders:
    """A learner who wrote a sentence under the first heading."""
    seed(folders.data, CERTIFICATE, LEARNER, ROSA, GOAL)
    return folders


async def hand_in(folders: Folders, app: Any, pilot: Any) -> None:
    from msgspec.structs import replace

    home = the(app, HomeScreen)
    task = home._keeper.workspace.pack.assessment(TASK)  # type: ignore[union-attr]
    assert task is not None
    text = replace(TEXT, section=task.sections[0].id)
    await home._keeper.save([text])
    await home._going.hand_in(TASK)
    await settle(pilot)
    assert isinstance(app.screen, HandInScreen)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_word_is_offered_first_and_what_was_made_is_noted(
    written: Folders, size: tuple[int, int]
) -> None:
    async with opened_on(written, size=size) as (app, pilot):
        await hand_in(written, app, pilot)
        await press(pilot, "ctrl+s")
        (file,) = written.exports.glob("*.docx")
        assert is_zipfile(file)
        told = " ".join(screen_text(app).replace("│", " ").split())
        assert "Think who you send it to." in told
        assert "Show it in its folder" in told
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ConfirmScreen), "never over a file without asking"
        await press(pilot, "escape")
    (noted,) = on_disk(written.data).live(DocumentMade)
    assert (noted.what, noted.format, Path(noted.path), noted.names) == (TASK, "docx", file, "")


async def test_the_centres_own_cover_is_asked_for_by_its_kind(
    written: Folders, tmp_path: Path
) -> None:
    page = Document("Cover", "en", (Heading(1, "Wenford College"),))
    cover = tmp_path / "cover.pdf"
    cover.write_bytes(to_pdf(page, made=BEFORE))
    async with opened_on(written, size=NARROW) as (app, pilot):
        await hand_in(written, app, pilot)
        assert "(a Word file)" in await shown(app, pilot, "#cover-row")
        app.screen.query_one("#cover", Line).value = str(cover)
        await press(pilot, "ctrl+s")
        told = await shown(app, pilot, "#written")
        assert "cover.pdf cannot stand in front of Word: there the cover page" in told
        assert not list(written.exports.glob("*"))
        app.screen.query_one("#format").focus()
        await press(pilot, "2")
        assert "(a PDF)" in await shown(app, pilot, "#cover-row")
        await press(pilot, "ctrl+s")
        (file,) = written.exports.glob("*.pdf")
        text = text_of(file.read_bytes(), "pdf")
        assert text.index("Wenford College") < text.index("question stayed with me.")
        app.screen.query_one("#format").focus()
        await press(pilot, "3")
        assert not app.screen.query_one("#cover-row").display, "a web page has none in front"


async def shown(app: Any, pilot: Any, place: str) -> str:
    """What can be read on the screen round a place, on one line."""
    app.screen.query_one(place).scroll_visible(animate=False)
    await settle(pilot)
    return " ".join(screen_text(app).replace("│", " ").split())


async def test_names_are_looked_at_hidden_and_searched_for(written: Folders) -> None:
    async with opened_on(written, size=NARROW) as (app, pilot):
        await hand_in(written, app, pilot)
        app.screen.query_one("#format").focus()
        await press(pilot, "3")
        app.screen.query_one("#extras").focus()
        await press(pilot, "1")
        app.screen.query_one("#names").focus()
        await press(pilot, "2", "ctrl+s")
        assert isinstance(app.screen, HiddenNamesScreen)
        assert "Rosa" in screen_text(app)
        await press(pilot, "escape")
        assert not list(written.exports.glob("*")), "not agreed, not written"
        await press(pilot, "ctrl+s")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, HandInScreen)
        assert "Searched" in screen_text(app)
    (file,) = written.exports.glob("*.html")
    page = file.read_text(encoding="utf-8")
    assert "question stayed with me." in page
    assert "chair the handover" in page, "the goals were asked for"
    assert "Rosa" not in page
    assert "Zoë Ward" in page, "the learner's own name is on the cover"
    portfolio = on_disk(written.data)
    assert portfolio.live(SectionText)[0].text == TEXT.text, "what was written is as it was"
    assert portfolio.live(DocumentMade)[0].names == "roles"


async def test_wherever_it_should_go_it_can_be_opened_and_is_seen(
    written: Folders, tmp_path: Path
) -> None:
    """A folder that is not there is asked for, a kind that the name does not fit is put right,
    and what came of it is on the screen, also after a question stood over it."""
    away = tmp_path / "my [work] 😀"
    async with opened_on(written, size=NARROW) as (app, pilot):
        home = the(app, HomeScreen)
        task = home._keeper.workspace.pack.assessment("action-plan-and-log")  # type: ignore[union-attr]
        assert task is not None
        app.push_screen(HandInScreen(home._keeper, task))
        await settle(pilot)
        last = app.screen.query_one("#close")
        assert "Close" in screen_text(app)
        assert last.region.right <= app.screen.query_one("#window-buttons").region.right
        app.screen.query_one("#format").focus()
        await press(pilot, "2")
        app.screen.query_one("#file", Line).value = str(away / "final.docx")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ConfirmScreen)
        await press(pilot, "escape")
        assert not away.exists(), "no folder without a yes"
        await press(pilot, "ctrl+s", "tab", "enter")
        assert [one.name for one in away.iterdir()] == ["final.pdf"]
        assert "Written:" in screen_text(app)
        app.screen.query_one("#extras").focus()
        await press(pilot, "home")
        assert "Written:" not in screen_text(app)
        await press(pilot, "ctrl+s", "tab", "enter")
        assert "Written:" in screen_text(app), "replaced, and told where it can be seen"
        assert app.focused is not None
        assert app.focused.id == "made-open"
        app.screen.query_one("#file", Line).value = str(away)
        await press(pilot, "ctrl+s")
    assert {one.name for one in away.iterdir()} == {
        "final.pdf",
        "action-plan-and-log-2026-11-21.pdf",
    }


async def test_before_any_setup_it_is_not_offered(folders: Folders) -> None:
    seed(folders.data, LEARNER)
    assert not on_disk(folders.data).live(Enrolment)
    async with opened_on(folders) as (app, pilot):
        await press(pilot, "ctrl+p")
        assert "Hand in:" not in screen_text(app)


async def test_sheets_are_made_without_the_command_line(written: Folders) -> None:
    async with opened_on(written, size=NARROW) as (app, pilot):
        ways = {name: act for name, _, act in the(app, HomeScreen).commands()}
        await ways["Sheets to print"]()
        await settle(pilot)
        assert isinstance(app.screen, SheetsScreen)
        assert "A page for my line manager" in screen_text(app)
        app.screen.query_one("#format").focus()
        await press(pilot, "3", "ctrl+s")
        (page,) = written.exports.glob("manager-sheet-*.html")
        assert "Let Rosa chair the handover" in page.read_text(encoding="utf-8")
        sheets = the(app, ChoiceList, "#sheet")
        paper = next(n for n, one in enumerate(sheets.options) if "workbook:" in str(one.id))
        sheets.focus()
        await press(pilot, "home", *["down"] * paper, "enter", "ctrl+s")
        (book,) = written.exports.glob("workbook-*.html")
        assert "Rosa" not in book.read_text(encoding="utf-8"), "it is blank"
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ConfirmScreen)
        await press(pilot, "escape", "escape")
    noted = {one.what for one in on_disk(written.data).live(DocumentMade)}
    assert noted == {"manager-sheet", "workbook:getting-started"}
