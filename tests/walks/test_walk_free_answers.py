"""Free answers live in the run, every kind of them, by the place where they were given."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from ilmcoach.packs.model import AnswerKind, Stage
from ilmcoach.portfolio.records import Run
from ilmcoach.walks.answers import Answer
from tests.walks.walker import Desk, bundled, step, walk_of

KINDS: list[tuple[AnswerKind, Answer, object]] = [
    (AnswerKind.SHORT_TEXT, "half a line", "half a line"),
    (AnswerKind.LONG_TEXT, "two\n\nparagraphs ", "two\n\nparagraphs "),
    (AnswerKind.CHOICE, "b", "b"),
    (AnswerKind.CHOICES, ("a", "c"), ("a", "c")),
    (AnswerKind.SCALE, "3", "3"),
    (AnswerKind.DATE, date(2026, 12, 3), "2026-12-03"),
    (AnswerKind.DATES, (date(2026, 12, 3), date(2027, 1, 7)), ("2026-12-03", "2027-01-07")),
    (AnswerKind.NUMBER, 0, 0),
    (AnswerKind.NUMBER, -4, -4),
    (AnswerKind.PEOPLE, "K, the deputy", "K, the deputy"),
    (AnswerKind.LINK, "f", "f"),
]


def one_step(kind: AnswerKind, criteria: str = "") -> Stage:
    return Stage("s", "S", (step("q", kind, criteria=criteria, choices="a b c"),))


@pytest.mark.parametrize(("kind", "value", "stored"), KINDS)
def test_each_kind_is_kept_and_comes_back(kind: AnswerKind, value: Answer, stored: object) -> None:
    desk = Desk()
    walker = desk.begin(walk_of(one_step(kind)))
    assert walker.value("q") is None
    walker.answer("q", value)
    assert desk.one(Run).answers == {"q": stored}
    again = walker.reopen()
    assert again.value("q") == value
    assert again.sitting.is_answered(again.spot("q"))
    assert not again.answer("q", value).records
    again.answer("q", None)
    assert desk.one(Run).answers == {}
    assert len(desk.portfolio) == 1


@pytest.mark.parametrize(
    ("now", "stored"),
    [
        (AnswerKind.DATE, "when it suits"),
        (AnswerKind.DATES, ("soon",)),
        (AnswerKind.DATES, "soon"),
        (AnswerKind.CHOICES, "free words"),
        (AnswerKind.NUMBER, "about four"),
        (AnswerKind.LONG_TEXT, ("a", "b")),
        (AnswerKind.SHORT_TEXT, 7),
    ],
)
def test_words_are_not_lost_when_the_pack_asks_in_another_way(
    now: AnswerKind, stored: str | int | tuple[str, ...]
) -> None:
    """Going past the step, with nothing chosen in it, must not wipe what was written before."""
    desk = Desk()
    walk = walk_of(one_step(now))
    walker = desk.begin(walk)
    desk.save(replace(walker.run, answers={"q": stored}))
    again = walker.reopen()
    assert again.value("q") is None
    assert not again.answer("q", None).records
    assert not again.answer("q", ()).records
    assert desk.one(Run).answers == {"q": stored}


def test_a_run_counts_towards_the_criteria_of_what_is_answered_in_it() -> None:
    steps = (
        step("a", AnswerKind.LONG_TEXT, criteria="u/1 u/2"),
        step("b", AnswerKind.LONG_TEXT, criteria="u/2 u/3"),
        step("c", AnswerKind.LONG_TEXT, criteria="u/4"),
    )
    desk = Desk()
    walker = desk.begin(walk_of(Stage("s", "S", steps)))
    walker.answer("b", "x")
    assert list(walker.run.criteria) == ["u/2", "u/3"]
    walker.answer("a", "x")
    assert list(walker.run.criteria) == ["u/1", "u/2", "u/3"]
    walker.answer("b", "")
    assert list(walker.run.criteria) == ["u/1", "u/2"]


def test_criteria_that_the_learner_linked_to_a_run_stay() -> None:
    desk = Desk()
    walker = desk.begin(walk_of(one_step(AnswerKind.LONG_TEXT, "u/1")))
    walker.answer("q", "x")
    walker.run = replace(walker.run, criteria=("u/1", "u/9"))
    walker.answer("q", "y")
    assert list(walker.run.criteria) == ["u/9", "u/1"]
    walker.answer("q", "")
    assert list(walker.run.criteria) == ["u/9"]


def test_areas_unpicked_and_picked_again_bring_back_their_answers() -> None:
    desk = Desk()
    walker = desk.begin(bundled("strengths-and-limitations"))
    walker.answer("areas", ("purpose", "self"))
    walker.answer("evidence@self", "On Monday.")
    walker.answer("they-said@self", "Calm.")
    walker.answer("areas", ("purpose",))
    assert "evidence@self" not in walker.keys
    walker.answer("areas", None)
    assert walker.keys == ["areas", "chosen", "reason"]
    walker.answer("areas", ("self",))
    assert walker.value("evidence@self") == "On Monday."
    assert walker.value("they-said@self") == "Calm."


def test_free_answers_of_a_turn_come_back_with_it() -> None:
    stages = (
        Stage("a", "A", (step("areas", AnswerKind.CHOICES, choices="one two"),)),
        Stage("b", "B", (step("why", AnswerKind.LONG_TEXT),), each="areas"),
    )
    walker = Desk().begin(walk_of(*stages))
    walker.answer("areas", ("one", "two"))
    walker.answer("why@two", "because")
    walker.answer("areas", ("one",))
    walker.answer("why@one", "too")
    walker.answer("areas", ("one", "two"))
    assert walker.value("why@two") == "because"
