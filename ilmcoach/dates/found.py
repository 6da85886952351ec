"""What the rules for days share: what they are handed, what they give, and small helpers."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from .months import add_months
from .saying import MONTHS, WEEKDAYS

Words = dict[str, str | None]
"""The named parts that a pattern found."""


_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "a couple of": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}


class Found(Struct, frozen=True):
    """A day as a rule found it, with the rule's own doubt as a question."""

    day: date
    odd: str = ""


Rule = Callable[[Words, date, bool], Found]
"""Takes the parts, today, and whether the day lies behind. Raises ValueError or OverflowError
where the calendar has no such day."""


def month_in(words: Words) -> int:
    """The month named, from 1."""
    return [name.lower() for name in MONTHS].index((words["month"] or "")[:3]) + 1


def weekday_in(words: Words) -> int:
    """The weekday named, Monday being 0."""
    return [name[:3].lower() for name in WEEKDAYS].index((words["weekday"] or "")[:3])


def year_in(words: Words) -> int | None:
    """The year given, two figures meaning this century; None if there is none."""
    digits = (words.get("year") or "").lstrip("'")
    return int(digits) + (2000 if len(digits) == 2 else 0) if digits else None


def count_in(words: Words) -> int:
    """How many, in figures or a word; one if it is left out."""
    word = words.get("count") or "a"
    if word.isdigit():
        return int(word)
    return _NUMBERS[word]


def nearest(month: int, day: int, today: date, past: bool) -> date:
    """The next such day from `today` on, or the latest; 29 February looks for a leap year."""
    step = -1 if past else 1
    for year in range(today.year, today.year + 9 * step, step):
        if day > monthrange(year, month)[1]:
            continue
        found = date(year, month, day)
        if (found <= today) if past else (found >= today):
            return found
    raise ValueError("no such day")


def part_in(words: Words) -> str:
    """The part of a month or week named: `begin`, `middle`, `end`, `late` or nothing."""
    part = (words.get("part") or "").removeprefix("the ").split(" ")[0]
    return {"start": "begin", "beginning": "begin", "early": "begin", "mid": "middle"}.get(
        part, part
    )


def within(first: date, part: str) -> date:
    """A day of the month that begins on `first`: its first, its 15th, or its last."""
    if part == "begin":
        return first
    return first.replace(day=15) if part == "middle" else add_months(first, 1) - timedelta(days=1)
