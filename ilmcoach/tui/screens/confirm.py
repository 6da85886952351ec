"""A question with two answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

from textual import on
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button

from ilmcoach.tui.widgets.plain import Act, Plain

from .window import Window


class ConfirmScreen(Window[bool]):
    """Asks; True if the learner says yes, False or None if not."""

    def __init__(self, title: str, text: str, *, yes: str, no: str = "No, go back") -> None:
        super().__init__()
        self._title_words = title
        self._text = text
        self._yes = yes
        self._no = no

    def title_text(self) -> str:
        return self._title_words

    def body(self) -> Iterable[Widget]:
        yield Plain(self._text)

    def buttons(self) -> Iterable[Widget]:
        yield Act(self._no, id="no", main=True)
        yield Act(self._yes, id="yes")

    def on_mount(self) -> None:
        """Stands on the answer that changes nothing."""
        self.query_one("#no").focus()

    @on(Button.Pressed)
    def _answered(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == "yes")


def ask_to_replace(screen: Screen[Any], out: Path, again: Callable[[], Awaitable[None]]) -> None:
    """Asks over a screen whether the file `out` may be replaced; if so, does `again`."""
    words = f"{out} is already there. Replacing it cannot be undone."
    _ask(screen, ConfirmScreen("Replace the file?", words, yes="Replace it"), again)


def ask_for_folder(screen: Screen[Any], folder: Path, again: Callable[[], Awaitable[None]]) -> None:
    """Asks over a screen whether a folder that is not there may be made; if so, does `again`."""
    words = f"There is no folder {folder} yet."
    _ask(screen, ConfirmScreen("Make the folder?", words, yes="Make the folder"), again)


def _ask(
    screen: Screen[Any], question: ConfirmScreen, again: Callable[[], Awaitable[None]]
) -> None:
    def answered(yes: bool | None) -> None:
        if yes:
            # Only once the screen is in front again can it show what came of it.
            screen.call_later(again)

    screen.app.push_screen(question, answered)
