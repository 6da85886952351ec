"""Days named by the calendar: `3/12`, `31 December 2026`, `the 3rd`, `end of January`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from .found import Found, Words, month_in, nearest, part_in, weekday_in, within, year_in
from .months import add_months
from .saying import MONTHS, WEEKDAYS, say_day


def in_calendar(words: Words, today: date, past: bool) -> Found:
    """`3 Dec`, `Thursday 31 December 2026`, `December 3`."""
    return _day_month(int(words["day"] or 0), month_in(words), words, today, past)


def in_figures(words: Words, today: date, past: bool) -> Found:
    """`3/12`, `3.12.2026`; with the month first if there is no other way, and then it asks."""
    day, month = int(words["day"] or 0), int(words["figure"] or 0)
    if month > 12 >= day > 0:
        found = _day_month(month, day, words, today, past)
        return Found(found.day, f"Is {say_day(found.day)} meant? Here the day comes first.")
    if not 1 <= month <= 12:
        raise ValueError("no such month")
    return _day_month(day, month, words, today, past)


def _day_month(day: int, month: int, words: Words, today: date, past: bool) -> Found:
    year = year_in(words)
    found = date(year, month, day) if year is not None else nearest(month, day, today, past)
    if words.get("weekday") and weekday_in(words) != found.weekday():
        told = say_day(found).split(" ", 1)[1]
        return Found(found, f"{told} is a {WEEKDAYS[found.weekday()]}. Is that the day?")
    return Found(found, "" if year or found == today else _just_missed(found, today, past))


def _just_missed(found: date, today: date, past: bool) -> str:
    """The question for a day without a year that is nearly a year off, as a day of the same
    name lies within a month of today on the other side."""
    other = nearest(found.month, found.day, today, not past)
    if abs((other - today).days) > 31:
        return ""
    how = "is still to come" if past else "has just gone by"
    return f"{say_day(other)} {how}. Is {say_day(found)} meant?"


def iso(words: Words, _today: date, _past: bool) -> Found:
    """`2026-12-31`."""
    return Found(date(*(int(words[part] or 0) for part in ("year", "figure", "day"))))


def nth(words: Words, today: date, past: bool) -> Found:
    """`the 3rd`: in this month or the nearest one that has such a day."""
    day = int(words["day"] or 0)
    if not 1 <= day <= 31:
        raise ValueError("no such day")
    first = today.replace(day=1)
    for months in range(12):
        month = add_months(first, -months if past else months)
        if day <= monthrange(month.year, month.month)[1]:
            found = month.replace(day=day)
            if (found <= today) if past else (found >= today):
                return Found(found)
    raise ValueError("no such day")


def in_month(words: Words, today: date, past: bool) -> Found:
    """`end of January`, `mid March 2027`, `January` (its last day, and it asks)."""
    month, year, part = month_in(words), year_in(words), part_in(words)
    if year is None:
        first = today.replace(month=month, day=1)
        found = within(first, part)
        if past and found > today:
            first = add_months(first, -12)
        elif not past and found < today:
            first = add_months(first, 12)
    else:
        first = date(year, month, 1)
    name = f"{MONTHS[month - 1]} {first.year}"
    return Found(within(first, part), "" if part else f"Which day in {name}? This is its last.")


def feast(words: Words, today: date, past: bool) -> Found:
    """Christmas and the New Year, which people plan by."""
    month, day = {
        "christmas": (12, 25),
        "christmas day": (12, 25),
        "xmas": (12, 25),
        "christmas eve": (12, 24),
        "boxing day": (12, 26),
        "new year's eve": (12, 31),
    }.get(words["feast"] or "", (1, 1))
    return Found(nearest(month, day, today, past))
