"""The start: the kept theme from the first picture on, and no fall for one who leaves at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from textual.color import Color
from textual.theme import Theme
from textual.widgets import Static

from ilmcoach.files import RealDisk
from ilmcoach.settings import Folders, Preferences, write_preferences
from ilmcoach.tui.starting import collect_again, put_off_collecting
from ilmcoach.tui.themes import THEMES
from ilmcoach.tui.widgets.late_tab import LateTab
from ilmcoach.tui.widgets.plain import plain
from tests.tui.driving import CERTIFICATE, opened_on, seed, settle


@pytest.mark.parametrize("chosen", THEMES, ids=lambda one: one.name)
async def test_the_kept_theme_is_there_from_the_first_picture_on(
    folders: Folders, chosen: Theme
) -> None:
    seed(folders.data, CERTIFICATE)
    write_preferences(folders, Preferences(theme=chosen.name), RealDisk())
    before = folders.preferences.stat()

    async with opened_on(folders) as (app, pilot):
        await settle(pilot)
        assert app.theme == chosen.name
        assert app.has_class("-dark-mode") is chosen.dark
        assert app.has_class("-light-mode") is not chosen.dark
        assert app.screen.styles.background == Color.parse(chosen.background or "")

    assert folders.preferences.stat() == before


async def test_a_theme_chosen_later_is_shown_and_kept(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE)
    dark, light = THEMES
    async with opened_on(folders) as (app, pilot):
        app.theme = light.name
        await settle(pilot)
        assert app.screen.styles.background == Color.parse(light.background or "")
    assert light.name in folders.preferences.read_text("utf-8")
    assert dark.name not in folders.preferences.read_text("utf-8")


async def test_a_tab_that_is_gone_already_is_not_filled() -> None:
    made: list[Static] = []

    def make() -> Static:
        made.append(Static())
        return made[-1]

    await LateTab(plain("Late"), make, id="tab-late")._fill()
    assert made == []


@pytest.fixture
def collector() -> Iterator[None]:
    """Leaves the collector as it was."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("collector")
def test_garbage_is_looked_for_again_after_the_start() -> None:
    put_off_collecting()
    assert not gc.isenabled()
    collect_again()
    assert gc.isenabled()
    assert gc.get_freeze_count()


@pytest.mark.usefixtures("collector")
def test_where_it_was_not_put_off_nothing_is_frozen() -> None:
    gc.unfreeze()
    collect_again()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
