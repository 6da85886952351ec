"""Counting in months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def add_months(day: date, count: int) -> date:
    """The same day `count` months on (or back), or that month's last day if it is shorter.

    Raises OverflowError beyond the years 1 to 9999.
    """
    years, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not date.min.year <= years <= date.max.year:
        raise OverflowError("date value out of range")
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def months_between(start: date, end: date) -> int:
    """How many months run from `start` to `end`, a month begun counted whole; 0 if none."""
    if end <= start:
        return 0
    whole = (end.year - start.year) * 12 + end.month - start.month
    whole -= add_months(start, whole) > end
    return whole + (add_months(start, whole) < end)


def month_of(start: date, today: date) -> int | None:
    """Which month of a programme `today` is in, from 1; None before `start`."""
    if today < start:
        return None
    whole = (today.year - start.year) * 12 + today.month - start.month
    return whole - (add_months(start, whole) > today) + 1
