"""The portfolio answers from live records only, in a fixed order, and never changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    KINDS,
    Action,
    Activity,
    Enrolment,
    Feedback,
    Finding,
    Goal,
    Learner,
    LearningSet,
    Meeting,
    Note,
    Person,
    Record,
    Review,
    Run,
    Telling,
)
from ilmcoach.portfolio.sources import SOURCES

START = datetime(2026, 9, 7, 18, 0, tzinfo=UTC)


def at(days: int) -> dict[str, Any]:
    moment = START + timedelta(days=days)
    return {"made": moment, "changed": moment}


def of(*records: Record) -> Portfolio:
    return Portfolio({one.id: one for one in records})


def ids(records: tuple[Record, ...]) -> list[str]:
    return [one.id for one in records]


def gone(record: Record) -> Record:
    return replace(record, trashed=START)


def test_live_records_are_of_one_kind_out_of_the_trash_and_oldest_first() -> None:
    portfolio = of(
        Note(id="late", text="x", **at(5)),
        Note(id="b", text="x", **at(1)),
        Note(id="a", text="x", **at(1)),
        gone(Note(id="gone", text="x", **at(0))),
        Goal(id="goal", what="x", **at(0)),
    )
    assert ids(portfolio.live(Note)) == ["a", "b", "late"]
    assert len(portfolio) == 5
    assert portfolio.get("gone") is not None
    assert portfolio.live_get(Note, "gone") is None
    assert portfolio.live_get(Note, "goal") is None
    assert portfolio.live_get(Note, "late") == Note(id="late", text="x", **at(5))
    assert portfolio.get("nothing") is None


def test_saving_gives_a_new_portfolio_and_leaves_the_old_one() -> None:
    old = of(Note(id="a", text="before", **at(0)))
    new = old.with_records([Note(id="a", text="after", **at(0)), Note(id="b", text="x", **at(1))])
    assert [one.words() for one in old] == [("before",)]
    assert [one.words() for one in new.live(Note)] == [("after",), ("x",)]
    assert old != new
    assert new == new.with_records([])


def test_the_learner_and_the_newest_programme() -> None:
    assert of().learner is None
    assert of().enrolment is None
    portfolio = of(
        Enrolment(id="old", pack="award", **at(0)),
        Enrolment(id="new", pack="certificate", **at(9)),
        Learner(id="me", name="K", **at(3)),
    )
    assert portfolio.enrolment is not None
    assert portfolio.enrolment.pack == "certificate"
    assert portfolio.learner is not None
    assert portfolio.learner.name == "K"


def test_tellings_belong_to_their_action_and_the_newest_outcome_counts() -> None:
    action = Action(id="act", text="Ask two people", **at(0))
    portfolio = of(
        action,
        Telling(id="2", outcome="done", links=("act",), **at(8)),
        Telling(id="1", outcome="partly", links=("act",), **at(4)),
        Telling(id="3", text="more about it", links=("act",), **at(9)),
        Telling(id="other", outcome="dropped", links=("else",), **at(9)),
    )
    assert ids(portfolio.tellings(action)) == ["1", "2", "3"]
    assert portfolio.outcome(action) == "done"
    undone = portfolio.with_records(
        [gone(Telling(id="2", outcome="done", links=("act",), **at(8)))]
    )
    assert undone.outcome(action) == "partly"
    assert of(action).outcome(action) == ""


@pytest.mark.parametrize(
    ("outcome", "is_open"),
    [("", True), ("partly", True), ("not-yet", True), ("done", False), ("dropped", False)],
)
def test_an_action_is_open_until_it_is_done_or_dropped(outcome: str, is_open: bool) -> None:
    portfolio = of(
        Action(id="act", text="x", **at(0)),
        Telling(id="t", outcome=outcome, text="y", links=("act",), **at(1)),
    )
    assert ids(portfolio.open_actions()) == (["act"] if is_open else [])


def test_open_actions_come_by_day_undated_last_blank_ones_never() -> None:
    portfolio = of(
        Action(id="someday", text="x", **at(0)),
        Action(id="late", text="x", due=date(2026, 12, 1), **at(0)),
        Action(id="soon", text="x", due=date(2026, 10, 1), **at(3)),
        Action(id="blank", **at(0)),
        Action(id="spaces", text="  \n", **at(0)),
    )
    assert ids(portfolio.open_actions()) == ["soon", "late", "someday"]


def test_meetings_come_as_they_were_held() -> None:
    portfolio = of(
        Meeting(id="third", struck="x", **at(60)),
        Meeting(id="second", held=date(2026, 10, 15), **at(1)),
        Meeting(id="first", held=date(2026, 9, 10), **at(90)),
        gone(Meeting(id="gone", held=date(2026, 9, 1), **at(0))),
    )
    assert ids(portfolio.meetings()) == ["first", "second", "third"]


@pytest.mark.parametrize("kind", list(KINDS.values()), ids=list(KINDS))
def test_a_new_record_of_any_kind_is_blank(kind: type[Record]) -> None:
    assert kind(id="x", run="r", links=("a",), criteria=("m3-37/2.2",), **at(0)).blank


@pytest.mark.parametrize(
    ("record", "blank"),
    [
        (Note(id="x", text=" \n\t", **at(0)), True),
        (Note(id="x", text="!", **at(0)), False),
        (Finding(id="x", area="trust", area_label="Trust", chosen=True, **at(0)), True),
        (Finding(id="x", area="trust", rating=1, **at(0)), False),
        (Action(id="x", due=date(2026, 9, 9), **at(0)), True),
        (Run(id="x", walk="w", subject="s", place="p", **at(0)), True),
        (Run(id="x", answers={"a": " "}, **at(0)), True),
        (Run(id="x", answers={"a": ()}, **at(0)), True),
        (Run(id="x", answers={"a": 0}, **at(0)), False),
        (Run(id="x", answers={"a": "said"}, **at(0)), False),
    ],
)
def test_blank(record: Record, blank: bool) -> None:
    assert record.blank is blank


def test_the_sources_give_what_their_names_say() -> None:
    portfolio = of(
        Finding(id="strength", sort="strength", rating=4, **at(0)),
        Finding(id="keeps", sort="limitation", chosen=True, **at(1)),
        Finding(id="shy", sort="limitation", **at(2)),
        Finding(id="open", rating=3, **at(3)),
        Finding(id="blank", area="trust", **at(4)),
        gone(Finding(id="gone", sort="limitation", chosen=True, **at(5))),
        Goal(id="goal", what="Hand over", **at(0)),
        Goal(id="blank-goal", **at(1)),
        Action(id="act", text="Ask", **at(0)),
        Activity(id="shadow", what="Shadow Priya", status="planned", **at(0)),
        Activity(id="course", what="A course", status="done", **at(1)),
        gone(Activity(id="gone-activity", what="x", **at(2))),
        Meeting(id="meeting", **at(0)),
        Feedback(id="feedback", said="x", **at(0)),
    )
    found = {name: ids(source(portfolio)) for name, source in SOURCES.items()}
    assert found == {
        "findings": ["strength", "keeps", "shy", "open"],
        "limitations": ["keeps", "shy"],
        "chosen limitations": ["keeps"],
        "goals": ["goal"],
        "goals and limitations": ["goal", "keeps", "shy"],
        "open actions": ["act"],
        "open activities": ["shadow"],
        "activities": ["shadow", "course"],
        "meetings": ["meeting"],
    }


def test_with_no_limitation_chosen_every_one_is_offered() -> None:
    portfolio = of(
        Finding(id="a", sort="limitation", **at(0)),
        Finding(id="b", sort="limitation", **at(1)),
        Finding(id="c", sort="strength", chosen=True, **at(2)),
    )
    assert ids(SOURCES["chosen limitations"](portfolio)) == ["a", "b"]


def test_a_goal_stands_as_it_was_told_last_and_closes_when_reached_or_dropped() -> None:
    portfolio = of(
        Goal(id="later", what="Listen", by=date(2027, 2, 1), **at(0)),
        Goal(id="soon", what="Hand over", by=date(2026, 12, 1), **at(1)),
        Goal(id="undated", what="Ask more", **at(2)),
        Goal(id="there", what="Say no", **at(3)),
        Goal(id="blank", **at(4)),
        Review(id="r1", status="reached", links=("soon",), **at(5)),
        Review(id="r2", status="stuck", links=("soon",), **at(6)),
        Review(id="r3", how_far="A word more", links=("soon",), **at(7)),
        Review(id="r4", status="reached", links=("there",), **at(5)),
    )
    soon = portfolio.live_get(Goal, "soon")
    assert soon is not None
    assert ids(portfolio.reviews(soon)) == ["r1", "r2", "r3"]
    assert portfolio.goal_status(soon) == "stuck"
    assert ids(portfolio.open_goals()) == ["soon", "later", "undated"]


def test_the_people_of_the_set_are_told_from_the_others() -> None:
    portfolio = of(
        Person(id="k", name="Kofi", role="member", **at(0)),
        Person(id="a", name="Anwen", role="advisor", **at(1)),
        Person(id="m", name="Mair", role="manager", **at(2)),
        gone(Person(id="x", name="Xan", role="member", **at(3))),
        LearningSet(id="old", rules="Be kind", **at(0)),
        LearningSet(id="new", rules="Be straight", **at(1)),
    )
    assert ids(portfolio.people("member", "advisor")) == ["k", "a"]
    assert ids(portfolio.people()) == ["k", "a", "m"]
    assert portfolio.learning_set is not None
    assert portfolio.learning_set.id == "new"
    assert of().learning_set is None


def test_a_meeting_is_to_come_until_something_was_written_afterwards() -> None:
    ahead = Meeting(id="m", planned=date(2026, 12, 3), problem="x", matters="y", **at(0))
    assert ahead.to_come
    assert not replace(ahead, held=date(2026, 12, 3)).to_come
    assert not replace(ahead, struck="A silence.").to_come
