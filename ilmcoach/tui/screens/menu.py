"""The small menu of the right mouse button."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

ITEMS = (
    ("cut", "Cut          Ctrl+X"),
    ("copy", "Copy         Ctrl+C"),
    ("paste", "Paste        Ctrl+V"),
    ("select_all", "Select all   Ctrl+A"),
    ("undo", "Undo         Ctrl+Z"),
)


class EditMenu(ModalScreen[str]):
    """Gives back the action chosen; None if none was."""

    HELP_PAGE = "editor"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Close")]

    def __init__(self, at: Offset) -> None:
        super().__init__()
        self._at = at

    def compose(self) -> ComposeResult:
        yield OptionList(*(Option(words, id=action) for action, words in ITEMS), compact=True)

    def on_mount(self) -> None:
        """Stands where the mouse was, inside the window."""
        menu = self.query_one(OptionList)
        width, height = 24, len(ITEMS) + 2
        x = max(0, min(self._at.x, self.size.width - width))
        y = max(0, min(self._at.y, self.size.height - height))
        menu.styles.offset = (x, y)
        menu.highlighted = 0
        menu.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option.id)

    def on_click(self, event: events.Click) -> None:
        """A click beside the menu puts it away."""
        if event.widget is self:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Escape puts the menu away."""
        self.dismiss(None)
