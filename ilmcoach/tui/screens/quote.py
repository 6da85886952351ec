"""Which of one's own words to bring into the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, OptionList

from ilmcoach.portfolio.quoting import pieces, quotable
from ilmcoach.portfolio.records import Record
from ilmcoach.services.workspace import Workspace
from ilmcoach.text import count_words
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.present import show
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain

from .window import Window

ABOUT = (
    "They come into your text where the cursor stands, as you wrote them. They stay marked there "
    "until you rework them or accept them."
)
LONG = 280
"""Characters of a text that the list shows; all of it stands under Mine."""


class QuoteScreen(Window[str]):
    """Gives back the words that the learner chose from one record; None if they chose none."""

    HELP_PAGE = "desk"
    WINDOW_TITLE = "Quote my words"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "quote", "Quote these")]

    def __init__(self, workspace: Workspace, record: Record) -> None:
        super().__init__()
        self._workspace = workspace
        self._record = record
        self._offered: list[tuple[str, str]] = []

    def body(self) -> Iterable[Widget]:
        yield Plain(ABOUT, classes="quiet")
        yield OptionList(id="words", compact=True)

    def buttons(self) -> Iterable[Widget]:
        yield Act("Quote these", id="quote", main=True)
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Lists the texts of the record, each with the part it is."""
        space = self._workspace
        parts = show(self._record, space.portfolio, space.pack).parts
        labels = {part.text.strip(): part.label for part in reversed(parts) if part.own}
        for text in quotable(self._record, space.pack):
            label = labels.get(text, "")
            cut = pieces(text)
            self._offered.append((label if len(cut) == 1 else f"{label}, all of it", text))
            self._offered += [
                (f"{label}, paragraph {number}", piece)
                for number, piece in enumerate(cut[1:], start=1)
            ]
        words = self.query_one("#words", OptionList)
        words.add_options(
            choice_line(_line(label.removeprefix(", "), text), id=str(number))
            for number, (label, text) in enumerate(self._offered)
        )
        words.highlighted = 0 if self._offered else None
        words.focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_quote()

    def action_quote(self) -> None:
        """Enter or Ctrl+S: the words stood on."""
        at = self.query_one("#words", OptionList).highlighted
        if at is not None:
            self.dismiss(self._offered[at][1])

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "quote":
            self.action_quote()
        else:
            self.dismiss(None)


def _line(label: str, text: str) -> Content:
    shown = text if len(text) <= LONG else f"{text[:LONG].rstrip()}…"
    head = " · ".join(filter(None, (label, number_of(count_words(text), "word"))))
    return Content.assemble(plain(head, "$quiet"), plain(f"\n{shown}\n"))
