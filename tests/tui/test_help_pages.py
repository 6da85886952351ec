"""F1 everywhere: each screen that names a help page has one."""

from __future__ import annotations

from textual.screen import Screen

from ilmcoach.tui.help_pages import PAGES
from ilmcoach.tui.help_work import WORK
from ilmcoach.tui.screens.help import ALL, HelpScreen
from tests.tui.driving import classes_of


def test_every_help_page_that_a_screen_names_is_there() -> None:
    named = {
        name: page
        for one in classes_of(Screen)
        if (page := getattr(one, "HELP_PAGE", ""))
        for name in (one.__name__,)
    }

    assert {name: page for name, page in named.items() if page not in ALL} == {}
    assert named["WhereaboutsScreen"] == "whereabouts"


def test_a_page_shows_its_own_title_and_not_that_of_the_tabs() -> None:
    assert HelpScreen("whereabouts").title_text() == "Help: What's written where"
    assert HelpScreen("handin").title_text() != HelpScreen("home").title_text()


def test_no_page_stands_in_two_places() -> None:
    assert not set(PAGES) & set(WORK)
