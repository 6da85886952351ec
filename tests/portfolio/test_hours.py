"""Hours against a programme's figures."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from ilmcoach.packs.model import Programme
from ilmcoach.portfolio.hours import hours_facts, meetings_held, minutes_by_sort
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Hours, Meeting, Record

NOW = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
CERTIFICATE = Programme(
    "Certificate", has_set=True, induction_hours=2, tutorial_hours=6, guided_hours=60
)


def spent(number: int, sort: str, minutes: int | None, **more: Any) -> Hours:
    return Hours(id=f"h{number}", made=NOW, changed=NOW, sort=sort, minutes=minutes, **more)


def of(*records: Record) -> Portfolio:
    return Portfolio({one.id: one for one in records})


SOME = (
    spent(1, "induction", 90),
    spent(2, "tutorial", 300),
    spent(3, "tutorial", 30),
    spent(4, "guided", 120),
    spent(5, "set", 150),
    spent(6, "tutorial", 600, trashed=NOW),
    spent(7, "tutorial", None),
)


def test_totals_against_the_figures() -> None:
    facts = {one.label: one.words for one in hours_facts(of(*SOME), CERTIFICATE)}
    assert facts == {
        "Induction": "1 h 30 min of 2 h",
        "Tutorials": "5 h 30 min of at least 6 h",
        "Guided learning in all, with these": "9 h of at least 60 h",
        "Set meetings": "2 h 30 min",
    }


def test_a_programme_without_figures_or_none_shows_totals_only() -> None:
    for programme in (Programme("Short course"), None):
        words = [one.words for one in hours_facts(of(*SOME), programme)]
        assert words == ["1 h 30 min", "5 h 30 min", "9 h", "2 h 30 min"]


def test_without_a_set_nothing_is_said_of_one() -> None:
    labels = [one.label for one in hours_facts(of(), Programme("Award", guided_hours=20))]
    assert "Set meetings" not in labels


def test_time_of_no_known_sort_is_shown_and_counts_nowhere_else() -> None:
    facts = hours_facts(of(spent(1, "", 30), spent(2, "made up", 15)), CERTIFICATE)
    assert (facts[-1].label, facts[-1].words) == ("Of no sort yet", "45 min")
    assert not any(one.minutes for one in facts[:-1])


def test_minutes_below_nothing_take_nothing_away() -> None:
    assert minutes_by_sort([spent(1, "set", -60), spent(2, "set", 30)]) == {"set": 30}


def test_meetings_held_are_those_that_have_been() -> None:
    shared: dict[str, Any] = {"made": NOW, "changed": NOW}
    portfolio = of(
        Meeting(id="held", held=date(2026, 11, 5), **shared),
        Meeting(id="written", struck="Silence", **shared),
        Meeting(id="planned", planned=date(2026, 12, 3), problem="The rota", **shared),
        Meeting(id="blank", **shared),
    )
    assert meetings_held(portfolio) == 2
