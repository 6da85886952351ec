"""Whatever is answered, in whatever order, going back, leaving and coming back: it is all there."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from ilmcoach.packs.model import AnswerKind
from ilmcoach.portfolio.records import Action, Finding
from ilmcoach.portfolio.sources import SOURCES
from ilmcoach.walks.answers import Answer, Row, is_blank, tidy
from ilmcoach.walks.spots import Spot
from tests.walks.walker import EARLIER, Desk, Walker, bundled

WALKS = ["strengths-and-limitations", "smart-goal", "after-meeting", "quick-meeting"]
ACTS = ["answer", "answer", "answer", "on", "on", "back", "jump", "reopen", "finish", "turn"]
WORDS = st.sampled_from(["", " ", "a", "b\nc", "…", "it’s @ all"]) | st.text(max_size=6)
DAYS = st.dates(date(2026, 9, 1), date(2027, 9, 1))


def some_answer(walker: Walker, spot: Spot, data: DataObject) -> Answer:
    """Any answer that the step's widget could hand in."""
    choices = [choice.id for choice in spot.step.choices]
    source = SOURCES.get(spot.step.source)
    records = [one.id for one in source(walker.desk.portfolio)] if source else []
    match spot.step.answer:
        case AnswerKind.CHOICE | AnswerKind.SCALE | AnswerKind.LINK:
            return data.draw(st.sampled_from(["", *choices, *records]))
        case AnswerKind.CHOICES | AnswerKind.LINKS:
            picked = data.draw(st.sets(st.sampled_from([*choices, *records, "-"])))
            return tuple(one for one in [*choices, *records] if one in picked)
        case AnswerKind.DATE:
            return data.draw(st.none() | DAYS)
        case AnswerKind.DATES:
            return tuple(sorted(data.draw(st.sets(DAYS, max_size=3))))
        case AnswerKind.REPEAT:
            return some_rows(walker, spot, data)
    return data.draw(WORDS)


def some_rows(walker: Walker, spot: Spot, data: DataObject) -> tuple[Row, ...]:
    kept = [row for row in walker.rows(spot.key) if data.draw(st.booleans())]
    edited = [
        Row(row.id, {**row.values, "text": data.draw(WORDS)}) if data.draw(st.booleans()) else row
        for row in kept
    ]
    day = st.none() | DAYS
    new = data.draw(st.lists(st.builds(lambda t, d: {"text": t, "due": d}, WORDS, day), max_size=2))
    return (*edited, *(Row(walker.desk.new_id(), values) for values in new))


def said(value: Answer) -> object:
    """An answer as one may compare it: rows without ids, no difference between blanks."""
    value = tidy(value)
    if isinstance(value, tuple) and value and isinstance(value[0], Row):
        return [row.values for row in value if isinstance(row, Row)]
    return value


class Memory:
    """What every run must still say at each of its places."""

    def __init__(self, walkers: list[Walker]) -> None:
        self.walkers = walkers
        self.said: dict[tuple[int, str], object] = {}

    def note(self, at: int, spot: Spot, value: Answer) -> None:
        self.said[at, spot.key] = said(value)

    def check(self) -> None:
        for at, walker in enumerate(self.walkers):
            for spot in walker.sitting.spots():
                if spot.step.answer is AnswerKind.LINKS:
                    continue
                expected = self.said.get((at, spot.key))
                assert said(walker.sitting.value_at(spot)) == expected, (walker.walk.id, spot.key)


def act(name: str, walker: Walker, at: int, memory: Memory, data: DataObject) -> None:
    places = walker.sitting.spots()
    here = walker.sitting.current()
    assert here in places
    match name:
        case "answer":
            value = some_answer(walker, here, data)
            walker.answer(here.key, value)
            memory.note(at, here, value)
            if here.step.answer is AnswerKind.LINKS:
                marked = {one.id for one in walker.desk.portfolio.live(Finding) if one.chosen}
                assert marked == (set() if is_blank(value) else set(_ids(value)))
            assert not walker.answer(here.key, walker.value(here.key)).records
        case "on" | "back":
            walker.go(1 if name == "on" else -1)
        case "jump":
            walker.stand(data.draw(st.sampled_from(places)).key)
        case "reopen" if walker.desk.portfolio.get(walker.run.id):
            walker.run = walker.reopen().run
        case "finish":
            walker.finish()


def _ids(value: Any) -> tuple[str, ...]:
    return tuple(value)


@settings(max_examples=120, deadline=None)
@given(
    chosen=st.lists(st.sampled_from(WALKS), min_size=1, max_size=3),
    acts=st.lists(st.sampled_from(ACTS), min_size=12, max_size=40),
    data=st.data(),
)
def test_no_answer_is_ever_lost(chosen: list[str], acts: list[str], data: DataObject) -> None:
    desk = Desk(Action(id="old", text="Ask", **EARLIER), Action(id="older", text="Read", **EARLIER))
    walkers = [desk.begin(bundled(walk_id)) for walk_id in chosen]
    memory = Memory(walkers)
    at = 0
    for name in acts:
        before = {one.id for one in desk.portfolio}
        if name == "turn":
            at = (at + 1) % len(walkers)
        else:
            act(name, walkers[at], at, memory, data)
        memory.check()
        assert before <= {one.id for one in desk.portfolio}


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_from_any_place_on_and_back_again_is_where_one_was(data: DataObject) -> None:
    desk = Desk(Action(id="old", text="Ask", **EARLIER))
    walker = desk.begin(bundled(data.draw(st.sampled_from(WALKS))))
    if "areas" in walker.keys:
        areas = [choice.id for choice in walker.spot("areas").step.choices]
        walker.answer("areas", tuple(data.draw(st.sets(st.sampled_from(areas)))))
    keys = walker.keys
    start = data.draw(st.sampled_from(keys))
    walker.stand(start)
    steps = data.draw(st.integers(1, len(keys)))
    went = [walker.go(1) for _ in range(steps)]
    assert [key for key in went if key] == keys[keys.index(start) + 1 :][:steps]
    for _ in filter(None, went):
        walker.go(-1)
    assert walker.here == start
