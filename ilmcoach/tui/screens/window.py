"""A window over the screen: Escape closes it, its title stands in its border."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget

from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.plain import plain

T = TypeVar("T")


class Window(ModalScreen[T], Generic[T]):
    """A titled window. A subclass gives its `body` and its `buttons`; one that `SCROLLS` is to
    be read, and its arrow keys move the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close"),
        # A window does not hear the app's own keys.
        Binding("f1", "app.help", "Help", show=False),
        # From a button or a line, which do not move by pages, the window does.
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]
    CSS_PATH = "../styles/windows.tcss"
    WINDOW_TITLE = ""
    SCROLLS = False

    def compose(self) -> ComposeResult:
        with Vertical(id="window") as window:
            window.border_title = plain(self.title_text())
            with VerticalScroll(id="window-body", can_focus=self.SCROLLS):
                yield from self.body()
            with Horizontal(id="window-buttons"):
                yield from self.buttons()
        yield KeysLine()

    def title_text(self) -> str:
        """What stands in the border."""
        return self.WINDOW_TITLE

    def body(self) -> Iterable[Widget]:
        """What the window holds."""
        return ()

    def buttons(self) -> Iterable[Widget]:
        """What can be done with it."""
        return ()

    def action_page(self, by: int) -> None:
        """PgDn, PgUp: the next page of what the window holds, or the one before."""
        body = self.query_one("#window-body", VerticalScroll)
        move = body.scroll_page_down if by > 0 else body.scroll_page_up
        move(animate=False)

    async def action_close(self) -> None:
        """Escape: back to where one was."""
        self.dismiss(None)
