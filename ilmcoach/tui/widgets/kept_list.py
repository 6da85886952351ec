"""A list of what was kept, each line to be opened or deleted by key and by mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, OptionList

from .plain import Act, Plain, choice_line
from .standing import StandingList

Buttons = tuple[tuple[str, str], ...]
"""Further things to do with a line: the act's name and the button's words."""


class KeptList(Vertical):
    """Lines by record id, with an `empty` text that says what to do while there are none."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("delete", "delete", "Delete")]

    class Asked(Message):
        """Something is to be done with a record: `open`, `delete`, or one of the buttons'."""

        def __init__(self, kept: KeptList, act: str, record_id: str) -> None:
            super().__init__()
            self.kept = kept
            self.act = act
            self.record_id = record_id

        @property
        def control(self) -> KeptList:
            """The list that asks."""
            return self.kept

    def __init__(self, empty: str, *, id: str, buttons: Buttons = ()) -> None:
        super().__init__(id=id)
        self._empty = empty
        self._buttons = buttons
        self._shown: list[tuple[str, Content]] = []

    def compose(self) -> ComposeResult:
        yield Plain(self._empty, classes="quiet nothing")
        yield StandingList(compact=True)
        with Horizontal(classes="buttons"):
            for number, (act, words) in enumerate(self._buttons):
                yield Act(words, main=number == 0, classes=f"act-{act}")
            yield Act("Change", classes="act-open")
            yield Act("Delete", classes="act-delete")

    def fill(self, lines: Sequence[tuple[str, Content]]) -> None:
        """Shows these lines; stays where it stood, or goes to a line that is new."""
        if list(lines) == self._shown and self._shown:
            return
        stood, before = self.chosen, {record_id for record_id, _ in self._shown}
        self._shown = list(lines)
        ids = [record_id for record_id, _ in lines]
        new = [record_id for record_id in ids if record_id not in before]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(choice_line(line, id=record_id) for record_id, line in lines)
        if ids:
            at = new[-1] if new else stood if stood in ids else ids[-1]
            options.highlighted = ids.index(at)
            options.call_after_refresh(options.scroll_to_highlight)
        self.query_one(".nothing").display = not ids
        options.display = bool(ids)
        self.query_one(".buttons").display = bool(ids)

    @property
    def chosen(self) -> str:
        """The id of the record stood on; empty if there is none."""
        at = self.query_one(OptionList).highlighted
        return self._shown[at][0] if at is not None and at < len(self._shown) else ""

    @on(OptionList.OptionHighlighted)
    def _stood_on(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._ask("open")

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        for name in event.button.classes:
            if name.startswith("act-"):
                self._ask(name.removeprefix("act-"))

    def action_delete(self) -> None:
        """Del: the line stood on."""
        self._ask("delete")

    def _ask(self, act: str) -> None:
        if self.chosen:
            self.post_message(self.Asked(self, act, self.chosen))
