"""What people type for a day, read: day first.

The rules, in words, where they are ours to choose:

- `3/12` is 3 December. A day without a year is the next one (`past=True`: the latest one).
- `Thursday` is the first Thursday after today; `past=True`: the latest, today included.
- `next Thursday` is the Thursday of next week, weeks beginning on Monday; when this week's is
  still to come, the reading asks. `last Thursday` is the latest before today.
- `Thursday week`, `a week on Thursday` is seven days after `Thursday`.
- A month or a week alone is its last day (a week's Friday), and the reading asks.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from msgspec import Struct

from ilmcoach.text import clean_line

from .found import Found
from .months import add_months
from .saying import say_day, say_distance

_LONGEST = 80
_FAR_MONTHS = 24


class DayReading(Struct, frozen=True):
    """What was read: the day (None if none could be), `odd`, a plain question when it looks
    odd (else empty), and `echo`, the day in full with its distance (`Thu 31 Dec 2026, in 6
    weeks`; empty without a day)."""

    day: date | None
    odd: str = ""
    echo: str = ""


def read_day(typed: str, today: date, *, past: bool = False) -> DayReading:
    """The day that `typed` means, seen from `today`; `past` for days that lie behind.

    Nothing typed gives an empty reading. What cannot be read has no day, and `odd` says so. A
    day that looks odd (behind, or ahead if `past`; over two years off; open to two readings)
    is still given: `odd` asks. An echo reads back as its day.
    """
    text = _tidy(typed)
    if not text:
        return DayReading(None)
    try:
        found = None
        if len(text) <= _LONGEST:
            found = _by_our_rules(text, today, past) or _by_dateparser(text, today, past)
    except (ValueError, OverflowError):
        return DayReading(None, "There is no such day in the calendar. Which day is meant?")
    if found is None:
        return DayReading(None, "That does not read as a day. Try 3 Dec, Thursday or in 2 weeks.")
    odd = _odd_distance(found.day, today, past) or found.odd
    return DayReading(found.day, odd, f"{say_day(found.day)}, {say_distance(found.day, today)}")


def _odd_distance(day: date, today: date, past: bool) -> str:
    """The question a day asks for lying on the wrong side of today, or far away."""
    told = say_day(day)
    if past and day > today:
        return f"{told} is still to come. Is that the day?"
    if not past and day < today:
        return f"{told} has gone by. Is that the day?"
    early, late = sorted((day, today))
    if early.year + _FAR_MONTHS // 12 <= date.max.year and add_months(early, _FAR_MONTHS) < late:
        return f"{told} is over two years {'ago' if past else 'away'}. Is that the day?"
    return ""


_ECHOED = re.compile(r"^(\w+ \d+ \w+ \d+), (?:today|tomorrow|yesterday|in \d+ \w+|\d+ \w+ ago)$")
_TIME = re.compile(r"[ ,]+(?:at )?\d{1,2}(?:[:.]\d\d)? ?[ap]m$|[ ,]+at \d{1,2}[:.]\d\d$")
_OPENING = re.compile(r"^(?:(?:by|on|before|until|till|due|for|from|it's|was|held) )+(?=.)")


def _tidy(typed: str) -> str:
    """`typed` in small letters, without an echo's distance, a time of day, `by` or `on`."""
    text = clean_line(typed).lower().replace("’", "'").strip(" .,;!")
    if len(text) > _LONGEST:
        return text
    return _OPENING.sub("", _TIME.sub("", _ECHOED.sub(r"\1", text)))


def _by_our_rules(text: str, today: date, past: bool) -> Found | None:
    from .grammar import RULES  # patterns that take a while to compile

    for pattern, rule in RULES:
        if match := pattern.fullmatch(text):
            return rule(match.groupdict(), today, past)
    return None


def _by_dateparser(text: str, today: date, past: bool) -> Found | None:
    """The library's reading of what our rules do not know. It is a guess, so it asks."""
    if not re.search(r"\d|[a-z]{3}", text):
        return None
    import dateparser  # takes a third of a second: only when it is needed

    moment = dateparser.parse(
        text,
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "past" if past else "future",
            "RELATIVE_BASE": datetime(today.year, today.month, today.day),  # noqa: DTZ001
            "REQUIRE_PARTS": ["day", "month"],
        },
    )
    if moment is None:
        return None
    return Found(moment.date(), f"Is {say_day(moment.date())} meant?")
