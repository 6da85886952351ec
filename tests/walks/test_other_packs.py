"""The walks of the packs beside a programme, and the French one, each gone through from beginning
to end by somebody who answers everything, and read back."""

from __future__ import annotations

from datetime import date

import pytest

from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.merge import beside
from ilmcoach.packs.model import AnswerKind, Pack, Walk
from ilmcoach.portfolio.records import Goal, Run
from ilmcoach.walks.answers import Answer
from ilmcoach.walks.beside import questions_for, reading_for, setting_of
from ilmcoach.walks.spots import Spot
from tests.walks.walker import EARLIER, Desk, Walker

LIBRARY = Library.find([bundled_folder()])
GOAL = Goal(id="goal", what="Ask before I tell", **EARLIER)


def pack_of(pack_id: str) -> Pack:
    pack = LIBRARY.pack(pack_id)
    assert pack is not None
    return pack


PROGRAMME = beside(
    pack_of("level-3-certificate"), [pack_of("reflective-practice"), pack_of("grow-one-to-ones")]
)
FRENCH = pack_of("retour-d-experience")
NEW = [
    *((walk, PROGRAMME) for walk in pack_of("reflective-practice").walks),
    *((walk, PROGRAMME) for walk in pack_of("grow-one-to-ones").walks),
    *((walk, FRENCH) for walk in FRENCH.walks),
]


PLAIN: dict[AnswerKind, Answer] = {
    AnswerKind.DATE: date(2026, 11, 18),
    AnswerKind.NUMBER: 25,
    AnswerKind.PEOPLE: "R, Dee",
    AnswerKind.LINK: GOAL.id,
}


def answer_to(spot: Spot) -> Answer:
    """Something for each kind of answer that these walks ask for."""
    step = spot.step
    match step.answer:
        case AnswerKind.SCALE | AnswerKind.CHOICE:
            return step.choices[-1].id
        case AnswerKind.CHOICES:
            return tuple(one.id for one in step.choices[:2])
        case _:
            return PLAIN.get(step.answer, f"What I say about {spot.key}")


def walk_through(walker: Walker) -> dict[str, Answer]:
    """Answers each place in turn; what was answered, by place."""
    given: dict[str, Answer] = {}
    while True:
        here = walker.here
        given[here] = answer_to(walker.spot(here))
        walker.answer(here, given[here])
        if not walker.go(1):
            return given


@pytest.mark.parametrize(("walk", "pack"), NEW, ids=[walk.id for walk, _ in NEW])
def test_a_walk_is_answered_to_its_end_and_read_back(walk: Walk, pack: Pack) -> None:
    desk = Desk(GOAL)
    walker = desk.begin(walk)
    given = walk_through(walker)
    walker.finish()
    again = walker.reopen()
    assert list(given) == again.keys
    assert {key: again.value(key) for key in again.keys} == given
    assert all(again.sitting.is_answered(spot) for spot in again.sitting.spots())
    run = desk.one(Run)
    assert run.finished is not None
    counted = {one for step in walk.steps() for one in step.criteria}
    assert set(run.criteria) == counted
    assert counted <= {one.id for one in pack.criteria()}
    assert len(desk.portfolio.live(Run)) == 1


@pytest.mark.parametrize(("walk", "pack"), NEW, ids=[walk.id for walk, _ in NEW])
def test_beside_each_text_stand_questions_of_its_own_pack_first(walk: Walk, pack: Pack) -> None:
    desk = Desk(GOAL)
    walker = desk.begin(walk)
    own = pack_of("reflective-practice"), pack_of("grow-one-to-ones"), FRENCH
    mine = next(one for one in own if walk in one.walks)
    theirs = {one.text for bank in mine.banks for one in bank.questions}
    walk_through(walker)
    for spot in walker.sitting.spots():
        if spot.step.answer is not AnswerKind.LONG_TEXT:
            continue
        setting = setting_of(spot.stage, pack, desk.portfolio)
        offered = questions_for(spot.step, pack, spot.item, setting)
        beyond = offered[len(spot.step.questions) :]
        assert len(offered) >= 5, spot.key
        assert beyond[0].text in theirs, spot.key
        assert set(spot.step.reading) <= {one.id for one in reading_for(spot.step, pack)}


def test_what_was_picked_is_looked_at_one_by_one_and_nothing_else() -> None:
    walker = Desk().begin(pack_of("reflective-practice").walks[1])
    assert not [one for one in walker.keys if one.startswith(("felt", "played"))]
    walker.answer("moments", ("during", "today"))
    walker.answer("threads", ("ways",))
    assert [one for one in walker.keys if one.startswith(("felt", "showed", "played"))] == [
        *("felt@during", "showed@during", "felt@today", "showed@today", "played@ways"),
    ]


def test_the_stages_picked_for_a_one_to_one_bring_their_own_questions() -> None:
    pack = pack_of("grow-one-to-ones")
    desk = Desk()
    walker = desk.begin(pack.walks[0])
    walker.answer("stages", ("grow-goal", "grow-will"))
    for turn in ("grow-goal", "grow-will"):
        spot = walker.spot(f"mine@{turn}")
        offered = questions_for(spot.step, pack, spot.item)[len(spot.step.questions) :]
        (bank,) = (one for one in pack.banks if one.topics == (turn,))
        assert set(bank.questions) <= set(offered)
    walker.answer("mine@grow-goal", "What do you want from this week?")
    assert walker.reopen().value("mine@grow-goal") == "What do you want from this week?"


@pytest.mark.parametrize("walk_id", ["what-so-what-now-what", "gibbs-cycle", "kolb-cycle"])
def test_what_came_of_it_is_asked_again_later(walk_id: str) -> None:
    (walk,) = (one for one in pack_of("reflective-practice").walks if one.id == walk_id)
    waits = [step.id for step in walk.steps() if step.until_answered]
    assert waits
    assert waits[0] in [step.id for step in walk.stages[-1].steps]
