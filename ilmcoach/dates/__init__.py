"""Days as people type them, read and echoed, and the months of a programme."""

from __future__ import annotations

from .months import add_months, month_of, months_between
from .reading import DayReading, read_day
from .saying import say_day, say_distance

__all__ = [
    "DayReading",
    "add_months",
    "month_of",
    "months_between",
    "read_day",
    "say_day",
    "say_distance",
]
