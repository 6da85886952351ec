"""A repeating group: rows of a text and a day, such as what was agreed and by when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Input

from ilmcoach.dates import say_day
from ilmcoach.packs.vocabulary import DATE, FIELDS
from ilmcoach.text import clean
from ilmcoach.tui.widgets.dayline import DayLine
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, Plain
from ilmcoach.walks.answers import Answer, Row

from .base import AnswerBox, Around


class RemoveButton(Act):
    """Takes a row out by mouse. Tab passes it by, so that no key typed for the day below can
    press it; by keyboard a row is taken out by emptying it."""

    can_focus = False


class RowLine(Vertical):
    """One row: a line for the text, one for the day, a way to take it out."""

    class Removed(Message):
        """The learner takes this row out."""

        def __init__(self, row: RowLine) -> None:
            super().__init__()
            self.row = row

    def __init__(self, row: Row, names: tuple[tuple[str, bool], ...], around: Around) -> None:
        super().__init__()
        self.row = row
        self._texts: dict[str, Line] = {}
        self._days: dict[str, DayLine] = {}
        # Made at once: a draft may be written before the row is on the screen, or while it goes.
        for name, is_day in names:
            value = row.values.get(name)
            if is_day:
                typed = say_day(value) if isinstance(value, date) else str(value or "")
                self._days[name] = DayLine(typed, around.today)
            else:
                hint = "What will you do?" if name == "text" else ""
                self._texts[name] = Line(str(value or ""), hint=hint, classes=f"text-{name}")
        self._order = [name for name, _ in names]

    def compose(self) -> ComposeResult:
        for number, name in enumerate(self._order):
            with Horizontal(classes="row-part"):
                if name in self._days:
                    yield Plain("by", classes="quiet by")
                    yield self._days[name]
                else:
                    yield self._texts[name]
                if number == 0:
                    yield RemoveButton("Remove", classes="remove")

    @property
    def days(self) -> list[DayLine]:
        """The row's days, as lines."""
        return list(self._days.values())

    @property
    def value(self) -> Row:
        """The row as it stands."""
        texts = {name: clean(line.value).strip() for name, line in self._texts.items()}
        days = {name: line.day for name, line in self._days.items()}
        return Row(self.row.id, {**texts, **days})

    @property
    def problem(self) -> str:
        """What to say of a day without any words to it."""
        values = self.value.values
        texts = [value for value in values.values() if isinstance(value, str)]
        day = next((value for value in values.values() if isinstance(value, date)), None)
        if day is None or not texts or any(texts):
            return ""
        return f"What will you do by {say_day(day)}? Write it down, or take the day out."

    @property
    def typed(self) -> dict[str, str]:
        """The row as typed, its id too, for a draft."""
        texts = {name: line.value for name, line in self._texts.items()}
        days = {name: line.typed for name, line in self._days.items()}
        return {"id": self.row.id, **texts, **days}

    @on(Button.Pressed, ".remove")
    def _remove(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Removed(self))


class Repeat(AnswerBox):
    """Rows, with an empty one at the end to write the next in."""

    _coming: Sequence[RowLine] = ()

    def compose(self) -> ComposeResult:
        first = self.first_value if isinstance(self.first_value, tuple) else ()
        rows = [row for row in first if isinstance(row, Row)]
        with Vertical(id="rows"):
            for row in rows:
                yield self._line(row)
            yield self._line(self._fresh())
        with Horizontal(classes="buttons"):
            yield Act("Add another", id="add-row")
            yield Act("Put back what was removed", id="put-back")

    def on_mount(self) -> None:
        """Nothing has been removed yet."""
        self._removed: Row | None = None
        self.query_one("#put-back").display = False

    def _fresh(self) -> Row:
        return Row(self.around.new_id(), {})

    def _line(self, row: Row) -> RowLine:
        names = []
        for fill in self.step.fills:
            kind, _, name = fill.partition(".")
            names.append((name, FIELDS[kind][name] == DATE))
        return RowLine(row, tuple(names), self.around)

    @property
    def _lines(self) -> list[RowLine]:
        return list(self._coming or self.query(RowLine))

    @property
    def value(self) -> Answer:
        return tuple(
            row for row in (line.value for line in self._lines) if any(row.values.values())
        )

    @property
    def problem(self) -> str:
        days = (day for line in self._lines for day in line.days)
        unread = next((day.problem for day in days if day.problem), "")
        return unread or next((line.problem for line in self._lines if line.problem), "")

    @property
    def draft(self) -> str:
        return msgspec.json.encode([line.typed for line in self._lines]).decode()

    def restore(self, draft: str) -> None:
        try:
            rows = msgspec.json.decode(draft, type=list[dict[str, str]])
        except msgspec.DecodeError:
            return
        self.call_later(self._put_back, rows)

    async def _put_back(self, rows: list[dict[str, str]]) -> None:
        holder = self.query_one("#rows")
        lines = [
            self._line(Row(row.pop("id", "") or self.around.new_id(), dict(row))) for row in rows
        ]
        # A draft that is written meanwhile holds the rows that come, not those that go.
        self._coming = lines or [self._line(self._fresh())]
        await holder.remove_children()
        await holder.mount(*self._coming)
        self._coming = ()

    def focus_first(self) -> None:
        self.screen.set_focus(self._lines[-1].query_one(Line))

    @on(Input.Changed)
    def _edited(self, event: Input.Changed) -> None:
        event.stop()
        self.changed()

    @on(Input.Submitted)
    def _onward(self, event: Input.Submitted) -> None:
        event.stop()
        lines = [line for row in self._lines for line in row.query(Line)]
        at = lines.index(event.input) if event.input in lines else len(lines) - 1
        if at + 1 < len(lines):
            lines[at + 1].focus()
        else:
            self.call_later(self._add)

    @on(Button.Pressed, "#add-row")
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        await self._add()

    @on(Button.Pressed, "#put-back")
    async def _put_removed_back(self, event: Button.Pressed) -> None:
        event.stop()
        if self._removed:
            await self.query_one("#rows").mount(self._line(self._removed))
            self._removed = None
            event.button.display = False
            self.focus_first()
            self.changed()

    async def _add(self) -> None:
        line = self._line(self._fresh())
        await self.query_one("#rows").mount(line)
        line.query_one(Line).focus()
        line.scroll_visible()

    @on(RowLine.Removed)
    async def _remove(self, event: RowLine.Removed) -> None:
        event.stop()
        if not event.row.value.blank:
            self._removed = event.row.value
            self.query_one("#put-back").display = True
        await event.row.remove()
        if not self._lines:
            await self._add()
        self.focus_first()
        self.changed()
