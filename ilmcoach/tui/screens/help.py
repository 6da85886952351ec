"""F1: what can be done here."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button

from ilmcoach.tui.help_pages import EVERYWHERE, PAGES
from ilmcoach.tui.help_work import WORK
from ilmcoach.tui.widgets.plain import Act, Plain, plain

from .window import Window

ALL = {**PAGES, **WORK}
"""Every page by its name: its title, its text, its keys."""


class HelpScreen(Window[None]):
    """One page of help, its keys, and the keys that work everywhere."""

    SCROLLS = True

    def __init__(self, page: str) -> None:
        super().__init__()
        self._page = ALL.get(page, ALL["home"])

    def title_text(self) -> str:
        return f"Help: {self._page[0]}"

    def body(self) -> Iterable[Widget]:
        _, text, keys = self._page
        yield Plain(text, classes="para")
        if keys:
            yield Plain("Here", classes="field")
            yield Plain(_table(keys), classes="value")
        yield Plain("Everywhere", classes="field")
        yield Plain(_table(EVERYWHERE), classes="value")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Close", id="close", main=True)

    def on_mount(self) -> None:
        """The arrow keys move the text."""
        self.query_one("#window-body").focus()

    @on(Button.Pressed)
    def _close(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(None)


def _table(keys: Iterable[tuple[str, str]]) -> Content:
    lines = [Content.assemble(plain(f"{key:<17}", "$accent"), plain(does)) for key, does in keys]
    return Content("\n").join(lines)
