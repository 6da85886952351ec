"""What goes into a calendar, and that its names outlast a change of day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from ilmcoach.portfolio.calendar_days import CalendarDay, calendar_days
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Action,
    Activity,
    Enrolment,
    Goal,
    LearningSet,
    Meeting,
    Record,
)

NOW = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
TODAY = NOW.date()
LATER = NOW + timedelta(minutes=5)
SHARED: dict[str, Any] = {"made": NOW, "changed": NOW}


def days(*records: Record, today: date = TODAY, years: int | None = None) -> list[CalendarDay]:
    portfolio = Portfolio({one.id: one for one in records})
    return list(calendar_days(portfolio, today, years=years))


def names(*records: Record, **more: Any) -> dict[str, date]:
    return {one.name: one.day for one in days(*records, **more)}


def test_an_action_that_moves_keeps_its_name_and_counts_up() -> None:
    action = Action(id="a", text="Ask two people", due=date(2026, 11, 26), **SHARED)
    (first,) = days(action)
    (moved,) = days(replace(action, due=date(2026, 12, 4), changed=LATER))
    assert moved.name == first.name
    assert moved.day == date(2026, 12, 4)
    assert (first.changes, moved.changes) == (0, 300)
    assert moved.words == "Ask two people"


def test_a_goals_days_to_look_again_go_by_their_place() -> None:
    looks = (date(2026, 12, 18), date(2027, 1, 29))
    goal = Goal(id="g", what="Hand over the rota", by=date(2027, 2, 26), reviews=looks, **SHARED)
    moved = replace(goal, reviews=(date(2026, 12, 11), date(2027, 2, 5)))
    assert names(goal) == {
        "g-goal-review-0": looks[0],
        "g-goal-review-1": looks[1],
        "g-goal": date(2027, 2, 26),
    }
    assert list(names(moved)) == list(names(goal))


def test_the_next_meeting_stays_the_same_one_when_it_gets_a_record_of_its_own() -> None:
    first = Meeting(id="m1", held=date(2026, 11, 19), next_on=date(2026, 12, 3), **SHARED)
    agreed = names(first)
    prepared = Meeting(id="m2", planned=date(2026, 12, 4), problem="The rota", **SHARED)
    held = replace(prepared, held=date(2026, 12, 5), next_on=date(2026, 12, 17))
    assert agreed == {"m1-first": date(2026, 11, 19), "m1-next": date(2026, 12, 3)}
    assert names(first, prepared) == {**agreed, "m1-next": date(2026, 12, 4)}
    assert names(first, held, today=date(2026, 12, 6)) == {
        **agreed,
        "m1-next": date(2026, 12, 5),
        "m2-next": date(2026, 12, 17),
    }


def test_a_meeting_that_moved_to_another_record_never_counts_back() -> None:
    first = Meeting(id="m1", held=TODAY, next_on=date(2026, 12, 3), **SHARED)
    edited = replace(first, changed=NOW + timedelta(hours=3))
    second = Meeting(id="m2", planned=date(2026, 12, 3), made=LATER, changed=LATER)
    before = next(one.changes for one in days(edited) if one.name == "m1-next")
    after = next(one.changes for one in days(edited, second) if one.name == "m1-next")
    assert after >= before > 0


@pytest.mark.parametrize(
    "meeting",
    [
        Meeting(id="m", planned=date(2026, 12, 3), **SHARED),
        Meeting(id="m", next_on=date(2026, 12, 3), **SHARED),
        Meeting(id="m", struck="Silence", next_on=date(2026, 12, 3), **SHARED),
    ],
)
def test_a_first_meeting_to_come_is_there_however_it_was_named(meeting: Meeting) -> None:
    assert list(names(meeting).values()) == [date(2026, 12, 3)]


def test_several_planned_meetings_are_all_there() -> None:
    some = [Meeting(id=f"m{n}", planned=date(2026, 12, n), **SHARED) for n in (3, 10, 17)]
    assert sorted(names(*some).values()) == [one.planned for one in some]


def test_an_activity_has_a_first_and_a_last_day() -> None:
    activity = Activity(
        id="v", what="Chair a meeting", start=date(2026, 12, 1), by=date(2027, 1, 8), **SHARED
    )
    assert names(activity) == {
        "v-activity-start": date(2026, 12, 1),
        "v-activity": date(2027, 1, 8),
    }
    assert list(names(replace(activity, start=activity.by))) == ["v-activity"]


def test_ends_are_there_and_the_last_date_if_the_years_are_known() -> None:
    enrolment = Enrolment(id="e", pack="p", start=date(2026, 9, 1), end=date(2027, 5, 31), **SHARED)
    the_set = LearningSet(id="s", end=date(2027, 3, 31), **SHARED)
    assert names(enrolment, the_set, years=3) == {
        "s-set-end": date(2027, 3, 31),
        "e-programme-end": date(2027, 5, 31),
        "e-programme-last": date(2029, 9, 1),
    }
    assert "e-programme-last" not in names(enrolment)


@pytest.mark.parametrize(
    ("sort", "left", "ahead"),
    [
        ("action", 1, 1),
        ("action", 30, 1),
        ("action", 0, 0),
        ("action", -3, 0),
        ("goal", 30, 7),
        ("goal", 7, 1),
        ("goal", 0, 0),
    ],
)
def test_when_a_calendar_speaks_up(sort: str, left: int, ahead: int) -> None:
    day = TODAY + timedelta(days=left)
    record: Record = (
        Action(id="x", text="Ask", due=day, **SHARED)
        if sort == "action"
        else Goal(id="x", what="Ask", by=day, **SHARED)
    )
    assert [one.ahead for one in days(record)] == [ahead]


def test_a_meeting_that_was_held_is_no_alarm() -> None:
    assert [one.ahead for one in days(Meeting(id="m", held=date(2026, 11, 5), **SHARED))] == [0]


def test_what_is_in_the_trash_is_not_there() -> None:
    assert not days(Action(id="a", text="Ask", due=TODAY, trashed=NOW, **SHARED))
