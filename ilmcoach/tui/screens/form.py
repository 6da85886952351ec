"""A small form for one record: read back, changed, saved; its typing is drafted too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

import msgspec
from msgspec.structs import replace
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Button

from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import AnswerKind
from ilmcoach.portfolio.records import Record
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.drafter import Drafter
from ilmcoach.tui.forms import NEEDED, form_steps
from ilmcoach.tui.saying import say
from ilmcoach.tui.widgets.answers.base import AnswerBox, Around
from ilmcoach.tui.widgets.answers.make import make_box
from ilmcoach.tui.widgets.plain import Act, Plain
from ilmcoach.walks.answers import Answer

from .window import Window


class FormScreen(Window[Record]):
    """Edits one record; gives it back as saved, or None."""

    HELP_PAGE = "editor"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "Save")]

    def __init__(self, keeper: Keeper, record: Record, title: str, *, draft_key: str = "") -> None:
        super().__init__()
        self._keeper = keeper
        self._record = record
        self._title_words = title
        self._key = draft_key or f"form/{record.id}"
        self._saved = ""
        self.drafter = Drafter(self, keeper, self._trouble)

    def title_text(self) -> str:
        return self._title_words

    def body(self) -> Iterable[Widget]:
        yield Plain("", id="problem")
        workspace = self._keeper.workspace
        around = Around(workspace.today, (), workspace.stamp().new_id)
        for step in form_steps(self._record, workspace.pack):
            yield Plain(step.title, classes="field")
            yield make_box(step, getattr(self._record, step.id), around)

    def buttons(self) -> Iterable[Widget]:
        yield Act("Save", id="save", main=True)
        yield Act("Close, keep for later", id="close")
        yield Act("Back to the saved words", id="saved")

    def on_mount(self) -> None:
        """Brings back typing that was not saved, and starts to watch."""
        draft = self._keeper.workspace.drafts.get(self._key)
        self._saved = self._draft()
        brought_back = bool(draft and draft.text != self._draft())
        self.query_one("#saved").display = brought_back
        if draft and brought_back:
            self._restore(draft.text)
            self._trouble(f"Brought back what you typed at {draft.at:%H:%M} and had not saved.")
        self.drafter.watch(self._key, self._draft)
        self._boxes[0].focus_first()
        # The focus pulls its field to the middle, over the words above it.
        self.app.call_later(self.call_after_refresh, self._to_top)

    def _to_top(self) -> None:
        self.query_one("#window-body", VerticalScroll).scroll_home(animate=False)

    @property
    def _boxes(self) -> list[AnswerBox]:
        return list(self.query(AnswerBox))

    def _draft(self) -> str:
        return msgspec.json.encode([box.draft for box in self._boxes]).decode()

    def _restore(self, draft: str) -> None:
        try:
            texts = msgspec.json.decode(draft, type=list[str])
        except msgspec.DecodeError:
            texts = [draft]
        for box, text in zip(self._boxes, texts, strict=False):
            box.restore(text)

    @on(AnswerBox.Edited)
    def _edited(self) -> None:
        self.drafter.edited()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "save":
            await self.action_save()
        elif event.button.id == "saved":
            self._restore(self._saved)
            event.button.display = False
            self._trouble("")
        else:
            await self.action_close()

    async def action_save(self) -> None:
        """Saves and closes; stays, with every word, if that cannot be done."""
        problem = next((box.problem for box in self._boxes if box.problem), "")
        values: dict[str, Answer] = {box.step.id: _value(box) for box in self._boxes}
        record = _with(self._record, values, self._keeper.workspace.clock.now())
        if not problem:
            problem = _lacking(record)
        if problem:
            self._trouble(problem)
            return
        try:
            await self._keeper.save([record])
            self.drafter.rest()
            await self._keeper.drop_draft(self._key)
        except IlmcoachError as trouble:
            self._trouble(str(trouble))
            return
        say(self.app, "Saved.")
        self.dismiss(record)

    async def action_close(self) -> None:
        """Escape: closes; typing stays as a draft and is offered back."""
        if self._draft() == self._saved:
            self.drafter.rest()
            await self._drop()
        else:
            await self.drafter.write()
        self.dismiss(None)

    async def _drop(self) -> None:
        try:
            await self._keeper.drop_draft(self._key)
        except IlmcoachError as trouble:
            self._trouble(str(trouble))

    def _trouble(self, text: str) -> None:
        self.query_one("#problem", Plain).say(text)


def _value(box: AnswerBox) -> Answer:
    """What stands in a box, as the record keeps it."""
    value = box.value
    if box.step.answer is AnswerKind.SCALE and isinstance(value, str):
        return int(value) if value else None
    no_text = box.step.answer in (AnswerKind.DATE, AnswerKind.NUMBER, AnswerKind.SCALE)
    if box.step.answer is AnswerKind.CHOICES:
        return value or ()
    return value or (None if no_text else "")


def _lacking(record: Record) -> str:
    """What has to be there and is not, in plain words; empty if nothing."""
    field, words = NEEDED.get(record.kind, ("", ""))
    value = getattr(record, field) if field else None
    if field and not (value.strip() if isinstance(value, str) else value):
        return words
    return "There is nothing written yet." if record.blank else ""


def _with(record: Record, values: dict[str, Answer], now: Any) -> Record:
    return replace(record, **values, changed=now)
