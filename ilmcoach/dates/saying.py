"""Days and distances said in English, whatever the computer's own language is."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def say_day(day: date) -> str:
    """`Thu 31 Dec 2026`, whatever the computer's language."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1]} {day.year:04}"


def say_distance(day: date, today: date) -> str:
    """How far `day` is from `today`: `today`, `tomorrow`, `in 6 weeks`, `2 days ago`.

    Days are given below two weeks, weeks below half a year, then months, then years; whole
    ones, the nearest.
    """
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    far = abs(days)
    count, unit = far, "day"
    if far >= 14:
        count, unit = round(far / 7), "week"
    if far >= 182:
        count, unit = round(far / 30.44), "month"
    if far >= 730:
        count, unit = round(far / 365.25), "year"
    words = f"{count} {unit}" + ("s" if count > 1 else "")
    return f"in {words}" if days > 0 else f"{words} ago"
