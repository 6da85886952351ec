"""Questions and reading that suit a step, from the pack's banks and catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ilmcoach.packs.model import Bank, Pack, Question, Reading, Section, Step

T = TypeVar("T", Bank, Reading)


def questions_for(step: Step, pack: Pack, turn: str = "") -> tuple[Question, ...]:
    """Questions to put beside a step: its own first, then those of the banks that share most
    topics with it. Banks for another role are left out.

    `turn` is the turn of a repeated stage: where it goes through choices, their ids are topics
    too, so that each area brings its own questions.
    """
    banks = (
        bank for bank in pack.banks if not step.role or not bank.roles or step.role in bank.roles
    )
    ranked = _by_topics(banks, {*step.topics, turn})
    return _once([*step.questions, *(one for bank in ranked for one in bank.questions)])


def reading_for(step: Step, pack: Pack, turn: str = "") -> tuple[Reading, ...]:
    """Reading to put beside a step: what it names first, then what shares most topics."""
    named = [one for id_ in step.reading for one in pack.readings if one.id == id_]
    ranked = _by_topics(pack.readings, {*step.topics, turn})
    return tuple(dict.fromkeys([*named, *ranked]))


def questions_for_section(section: Section, pack: Pack) -> tuple[Question, ...]:
    """Questions to put beside a heading: those of the steps that count towards its criteria,
    the closest first, then those of the banks that fit these steps."""
    steps = sorted(_steps_for(section, pack), key=lambda step: -len(_shared(step, section)))
    own = (question for step in steps for question in step.questions)
    ranked = _by_topics(pack.banks, _topics_of(section, pack))
    return _once([*own, *(question for bank in ranked for question in bank.questions)])


def reading_for_section(section: Section, pack: Pack) -> tuple[Reading, ...]:
    """Reading to put beside a heading: what helps with its criteria, then what shares topics."""
    wanted = set(section.criteria)
    named = [one for one in pack.readings if wanted & set(one.criteria)]
    return tuple(dict.fromkeys([*named, *_by_topics(pack.readings, _topics_of(section, pack))]))


def _topics_of(section: Section, pack: Pack) -> set[str]:
    return {topic for step in _steps_for(section, pack) for topic in step.topics}


def _steps_for(section: Section, pack: Pack) -> list[Step]:
    steps = (step for walk in pack.walks_for_learner() for step in walk.steps())
    return [step for step in steps if _shared(step, section)]


def _shared(step: Step, section: Section) -> set[str]:
    return set(step.criteria) & set(section.criteria)


def _by_topics(found: Iterable[T], topics: set[str]) -> tuple[T, ...]:
    shared = [(len(set(one.topics) & topics), one) for one in found]
    ranked = sorted((pair for pair in shared if pair[0]), key=lambda pair: -pair[0])
    return tuple(one for _, one in ranked)


def _once(questions: Iterable[Question]) -> tuple[Question, ...]:
    first: dict[str, Question] = {}
    for question in questions:
        first.setdefault(question.text, question)
    return tuple(first.values())
