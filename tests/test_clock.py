"""Clocks tell aware moments, and the day where the learner is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from ilmcoach.clock import FixedClock, SystemClock, today


def test_the_systems_clock_knows_its_time_zone() -> None:
    assert SystemClock().now().tzinfo is not None


def test_a_fixed_clock_stands() -> None:
    moment = datetime(2026, 11, 21, 23, 30, tzinfo=timezone(timedelta(hours=13)))
    clock = FixedClock(moment)
    assert clock.now() == clock.now() == moment


def test_the_day_is_the_learners_own() -> None:
    east = datetime(2026, 11, 21, 23, 30, tzinfo=timezone(timedelta(hours=13)))
    assert today(FixedClock(east)) == date(2026, 11, 21)
    assert today(FixedClock(east.astimezone(UTC))) == date(2026, 11, 21)
    assert today(FixedClock(east + timedelta(hours=1))) == date(2026, 11, 22)
