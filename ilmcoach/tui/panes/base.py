"""What the tabs have in common: they are shown afresh whenever the portfolio changes."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message

from ilmcoach.portfolio.records import Record
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.commands import Command


class StartWalk(Message):
    """Asks for a walk: a new run, about `record` if there is one, or the run to carry on; a
    place may follow its id: `run-id#place`."""

    def __init__(
        self, walk_id: str = "", *, run_id: str = "", record: Record | None = None
    ) -> None:
        super().__init__()
        self.walk_id = walk_id
        self.run_id = run_id
        self.record = record


class EditRecord(Message):
    """Asks for a record to be opened for editing."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self.record = record


class DeleteRecord(Message):
    """Asks for a record to be deleted, or brought back if it is in the trash."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self.record = record


class Pane(Vertical):
    """One tab."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "scroll_detail(-1)", show=False, priority=True),
        Binding("pagedown", "scroll_detail(1)", show=False, priority=True),
    ]

    class Made(Message):
        """The tab's pane is there and can be looked at."""

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.workspace = workspace
        self._stale = True

    def on_mount(self) -> None:
        """Says that it is there."""
        self.post_message(self.Made())

    def action_scroll_detail(self, pages: int) -> None:
        """Page Up and Page Down move the text beside the list, which the list itself is not."""
        for detail in self.query(".detail VerticalScroll, VerticalScroll.detail, #today"):
            if isinstance(detail, VerticalScroll):
                detail.scroll_relative(y=pages * max(detail.size.height - 2, 1), animate=False)

    def mark_stale(self, made: frozenset[str] = frozenset()) -> None:
        """The portfolio has changed; the tab is shown afresh when it is next looked at. `made` are
        the ids of what the learner has just written."""
        self._stale = True

    def look(self) -> None:
        """Shows the portfolio as it is now, if that is not what is shown already."""
        if self._stale:
            self._stale = False
            self.refresh_pane()

    def refresh_pane(self) -> None:
        """Shows the portfolio as it is now."""
        raise NotImplementedError

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers in this tab."""
        return ()

    def focus_first(self) -> None:
        """Puts the focus where the tab begins."""
        raise NotImplementedError
