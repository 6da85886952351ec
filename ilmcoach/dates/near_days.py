"""Days named from today: `Thursday`, `a week on Friday`, `in 2 weeks`, `end of next month`."""

from __future__ import annotations

from datetime import date, timedelta

from .found import Found, Words, count_in, part_in, weekday_in, within
from .months import add_months
from .saying import WEEKDAYS, say_day


def near_today(words: Words, today: date, _past: bool) -> Found:
    """`today`, `tomorrow`, `the day before yesterday`."""
    days = {
        "day before yesterday": -2,
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "day after tomorrow": 2,
    }
    return Found(today + timedelta(days=days.get((words["near"] or "").removeprefix("the "), 0)))


def named_weekday(words: Words, today: date, past: bool) -> Found:
    """`Thursday`, `this Thursday`, `next Thursday`, `last Thursday`, `Thursday week`."""
    ahead = (weekday_in(words) - today.weekday()) % 7
    which = words.get("which") or ""
    this_week = today + timedelta(days=weekday_in(words) - today.weekday())
    if which in ("last", "past") or (past and which != "next"):
        back = (-ahead) % 7
        if which in ("last", "past"):
            back = back or 7
        return Found(today - timedelta(days=back))
    if which == "next":
        found = this_week + timedelta(days=7)
        odd = f"Is {say_day(found)} meant, or this week's, {say_day(this_week)}?"
        return Found(found, odd if this_week > today else "")
    found = today + timedelta(days=ahead or 7)
    odd = (
        ""
        if ahead
        else f"Today is {WEEKDAYS[today.weekday()]}. Is {say_day(found)} meant, or today?"
    )
    return Found(found, odd)


def weeks_on(words: Words, today: date, _past: bool) -> Found:
    """`a week on Friday`, `Friday week`, `Friday fortnight`, `a week today`."""
    count = count_in(words) * (2 if words.get("unit") == "fortnight" else 1)
    if words.get("near"):
        base = near_today(words, today, False)
    else:
        base = named_weekday({**words, "which": None}, today, False)
    found = base.day + timedelta(weeks=count)
    return Found(found, f"Is {say_day(found)} meant?" if base.odd else "")


def away(words: Words, today: date, _past: bool) -> Found:
    """`in 2 weeks`, `in a fortnight`, `3 days ago`."""
    back = -1 if words.get("ago") else 1
    unit = words["unit"] or ""
    count = count_in(words) * back
    if unit in ("month", "year"):
        return Found(add_months(today, count * (12 if unit == "year" else 1)))
    days = {"day": 1, "week": 7, "fortnight": 14}[unit]
    return Found(today + timedelta(days=days * count))


def in_span(words: Words, today: date, _past: bool) -> Found:
    """`end of the month`, `end of next week`, `next week` (its Friday, and it asks)."""
    ahead = {"next": 1, "last": -1}.get(words.get("which") or "", 0)
    part, unit = part_in(words), words["unit"]
    if unit == "week":
        monday = today + timedelta(days=7 * ahead - today.weekday())
        day = {"begin": 0, "middle": 2}.get(part, 4)
        if not ahead and not part and today.weekday() > 4:
            day = 6
        found = monday + timedelta(days=day)
    elif unit == "month":
        found = within(add_months(today.replace(day=1), ahead), part)
    else:
        first = add_months(today.replace(month=1, day=1), 12 * ahead)
        found = {"begin": first, "middle": first.replace(month=6, day=30)}.get(
            part, first.replace(month=12, day=31)
        )
    return Found(found, "" if part else f"Which day? This is {say_day(found)}.")
