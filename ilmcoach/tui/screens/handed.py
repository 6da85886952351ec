"""Handed in and sent back: drafts and finals, what the tutor said, what is in question now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message

from ilmcoach.packs.model import Assessment
from ilmcoach.portfolio.handing import (
    handed_in,
    last_handed,
    open_sent_back,
    remarks,
    say_handed,
    say_sent_back,
    sent_backs,
)
from ilmcoach.portfolio.records import Record, Remark, SentBack
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.commands import Command
from ilmcoach.tui.handing_forms import new_form
from ilmcoach.tui.panes.messages import NewRecord
from ilmcoach.tui.panes.records import Group, Plan, RecordPane, Start
from ilmcoach.tui.panes.starts import post_new
from ilmcoach.tui.showing.handing import heading_title
from ilmcoach.tui.ways import returned_screen, writes

from .listing import ListingScreen

TITLE = "Handed in and sent back"
EMPTY = (
    "Nothing here yet. When you give your work to your tutor, even as a draft, put it down here: "
    "the words of each heading are counted as they stand, and later you can see what changed. What "
    "your tutor says of it goes here too, heading by heading."
)


class Turned(Message):
    """Asks for a remark to be dealt with or not, for work sent back to be over or not."""


class CameBack(Message):
    """A Word file came back from the tutor, or from finishing it there."""


class HandedPane(RecordPane):
    """The records of one assessment."""

    def __init__(self, workspace: Workspace, assessment: Assessment) -> None:
        self._assessment = assessment
        starts = (
            Start("new-handed-in", "I handed it in…", post_new("handed-in")),
            Start("new-remark", "My tutor said…", post_new("remark")),
            Start("new-sent-back", "It was sent back…", post_new("sent-back")),
            Start("returned", "A Word file…", _came_back),
            Start("deal", "Dealt with", _turn, beside=True, fits=_can_turn),
        )
        super().__init__(workspace, Plan(self._groups, EMPTY, starts), id="handed")

    def _groups(self, space: Workspace) -> Sequence[Group]:
        task, portfolio = self._assessment, space.portfolio
        said = [one for one in remarks(task, portfolio) if not one.blank]
        by_heading = dict.fromkeys(one.section for one in said)
        return (
            Group("Sent back", sent_backs(task, portfolio)[::-1]),
            *(
                Group(
                    f"Remarks: {heading_title(section, task)}",
                    [one for one in said if one.section == section],
                )
                for section in by_heading
            ),
            Group("Handed in", handed_in(task, portfolio)[::-1]),
        )

    def _show_record(self) -> None:
        super()._show_record()
        if isinstance(self.record, Remark):
            self.relabel("deal", "Not dealt with yet" if self.record.done else "Dealt with")
        elif isinstance(self.record, SentBack):
            self.relabel("deal", "Still in question" if self.record.over else "It is over")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """None of this shows that a criterion is met."""
        return action != "criteria" and super().check_action(action, parameters)

    def commands(self) -> tuple[Command, ...]:
        return ()


def where_it_stands(assessment: Assessment, space: Workspace) -> str:
    """What came back, and when it was last handed in, in a line or two; empty for neither."""
    back = say_sent_back(assessment, space.portfolio)
    handed = last_handed(assessment, space.portfolio)
    return "\n".join(filter(None, (back, f"{say_handed(handed)}." if handed else "")))


def _can_turn(record: Record | None) -> bool:
    return isinstance(record, Remark | SentBack)


def _turn(pane: RecordPane) -> None:
    pane.post_message(Turned())


def _came_back(pane: RecordPane) -> None:
    pane.post_message(CameBack())


class HandedScreen(ListingScreen):
    """The hand-ins of one assessment, with adding, editing, deleting and undo."""

    HELP_PAGE = "handed"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "new('remark')", "My tutor said"),
        Binding("ctrl+o", "new('handed-in')", "I handed it in"),
        Binding("ctrl+g", "turn", "Dealt with", show=False),
    ]

    def __init__(self, keeper: Keeper, assessment: Assessment) -> None:
        super().__init__(keeper)
        self._assessment = assessment

    def title_words(self) -> str:
        return TITLE

    def fact(self) -> str:
        return self._assessment.title

    def about(self) -> str:
        return where_it_stands(self._assessment, self.keeper.workspace)

    def make_pane(self) -> RecordPane:
        return HandedPane(self.keeper.workspace, self._assessment)

    def commands(self) -> tuple[Command, ...]:
        return (
            ("I handed it in…", "A draft, or for good", lambda: self.action_new("handed-in")),
            ("My tutor said…", "A remark, by heading", lambda: self.action_new("remark")),
            ("It was sent back…", "What is in question", lambda: self.action_new("sent-back")),
            ("A Word file came back", "Compared, kept beside your text", self.action_came_back),
            ("Dealt with, or over", "What you stand on", self.action_turn),
            *super().commands(),
        )

    @on(NewRecord)
    async def _new(self, event: NewRecord) -> None:
        event.stop()
        await self.action_new(event.kind)

    async def action_new(self, kind: str) -> None:
        """A form for a new record of that kind."""
        if self.going.cannot_write():
            return
        if form := new_form(self.keeper, kind, self._assessment.id):
            await self.app.push_screen(form)

    @on(CameBack)
    async def action_came_back(self) -> None:
        """The page that compares a Word file with the text as it is."""
        make = partial(returned_screen, assessment_id=self._assessment.id)
        await self.going.show(make, writes=writes(returned_screen))

    @on(Turned)
    async def action_turn(self) -> None:
        """A remark is dealt with, or not after all; work sent back is over, or not after all."""
        record, now = self.query_one(RecordPane).record, self.keeper.workspace.clock.now()
        if isinstance(record, Remark):
            words = "Not dealt with yet." if record.done else "Dealt with."
            await self.change((replace(record, done=not record.done, changed=now),), words)
        elif isinstance(record, SentBack):
            await self.change((replace(record, over=not record.over, changed=now),), self._said())

    def _said(self) -> str:
        portfolio = self.keeper.workspace.portfolio
        over = open_sent_back(self._assessment, portfolio)
        return "All headings stand as before." if over else "It is in question again."
