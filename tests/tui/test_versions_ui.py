"""Earlier versions on the screen: read, compared, restored."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace
from textual.content import Content
from textual.widgets import OptionList

from ilmcoach.clock import FixedClock
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import HandedIn, SectionText
from ilmcoach.settings import Folders
from ilmcoach.store.store import PortfolioStore
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.versions import VersionsScreen
from ilmcoach.tui.ways import versions_screen
from ilmcoach.tui.widgets.compared import Compared
from ilmcoach.tui.widgets.plain import Plain
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    WIDE,
    Opened,
    on_disk,
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
    made=BEFORE - timedelta(days=3),
    changed=BEFORE - timedelta(days=3),
    assessment="action-plan-and-log",
    section="action-plan",
    text="We met on Monday. [/red] It went well.",
)
SECOND = replace(TEXT, text="We met on Tuesday. [/red] It went well.", changed=BEFORE)
HANDED = HandedIn(
    id="h" * 32,
    made=BEFORE - timedelta(days=2),
    changed=BEFORE,
    assessment=TEXT.assessment,
    what="draft",
)


def content_of(app: IlmcoachApp, selector: str) -> Content:
    """What a part says."""
    content = the(app, Plain, selector).content
    assert isinstance(content, Content)
    return content


def styles(app: IlmcoachApp, words: str) -> set[str]:
    """How these words are shown in the comparison."""
    content = content_of(app, "#changes")
    at = content.plain.index(words)
    return {str(span.style) for span in content.spans if span.start <= at < span.end}


async def test_looked_back_compared_and_restored(folders: Folders, opened: Opened) -> None:
    seed(folders.data, CERTIFICATE, TEXT)
    seed(folders.data, HANDED, SECOND)
    async with opened(NARROW) as (app, pilot):
        assert app.keeper is not None
        await app.push_screen(versions_screen(app.keeper))
        await settle(pilot)
        shown = screen_text(app)
        assert "2 versions" in shown
        assert "What changed since my tutor" in shown
        assert "handed in as a draft" in shown
        assert "as my tutor saw it" in shown
        assert "1 place changed: 1 word gone, 1 new" in " ".join(
            content_of(app, "#what").plain.split()
        )
        assert "strike $warning" in styles(app, "Monday")
        assert "underline $accent" in styles(app, "Tuesday")
        assert styles(app, "It went") == set()
        await press(pilot, "n")
        await pilot.click("#switch")
        await settle(pilot)
        assert "We met on Monday. [/red]" in " ".join(screen_text(app).split())
        assert "Tuesday" not in screen_text(app)
        await press(pilot, "c", "r")
        assert "Restore this version?" in screen_text(app)
        await pilot.click("#yes")
        await settle(pilot)
        assert "3 versions" in screen_text(app)
        kept = on_disk(folders.data).live(SectionText)
        assert [one.text for one in kept] == [TEXT.text]
        listed = the(app, OptionList, "#history")
        assert listed.highlighted == 1
        await press(pilot, "down", "r", "tab", "enter")
        assert "4 versions" in screen_text(app)
        assert on_disk(folders.data).live(SectionText)[0].text == SECOND.text
        await press(pilot, "ctrl+n")
        assert "Nothing was saved under this heading yet" in screen_text(app)
        await press(pilot, "r", "n", "c", "f1")
        assert "Earlier versions" in screen_text(app)
        await press(pilot, "escape", "escape")
        assert not isinstance(app.screen, VersionsScreen)


async def test_a_long_text_is_gone_through_change_by_change_where_nothing_can_be_saved(
    folders: Folders, opened: Opened
) -> None:
    words = [f"word{number}" for number in range(3000)]
    seed(folders.data, CERTIFICATE, replace(TEXT, text=" ".join(words)))
    words[5], words[2900] = "changed", "altered"
    seed(folders.data, replace(SECOND, text=" ".join(words)))
    with PortfolioStore.open(folders.data, disk=RealDisk(), clock=FixedClock(BEFORE)):
        async with opened(WIDE) as (app, pilot):
            assert app.workspace.store.read_only
            await press(pilot, "ctrl+p")
            await type_in(pilot, "earlier")
            await press(pilot, "enter")
            await until(lambda: isinstance(app.screen, VersionsScreen))
            await settle(pilot)
            await press(pilot, "down")
            assert "2 places changed" in content_of(app, "#what").plain
            beside = the(app, Compared)
            await press(pilot, "n")
            assert "changed" in screen_text(app)
            assert beside.scroll_y < 5
            await press(pilot, "n")
            assert "altered" in screen_text(app)
            await press(pilot, "n", "p")
            assert "altered" in screen_text(app)
            await press(pilot, "r")
            assert isinstance(app.screen, VersionsScreen)
            assert "open in another window" in " ".join(screen_text(app).split())
