"""Which question comes next: kept ones first, one's own among them, what was asked lately last."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ilmcoach.packs.model import AnswerKind, Bank, Pack, Question, Stage, Step, Walk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Action, Finding, KeptQuestion, Record, Run
from ilmcoach.walks.asking import Offered, in_turn, is_kept, keep, question_of_the_day
from ilmcoach.walks.beside import Setting, question_of, questions_for
from tests.walks.walker import EARLIER, START, Desk, certificate

TODAY = date(2026, 11, 21)
FITTING = tuple(Question(name, f"What of {name}?") for name in "abcdef")


def kept(question: str = "", text: str = "", **more: Any) -> KeptQuestion:
    return KeptQuestion(
        **{"id": f"k-{question or text}", **EARLIER, "question": question, "text": text, **more}
    )


def ids(found: tuple[Offered, ...]) -> str:
    return " ".join(one.id for one in found)


def portfolio(*records: Record) -> Portfolio:
    return Portfolio({one.id: one for one in records})


@pytest.mark.parametrize(
    ("records", "lately", "expected"),
    [
        ((), {}, "a b c d e f"),
        ((), {"a": TODAY, "c": TODAY - timedelta(1)}, "b d e f c a"),
        ((kept("d"),), {}, "d a b c e f"),
        ((kept("d"),), {"d": TODAY, "a": TODAY}, "d b c e f a"),
        ((kept("elsewhere"),), {}, "a b c d e f"),
        ((kept(text="Mine?"),), {}, "a b k-Mine? c d e f"),
        ((kept(text="Mine?"), kept(text="Too?")), {}, "a b k-Mine? c d k-Too? e f"),
        ((kept(text="Mine?"),), {"k-Mine?": TODAY}, "a b c d e f k-Mine?"),
        ((kept(text="  "),), {}, "a b c d e f"),
    ],
)
def test_the_order_of_asking(
    records: tuple[KeptQuestion, ...], lately: dict[str, date], expected: str
) -> None:
    assert ids(in_turn(FITTING, records, lately)) == expected


def test_own_and_kept_ones_are_marked_and_own_words_are_the_learners() -> None:
    found = in_turn(FITTING[:2], (kept("b"), kept(text=" Mine? ")), {})
    assert [(one.text, one.own, one.kept) for one in found] == [
        ("What of b?", False, True),
        ("What of a?", False, False),
        ("Mine?", True, False),
    ]


@given(
    st.lists(st.sampled_from("abcdef"), unique=True),
    st.dictionaries(st.sampled_from("abcdef"), st.dates(date(2026, 11, 8), TODAY)),
    st.lists(st.sampled_from("abcxyz"), max_size=4, unique=True),
)
def test_every_question_comes_once_and_always_in_the_same_order(
    names: list[str], lately: dict[str, date], liked: list[str]
) -> None:
    fitting = tuple(Question(name, name) for name in names)
    records = [kept(name) if name < "x" else kept(text=name) for name in liked]
    found = in_turn(fitting, records, lately)
    own = {one.id for one in records if one.text}
    assert sorted(one.id for one in found) == sorted({*names, *own})
    assert found == in_turn(fitting, records, dict(reversed(lately.items())))


def test_keeping_letting_go_and_keeping_again_is_one_record() -> None:
    desk = Desk()
    first = keep("bank/1", desk.portfolio, desk.stamp())
    assert (first.question, first.text, first.words()) == ("bank/1", "", ())
    assert is_kept("bank/1", portfolio(first))
    gone = keep("bank/1", portfolio(first), desk.stamp())
    assert (gone.id, gone.trashed is None) == (first.id, False)
    assert not is_kept("bank/1", portfolio(gone))
    again = keep("bank/1", portfolio(gone), desk.stamp())
    assert again == first


def bank(name: str, topics: str, roles: str = "") -> Bank:
    questions = tuple(Question(f"{name}/{n}", f"What of {name} {n}?") for n in range(3))
    return Bank(name, name, tuple(topics.split()), tuple(roles.split()), questions)


def step(name: str, topics: str, criteria: str = "", **more: Any) -> Step:
    kind = AnswerKind.LONG_TEXT
    found = {"topics": tuple(topics.split()), "criteria": tuple(criteria.split()), **more}
    return Step(name, name, f"{name}?", kind, **found)


def walk(name: str, *steps: Step, each: str = "") -> Walk:
    return Walk(name, name, (Stage(f"{name}-stage", "", steps, each=each),))


PACK = Pack(
    "p",
    "P",
    Path(),
    walks=(
        walk("first", step("s", "trust")),
        walk("second", step("t", "power")),
        walk("third", step("u", "doing"), each="open actions"),
    ),
    banks=(
        bank("others", "trust", "member"),
        bank("power", "power"),
        bank("trust", "trust", "alone"),
        bank("doing", "doing"),
        bank("area", "hand-over"),
    ),
)


def asked(*records: Record, **more: Any) -> str:
    """The banks that a fortnight's questions come from, the first six days'."""
    lately: dict[str, date] = {}
    banks = []
    for days in range(6):
        day = TODAY + timedelta(days)
        one = question_of_the_day(PACK, portfolio(*records), day, lately, **more)
        assert one is not None
        assert one.id not in lately
        lately[one.id] = day
        banks.append(one.id.partition("/")[0])
    return " ".join(banks)


def test_a_question_a_day_never_the_same_and_never_for_other_peoples_problems() -> None:
    assert "others" not in asked()
    first = question_of_the_day(PACK, portfolio(), TODAY, {})
    assert first == question_of_the_day(PACK, portfolio(), TODAY, {})
    # What was asked this very day is today's still.
    assert first
    assert question_of_the_day(PACK, portfolio(), TODAY, {first.id: TODAY}) == first
    other = question_of_the_day(PACK, portfolio(), TODAY, {}, 1)
    assert other not in (None, first)


def test_the_day_has_a_question_even_when_all_were_asked_and_none_without_any() -> None:
    every = {one.id: TODAY - timedelta(3) for one in in_turn(_all(PACK), (), {})}
    assert question_of_the_day(PACK, portfolio(), TODAY, every)
    assert question_of_the_day(Pack("q", "Q", Path()), portfolio(), TODAY, {}) is None


def _all(pack: Pack) -> tuple[Question, ...]:
    return tuple(one for each in pack.banks for one in each.questions)


@pytest.mark.parametrize(
    ("records", "front"),
    [
        ((), "trust"),
        ((Run(id="r", walk="first", finished=START, **EARLIER),), "power"),
        ((Finding(id="f", area="hand-over", chosen=True, rating=2, **EARLIER),), "area"),
    ],
)
def test_the_best_fitting_stand_in_front(records: tuple[Record, ...], front: str) -> None:
    # The first of the list is the one of a day whose number is a multiple of its length.
    found = {
        question_of_the_day(PACK, portfolio(*records), date.fromordinal(n), {})
        for n in range(12 * 60_000, 12 * 60_000 + 3)
    }
    assert {one.id.partition("/")[0] for one in found if one} == {front}


def test_open_actions_bring_what_looks_back_on_them() -> None:
    done = tuple(
        Run(id=name, walk=name, finished=START, **EARLIER) for name in ("first", "second", "third")
    )
    action = Action(id="a", text="Ask", **EARLIER)
    day = date.fromordinal(12 * 60_000)
    one = question_of_the_day(PACK, portfolio(*done, action), day, {})
    assert one
    assert one.id.startswith("doing")


def test_the_steps_own_role_then_its_stage_then_what_is_empty_settles_a_tie() -> None:
    pack = replace(
        PACK,
        banks=(
            bank("plain", "trust"),
            bank("open", "trust empty"),
            bank("near", "trust stage"),
            bank("mine", "trust", "client"),
            bank("two", "trust group"),
        ),
    )
    one = step("s", "trust group", role="client")
    setting = Setting(frozenset({"trust", "stage"}), frozenset({"empty"}))
    found = [q.id.partition("/")[0] for q in questions_for(one, pack, "", setting)]
    assert list(dict.fromkeys(found)) == ["two", "mine", "near", "open", "plain"]


def test_a_question_is_found_in_a_bank_and_beside_a_step() -> None:
    pack = certificate()
    beside = next(q for w in pack.walks for s in w.steps() for q in s.questions)
    in_bank = pack.banks[0].questions[0]
    assert question_of(pack, beside.id) == beside
    assert question_of(pack, in_bank.id) == in_bank
    assert question_of(pack, "nowhere/0") is None


def test_beside_what_one_will_do_the_questions_look_ahead() -> None:
    pack = certificate()
    ahead = [bank for bank in pack.banks if "next-steps" in bank.topics]
    assert sum(len(bank.questions) for bank in ahead) >= 20
    assert [bank.id for bank in ahead if "actions" in bank.topics] == []
