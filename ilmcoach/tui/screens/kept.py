"""My questions: those kept from the packs, and the learner's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Button

from ilmcoach.portfolio.records import KeptQuestion, Record
from ilmcoach.portfolio.trash import from_trash, to_trash
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.from_part import save_from
from ilmcoach.tui.going import Going
from ilmcoach.tui.panes.base import DeleteRecord, EditRecord
from ilmcoach.tui.panes.messages import NewRecord
from ilmcoach.tui.panes.records import Group, Plan, RecordPane, Start
from ilmcoach.tui.panes.starts import post_new
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.titlebar import TitleBar

from .form import FormScreen

TITLE = "My questions"
EMPTY = (
    "Nothing here yet. Beside the guided questions, Keep puts a question here, and it comes first "
    "the next time it fits. Or write one of your own: it is asked among the others."
)


def _groups(space: Workspace) -> Sequence[Group]:
    kept = [one for one in space.portfolio.live(KeptQuestion) if not one.blank]
    return (
        Group("My own", [one for one in kept if not one.question]),
        Group("Kept", [one for one in kept if one.question]),
    )


class KeptPane(RecordPane):
    """The questions. One of a pack can be let go, and not be changed."""

    def __init__(self, workspace: Workspace) -> None:
        start = Start("new-kept", "Write my own question", post_new("kept"))
        super().__init__(workspace, Plan(_groups, EMPTY, (start,)), id="kept")

    def _show_record(self) -> None:
        super()._show_record()
        self.query_one(".criteria", Button).display = False
        record = self.record
        if isinstance(record, KeptQuestion) and record.question:
            self.query_one(".edit", Button).display = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A question shows nothing, so it counts towards nothing."""
        return action != "criteria" and super().check_action(action, parameters)


class KeptScreen(Screen[None]):
    """The list, with adding, editing, deleting and undo."""

    HELP_PAGE = "kept"
    CSS = "KeptScreen Pane { margin: 1 1 0 1; }"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "new", "My own question"),
        Binding("ctrl+z", "undo", "Undo delete", show=False),
        Binding("escape", "leave", "Back"),
    ]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._going = Going(self, keeper)
        self._deleted: list[tuple[Record, ...]] = []

    def compose(self) -> ComposeResult:
        yield TitleBar(TITLE)
        yield KeptPane(self._keeper.workspace)
        yield KeysLine()

    def on_mount(self) -> None:
        """Shows them."""
        self._refresh()
        self.query_one(KeptPane).focus_first()

    def on_screen_resume(self) -> None:
        """Back from a form: what was saved there shows here."""
        if self.query(KeptPane):
            self._refresh()

    def _refresh(self) -> None:
        pane = self.query_one(KeptPane)
        pane.mark_stale()
        pane.look()
        if self.focused is None or not self.focused.display:
            pane.focus_first()

    async def action_new(self) -> None:
        """A question of the learner's own."""
        await self._new()

    @on(NewRecord)
    async def _new(self) -> None:
        if self._going.cannot_write():
            return
        record = self._keeper.workspace.stamp().make("kept")
        form = FormScreen(self._keeper, record, "My own question", draft_key="new/kept")
        await self.app.push_screen(form)

    @on(EditRecord)
    async def _edit(self, event: EditRecord) -> None:
        event.stop()
        if isinstance(event.record, KeptQuestion) and event.record.question:
            self._going.say("These are a pack's words. Ctrl+N writes a question of your own.")
        else:
            await self._going.edit(event.record)

    @on(DeleteRecord)
    async def _delete(self, event: DeleteRecord) -> None:
        event.stop()
        space = self._keeper.workspace
        gone = to_trash(event.record, space.portfolio, space.clock.now())
        if await save_from(self, gone, "Deleted. Ctrl+Z brings it back; so does the log, later."):
            self._deleted.append(gone)
            self._refresh()

    async def action_undo(self) -> None:
        """Ctrl+Z: what was deleted last is back."""
        if not self._deleted:
            self._going.say("Nothing was deleted just now. Older ones: Log, Show what was deleted.")
        elif await save_from(self, from_trash(self._deleted[-1]), "It is back."):
            self._deleted.pop()
            self._refresh()

    def action_leave(self) -> None:
        """Escape: back to where one was."""
        self.dismiss(None)
