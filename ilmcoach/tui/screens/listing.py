"""A screen with one list of records: reading, editing, deleting and undo."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from ilmcoach.portfolio.records import Record
from ilmcoach.portfolio.trash import to_trash
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.commands import Command
from ilmcoach.tui.from_part import save_from
from ilmcoach.tui.going import Going
from ilmcoach.tui.panes.base import DeleteRecord, EditRecord
from ilmcoach.tui.panes.records import RecordPane
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.plain import Plain
from ilmcoach.tui.widgets.titlebar import TitleBar


class ListingScreen(Screen[None]):
    """A subclass gives the title, a fact beside it, and the pane."""

    CSS = """
    Pane { margin: 1 1 0 1; }
    #over-list { margin: 0 1; height: auto; }
    #over-list.-empty { display: none; }
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", "Undo", show=False),
        Binding("ctrl+p", "app.command_palette", "Commands", priority=True),
        Binding("escape", "leave", "Back"),
    ]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self.going = Going(self, keeper)
        self._before: list[tuple[Record, ...]] = []
        self._left_at = keeper.workspace.portfolio

    def title_words(self) -> str:
        """What the screen is called."""
        raise NotImplementedError

    def fact(self) -> str:
        """What is worth knowing beside the title."""
        return ""

    def about(self) -> str:
        """What stands over the list; empty for nothing."""
        return ""

    def make_pane(self) -> RecordPane:
        """The list."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield TitleBar(self.title_words(), self.fact())
        yield Plain(self.about(), id="over-list", classes="quiet")
        yield self.make_pane()
        yield KeysLine()

    def on_mount(self) -> None:
        """Shows what there is."""
        self.refresh_list()
        self.query_one(RecordPane).focus_first()

    def on_screen_suspend(self) -> None:
        """Another screen comes in front: what is made there is what was not there before."""
        self._left_at = self.keeper.workspace.portfolio

    def on_screen_resume(self) -> None:
        """Back from a form: what was saved there shows here."""
        if self.query(RecordPane):
            now = self.keeper.workspace.portfolio
            made = (one.id for one in now if self._left_at.get(one.id) is None)
            self.refresh_list(frozenset(made))

    def refresh_list(self, made: frozenset[str] = frozenset()) -> None:
        """Shows the portfolio as it is now; stands on what was just `made`."""
        pane = self.query_one(RecordPane)
        pane.mark_stale(made)
        pane.look()
        self.query_one(TitleBar).say(self.title_words(), self.fact())
        self.query_one("#over-list", Plain).say(self.about())
        if made or self.focused is None or not self.focused.display:
            pane.focus_first()

    async def change(self, records: tuple[Record, ...], words: str) -> bool:
        """Saves records that undo brings back as they are now; True once that is done."""
        portfolio = self.keeper.workspace.portfolio
        before = tuple(old for one in records if (old := portfolio.get(one.id)))
        if not await save_from(self, records, words):
            return False
        self._before.append(before)
        self.refresh_list()
        return True

    @on(EditRecord)
    async def _edit(self, event: EditRecord) -> None:
        event.stop()
        await self.going.edit(event.record)

    @on(DeleteRecord)
    async def _delete(self, event: DeleteRecord) -> None:
        event.stop()
        space = self.keeper.workspace
        gone = to_trash(event.record, space.portfolio, space.clock.now())
        await self.change(gone, "Deleted. Ctrl+Z brings it back; so does the log, later.")

    async def action_undo(self) -> None:
        """Ctrl+Z: what was deleted or changed here last is as it was."""
        if not self._before:
            self.going.say("Nothing to bring back here. Older ones: Log, Show what was deleted.")
        elif await save_from(self, self._before[-1], "It is back as it was."):
            back = self._before.pop()
            self.refresh_list(frozenset(one.id for one in back))

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers here."""
        return (
            *self.query_one(RecordPane).commands(),
            ("Undo", "What was deleted or changed here last", self.action_undo),
            ("Back", "To where you were", self.action_leave),
        )

    def action_leave(self) -> None:
        """Escape: back to where one was."""
        self.dismiss(None)
