"""A list beside which the line stood on is shown in full."""

from __future__ import annotations

from textual import events
from textual.widgets import OptionList


class StandingList(OptionList):
    """A list in which a click stands on a line and a click on that line opens it, so that by
    mouse too a line can be read, or deleted, without being opened. Enter opens it at once."""

    def on_click(self, event: events.Click) -> None:
        """Stands on another line instead of opening it."""
        clicked = event.style.meta.get("option")
        if clicked is None or clicked == self.highlighted:
            return
        event.prevent_default()
        if not self.get_option_at_index(clicked).disabled:
            self.highlighted = clicked
