"""Where a note stands: the topics, criteria and role of its step or heading."""

from __future__ import annotations

from collections.abc import Iterable
from math import log

from msgspec import Struct

from ilmcoach.packs.model import Bank, Pack, Section, Step

from .situation import Situation

TURN = 3
"""What the turn of a stage counts for among the topics of its step: it is what the answer is
about, and the step says only in what way."""


class Place(Struct, frozen=True):
    """`topics` are those of the step (with its turn) or of the steps that belong to a heading,
    each with a share of 1; `stage` those of its whole stage, `empty` those of steps towards a
    criterion that has no record yet; `named` are ids of reading that the step names."""

    role: str = ""
    topics: tuple[tuple[str, float], ...] = ()
    stage: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    criteria: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()

    def suits(self, bank: Bank) -> bool:
        """False for a bank that is for other roles only."""
        return not self.role or not bank.roles or self.role in bank.roles

    def made_for(self, bank: Bank) -> bool:
        """True for a bank that is for this very role."""
        return bool(self.role) and bank.roles == (self.role,)

    def shared(self, topics: Iterable[str]) -> float:
        """How much of this place the topics have to do with, from 0 to 1."""
        known = dict(self.topics)
        return sum(known.get(one, 0) for one in set(topics))

    def around(self, topics: Iterable[str]) -> bool:
        """True if they have to do with its stage."""
        return not self.stage.isdisjoint(topics)

    def wanting(self, topics: Iterable[str]) -> bool:
        """True if they have to do with what is still empty."""
        return not self.empty.isdisjoint(topics)

    def counts(self, criteria: Iterable[str]) -> bool:
        """True if they count towards the same criterion."""
        return not self.criteria.isdisjoint(criteria)

    def names(self, reading_id: str) -> bool:
        """True if the step names this reading itself."""
        return reading_id in self.named


def place_of(situation: Situation, pack: Pack) -> Place:
    """The place of a note in the pack."""
    step, section = situation.step, situation.section
    steps = [step] if step else _steps_for(section, pack) if section else []
    weighed: dict[str, float] = {}
    for one in steps:
        for topic in one.topics:
            weighed[topic] = weighed.get(topic, 0) + _telling(topic, pack)
    if step and situation.turn:
        weighed[situation.turn] = TURN * _telling(situation.turn, pack)
    total = sum(weighed.values())
    ours = step.criteria if step else section.criteria if section else ()
    return Place(
        role=situation.role or (step.role if step else ""),
        topics=tuple((topic, count / total) for topic, count in sorted(weighed.items())),
        stage=_stage_topics(step, pack) if step else frozenset(weighed),
        empty=_empty_topics(frozenset(situation.empty), pack),
        criteria=frozenset(ours),
        named=frozenset(step.reading if step else ()),
    )


def _telling(topic: str, pack: Pack) -> float:
    """How much a topic says: more, the fewer banks have it."""
    having = sum(topic in bank.topics for bank in pack.banks)
    return log(1 + len(pack.banks) / having) if having else 1.0


def _stage_topics(step: Step, pack: Pack) -> frozenset[str]:
    stages = (stage for walk in pack.walks for stage in walk.stages)
    found = next((stage.steps for stage in stages if any(one is step for one in stage.steps)), ())
    return frozenset(topic for one in found for topic in one.topics)


def _empty_topics(empty: frozenset[str], pack: Pack) -> frozenset[str]:
    steps = (step for walk in pack.walks_for_learner() for step in walk.steps())
    return frozenset(
        topic for step in steps if not empty.isdisjoint(step.criteria) for topic in step.topics
    )


def _steps_for(section: Section, pack: Pack) -> list[Step]:
    steps = (step for walk in pack.walks_for_learner() for step in walk.steps())
    return [step for step in steps if not set(section.criteria).isdisjoint(step.criteria)]
