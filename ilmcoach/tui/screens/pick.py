"""One of several, to be picked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from ilmcoach.tui.marks import marks_for
from ilmcoach.tui.widgets.plain import Act, choice_line, plain

from .window import Window


class PickScreen(Window[str]):
    """Gives back what is picked with one key or click; None if the learner closes it.

    `offered` holds the id that is given back, a label, and a line about it that may be empty.
    """

    HELP_PAGE = "log"

    def __init__(self, title: str, offered: Sequence[tuple[str, str, str]], now: str = "") -> None:
        super().__init__()
        self._title_words = title
        self._offered = tuple(offered)
        self._now = now

    def title_text(self) -> str:
        return self._title_words

    def body(self) -> Iterable[Widget]:
        yield OptionList(id="picks", compact=True)

    def buttons(self) -> Iterable[Widget]:
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Lists them and stands on the one that holds now."""
        picks = self.query_one("#picks", OptionList)
        picks.add_options(
            choice_line(self._line(number), id=str(number)) for number in range(len(self._offered))
        )
        ids = [one for one, _, _ in self._offered]
        picks.highlighted = ids.index(self._now) if self._now in ids else 0
        picks.focus()

    def _line(self, number: int) -> Content:
        one, label, about = self._offered[number]
        mark = plain(f"{marks_for().here} " if one == self._now else "  ", "$accent")
        line = Content.assemble(mark, plain(label))
        return Content.assemble(line, plain(f"\n    {about}", "$quiet")) if about else line

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._offered[int(event.option.id or 0)][0])

    def on_button_pressed(self) -> None:
        """The one button."""
        self.dismiss(None)
