"""The lines in which time spent on the programme is put down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec
from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from ilmcoach.dates import say_day
from ilmcoach.portfolio.records import Hours
from ilmcoach.portfolio.spans import say_span
from ilmcoach.text import clean_line

from .choices import ChoiceList
from .dayline import DayLine
from .line import Line
from .plain import Plain
from .spanline import SpanLine


class HoursEntry(Horizontal):
    """What it was, when, how long, a word about it. An empty day means today."""

    class Edited(Message):
        """Something was typed or chosen."""

    class Finished(Message):
        """Enter was pressed on the last line."""

    def __init__(self, sorts: Mapping[str, str], today: date) -> None:
        super().__init__()
        self._sorts = tuple((sort, label, "") for sort, label in sorts.items())
        self._today = today

    def compose(self) -> ComposeResult:
        yield ChoiceList(self._sorts, id="sort")
        with Vertical(classes="lines"):
            yield _row("When", DayLine("", self._today, past=True, hint="today"))
            yield _row("How long", SpanLine())
            yield _row("A word", Line(id="word"))

    @property
    def _lines(self) -> list[Line]:
        return list(self.query(Line))

    @property
    def sort(self) -> str:
        """What is chosen; empty for nothing."""
        return "".join(self.query_one(ChoiceList).chosen)

    @property
    def draft(self) -> str:
        """All that is typed and chosen, as `restore` understands it."""
        typed = [line.value for line in self._lines]
        return msgspec.json.encode([self.sort, *typed]).decode()

    @property
    def untouched(self) -> bool:
        """True while nothing is chosen or typed."""
        return not self.sort and not any(line.value.strip() for line in self._lines)

    def restore(self, draft: str) -> None:
        """Puts a draft back; one that cannot be read leaves everything as it is."""
        try:
            sort, *typed = msgspec.json.decode(draft, type=list[str])
        except (msgspec.DecodeError, ValueError):
            return
        self.query_one(ChoiceList).choose((sort,) if sort else ())
        for line, text in zip(self._lines, typed, strict=False):
            line.value = text

    def fill(self, record: Hours | None) -> None:
        """Shows a record as it is kept, or nothing."""
        known = [sort for sort, _, _ in self._sorts if record and sort == record.sort]
        self.query_one(ChoiceList).choose(known)
        day = say_day(record.on) if record and record.on else ""
        span = say_span(record.minutes) if record and record.minutes else ""
        for line, text in zip(self._lines, (day, span, record.text if record else ""), strict=True):
            line.value = text

    @property
    def problem(self) -> str:
        """What keeps this from being kept; empty if nothing does."""
        if not self.sort:
            return "Choose what it was: stand on it and press Enter, or click it."
        if said := self.query_one(DayLine).problem:
            return said
        reading = self.query_one(SpanLine).reading
        return "" if reading.minutes else reading.odd or "Say how long it took, as in 1h30."

    def put_into(self, record: Hours) -> Hours:
        """The record with what stands here; only to be asked for where there is no problem."""
        return replace(
            record,
            sort=self.sort,
            on=self.query_one(DayLine).day or self._today,
            minutes=self.query_one(SpanLine).reading.minutes,
            text=clean_line(self.query_one("#word", Line).value),
        )

    def focus_first(self) -> None:
        """Stands where one begins."""
        self.query_one(ChoiceList).focus()

    @on(Input.Changed)
    @on(ChoiceList.Changed)
    def _edited(self, event: Message) -> None:
        # What a line echoes is its own business and has been done by now.
        event.stop()
        self.post_message(self.Edited())

    @on(Input.Submitted)
    def _next_line(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "word":
            self.post_message(self.Finished())
        else:
            self.screen.focus_next()


def _row(label: str, widget: Widget) -> Horizontal:
    return Horizontal(Plain(label, classes="label"), widget, classes="row")
