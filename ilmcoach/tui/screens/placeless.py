"""Words under headings that the learner's packs no longer have: read, copied, deleted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from ilmcoach.portfolio.placeless import placeless_cards, placeless_texts
from ilmcoach.portfolio.records import CueCard, SectionText
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.commands import Command
from ilmcoach.tui.panes.base import EditRecord
from ilmcoach.tui.panes.records import Group, Plan, RecordPane, Start

from .listing import ListingScreen

EMPTY = "Nothing: every heading that you wrote under is in your packs."


class PlacelessPane(RecordPane):
    """The texts and the cue cards."""

    def __init__(self, workspace: Workspace) -> None:
        start = Start("copy", "Copy", _copy, beside=True)
        super().__init__(workspace, Plan(self._groups, EMPTY, (start,)), id="placeless")

    def _groups(self, space: Workspace) -> Sequence[Group]:
        return (
            Group("Texts", placeless_texts(space.portfolio, space.pack)),
            Group("Cue cards", placeless_cards(space.portfolio, space.pack)),
        )

    def _show_record(self) -> None:
        super()._show_record()
        # There is no heading to write under, and so none whose criteria this could show.
        self.query_one(".edit").display = False
        self.query_one(".more").display = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is here can be read, copied and deleted."""
        return action != "criteria" and super().check_action(action, parameters)

    def commands(self) -> tuple[Command, ...]:
        return ()


def _copy(pane: RecordPane) -> None:
    if isinstance(pane.screen, PlacelessScreen):
        pane.screen.action_copy()


class PlacelessScreen(ListingScreen):
    """Everything of an earlier pack or programme that has no heading any more."""

    HELP_PAGE = "placeless"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+k", "copy", "Copy")]

    def title_words(self) -> str:
        return "Under headings that are gone"

    def about(self) -> str:
        return (
            "Your packs have changed since you wrote this. Nothing is lost: read and copy it here. "
            "With the pack of before, its headings come back and your words stand under them."
        )

    def make_pane(self) -> RecordPane:
        return PlacelessPane(self.keeper.workspace)

    def action_copy(self) -> None:
        """The whole text onto the clipboard."""
        record = self.query_one(RecordPane).record
        if isinstance(record, SectionText | CueCard):
            self.app.copy_to_clipboard(record.text)
            self.going.say("Copied. Paste it where you want it.")

    async def _edit(self, event: EditRecord) -> None:
        event.stop()
        self.action_copy()

    def commands(self) -> tuple[Command, ...]:
        return (("Copy", "The whole text", self.action_copy), *super().commands())
