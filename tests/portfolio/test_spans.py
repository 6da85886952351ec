"""Lengths of time as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilmcoach.portfolio.spans import read_span, say_span

READ = {
    "1h30": 90,
    "1 h 30 min": 90,
    "1h30m": 90,
    "1 hour, 30 minutes": 90,
    "1:30": 90,
    "90 min": 90,
    "90min.": 90,
    "45'": 45,
    "1.5": 90,
    "1,5": 90,
    "1,5 h": 90,
    ".5": 30,
    "1.25": 75,
    "2.0 hrs": 120,
    "2": 120,
    "12": 720,
    "13": 13,
    "90": 90,
    "2 hours": 120,
    "Two Hours": 120,
    "ninety minutes": 90,
    "1½ hours": 90,
    "2 ½ h": 150,
    "½ h": 30,
    "an hour": 60,
    "about an hour": 60,
    "an hour and a half": 90,
    "an hour and a quarter": 75,
    "one and a half hours": 90,
    "half an hour": 30,
    "a half-hour": 30,
    "a quarter of an hour": 15,
    "three quarters of an hour": 45,
    "9:30 to 11:00": 90,
    "9.30-11": 90,
    "from 11:30 till 1": 90,
    "14:00–15:45": 105,
    "24 h": 1440,
}

NOT_READ = [
    "1.30",
    "1.45 h",
    "1h75",
    "1:60",
    "9-11",
    "9:30-9:30",
    "14:00-13:00",
    "0",
    "0 min",
    "24 h 1 min",
    "9999",
    "soon",
    "[/notes]",
    "😀",
    "1²",
    "٣",
    "-2",
    "9" * 5000,
]


@pytest.mark.parametrize(("typed", "minutes"), READ.items())
def test_read(typed: str, minutes: int) -> None:
    reading = read_span(typed)
    assert reading.minutes == minutes
    assert reading.echo == say_span(minutes)


@pytest.mark.parametrize("typed", NOT_READ)
def test_not_read_and_said_so(typed: str) -> None:
    reading = read_span(typed)
    assert (reading.minutes, reading.echo) == (None, "")
    assert reading.odd.endswith((".", "?"))


def test_what_could_be_a_time_of_day_asks_for_a_colon() -> None:
    assert read_span("1.30").odd == "Write 1:30, or the minutes, as in 90 min."


def test_nothing_typed_reads_as_nothing_and_says_nothing() -> None:
    assert read_span("  ").odd == ""


@pytest.mark.parametrize(
    ("typed", "odd"), [("10", "Or 10 min?"), ("13 h", "That is long. Is it so?"), ("90", "")]
)
def test_odd_ones_ask(typed: str, odd: str) -> None:
    assert read_span(typed).odd == odd


@pytest.mark.parametrize(
    ("minutes", "said"), [(1, "1 min"), (45, "45 min"), (60, "1 h"), (330, "5 h 30 min")]
)
def test_said(minutes: int, said: str) -> None:
    assert say_span(minutes) == said


@given(st.integers(1, 1440))
def test_what_is_said_reads_back(minutes: int) -> None:
    assert read_span(say_span(minutes)).minutes == minutes


@given(st.text(max_size=60))
def test_anything_typed_is_read_or_refused(typed: str) -> None:
    reading = read_span(typed)
    assert reading.minutes is None or 1 <= reading.minutes <= 1440
