"""Windows that open over a record: its criteria, and another name for a person."""

from __future__ import annotations

from textual.screen import Screen
from textual.widget import Widget

from ilmcoach.portfolio.records import Person, Record
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.linking import WHY_NOT, can_link
from ilmcoach.tui.saying import say

from .messages import ShowScreen


def choose_criteria(pane: Widget, record: Record) -> None:
    """Asks for the window of criteria, or says why this record has none."""
    if not can_link(record):
        say(pane.app, WHY_NOT)
        return

    def make(keeper: Keeper) -> Screen[None]:
        from ilmcoach.tui.screens.criteria import CriteriaScreen

        return CriteriaScreen(keeper, record)

    pane.post_message(ShowScreen(make))


def rename_person(pane: Widget, person: Person) -> None:
    """Asks for the page that renames them everywhere."""

    def make(keeper: Keeper) -> Screen[None]:
        from ilmcoach.tui.screens.rename import RenameScreen

        return RenameScreen(keeper, person.name)

    pane.post_message(ShowScreen(make))
