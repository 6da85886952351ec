"""The bare things that the app is held against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Button, Footer, Header, Input, Static, TextArea

MARKER = "five widgets"


class FiveWidgets(App[None]):
    """About the least that is an app."""

    def compose(self) -> ComposeResult:
        yield Header()
        yield Static(MARKER)
        yield Input()
        yield Button("Go")
        yield Footer()


class OneEditor(App[None]):
    """A text area as Textual has it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        yield TextArea(self._text)


if __name__ == "__main__":
    FiveWidgets().run()
