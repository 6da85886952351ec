"""What the editor's keys, menu and find line do on a real screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from ilmcoach.clock import FixedClock
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.menu import EditMenu
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.widgets.editor import Editor
from tests.tui.driving import NOW, WIDE, paste, press, screen_text, settle


class Outside:
    """A computer's clipboard for tests; `broken` is one that cannot be reached."""

    def __init__(self, *, broken: bool = False) -> None:
        self.text = "from elsewhere"
        self.broken = broken

    def read(self) -> str | None:
        return None if self.broken else self.text

    def write(self, text: str) -> bool:
        if not self.broken:
            self.text = text
        return not self.broken


def app_with(clipboard: Outside, tmp_path: Path) -> IlmcoachApp:
    return IlmcoachApp(Folders(tmp_path / "data"), clock=FixedClock(NOW), clipboard=clipboard)


async def test_paste_brings_what_was_copied_in_another_program(tmp_path: Path) -> None:
    app = app_with(Outside(), tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "ctrl+v")
        assert app.screen.query_one(Editor).text == "from elsewhere"
    app.close_portfolio()


@pytest.mark.parametrize("broken", [False, True])
async def test_copy_and_paste_work_with_and_without_a_clipboard(
    tmp_path: Path, broken: bool
) -> None:
    outside = Outside(broken=broken)
    app = app_with(outside, tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await paste(pilot, "mine ")
        await press(pilot, "ctrl+a", "ctrl+c", "end", "ctrl+v")
        assert app.screen.query_one(Editor).text == "mine mine "
        assert outside.text == ("from elsewhere" if broken else "mine ")
    app.close_portfolio()


async def test_cut_without_a_selection_takes_nothing(tmp_path: Path) -> None:
    app = app_with(Outside(), tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await paste(pilot, "a whole line")
        await press(pilot, "ctrl+x")
        assert app.screen.query_one(Editor).text == "a whole line"
    app.close_portfolio()


async def test_the_right_button_brings_a_menu_that_works(tmp_path: Path) -> None:
    app = app_with(Outside(), tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await paste(pilot, "all of it")
        await pilot.click(Editor, button=3, offset=(4, 3))
        await settle(pilot)
        assert isinstance(app.screen, EditMenu)
        menu = app.screen.query_one(OptionList)
        assert "Paste" in screen_text(app)
        menu.highlighted = menu.get_option_index("select_all")
        await press(pilot, "enter")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.query_one(Editor).selected_text == "all of it"
        await pilot.click(Editor, button=3, offset=(4, 3))
        await press(pilot, "escape")
        assert isinstance(app.screen, WalkScreen)
    app.close_portfolio()


async def test_find_goes_from_place_to_place_and_back_to_the_text(tmp_path: Path) -> None:
    app = app_with(Outside(), tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await paste(pilot, "The rota is mine.\nNobody sees the rota.")
        await press(pilot, "ctrl+f")
        await paste(pilot, "ROTA")
        assert "2 found" in screen_text(app)
        await press(pilot, "enter")
        editor = app.screen.query_one(Editor)
        assert editor.selected_text == "rota"
        assert editor.selection.start == (0, 4)
        await press(pilot, "enter")
        assert editor.selection.start == (1, 16)
        assert "2 of 2" in screen_text(app)
        await press(pilot, "escape")
        assert app.focused is editor
        await press(pilot, "x")
        assert editor.text.endswith("Nobody sees the x.")
    app.close_portfolio()
