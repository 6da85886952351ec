"""Names on a page become people: who stays keeps their id, and nobody is lost."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Learner, LearningSet, Person, Record
from ilmcoach.services.set_people import TypedSet, members_in, names_in, set_records
from ilmcoach.walks.stamp import Stamp

BEFORE = datetime(2026, 9, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 21, tzinfo=UTC)
AT: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}
KATH = Person(id="kath", name="Kath", role="member", text="Runs a depot.", **AT)


def saved(typed: TypedSet, *records: Record) -> Portfolio:
    """The portfolio after the page was saved over these records."""
    portfolio = Portfolio({one.id: one for one in records})
    numbers = count(start=9, step=-1)
    stamp = Stamp(NOW, lambda: f"new-{next(numbers)}")
    return portfolio.with_records(set_records(typed, portfolio, stamp))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kath\nPaul", ("Kath", "Paul")),
        ("  Kath ,Paul;  Jo  Ann\n\n", ("Kath", "Paul", "Jo Ann")),
        ("Kath\nkath\nKATH", ("Kath",)),
        ("Zoë 👩‍👩‍👧\n[/notes]\x1b[31m", ("Zoë 👩‍👩‍👧", "[/notes]")),
        (" \n,;", ()),
    ],
)
def test_names_are_read_from_lines_and_commas(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


def test_the_learner_and_the_advisor_are_no_members_of_the_list() -> None:
    typed = TypedSet(members="Kath\nmaureen\nAisha Khan", advisors="Maureen")
    assert members_in(typed, "Aisha  Khan") == ("Kath",)


def test_a_first_set_is_made_with_its_people() -> None:
    learner = Learner(id="me", name="Aisha", **AT)
    typed = TypedSet("Kath\nAisha\nPaul", "Maureen", "To think aloud.", "Half an hour each.")
    found = saved(typed, learner)
    assert [(one.name, one.role) for one in found.people()] == [
        ("Maureen", "advisor"),
        ("Kath", "member"),
        ("Paul", "member"),
    ]
    assert found.learning_set
    assert (found.learning_set.purpose, found.learning_set.rules) == (
        *("To think aloud.", "Half an hour each."),
    )


def test_who_stays_keeps_the_id_and_who_goes_is_in_the_trash() -> None:
    paul = Person(id="paul", name="Paul", role="member", **AT)
    found = saved(TypedSet("kath \nJo"), KATH, paul)
    assert [one.name for one in found.people("member")] == ["kath", "Jo"]
    kath = found.live_get(Person, "kath")
    assert kath
    assert kath.text == "Runs a depot."
    assert found.live_get(Person, "paul") is None
    gone = found.get("paul")
    assert gone
    assert gone.trashed == NOW


def test_who_comes_back_is_the_same_person() -> None:
    gone = Person(id="kath", name="Kath", role="member", text="x", trashed=BEFORE, **AT)
    found = saved(TypedSet("Kath"), gone)
    assert [(one.id, one.text) for one in found.people("member")] == [("kath", "x")]


@pytest.mark.parametrize("role", ["tutor", "colleague", ""])
def test_somebody_known_already_is_taken_up_in_the_new_role(role: str) -> None:
    known = Person(id="m", name="Maureen", role=role, text="Room 3", **AT)
    found = saved(TypedSet(advisors="Maureen"), known)
    (person,) = found.people()
    assert (person.id, person.role, person.text) == ("m", "advisor", "Room 3")


def test_people_outside_the_set_stay_as_they_are() -> None:
    manager = Person(id="boss", name="Pat", role="manager", **AT)
    assert saved(TypedSet("Kath"), manager).live_get(Person, "boss") == manager


def test_the_one_set_is_changed_and_keeps_what_counts() -> None:
    known = LearningSet(id="s", rules="Be kind.", criteria=("m3-37/2.1",), **AT)
    found = saved(TypedSet(rules="Be on time.", start=date(2026, 9, 3)), known)
    (one,) = found.live(LearningSet)
    assert (one.id, one.rules, one.start, one.criteria) == (
        *("s", "Be on time.", date(2026, 9, 3), ("m3-37/2.1",)),
    )


def test_nothing_is_saved_twice() -> None:
    typed = TypedSet("Kath", "Maureen", "Why", "How", date(2026, 9, 1), date(2027, 5, 1))
    found = saved(typed, KATH)
    assert set_records(typed, found, Stamp(NOW, lambda: "another")) == ()
