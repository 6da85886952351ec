"""Days as people type them. Today is Saturday 21 November 2026 unless a case says otherwise."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.dates import (
    add_months,
    month_of,
    months_between,
    read_day,
    say_day,
    say_distance,
)

TODAY = date(2026, 11, 21)
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3/12", "2026-12-03"),
        ("3/12/26", "2026-12-03"),
        ("3-12-2027", "2027-12-03"),
        ("3.12.2026", "2026-12-03"),
        ("Thu 3/12", "2026-12-03"),
        ("3 Dec", "2026-12-03"),
        ("3 dec.", "2026-12-03"),
        ("3rd of December", "2026-12-03"),
        ("the 3rd of December 2027", "2027-12-03"),
        ("December 3", "2026-12-03"),
        ("Dec 3rd, 2027", "2027-12-03"),
        ("Thursday 31 December 2026", "2026-12-31"),
        ("25 dec '27", "2027-12-25"),
        ("2027-01-05", "2027-01-05"),
        ("2027/1/5", "2027-01-05"),
        ("29 feb", "2028-02-29"),
        ("5 January", "2027-01-05"),
        ("21 Nov", "2026-11-21"),
        ("the 3rd", "2026-12-03"),
        ("the 21st", "2026-11-21"),
        ("on the 31st", "2026-12-31"),
        ("today", "2026-11-21"),
        ("Tonight", "2026-11-21"),
        ("tomorrow", "2026-11-22"),
        ("the day after tomorrow", "2026-11-23"),
        ("Thursday", "2026-11-26"),
        ("thurs", "2026-11-26"),
        ("by Thursday", "2026-11-26"),
        ("this coming Thursday", "2026-11-26"),
        ("Thursday 2pm", "2026-11-26"),
        ("Thursday at 14:30", "2026-11-26"),
        ("next Thursday", "2026-11-26"),
        ("in 2 weeks", "2026-12-05"),
        ("2 weeks", "2026-12-05"),
        ("two weeks from now", "2026-12-05"),
        ("in two weeks' time", "2026-12-05"),
        ("in a couple of weeks", "2026-12-05"),
        ("in a fortnight", "2026-12-05"),
        ("in 10 days", "2026-12-01"),
        ("within 3 months", "2027-02-21"),
        ("in a year", "2027-11-21"),
        ("a week today", "2026-11-28"),
        ("a week tomorrow", "2026-11-29"),
        ("a week on Friday", "2026-12-04"),
        ("week on Friday", "2026-12-04"),
        ("Friday week", "2026-12-04"),
        ("a fortnight on Friday", "2026-12-11"),
        ("two weeks on Friday", "2026-12-11"),
        ("end of January", "2027-01-31"),
        ("the end of Feb 2028", "2028-02-29"),
        ("end of November", "2026-11-30"),
        ("mid-March", "2027-03-15"),
        ("early March", "2027-03-01"),
        ("by the end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("end of the year", "2026-12-31"),
        ("end of next week", "2026-11-27"),
        ("Christmas", "2026-12-25"),
        ("before Christmas", "2026-12-25"),
        ("New Year's Eve", "2026-12-31"),
        ("new year", "2027-01-01"),
        ("  THE 3RD of dec.  ", "2026-12-03"),
        ("3\u00a0Dec\x1b[31m", "2026-12-03"),
    ],
)
def test_days_ahead_that_are_plain(typed: str, day: str) -> None:
    reading = read_day(typed, TODAY)
    assert reading.day == date.fromisoformat(day)
    assert reading.odd == ""
    assert reading.echo.startswith(say_day(date.fromisoformat(day)))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("Thursday", "2026-11-19"),
        ("Saturday", "2026-11-21"),
        ("last Saturday", "2026-11-14"),
        ("last Thursday", "2026-11-19"),
        ("yesterday", "2026-11-20"),
        ("last night", "2026-11-20"),
        ("the day before yesterday", "2026-11-19"),
        ("3 days ago", "2026-11-18"),
        ("a fortnight ago", "2026-11-07"),
        ("19 Nov", "2026-11-19"),
        ("19/11", "2026-11-19"),
        ("the 3rd", "2026-11-03"),
        ("the 31st", "2026-10-31"),
        ("end of January", "2026-01-31"),
        ("today", "2026-11-21"),
    ],
)
def test_days_behind_that_are_plain(typed: str, day: str) -> None:
    reading = read_day(typed, TODAY, past=True)
    assert (reading.day, reading.odd) == (date.fromisoformat(day), "")


@pytest.mark.parametrize(
    ("typed", "past", "day", "asks"),
    [
        ("3 days ago", False, "2026-11-18", "has gone by"),
        ("last Thursday", False, "2026-11-19", "has gone by"),
        ("2020-01-01", False, "2020-01-01", "has gone by"),
        ("22 Nov 2028", False, "2028-11-22", "over two years away"),
        ("in 10 years", False, "2036-11-21", "over two years away"),
        ("tomorrow", True, "2026-11-22", "still to come"),
        ("3 Jan 2020", True, "2020-01-03", "over two years ago"),
        ("12/25", False, "2026-12-25", "day comes first"),
        ("20 Nov", False, "2027-11-20", "Fri 20 Nov 2026 has just gone by"),
        ("3/12", True, "2025-12-03", "Thu 3 Dec 2026 is still to come"),
        ("Friday 31 Dec 2026", False, "2026-12-31", "31 Dec 2026 is a Thursday"),
        ("Saturday", False, "2026-11-28", "or today?"),
        ("Saturday week", False, "2026-12-05", "meant?"),
        ("next Sunday", False, "2026-11-29", "or this week's, Sun 22 Nov 2026?"),
        ("next week", False, "2026-11-27", "Which day?"),
        ("January", False, "2027-01-31", "Which day in Jan 2027?"),
    ],
)
def test_what_looks_odd_is_read_and_asked_about(
    typed: str, past: bool, day: str, asks: str
) -> None:
    reading = read_day(typed, TODAY, past=past)
    assert reading.day == date.fromisoformat(day)
    assert asks in reading.odd
    assert reading.odd[-1] in "?."


def test_two_years_to_the_day_are_not_far() -> None:
    assert read_day("21 Nov 2028", TODAY).odd == ""
    assert read_day("21 Nov 2024", TODAY, past=True).odd == ""


@pytest.mark.parametrize(
    "typed", ["31/2", "30 Feb", "99/99", "0/0", "the 32nd", "2026-13-01", "9999 years"]
)
def test_days_that_do_not_exist(typed: str) -> None:
    reading = read_day(typed, TODAY)
    assert (reading.day, reading.echo) == (None, "")
    assert "no such day" in reading.odd


@pytest.mark.parametrize("typed", ["hello", "soon", "?", "before lunch", "x" * 500, "3" * 90])
def test_what_is_no_day_says_so(typed: str) -> None:
    reading = read_day(typed, TODAY)
    assert (reading.day, reading.echo) == (None, "")
    assert "Try" in reading.odd


def test_nothing_typed_is_no_mistake() -> None:
    reading = read_day(" \n", TODAY)
    assert (reading.day, reading.odd, reading.echo) == (None, "", "")


def test_a_guess_of_the_library_always_asks() -> None:
    reading = read_day("3 of the month of December 2026", TODAY)
    assert reading.day is None or reading.odd
    reading = read_day("2026 December 3", TODAY)
    assert reading.day == date(2026, 12, 3)
    assert reading.odd == "Is Thu 3 Dec 2026 meant?"


@settings(max_examples=150, deadline=None)
@given(DAYS, DAYS, st.booleans())
def test_an_echo_reads_back_as_its_day(day: date, today: date, past: bool) -> None:
    echo = f"{say_day(day)}, {say_distance(day, today)}"
    assert read_day(echo, today, past=past).day == day
    assert read_day(say_day(day), today, past=past).day == day
    assert read_day(day.isoformat(), today, past=past).echo == echo


@settings(max_examples=100, deadline=None)
@given(DAYS, DAYS, st.booleans())
def test_a_day_without_its_year_is_the_nearest_on_the_right_side(
    day: date, today: date, past: bool
) -> None:
    found = read_day(f"{day.day}/{day.month}", today, past=past).day
    assert found is not None
    assert (found.day, found.month) == (day.day, day.month)
    assert found <= today if past else found >= today
    assert abs((found - today).days) <= (366 if (day.day, day.month) != (29, 2) else 8 * 366)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789/.- adehkmnorstuwy'", max_size=14), DAYS)
def test_no_text_breaks_it(typed: str, today: date) -> None:
    reading = read_day(typed, today)
    assert (reading.day is None) == (reading.echo == "")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "in 2 days"),
        (-2, "2 days ago"),
        (13, "in 13 days"),
        (14, "in 2 weeks"),
        (40, "in 6 weeks"),
        (-42, "6 weeks ago"),
        (181, "in 26 weeks"),
        (183, "in 6 months"),
        (365, "in 12 months"),
        (731, "in 2 years"),
        (-3653, "10 years ago"),
    ],
)
def test_distances(days: int, said: str) -> None:
    assert say_distance(TODAY + timedelta(days=days), TODAY) == said


def test_days_are_said_in_english() -> None:
    assert say_day(date(2026, 12, 31)) == "Thu 31 Dec 2026"
    assert say_day(date(2027, 5, 3)) == "Mon 3 May 2027"


@pytest.mark.parametrize(
    ("start", "today", "month"),
    [
        ("2026-09-07", "2026-09-06", None),
        ("2026-09-07", "2026-09-07", 1),
        ("2026-09-07", "2026-10-06", 1),
        ("2026-09-07", "2026-10-07", 2),
        ("2026-09-07", "2026-11-21", 3),
        ("2026-09-07", "2027-09-06", 12),
        ("2026-01-31", "2026-02-27", 1),
        ("2026-01-31", "2026-02-28", 2),
        ("2026-01-31", "2026-03-01", 2),
    ],
)
def test_months_of_a_programme(start: str, today: str, month: int | None) -> None:
    assert month_of(date.fromisoformat(start), date.fromisoformat(today)) == month


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2026-09-01", "2027-05-31", 9),
        ("2026-09-07", "2027-06-07", 9),
        ("2026-09-07", "2027-06-06", 9),
        ("2026-09-07", "2027-06-08", 10),
        ("2026-09-07", "2026-09-08", 1),
        ("2026-09-07", "2026-09-07", 0),
        ("2026-09-07", "2026-01-01", 0),
        ("2026-08-31", "2027-02-28", 6),
    ],
)
def test_months_from_start_to_end(start: str, end: str, months: int) -> None:
    assert months_between(date.fromisoformat(start), date.fromisoformat(end)) == months


def test_months_are_added_within_the_calendar() -> None:
    assert add_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert add_months(date(2026, 1, 15), -1) == date(2025, 12, 15)
    with pytest.raises(OverflowError):
        add_months(date(9999, 12, 1), 1)


def test_the_library_is_only_loaded_when_it_is_needed() -> None:
    code = (
        "import sys; from datetime import date; from ilmcoach.dates import read_day;"
        "assert read_day('a week on Friday', date(2026, 11, 21)).day;"
        "assert 'dateparser' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
