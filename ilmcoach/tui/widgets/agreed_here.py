"""What was agreed at a meeting: actions with their days, and when the set meets next."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input

from ilmcoach.dates import say_day, say_distance
from ilmcoach.portfolio.at_meeting import Table
from ilmcoach.portfolio.records import Action
from ilmcoach.text import clean_line

from .dayline import DayLine
from .kept_list import KeptList
from .line import Line
from .plain import Act, Plain, plain


class AgreedHere(Vertical):
    """Actions so far, the lines for the next one, and the day of the next meeting."""

    class Added(Message):
        """The action typed is to be kept."""

    class NextMeeting(Message):
        """The day typed for the next meeting is to be kept."""

    def __init__(self, today: date, next_on: date | None) -> None:
        super().__init__(id="agreed", classes="panel")
        self.border_title = "Agreed"
        self._today = today
        self._next_on = next_on

    def compose(self) -> ComposeResult:
        yield KeptList("Nothing agreed yet.", id="actions")
        yield Line(hint="What I will do before we meet again", id="action")
        with Horizontal(id="due"):
            yield DayLine("", self._today, hint="by when: 3/12")
        yield Act("Add", id="add")
        yield Plain("", id="next-said", classes="field")
        with Horizontal(id="next-on"):
            typed = say_day(self._next_on) if self._next_on else ""
            yield DayLine(typed, self._today, hint="a day, then Enter")

    def show(self, table: Table) -> None:
        """Shows what was agreed so far."""
        lines = [(one.id, action_line(one)) for one in table.actions]
        self.query_one(KeptList).fill(lines)
        day = table.next_day
        kept = f"{say_day(day)}, {say_distance(day, self._today)}" if day else "not agreed yet"
        self.query_one("#next-said", Plain).say(f"Next meeting: {kept}")

    @property
    def due(self) -> DayLine:
        """By when."""
        return self.query_one("#due DayLine", DayLine)

    @property
    def next_on(self) -> DayLine:
        """When the set meets next."""
        return self.query_one("#next-on DayLine", DayLine)

    @property
    def due_line(self) -> Line:
        """The line in which the day stands by which it is to be done."""
        return self.due.query_one(Line)

    @property
    def next_line(self) -> Line:
        """The line in which the day of the next meeting stands."""
        return self.next_on.query_one(Line)

    @property
    def action(self) -> str:
        """The action as typed, on one line."""
        return clean_line(self.query_one("#action", Line).value)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "action":
            self.due.focus_line()
        elif self.due in event.input.ancestors:
            self._add_it()
        else:
            self.post_message(self.NextMeeting())

    @on(Button.Pressed, "#add")
    def _add(self, event: Button.Pressed) -> None:
        event.stop()
        self._add_it()

    def _add_it(self) -> None:
        # Whoever types on at once writes the next action.
        self.screen.set_focus(self.query_one("#action"))
        self.post_message(self.Added())


def action_line(one: Action) -> Content:
    """An action for a list: what, and by when."""
    by = f"  by {say_day(one.due)}" if one.due else ""
    return Content.assemble(plain(clean_line(one.text)), plain(by, "$quiet"))
