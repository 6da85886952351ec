"""How a goal reads once it was looked at again, and a finding once it was rated again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Finding, Goal, Rating, Record, Review
from ilmcoach.tui.present import Shown, show

START = datetime(2026, 9, 3, 12, 0, tzinfo=UTC)


def at(days: int) -> dict[str, Any]:
    moment = START + timedelta(days=days)
    return {"made": moment, "changed": moment}


def shown(record: Record, *others: Record) -> Shown:
    return show(record, Portfolio({one.id: one for one in (record, *others)}), None)


def test_a_finding_shows_then_and_now_and_what_was_seen_again() -> None:
    finding = Finding(id="f", area_label="Trust", rating=3, sort="limitation", **at(0))
    found = shown(finding, Rating(id="a", rating=4, text="I let go.", links=("f",), **at(60)))
    assert found.mark == "limitation, 3 then, 4 now"
    assert [(part.label, part.text, part.own) for part in found.parts] == [
        (
            "Then and now",
            "Then  ●●●○○  3 of 5, Thu 3 Sep 2026\nNow   ●●●●○  4 of 5, Mon 2 Nov 2026",
            False,
        ),
        ("What I saw on Mon 2 Nov 2026", "I let go.", True),
    ]


def test_a_goal_shows_how_it_went_along() -> None:
    goal = Goal(id="g", what="Hand over the rota", **at(0))
    found = shown(
        goal,
        Review(id="a", status="stuck", how_far="No further.", links=("g",), **at(30)),
        Review(id="b", status="nearly", links=("g",), **at(60)),
        Review(id="c", how_far="Two weeks of four.", in_me="Calm.", links=("g",), **at(70)),
        Review(id="d", status="reached", links=("other",), **at(80)),
    )
    assert found.mark == "nearly there"
    assert [(part.label, part.text) for part in found.parts] == [
        ("Looked at Sat 3 Oct 2026, stuck. How far I got", "No further."),
        ("Looked at Mon 2 Nov 2026, nearly there", "(no words)"),
        ("Looked at Thu 12 Nov 2026. How far I got", "Two weeks of four."),
        ("What changed in me", "Calm."),
    ]
