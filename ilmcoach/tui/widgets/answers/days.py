"""Days, typed the way people say them and echoed in full."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from ilmcoach.dates import say_day
from ilmcoach.packs.vocabulary import PAST_FIELDS
from ilmcoach.text import clean
from ilmcoach.tui.widgets.dayline import DayLine
from ilmcoach.tui.widgets.plain import Plain
from ilmcoach.walks.answers import Answer

from .base import AnswerBox


class Day(AnswerBox):
    """One day."""

    def compose(self) -> ComposeResult:
        first = self.first_value
        past = self.step.past or bool(set(self.step.fills) & PAST_FIELDS)
        typed = say_day(first) if isinstance(first, date) else ""
        # A day that fills no field may lie anywhere.
        yield DayLine(typed, self.around.today, past=past, asks=bool(self.step.fills))

    @property
    def value(self) -> Answer:
        return self.query_one(DayLine).day

    @property
    def problem(self) -> str:
        return self.query_one(DayLine).problem

    @property
    def draft(self) -> str:
        return self.query_one(DayLine).typed

    def restore(self, draft: str) -> None:
        self.query_one(DayLine).type_in(draft)

    def focus_first(self) -> None:
        self.query_one(DayLine).focus_line()

    @on(Input.Changed)
    def _edited(self, event: Input.Changed) -> None:
        event.stop()
        self.changed()


class Days(AnswerBox):
    """Several days, one a line; there is always an empty line for one more."""

    def compose(self) -> ComposeResult:
        first = self.first_value if isinstance(self.first_value, tuple) else ()
        days = [say_day(day) for day in first if isinstance(day, date)]
        with Vertical(id="days"):
            for typed in [*days, ""]:
                yield self._line(typed)
        yield Plain("One day a line; Enter goes to the next.", classes="quiet")

    def _line(self, typed: str) -> DayLine:
        return DayLine(typed, self.around.today, past=self.step.past)

    @property
    def _lines(self) -> list[DayLine]:
        return list(self.query(DayLine))

    @property
    def value(self) -> Answer:
        return tuple(sorted({line.day for line in self._lines if line.day}))

    @property
    def problem(self) -> str:
        return next((line.problem for line in self._lines if line.problem), "")

    @property
    def draft(self) -> str:
        return "\n".join(line.typed for line in self._lines if line.typed.strip())

    def restore(self, draft: str) -> None:
        typed = draft.split("\n")
        for line, text in zip(self._lines, typed, strict=False):
            line.type_in(text)
        for text in typed[len(self._lines) :]:
            self.query_one("#days").mount(self._line(text))

    def focus_first(self) -> None:
        self._lines[-1].focus_line()

    @on(Input.Changed)
    async def _edited(self, event: Input.Changed) -> None:
        event.stop()
        if clean(self._lines[-1].typed).strip():
            await self.query_one("#days").mount(self._line(""))
        self.changed()

    @on(Input.Submitted)
    def _next_line(self, event: Input.Submitted) -> None:
        event.stop()
        self._lines[-1].focus_line()
