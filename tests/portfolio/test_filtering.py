"""What is shown follows what belongs together."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from ilmcoach.portfolio.filtering import Wanted, narrow
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Action,
    Activity,
    Attachment,
    Feedback,
    Finding,
    Goal,
    Meeting,
    Note,
    Record,
    Review,
    Run,
    Telling,
)

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def at(record_id: str, *links: str, criteria: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"id": record_id, "made": NOW, "changed": NOW, "links": links, "criteria": criteria}


RECORDS: tuple[Record, ...] = (
    Finding(area_label="Delegating", evidence="The rota", **at("finding", criteria=("u/1",))),
    Goal(what="Hand over", finding="finding", **at("goal")),
    Review(how_far="Half", **at("review", "goal", criteria=("u/2",))),
    Activity(what="Shadow Anna", source="goal", **at("activity")),
    Attachment(name="notes.pdf", text="What I saw", **at("file", "activity")),
    Run(walk="w", subject="goal", answers={"a": "x"}, **at("run")),
    Meeting(problem="Anna and the rota", **at("meeting", criteria=("u/2",))),
    Action(text="Ask Anna", **at("ask", "meeting")),
    Action(text="Wait", **at("wait", "meeting")),
    Telling(outcome="done", text="I did", **at("told", "ask", "later")),
    Meeting(problem="Something else", **at("later")),
    Feedback(who="Anna", said="Calm.", **at("said", "finding")),
    Note(text="Annabel", **at("note")),
    Note(text="A loop", **at("loop", "loop")),
)
PORTFOLIO = Portfolio({one.id: one for one in RECORDS})


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(), [one.id for one in RECORDS]),
        (Wanted(kind="action"), ["ask", "wait"]),
        (Wanted(goal="goal"), ["goal", "review", "activity", "file", "run"]),
        (Wanted(meeting="meeting"), ["meeting", "ask", "wait", "told"]),
        (Wanted(meeting="later"), ["told", "later"]),
        (Wanted(criterion="u/2"), ["review", "meeting"]),
        (Wanted(person="Anna"), ["activity", "file", "meeting", "ask", "told", "said"]),
        (Wanted(person="Anna", meeting="meeting", kind="telling"), ["told"]),
        (Wanted(person="Anna", criterion="u/2"), ["meeting"]),
        (Wanted(goal="goal", meeting="meeting"), []),
        (Wanted(goal="gone"), []),
        (Wanted(goal="loop"), ["loop"]),
    ],
)
def test_what_is_wanted_and_what_belongs_to_it(wanted: Wanted, ids: list[str]) -> None:
    assert [one.id for one in narrow(RECORDS, wanted, PORTFOLIO)] == ids


def test_wanting_nothing_is_no_choice() -> None:
    assert not Wanted()
    assert Wanted(person="Anna")


def test_a_full_name_finds_the_first_name_that_nobody_else_has() -> None:
    priya = Feedback(who="Priya Nair", said="Calm.", **at("full"))
    first = Note(text="Priya asked", **at("first"))
    other = Feedback(who="Priya Shah", said="Quick.", **at("other"))

    def found(*records: Record) -> list[str]:
        portfolio = Portfolio({one.id: one for one in records})
        return [one.id for one in narrow(records, Wanted(person="Priya Nair"), portfolio)]

    assert found(priya, first) == ["full", "first"]
    assert found(priya, first, other) == ["full"]
