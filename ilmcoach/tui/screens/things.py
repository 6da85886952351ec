"""Everything that can be done next, to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList

from ilmcoach.tui.panes.next_thing import NextThing
from ilmcoach.tui.widgets.plain import Act, way_line

from .window import Window


class ThingsScreen(Window[NextThing]):
    """Gives back what the learner chooses; None if they close it."""

    WINDOW_TITLE = "Something else"

    def __init__(self, things: Sequence[NextThing]) -> None:
        super().__init__()
        self._things = tuple(things)

    def body(self) -> Iterable[Widget]:
        yield OptionList(id="ways", compact=True)

    def buttons(self) -> Iterable[Widget]:
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Lists them, the likeliest first."""
        ways = self.query_one("#ways", OptionList)
        for number, thing in enumerate(self._things):
            ways.add_option(way_line(str(number), thing.title, " ".join(thing.about.split())))
        ways.highlighted = 0
        ways.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._things[int(event.option.id or 0)])

    def on_button_pressed(self) -> None:
        """The one button."""
        self.dismiss(None)
