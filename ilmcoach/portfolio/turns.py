"""Whose turn it is at a meeting and how long they have, by records alone. Pure.

A turn's clock is its record: `seconds` that have gone by before `since`, and `since` while it
runs. So it runs on while nobody looks, and nothing is lost when the program ends. Moments are
aware and count in whole seconds, so that handing over from one person to the next neither loses
nor invents time.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import Enum

from msgspec.structs import replace

from .records import Turn

ME = "me"
"""What the learner is called where the names of their set stand."""
MINUTES = 30
"""What each person has (the qualification's specification: half an hour or so)."""
MOST_MINUTES = 240
LAST_MINUTES = 300
"""Seconds before the end at which the first sign is given (practice)."""


class Sign(Enum):
    """A quiet sign."""

    LAST_MINUTES = "last minutes"
    END = "end"


def spent(turn: Turn, now: datetime) -> int:
    """Seconds that a turn has taken. A clock that was set back behind its start gives nothing
    for that time, and never less than before."""
    since = _second(turn.since) if turn.since else _second(now)
    return turn.seconds + max(0, _second(now) - since)


def left(turn: Turn, now: datetime) -> int:
    """Seconds that are left of a turn; below nothing, by how much it has gone over."""
    return turn.minutes * 60 - spent(turn, now)


def standing_sign(turn: Turn, now: datetime) -> Sign | None:
    """The sign under which a turn stands. One of five minutes or less has no last five."""
    seconds = left(turn, now)
    if seconds <= 0:
        return Sign.END
    last = seconds <= LAST_MINUTES < turn.minutes * 60
    return Sign.LAST_MINUTES if last else None


def sign_due(turn: Turn, seen: datetime, now: datetime) -> Sign | None:
    """The sign to give at `now` when the turn was last looked at when it was `seen`: each is
    due once, and of two only the later."""
    sign = standing_sign(turn, now)
    return sign if sign is not standing_sign(turn, seen) else None


def in_order(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """Turns in the order in which people came to the table."""
    return tuple(sorted(turns, key=lambda one: (one.made, one.id)))


def running(turns: Iterable[Turn]) -> Turn | None:
    """The turn whose clock runs; None while all stand still."""
    return next((one for one in turns if one.since), None)


def current(turns: Sequence[Turn]) -> Turn | None:
    """Whose turn it is: the one that runs, else the one that was stopped last and has not
    ended; None before the first and between two."""
    paused = [one for one in turns if one.seconds and not one.ended]
    return running(turns) or max(paused, key=lambda one: (one.changed, one.id), default=None)


def upcoming(turns: Iterable[Turn], after: Turn | None = None) -> Turn | None:
    """Who comes next: the first whose turn has not ended behind `after`, else in front of it;
    None when everybody had theirs."""
    order = in_order(turns)
    at = next((n for n, one in enumerate(order) if after and one.id == after.id), -1)
    round_ = (*order[at + 1 :], *order[: max(at, 0)])
    return next((one for one in round_ if not one.ended), None)


def pause(turns: Iterable[Turn], now: datetime) -> tuple[Turn, ...]:
    """The turns that change when every clock is stopped."""
    return tuple(_stopped(one, now) for one in turns if one.since)


def start(turns: Sequence[Turn], turn_id: str, now: datetime) -> tuple[Turn, ...]:
    """The turns that change when the clock of one is started and any other stopped. Starting
    what runs already changes nothing; a turn that had ended goes on."""
    chosen = next((one for one in turns if one.id == turn_id), None)
    if chosen is None or chosen.since:
        return ()
    stopped = pause(turns, now)
    return (
        *stopped,
        replace(chosen, since=now.replace(microsecond=0), ended=False, changed=now),
    )


def hand_on(turns: Sequence[Turn], everywhere: Sequence[Turn], now: datetime) -> tuple[Turn, ...]:
    """The turns that change when the one of this meeting's `turns` ends and the next begins at
    the same moment. `everywhere` are the turns of all meetings: a clock forgotten at another
    one stops too."""
    ending = current(turns)
    ended = (replace(_stopped(ending, now), ended=True, changed=now),) if ending else ()
    coming = upcoming(turns, ending)
    table = tuple({one.id: one for one in (*everywhere, *ended)}.values())
    begun = start(table, coming.id, now) if coming else pause(table, now)
    return (*ended, *begun)


def with_minutes(turns: Sequence[Turn], more: int, now: datetime) -> tuple[Turn, ...]:
    """The turns that change when minutes are given or taken away: the current one's, or before
    the first and between two, those of everybody who has not begun."""
    now_on = current(turns)
    given = (now_on,) if now_on else tuple(one for one in turns if not one.ended)
    new = ((one, min(max(one.minutes + more, 1), MOST_MINUTES)) for one in given)
    return tuple(
        replace(one, minutes=minutes, changed=now) for one, minutes in new if minutes != one.minutes
    )


def counted_on(turn: Turn, seen: datetime | None, now: datetime) -> Turn:
    """The turn as it goes on where the computer's clock was set back since it was `seen`: what
    had gone by stays, and it counts on from `now`. The same turn where nothing is amiss."""
    if turn.since is None:
        return turn
    if seen and _second(now) < _second(seen):
        return replace(turn, seconds=spent(turn, seen), since=now.replace(microsecond=0))
    if _second(now) < _second(turn.since):
        return replace(turn, since=now.replace(microsecond=0))
    return turn


def _stopped(turn: Turn, now: datetime) -> Turn:
    return replace(turn, seconds=spent(turn, now), since=None, changed=now) if turn.since else turn


def _second(moment: datetime) -> int:
    return math.floor(moment.timestamp())
