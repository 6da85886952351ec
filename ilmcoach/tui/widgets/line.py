"""A line to type in."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from ilmcoach.text import clean


class Line(Input):
    """An input in which Ctrl+A selects all and Ctrl+U deletes nothing; pastes are cleaned and
    folded into one line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "select_all", "Select all", show=False),
        Binding("ctrl+u", "nothing", show=False),
        Binding("ctrl+k", "nothing", show=False),
        Binding("ctrl+d", "nothing", show=False),
    ]

    def __init__(
        self,
        value: str = "",
        *,
        hint: str = "",
        id: str | None = None,
        type: Literal["integer", "text"] = "text",
        classes: str = "",
    ) -> None:
        super().__init__(
            value,
            placeholder=hint,
            id=id,
            type=type,
            classes=classes,
            select_on_focus=False,
            compact=True,
        )

    def action_nothing(self) -> None:
        """Keys that would delete more than a tired hand means to."""

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(" ".join(clean(event.text).split()))
