"""Whose turn it is, how long they have, and a quiet sign towards the end."""

from __future__ import annotations

from datetime import datetime, timedelta

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from ilmcoach.portfolio.at_meeting import Table
from ilmcoach.portfolio.records import Turn
from ilmcoach.portfolio.turns import (
    ME,
    Sign,
    current,
    left,
    sign_due,
    standing_sign,
    upcoming,
)

from .plain import Act, Plain

FRESH = timedelta(seconds=20)
"""How long a new sign stands out before it goes quiet."""


class TurnClock(Vertical):
    """The clock of one table. It shows what the records say; what its buttons do is the
    screen's."""

    def __init__(self) -> None:
        super().__init__(id="clock")
        self._seen: datetime | None = None
        self._fresh_until: datetime | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="clock-row"):
            yield Plain("", id="clock-text")
            with Horizontal(id="clock-acts"):
                yield Act("Start", id="start", main=True)
                yield Act("Next", id="next")
                yield Act("-5", id="less-5")
                yield Act("-1", id="less-1")
                yield Act("+1", id="more-1")
                yield Act("+5 min", id="more-5")
        yield Plain("", id="sign")

    @property
    def seen(self) -> datetime | None:
        """When the clock was last looked at; None before that."""
        return self._seen

    def show(self, table: Table) -> None:
        """Shows the clock as it stands, and gives the sign that has become due."""
        turns, now = table.turns, table.now
        turn = current(turns)
        self.query_one("#clock-text", Plain).say(clock_words(turn, turns, now))
        self.query_one("#start", Act).say("Pause" if turn and turn.since else "Start")
        sign = standing_sign(turn, now) if turn else None
        if turn and self._seen and sign_due(turn, self._seen, now):
            self._fresh_until = now + FRESH
        if sign is None:
            self._fresh_until = None
        self._seen = now
        line = self.query_one("#sign", Plain)
        line.say(sign_words(sign, turn.who) if sign and turn else "")
        line.set_class(sign is Sign.END, "-end")
        line.set_class(self._fresh_until is not None and now < self._fresh_until, "-fresh")


def clock_words(turn: Turn | None, turns: tuple[Turn, ...], now: datetime) -> str:
    """Whose turn it is and how much of it is left, on one line."""
    if turn is None:
        if not turns:
            return "Whose turn: say who is here first"
        coming = upcoming(turns)
        first = f"Next: {_short(coming.who)}, {coming.minutes} minutes" if coming else ""
        return first or "Everybody has had a turn"
    seconds = left(turn, now)
    still = "" if turn.since else " (paused)"
    whole = say_clock(turn.minutes * 60)
    told = f"{say_clock(seconds)} left" if seconds >= 0 else f"over by {say_clock(-seconds)}"
    who = "you" if turn.who == ME else _short(turn.who)
    coming = upcoming(turns, turn)
    then = f", then {_short(coming.who)}" if coming else ""
    return f"Whose turn: {who}{still}   {told} of {whole}{then}"


def sign_words(sign: Sign, who: str) -> str:
    """A quiet sign, said."""
    if sign is Sign.END:
        words = "Your time is up." if who == ME else f"Time is up for {_short(who)}."
        return f"{words} What goes over is counted."
    return "Your last five minutes." if who == ME else f"The last five minutes for {_short(who)}."


def say_clock(seconds: int) -> str:
    """`18:24`, or with hours `1:05:09`."""
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _short(name: str) -> str:
    return name if len(name) <= 16 else f"{name[:15]}…"
