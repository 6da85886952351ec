"""A record counts towards the criteria of what is answered in it, as long as it is."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from ilmcoach.portfolio.records import Action, Feedback, Finding, Goal, Meeting, Record, Telling
from ilmcoach.walks.answers import Row
from tests.walks.walker import EARLIER, Desk, bundled, certificate


def held(record: Record) -> tuple[str, ...]:
    """The criteria of a record that its learner's own programme knows."""
    return tuple(one for one in record.criteria if certificate().criterion(one))


def test_each_answer_brings_its_criteria_and_takes_them_with_it() -> None:
    desk = Desk()
    walker = desk.begin(bundled("after-meeting"))
    walker.answer("problem", "The rota.")
    assert held(desk.one(Meeting)) == ("m3-37/2.2",)
    walker.answer("gave", "A question.")
    walker.answer("meaning", "It was me.")
    assert set(held(desk.one(Meeting))) == {"m3-37/2.1", "m3-37/2.2", "m3-37/2.3"}
    walker.answer("gave", " ")
    assert set(held(desk.one(Meeting))) == {"m3-37/2.2", "m3-37/2.3"}
    walker.answer("meaning", None)
    walker.answer("problem", None)
    assert desk.one(Meeting).criteria == ()


def test_a_criterion_asked_for_twice_stays_until_both_are_empty() -> None:
    desk = Desk()
    walker = desk.begin(bundled("smart-goal"))
    walker.answer("what", "Ask")
    walker.answer("by", date(2027, 2, 1))
    walker.answer("what", "")
    assert held(desk.one(Goal)) == ("m3-37/1.2",)
    walker.answer("by", None)
    assert desk.one(Goal).criteria == ()


def test_criteria_that_the_learner_linked_stay() -> None:
    desk = Desk()
    walker = desk.begin(bundled("after-meeting"))
    walker.answer("problem", "The rota.")
    desk.save(replace(desk.one(Meeting), criteria=("m3-36/1.1", "m3-37/2.2")))
    walker.answer("problem", None)
    assert held(desk.one(Meeting)) == ("m3-36/1.1",)
    walker.answer("struck", "A silence.")
    assert set(held(desk.one(Meeting))) == {"m3-36/1.1", "m3-37/2.2"}


def test_a_short_walk_takes_nothing_from_what_a_longer_one_holds() -> None:
    desk = Desk()
    quick = desk.begin(bundled("quick-meeting"))
    quick.answer("struck", "A silence.")
    deep = desk.begin(bundled("after-meeting"), subject=quick.run.subject)
    deep.answer("meaning", "It was me.")
    quick.reopen().answer("struck", None)
    assert set(held(desk.one(Meeting))) == {"m3-37/2.2", "m3-37/2.3"}
    deep.answer("meaning", None)
    assert desk.one(Meeting).criteria == ()


def test_a_mark_that_is_not_there_holds_no_criterion() -> None:
    desk = Desk()
    walker = desk.begin(bundled("strengths-and-limitations"))
    walker.answer("areas", ("self",))
    walker.answer("rating@self", "2")
    assert held(desk.one(Finding)) == ("m3-37/1.1",)
    walker.answer("rating@self", None)
    assert desk.one(Finding).criteria == ()


def test_what_belongs_to_a_turn_has_criteria_of_its_own() -> None:
    desk = Desk(Action(id="a", text="Ask", **EARLIER))
    walker = desk.begin(bundled("after-meeting"))
    walker.answer("outcome@a", "partly")
    assert held(desk.one(Telling)) == ("m3-37/2.2",)
    assert desk.one(Meeting).criteria == ()
    walker.answer("how-it-went@a", "One of two.")
    assert held(desk.one(Telling)) == ("m3-37/2.2", "m3-37/2.3")
    strengths = desk.begin(bundled("strengths-and-limitations"))
    strengths.answer("areas", ("self",))
    strengths.answer("told-by@self", "K")
    assert desk.one(Feedback).criteria == ()
    strengths.answer("they-said@self", "Calm.")
    assert held(desk.one(Feedback)) == ("m3-37/1.1", "m3-10/2.1")


def test_rows_count_from_when_they_are_written() -> None:
    desk = Desk()
    walker = desk.begin(bundled("quick-meeting"))
    walker.answer("agreed", (Row("", {"text": "Ask"}),))
    assert held(desk.one(Action)) == ("m3-37/2.2",)
