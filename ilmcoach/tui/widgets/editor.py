"""The editor that learners write in."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from ilmcoach.text import clean


class Editor(TextArea):
    """A text area that wraps, in which Ctrl+A selects all and Ctrl+U deletes nothing.

    What is pasted is cleaned first. Tab leaves the editor, so that no mouse is needed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "select_all", "Select all", show=False),
        Binding("ctrl+u", "nothing", show=False),
        Binding("ctrl+k", "nothing", show=False),
        Binding("ctrl+d", "nothing", show=False),
    ]

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(text, id=id, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")

    def action_nothing(self) -> None:
        """Keys that would delete more than a tired hand means to."""

    def _recompute_cursor_offset(self) -> None:
        # After a long paste is undone the cursor may briefly stand beyond the wrapped text
        # (Textual issue 6686); the end of the document is where it belongs then.
        try:
            super()._recompute_cursor_offset()  # type: ignore[no-untyped-call]
        except (IndexError, ValueError):
            self._cursor_offset = self.wrapped_document.location_to_offset(self.document.end)

    async def _on_paste(self, event: events.Paste) -> None:
        if self.read_only:
            return
        event.stop()
        event.prevent_default()
        if result := self._replace_via_keyboard(clean(event.text), *self.selection):
            self.move_cursor(result.end_location)
            self.focus()
