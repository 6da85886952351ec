"""Who is at the table, and how much of their time they have had."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, OptionList

from ilmcoach.portfolio.at_meeting import Table
from ilmcoach.portfolio.records import Turn
from ilmcoach.portfolio.turns import spent
from ilmcoach.text import clean_line

from .catch_line import CatchLine
from .plain import Act, Plain, choice_line, plain


class WhoIsHere(Vertical):
    """The set's people, ticked while they are here; another name can be typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Here or not", show=False),
    ]

    class Ticked(Message):
        """Somebody came, or is not here after all."""

        def __init__(self, who: str, turn: Turn | None) -> None:
            super().__init__()
            self.who = who
            self.turn = turn

    class Everybody(Message):
        """Everybody of the set is here."""

    class TheirTurn(Message):
        """It is to be the turn of this one."""

        def __init__(self, turn: Turn) -> None:
            super().__init__()
            self.turn = turn

    def __init__(self) -> None:
        super().__init__(id="here", classes="panel")
        self.border_title = "Who is here"
        self._members: tuple[tuple[str, Turn | None], ...] = ()
        self._shown: list[Content] = []

    def compose(self) -> ComposeResult:
        yield OptionList(compact=True, id="here-list")
        with Horizontal(classes="buttons"):
            yield Act("Everybody is here", id="everybody")
            yield Act("Their turn now", id="their-turn")
        yield CatchLine(hint="Somebody else: their name, Enter", id="somebody")
        yield Plain("Enter, Space or a click ticks who is here.", classes="quiet")

    def show(self, table: Table) -> None:
        """Shows everybody as the records tell."""
        self._members = table.members()
        lines = [_line(who, turn, table) for who, turn in self._members]
        options = self.query_one(OptionList)
        if len(lines) == len(self._shown):
            for number, line in enumerate(lines):
                if line != self._shown[number]:
                    options.replace_option_prompt_at_index(number, line)
        else:
            stood = options.highlighted or 0
            options.clear_options()
            options.add_options(choice_line(line) for line in lines)
            options.highlighted = min(stood, len(lines) - 1) if lines else None
        self._shown = lines
        self.query_one("#everybody").display = any(turn is None for _, turn in self._members)
        self.query_one("#their-turn").display = any(turn for _, turn in self._members)

    @property
    def _stood_on(self) -> tuple[str, Turn | None] | None:
        at = self.query_one(OptionList).highlighted
        return self._members[at] if at is not None and at < len(self._members) else None

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_tick()

    def action_tick(self) -> None:
        """The one stood on came, or is not here after all."""
        if self._stood_on:
            self.post_message(self.Ticked(*self._stood_on))

    @on(Button.Pressed, "#everybody")
    def _everybody(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Everybody())

    @on(Button.Pressed, "#their-turn")
    def _their_turn(self, event: Button.Pressed) -> None:
        event.stop()
        if self._stood_on and self._stood_on[1]:
            self.post_message(self.TheirTurn(self._stood_on[1]))


def _line(who: str, turn: Turn | None, table: Table) -> Content:
    mark = plain("[x]" if turn else "[ ]", "bold $accent" if turn else "$quiet")
    had = ""
    if turn:
        minutes = spent(turn, table.now) // 60
        had = f"  {minutes} of {turn.minutes} min" if minutes or turn.ended else ""
    return Content.assemble(mark, " ", plain(clean_line(who)), plain(had, "$quiet"))
