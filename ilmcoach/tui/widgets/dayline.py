"""A line for a day, with what was understood beside it."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from ilmcoach.dates import DayReading, read_day
from ilmcoach.text import clean

from .line import Line
from .plain import Plain


class DayLine(Horizontal):
    """Takes 'next Thursday', '3/12', 'in 2 weeks'. `past` reads a bare day as one behind us."""

    def __init__(
        self, typed: str, today: date, *, past: bool = False, hint: str = "", asks: bool = True
    ) -> None:
        super().__init__()
        self._hint = hint or ("e.g. yesterday, 19/11" if past else "e.g. Thursday, 3/12")
        # There before it is on the screen and after: what was typed can be asked at any time.
        self._line = Line(typed, hint=self._hint)
        self._today = today
        self._past = past
        self._asks = asks

    def compose(self) -> ComposeResult:
        yield self._line
        yield Plain("", classes="echo")

    def on_mount(self) -> None:
        """Says at once what a kept day means."""
        self._echo()

    @property
    def typed(self) -> str:
        """The line as typed."""
        return clean(self._line.value)

    @property
    def reading(self) -> DayReading | None:
        """What was understood; None for an empty line."""
        return read_day(self.typed, self._today, past=self._past) if self.typed.strip() else None

    @property
    def day(self) -> date | None:
        """The day, if one was understood."""
        return self.reading.day if self.reading else None

    @property
    def problem(self) -> str:
        """What to say when the line is no day."""
        if self.reading is None or self.reading.day:
            return ""
        tries = "yesterday or 19/11" if self._past else "3/12 or next Thursday"
        return f"“{self.typed.strip()}” is not a day I can read. Try {tries}."

    def type_in(self, typed: str) -> None:
        """Puts text into the line."""
        self._line.value = typed

    def focus_line(self) -> None:
        """Puts the cursor into the line, at once."""
        self.screen.set_focus(self._line)

    @on(Input.Changed)
    def _echo(self) -> None:
        echo = self.query_one(".echo", Plain)
        reading = self.reading
        if reading is None:
            echo.say("")
        elif reading.day is None:
            echo.say("I can't read that as a day yet")
        else:
            told = reading.echo.partition(",")[0]
            # The day stands there already; what is odd about it follows.
            odd = reading.odd.removeprefix(told).strip() if self._asks else ""
            echo.say(f"{reading.echo}: {odd}" if odd else reading.echo)
        odd_one = reading and ((reading.odd and self._asks) or not reading.day)
        echo.set_class(bool(odd_one), "-odd")
