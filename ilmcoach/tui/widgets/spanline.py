"""A line for how long something took, with what was understood beside it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from ilmcoach.portfolio.spans import SpanReading, read_span
from ilmcoach.text import clean

from .line import Line
from .plain import Plain


class SpanLine(Horizontal):
    """Takes `1h30`, `90 min`, `9:30 to 11:00`."""

    def compose(self) -> ComposeResult:
        yield Line(hint="1h30, 90 min")
        yield Plain("", classes="echo")

    @property
    def typed(self) -> str:
        """The line as typed."""
        return clean(self.query_one(Line).value)

    @property
    def reading(self) -> SpanReading:
        """What was understood."""
        return read_span(self.typed)

    def type_in(self, typed: str) -> None:
        """Puts text into the line."""
        self.query_one(Line).value = typed

    @on(Input.Changed)
    def _say(self) -> None:
        reading = self.reading
        told = f"{reading.echo}: {reading.odd}" if reading.echo and reading.odd else ""
        echo = self.query_one(".echo", Plain)
        echo.say(told or reading.echo or reading.odd)
        echo.set_class(bool(reading.odd), "-odd")
