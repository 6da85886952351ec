"""The records behind one criterion: read, changed, and more of them linked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from ilmcoach.packs.model import Criterion
from ilmcoach.portfolio.coverage import records_for
from ilmcoach.portfolio.records import Record
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.linking import can_link, with_criteria
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.commands import Command
from ilmcoach.tui.panes.records import MOST, Group, Plan, RecordPane, Start
from ilmcoach.tui.present import KIND_NAMES, show

from .listing import ListingScreen
from .pick import PickScreen

EMPTY = (
    "Nothing is linked to this yet. Link a record that shows it, or answer the guided questions: "
    "they link by themselves what you write there."
)


def _pick(pane: RecordPane) -> None:
    if isinstance(pane.screen, BehindScreen):
        pane.screen.action_link()


class BehindScreen(ListingScreen):
    """The records that count towards one criterion, newest first."""

    HELP_PAGE = "behind"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+n", "link", "Link a record")]

    def __init__(self, keeper: Keeper, criterion: Criterion) -> None:
        super().__init__(keeper)
        self._criterion = criterion

    def title_words(self) -> str:
        return f"Behind {self._criterion.label}"

    def fact(self) -> str:
        return self._criterion.verb

    def about(self) -> str:
        return self._criterion.asks

    def make_pane(self) -> RecordPane:
        start = Start("link", "Link a record…", _pick)
        plan = Plan(self._groups, EMPTY, (start,), names_kinds=True)
        return RecordPane(self.keeper.workspace, plan, id="behind")

    def _groups(self, space: Workspace) -> Sequence[Group]:
        return (Group("", records_for((self._criterion.id,), space.portfolio)),)

    def commands(self) -> tuple[Command, ...]:
        link = ("Link a record…", "One that shows this", self.action_link)
        return (link, *super().commands())

    def action_link(self) -> None:
        """A record to link, of all that the learner wrote, newest first."""
        if self.going.cannot_write():
            return
        offered = [(one.id, *self._line(one)) for one in self._others()]
        if not offered:
            self.going.say("There is nothing else to link yet. What you write can be linked here.")
            return
        self.app.push_screen(
            PickScreen(f"What shows {self._criterion.label}?", offered), self._link
        )

    def _others(self) -> list[Record]:
        found = [
            one
            for one in self.keeper.workspace.portfolio
            if one.kind in KIND_NAMES
            and can_link(one)
            and not one.blank
            and self._criterion.id not in one.criteria
        ]
        return sorted(found, key=lambda one: (one.made, one.id), reverse=True)[:MOST]

    def _line(self, record: Record) -> tuple[str, str]:
        space = self.keeper.workspace
        title = " ".join(show(record, space.portfolio, space.pack).title.split())
        return (title if len(title) <= 70 else f"{title[:69]}…", KIND_NAMES[record.kind])

    async def _link(self, record_id: str | None) -> None:
        space = self.keeper.workspace
        record = space.portfolio.get(record_id or "")
        if record and space.pack:
            linked = with_criteria(record, (*record.criteria, self._criterion.id), space.pack)
            await self.change((linked,), "Linked. Ctrl+Z takes it back.")
