"""A clock for rehearsing aloud: how long in all, and on each card. Pure; time is handed in."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

ORAL_MINUTES = 10
"""How long a talk is to last at least where the pack does not say (the specification)."""


class RehearsalClock(Struct, frozen=True):
    """`spent` is the seconds on each card before `since`; `at` is the card in front; `since` is
    when the clock was last started, or turned to this card, None while it stands still."""

    spent: tuple[float, ...]
    at: int = 0
    since: datetime | None = None

    @classmethod
    def for_cards(cls, count: int) -> RehearsalClock:
        """A clock at nothing for so many cards; it stands still."""
        return cls((0.0,) * count)

    @property
    def running(self) -> bool:
        """True while time is counted."""
        return self.since is not None

    def start(self, now: datetime) -> RehearsalClock:
        """Counts from now on; a clock that runs already runs on."""
        return self if self.running else replace(self, since=now)

    def pause(self, now: datetime) -> RehearsalClock:
        """Stands still."""
        return replace(self, spent=self.per_card(now), since=None)

    def turn(self, by: int, now: datetime) -> RehearsalClock:
        """To another card, no further than the first and the last; running or not as before."""
        at = min(max(self.at + by, 0), len(self.spent) - 1)
        return replace(self, spent=self.per_card(now), at=at, since=now if self.running else None)

    def per_card(self, now: datetime) -> tuple[float, ...]:
        """Seconds on each card up to now. A computer clock that is set back takes nothing off."""
        more = max((now - self.since).total_seconds(), 0.0) if self.since else 0.0
        return tuple(
            spent + (more if number == self.at else 0.0) for number, spent in enumerate(self.spent)
        )

    def seconds(self, now: datetime) -> int:
        """Whole seconds in all up to now."""
        return int(sum(self.per_card(now)))


def say_clock(seconds: float) -> str:
    """`4:05`, `61:30`."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
