"""Cue cards: a place for each criterion, one card in each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from ilmcoach.packs.model import Assessment, Criterion, Outcome, Pack, Section, Unit
from ilmcoach.portfolio.cards import card_for, card_places, rehearsals, written_cards
from ilmcoach.portfolio.coverage import count_assessment
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import CueCard, Record, Rehearsal

NOW = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
UNIT = Unit(
    "u",
    "A unit",
    outcomes=(
        Outcome(
            "1",
            "Styles",
            (
                Criterion("u/1.1", "U 1.1", "Identify", "what bears on it"),
                Criterion("u/1.2", "U 1.2", "Explain", "why that pick"),
            ),
        ),
    ),
)
TASK = Assessment(
    "task",
    "A task",
    (
        Section("one", "First", criteria=("u/1.1", "u/1.2")),
        Section("two", "Second", about="What you will do", criteria=("u/1.2", "u/gone")),
        Section("three", "Third", about="No criteria here"),
    ),
)
PACK = Pack("p", "P", Path(), units=(UNIT,), assessments=(TASK,))


def card(number: int, place: str, text: str, **more: Any) -> CueCard:
    given: dict[str, Any] = {"made": NOW, "changed": NOW, "assessment": "task", **more}
    return CueCard(id=f"c{number}", criterion=place, text=text, **given)


def of(*records: Record) -> Portfolio:
    return Portfolio({one.id: one for one in records})


def test_each_criterion_has_a_place_once_and_a_heading_without_one_is_a_place_itself() -> None:
    places = card_places(TASK, PACK)
    assert [(one.id, one.section) for one in places] == [
        ("u/1.1", "First"),
        ("u/1.2", "First"),
        ("u/gone", "Second"),
        ("three", "Third"),
    ]
    assert (places[0].label, places[0].verb, places[0].asks) == (
        "U 1.1",
        "Identify",
        "what bears on it",
    )
    assert (places[3].label, places[3].asks, places[3].criteria) == ("", "No criteria here", ())


def test_the_card_changed_last_is_the_one() -> None:
    later = card(2, "u/1.1", "newer", changed=NOW + timedelta(1))
    some = of(
        later,
        card(1, "u/1.1", "older"),
        card(3, "u/1.1", "gone", changed=NOW + timedelta(2), trashed=NOW),
        card(4, "u/1.1", "another task", assessment="other", changed=NOW + timedelta(3)),
    )
    assert card_for(some, "task", "u/1.1") == later
    assert card_for(some, "task", "u/1.2") is None


def test_cards_to_speak_from_are_those_with_words_in_the_order_of_the_task() -> None:
    some = of(card(1, "three", "last"), card(2, "u/1.2", "  \n"), card(3, "u/1.1", "first"))
    assert [one.text for _, one in written_cards(TASK, PACK, some)] == ["first", "last"]


def test_a_card_covers_no_criterion() -> None:
    count = count_assessment(TASK, PACK, of(card(1, "u/1.1", "words")))
    assert not any(one.covered for section in count.sections for one in section.criteria)


def test_rehearsals_of_one_task_newest_first() -> None:
    def time(number: int, task: str) -> Rehearsal:
        made = NOW + timedelta(number)
        return Rehearsal(id=f"r{number}", made=made, changed=made, assessment=task, seconds=number)

    some = of(time(1, "task"), time(2, "other"), time(3, "task"))
    assert [one.seconds for one in rehearsals(some, "task")] == [3, 1]
