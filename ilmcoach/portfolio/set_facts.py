"""What is known about a set's size, its length and its advisor, and the reason for each. Pure.

Nothing here ever blocks: a learner sees it beside what they write, and goes on.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from ilmcoach.dates import add_months, say_day

FLOOR, BEST, STRETCH, CEILING = 4, 6, 7, 8
"""How many members a set has: from four to six; seven is a stretch, eight the most there can be
(the qualification's specification)."""

MONTHS = (6, 12)
"""How long a set runs, least and most, in months, where a programme does not say (the
qualification's specification)."""

HALF_HOURS = 2
"""Turns to an hour: each member has about half an hour (the qualification's specification)."""

Level = Literal["fine", "stretch", "outside"]


class SetFact(Struct, frozen=True):
    """One thing to know, and its reason. `level` says whether a set stands within what works,
    stretches it, or stands outside."""

    level: Level
    words: str
    reason: str = ""


def size_facts(members: int) -> tuple[SetFact, ...]:
    """What to know about a set of so many members, the learner among them; nothing while they
    are alone. The numbers are the specification's."""
    if members < 2:
        return ()
    return (_size(members), _time(members))


def _size(members: int) -> SetFact:
    count = f"{members} members with you"
    if members < FLOOR:
        return SetFact(
            "outside",
            f"{count}: too few. A set needs {FLOOR} at least.",
            "With fewer there are too few different questions, and it does not count for the "
            "programme. Talk to your tutor about who could join.",
        )
    if members <= BEST:
        return SetFact(
            "fine",
            f"{count}: a good size.",
            "Enough of you to ask differently, few enough for a turn each.",
        )
    if members <= STRETCH:
        return SetFact(
            "stretch",
            f"{count}: it works, at a stretch.",
            "Four to six is best; with more, turns get short or meetings long.",
        )
    if members <= CEILING:
        return SetFact(
            "stretch",
            f"{count}: as many as there can be.",
            "Only where it can't be helped. Watch that everybody has a turn each time.",
        )
    return SetFact(
        "outside",
        f"{count}: too many. A set has {CEILING} at most.",
        "Not everybody would have a turn, and it does not count for the programme. Talk to your "
        "tutor about making two sets of it.",
    )


def _time(members: int) -> SetFact:
    hours, half = divmod(members, HALF_HOURS)
    whole = f"{hours} hour{'s' if hours > 1 else ''}"
    length = f"{hours}½ hours" if half else whole
    return SetFact(
        "fine",
        f"Half an hour or so each: about {length} a meeting.",
        "So that everybody has a turn each time.",
    )


def length_facts(
    start: date | None, end: date | None, months: tuple[int, int] | None = None
) -> tuple[SetFact, ...]:
    """What to know about a set that runs from `start` to `end`; with the end still open, the
    days between which it would lie; nothing without a start. `months` is what the programme
    says, least and most, None where it does not."""
    least, most = months or MONTHS
    if start is None:
        return ()
    try:
        first, last = add_months(start, least), add_months(start, most)
    except OverflowError:
        return ()
    if end is None:
        between = f"A set that began then ends between {say_day(first)} and {say_day(last)}."
        return (SetFact("fine", between, _why_long(least, most)),)
    return (_length(start, end, (first, last), (least, most)),)


def _length(start: date, end: date, days: tuple[date, date], months: tuple[int, int]) -> SetFact:
    first, last = days
    least, most = months
    if end <= start:
        return SetFact("outside", "The last day comes before the first. Look at both again.")
    # A set from 1 September to 28 February runs for six months: the last day counts.
    if (first - end).days > 1:
        return SetFact(
            "outside",
            f"Shorter than {least} months: not before {say_day(first)} is better.",
            "Growing as a leader takes time. Your tutor can tell you whether it counts.",
        )
    if end > last:
        return SetFact(
            "outside",
            f"Longer than {most} months: {say_day(last)} at the latest is better.",
            "It has to end somewhere, and people work towards an end. Your tutor can tell you "
            "whether it counts.",
        )
    return SetFact("fine", f"Between {least} and {most} months: a good length.")


def _why_long(least: int, most: int) -> str:
    return (
        f"{least} months at least, because growing takes time; {most} at most, because it has to "
        "end somewhere."
    )


def advisor_facts(named: bool) -> tuple[SetFact, ...]:
    """What a Set Advisor is there for, once one is named (the qualification's specification)."""
    if not named:
        return ()
    return (
        SetFact(
            "fine",
            "Stands outside, often keeps silent, and tells what they know when asked.",
            "Members run the set: you learn by asking each other.",
        ),
        SetFact(
            "fine",
            "Steps in only where no next meeting was fixed, where a decision made without knowing "
            "enough would do serious harm, or where the set is breaking up over a quarrel.",
            "An unwise decision is no reason: one learns from those.",
        ),
    )
