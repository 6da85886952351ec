"""A line to type in."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from ilmcoach.text import clean

from .pasting import text_to_paste

_ONE_LINE = str.maketrans("\n\t", "  ")


class Line(Input):
    """An input in which Ctrl+A selects all and Ctrl+U deletes nothing; whatever comes into it is
    cleaned and folded into one line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "select_all", "Select all", show=False),
        Binding("ctrl+u,ctrl+k,ctrl+d,ctrl+f", "nothing", show=False),
        # Textual deletes the word to the right on this key, which nobody expects.
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", show=False),
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

    def validate_value(self, value: str) -> str:
        """Whatever is put here, cleaned and on one line; spaces stay as they are typed."""
        return clean(value).translate(_ONE_LINE)

    async def action_paste(self) -> None:  # type: ignore[override]
        """Ctrl+V: what was last copied here, in one line."""
        self._put_in(await text_to_paste(self))

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._put_in(event.text)

    def _put_in(self, text: str) -> None:
        self.replace(" ".join(clean(text).split()), *self.selection)
