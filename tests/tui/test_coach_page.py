"""The coach's own page: off at first, what is kept where, and what is wrong in words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from textual.widgets import Input

from ilmcoach.coach.trouble import Kind, Trouble
from ilmcoach.portfolio.records import Allowance
from ilmcoach.settings import Folders, read_preferences
from ilmcoach.tui.screens.coach_setup import CoachScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act
from tests.coach.fake_line import FakeLine, FakeRing, kept_bytes, posed
from tests.tui.coached import HOST, KEY, TASK, begin, coached, told
from tests.tui.driving import (
    CERTIFICATE,
    NARROW,
    WIDE,
    draft,
    on_disk,
    opened_on,
    paste,
    press,
    screen_text,
    seed,
    settle,
    the,
)

ADDRESS = f"https://{HOST}/v1"


async def page(app: object, pilot: object) -> CoachScreen:
    """Opens the page as the command palette does."""
    from ilmcoach.tui.ways import coach_screen

    await the(app, HomeScreen)._going.show(coach_screen)  # type: ignore[arg-type]
    await settle(pilot)  # type: ignore[arg-type]
    return the(app, CoachScreen)  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_it_is_off_and_says_what_each_way_sends_and_shows(
    folders: Folders, size: tuple[int, int]
) -> None:
    begin(folders, None)
    line = FakeLine(posed("Q1"))
    ring = FakeRing()
    async with coached(folders, line, size, ring) as (app, pilot):
        await page(app, pilot)
        assert the(app, ChoiceList).chosen == ("off",)
        assert "No model is asked" in screen_text(app)
        await press(pilot, "2", "ctrl+s")
        assert isinstance(app.screen, CoachScreen), "it wants an address"
        assert Trouble(Kind.ADDRESS).message in told(app, "#problem")
        address = app.screen.query_one("#address", Line)
        address.value = "http://models.example.org/v1"
        await press(pilot, "ctrl+s")
        assert "anyone on the way can read" in " ".join(told(app, "#problem").split())
        assert app.screen.query_one("#openly").display
        address.value = ADDRESS
        app.screen.query_one("#model", Line).value = "small"
        key = app.screen.query_one("#key", Input)
        app.screen.set_focus(key)
        await paste(pilot, KEY)
        assert KEY not in screen_text(app)
        await press(pilot, "ctrl+a", "ctrl+c", "ctrl+x")
        assert not app.clipboard
        assert key.value == KEY
        app.screen.query_one("#keep-key", Act).press()
        await settle(pilot)
        assert ring.keys == {HOST: KEY}
        assert key.value == ""
        assert "A key is in this computer's keyring" in told(app, "#key-state") or size == NARROW
        app.screen.query_one("#try", Act).press()
        await settle(pilot)
        assert "It works" in told(app, "#problem")
        said = "\n".join(one.content for one in line.asked[0][0])
        assert "Sam" not in said
        app.screen.query_one("#yes-1", Act).press()
        await settle(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, HomeScreen)
    kept = read_preferences(folders).coach
    assert (kept.way, kept.address, kept.model, kept.agreed) == ("pick", ADDRESS, "small", ())
    (said_so,) = on_disk(folders.data).live(Allowance)
    assert (said_so.assessment, said_so.allowed) == (TASK, True)
    assert KEY.encode() not in kept_bytes(folders.data)


async def test_typing_on_the_page_is_kept_but_for_a_key_and_what_is_wrong_is_said(
    folders: Folders,
) -> None:
    begin(folders)
    async with coached(folders, FakeLine(Trouble(Kind.KEY))) as (app, pilot):
        await page(app, pilot)
        app.screen.query_one("#try", Act).press()
        await settle(pilot)
        assert "did not accept the key" in told(app, "#problem")
        app.screen.query_one("#model", Line).value = "another model"
        app.screen.query_one("#key", Line).value = KEY
        await settle(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        assert "another model" in draft(folders.data, "coach/page")
        assert KEY.encode() not in kept_bytes(folders.data)
        await page(app, pilot)
        assert app.screen.query_one("#model", Line).value == "another model"
        assert app.screen.query_one("#key", Line).value == ""
        # Half an address is no word to send anything anywhere.
        assert read_preferences(folders).coach.model == "small"


async def test_with_a_pack_in_another_language_it_says_that_a_model_only_chooses(
    folders: Folders,
) -> None:
    pack = folders.packs / "cymru"
    pack.mkdir(parents=True)
    (pack / "pack.md").write_text("---\nid: cymru\ntitle: C\nlanguage: cy\n---\n\nCwrs.\n")
    (pack / "programme.md").write_text(
        "---\nkind: programme\ntitle: Cwrs\nset: yes\n---\n\nCwrs.\n"
    )
    seed(folders.data, replace(CERTIFICATE, pack="cymru"))
    async with opened_on(folders) as (app, pilot):
        await page(app, pilot)
        assert "the filter knows English only" in screen_text(app)
