"""The calendar file, read back by another library than the one that wrote it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.export.calendar import to_calendar
from ilmcoach.portfolio.calendar_days import NAMES, CalendarDay
from ilmcoach.text import clean_line

MADE = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


def a_day(words: str = "", **more: Any) -> CalendarDay:
    given: dict[str, Any] = {
        "name": "a1-action",
        "day": date(2026, 12, 3),
        "sort": "action",
        "words": words,
        "made": MADE,
        "changed": MADE + timedelta(seconds=90),
        "ahead": 1,
    }
    return CalendarDay(**{**given, **more})


def read(*days: CalendarDay, words: bool = True) -> list[Any]:
    written = to_calendar(days, words=words).decode()
    return list(vobject.readOne(written).vevent_list)


def test_an_all_day_event_with_what_a_calendar_needs() -> None:
    (event,) = read(a_day("Ask two people"))
    assert event.summary.value == "Action due: Ask two people"
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 12, 3), date(2026, 12, 4))
    assert event.uid.value == "a1-action@ilmcoach"
    assert event.dtstamp.value == MADE + timedelta(seconds=90)
    assert event.sequence.value == "90"
    assert event.contents["class"][0].value == "PRIVATE"
    assert event.transp.value == "TRANSPARENT"


def test_the_uid_outlasts_a_change_of_day() -> None:
    (first,), (moved,) = read(a_day()), read(a_day(day=date(2027, 1, 8)))
    assert first.uid.value == moved.uid.value
    assert moved.dtstart.value == date(2027, 1, 8)


def test_alarms_sound_at_nine_the_day_or_the_week_before() -> None:
    start = datetime(2026, 12, 3)  # noqa: DTZ001 - wherever the learner is
    for ahead, moment in ((1, datetime(2026, 12, 2, 9)), (7, datetime(2026, 11, 26, 9))):  # noqa: DTZ001
        (event,) = read(a_day("Ask", ahead=ahead))
        assert start + event.valarm.trigger.value == moment
        assert event.valarm.action.value == "DISPLAY"
        assert event.valarm.description.value == "Action due: Ask"
    assert "valarm" not in read(a_day(ahead=0))[0].contents


def test_without_words_only_ours_are_in_it() -> None:
    written = to_calendar([a_day("Sam said", sort=sort) for sort in NAMES], words=False).decode()
    assert "Sam" not in written
    summaries = [one.summary.value for one in vobject.readOne(written).vevent_list]
    assert summaries == list(NAMES.values())


def test_lines_are_folded_and_end_as_the_format_says() -> None:
    long = " ".join(f"{number} {FAMILY} é, ; \\ :" for number in range(500))
    written = to_calendar([a_day("\n".join(long.split(" ")))])
    lines = written.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode()
    (event,) = read(a_day(long))
    assert event.description.value == long
    assert len(event.summary.value) <= 120


def test_texts_that_try_to_be_properties_stay_text() -> None:
    hostile = "x\r\nEND:VEVENT\r\nATTACH:file:///etc/passwd [/notes] \x1b[31m"
    (event,) = read(a_day(hostile))
    assert event.summary.value == f"Action due: {clean_line(hostile)}"
    assert "attach" not in event.contents


def test_the_calendar_says_what_it_is() -> None:
    calendar = vobject.readOne(to_calendar([a_day()]).decode())
    assert calendar.version.value == "2.0"
    assert calendar.calscale.value == "GREGORIAN"
    assert calendar.prodid.value.startswith("-//ilmcoach//")


def test_the_last_day_there_is_has_no_day_after_it() -> None:
    (event,) = read(a_day(day=date.max))
    assert event.dtstart.value == date.max


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_words_come_back(words: str) -> None:
    (event,) = read(a_day(words))
    own = clean_line(words)
    title = f"Action due: {own}" if own else "Action due"
    if len(title) <= 120:
        assert event.summary.value == title
    else:
        assert event.description.value == own
