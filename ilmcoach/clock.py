"""The time, as something that can be handed in, so that tests and pictures stand still."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time where the learner is."""

    def now(self) -> datetime:
        """The present moment, aware of its time zone."""
        ...


class SystemClock:
    """The computer's own clock, in its own time zone."""

    def now(self) -> datetime:
        return datetime.now().astimezone()


class FixedClock:
    """A clock that stands at one moment."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


def today(clock: Clock) -> date:
    """The learner's own date."""
    return clock.now().date()
