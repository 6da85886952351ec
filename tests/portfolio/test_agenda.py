"""Everything with a day, late and to come, in one order."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from ilmcoach.portfolio.agenda import SORTS, Due, agenda, coming_meetings
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Action,
    Activity,
    Enquiry,
    Enrolment,
    Feedback,
    FeedbackRequest,
    Goal,
    LearningSet,
    Meeting,
    Record,
    Review,
    Telling,
    WeekLook,
)
from ilmcoach.portfolio.week import look_is_due, this_week, waiting

TODAY = date(2026, 11, 21)
NOON = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
AT: dict[str, Any] = {"made": NOON, "changed": NOON}


def on(days: int) -> date:
    return TODAY + timedelta(days=days)


def made(days: int) -> dict[str, Any]:
    moment = datetime.combine(on(days), datetime.min.time(), UTC)
    return {"made": moment, "changed": moment}


def of(*records: Record) -> Portfolio:
    return Portfolio({one.id: one for one in records})


def found(*records: Record, years: int | None = None) -> list[tuple[str, int, bool]]:
    """Sort, days from today, late?"""
    dues = agenda(of(*records), TODAY, years=years)
    return [(one.sort, (one.day - TODAY).days, one.late) for one in dues]


def test_late_and_coming_stand_in_one_order_with_the_learners_words() -> None:
    portfolio = of(
        Action(id="later", text="Ask two people", due=on(3), **AT),
        Action(id="late", text="Read", due=on(-2), **AT),
        Action(id="today", text="Ring", due=TODAY, **AT),
        Action(id="undated", text="Some time", **AT),
        Action(id="done", text="Done", due=on(1), **AT),
        Telling(id="t", outcome="done", links=("done",), **AT),
        Goal(id="g", what="Hand over the rota", by=on(2), **AT),
    )
    assert agenda(portfolio, TODAY) == (
        Due(on(-2), "action", "late", "Read", late=True),
        Due(TODAY, "action", "today", "Ring", late=False),
        Due(on(2), "goal", "g", "Hand over the rota", late=False),
        Due(on(3), "action", "later", "Ask two people", late=False),
    )


def reviewed(day: int, *reviews: int) -> list[tuple[str, int, bool]]:
    """A goal to be looked at on `day`, looked at on those days."""
    looks = [
        Review(id=f"r{number}", status="stuck", links=("g",), **made(one))
        for number, one in enumerate(reviews)
    ]
    return found(Goal(id="g", what="x", reviews=(on(day),), **AT), *looks)


@pytest.mark.parametrize(
    ("day", "reviews", "waits"),
    [
        (-3, (), True),
        (-3, (-1,), False),
        (-3, (-3,), False),
        (-3, (-10,), False),
        (-3, (-11,), True),
        (4, (0,), False),
        (8, (0,), True),
    ],
)
def test_a_goals_day_counts_as_used_by_a_look_on_it_later_or_in_the_week_before(
    day: int, reviews: tuple[int, ...], waits: bool
) -> None:
    assert reviewed(day, *reviews) == ([("goal-review", day, day < 0)] if waits else [])


def test_of_a_goals_missed_days_only_the_last_is_told() -> None:
    goal = Goal(id="g", what="x", reviews=(on(-40), on(-20), on(5), on(30)), **AT)
    assert found(goal) == [
        ("goal-review", -20, True),
        ("goal-review", 5, False),
        ("goal-review", 30, False),
    ]


def test_an_empty_review_uses_no_day_and_a_reached_goal_has_none() -> None:
    goal = Goal(id="g", what="x", by=on(9), reviews=(on(-1),), **AT)
    empty = Review(id="r", links=("g",), **made(0))
    assert [one[0] for one in found(goal, empty)] == ["goal-review", "goal"]
    reached = Review(id="r2", status="reached", links=("g",), **made(0))
    assert found(goal, reached) == []


@pytest.mark.parametrize(
    ("status", "days"),
    [("", [-1, 6]), ("planned", [-1, 6]), ("under-way", [6]), ("done", []), ("dropped", [])],
)
def test_an_activity_begins_once_and_ends(status: str, days: list[int]) -> None:
    one = Activity(id="a", what="Shadow K", start=on(-1), by=on(6), status=status, **AT)
    assert [day for _, day, _ in found(one)] == days


def test_an_activity_of_one_day_is_told_once() -> None:
    assert found(Activity(id="a", what="x", start=on(1), by=on(1), **AT)) == [
        ("activity", 1, False)
    ]


def test_feedback_waits_until_it_came_and_a_question_comes_up_after_a_week() -> None:
    asked = FeedbackRequest(id="q", who="Maria", by=on(2), **AT)
    assert found(asked) == [("request", 2, False)]
    assert found(asked, Feedback(id="f", said="You listen.", links=("q",), **AT)) == []
    assert found(Enquiry(id="e", text="What is Q?", asked_on=on(-7), **AT)) == []
    assert found(Enquiry(id="e", text="What is Q?", asked_on=on(-8), **AT)) == [
        ("enquiry", -1, True)
    ]
    answered = Enquiry(id="e", text="What?", asked_on=on(-30), answer="This.", **AT)
    assert found(answered) == []


def test_ends_are_told_until_they_have_come() -> None:
    enrolment = Enrolment(id="e", start=date(2026, 9, 1), end=date(2027, 5, 31), **AT)
    the_set = LearningSet(id="s", purpose="x", end=date(2027, 3, 1), **AT)
    dues = agenda(of(enrolment, the_set), TODAY, years=3)
    assert [(one.sort, one.day, one.record) for one in dues] == [
        ("set-end", date(2027, 3, 1), "s"),
        ("programme-end", date(2027, 5, 31), "e"),
        ("programme-last", date(2029, 9, 1), "e"),
    ]
    assert [one.sort for one in agenda(of(enrolment, the_set), TODAY)] == [
        "set-end",
        "programme-end",
    ]
    assert agenda(of(enrolment, the_set), date(2030, 1, 1), years=3) == ()
    assert agenda(of(enrolment), TODAY, years=99999) != ()


MEETING = Meeting(id="one", held=on(-16), next_on=on(12), struck="x", **AT)


@pytest.mark.parametrize(
    ("planned", "expected"),
    [
        (None, [(on(12), "one")]),
        (on(12), [(on(12), "two")]),
        (on(19), [(on(19), "two")]),
        (TODAY, [(TODAY, "two")]),
        (on(-1), [(on(12), "one")]),
    ],
)
def test_a_prepared_meeting_has_the_say_about_its_day(
    planned: date | None, expected: list[tuple[date, str]]
) -> None:
    second = Meeting(id="two", planned=planned, problem="The rota", **AT)
    coming = coming_meetings(of(MEETING, second), TODAY)
    assert [(day, one.id) for day, one in coming] == expected
    assert [sort for sort, _, _ in found(MEETING, second)] == ["meeting"] * len(expected)


def test_a_meeting_that_was_looked_back_on_is_not_to_come() -> None:
    told = Meeting(id="two", planned=on(3), struck="A silence", **AT)
    assert coming_meetings(of(told), TODAY) == ()


def test_what_waits_names_each_record_once_and_ends_with_what_has_no_day() -> None:
    portfolio = of(
        MEETING,
        Goal(id="g", what="x", by=on(30), reviews=(on(4),), **AT),
        Action(id="undated", text="Some time", **AT),
        Enrolment(id="e", start=on(-300), end=on(29), **AT),
    )
    assert [(one.record, one.sort) for one in waiting(portfolio, TODAY)] == [
        ("g", "goal-review"),
        ("undated", "action"),
    ]
    near = of(Enrolment(id="e", start=on(-300), end=on(28), **AT))
    assert [one.sort for one in waiting(near, TODAY)] == ["programme-end"]


def test_a_look_at_the_week_goes_seven_days_ahead_and_asks_nobody_else() -> None:
    portfolio = of(
        Action(id="near", text="x", due=on(7), **AT),
        Action(id="far", text="x", due=on(8), **AT),
        Action(id="undated", text="x", **AT),
        Activity(id="late", what="x", by=on(-40), **AT),
        FeedbackRequest(id="q", who="Maria", by=on(2), **AT),
    )
    assert [one.record for one in this_week(portfolio, TODAY)] == ["late", "near", "undated"]


@pytest.mark.parametrize(
    ("opened", "looked", "due"),
    [(-6, None, False), (-7, None, True), (-30, -7, True), (-30, -6, False)],
)
def test_when_a_look_at_the_week_is_due(opened: int, looked: int | None, due: bool) -> None:
    looks = [] if looked is None else [WeekLook(id="w", on=on(looked), **AT)]
    action = Action(id="a", text="x", **made(opened))
    assert look_is_due(of(action, *looks), TODAY) is due
    assert not look_is_due(of(*looks), TODAY)


def test_every_sort_of_due_has_its_place() -> None:
    assert len(set(SORTS)) == len(SORTS) == 10
