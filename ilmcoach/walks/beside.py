"""Questions and reading that suit a step, from the pack's banks and catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec import Struct

from ilmcoach.packs.languages import language_at, near_first
from ilmcoach.packs.model import Bank, Pack, Question, Reading, Section, Stage, Step
from ilmcoach.portfolio.coverage import records_for
from ilmcoach.portfolio.portfolio import Portfolio

T = TypeVar("T", Bank, Reading)

_TOPIC, _ROLE, _NEAR, _OPEN = 8, 4, 2, 1
"""What a shared topic weighs, against a role of one's own, the stage, and what is still empty.
Whatever shares a topic more comes first; the others only settle what would be level."""


class Setting(Struct, frozen=True):
    """What a step stands in: `near` are the topics of its whole stage, `open` those of steps
    that count towards a criterion without any record yet."""

    near: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()


def setting_of(stage: Stage, pack: Pack, portfolio: Portfolio) -> Setting:
    """The setting of the steps of that stage, as the portfolio stands now."""
    near = frozenset(topic for step in stage.steps for topic in step.topics)
    return Setting(near, open_topics(pack, portfolio))


def empty_criteria(pack: Pack, portfolio: Portfolio) -> frozenset[str]:
    """The ids of the pack's criteria towards which no record counts."""
    ids = frozenset(one.id for one in pack.criteria())
    return ids.difference(*(one.criteria for one in records_for(ids, portfolio)))


def open_topics(pack: Pack, portfolio: Portfolio) -> frozenset[str]:
    """The topics of the steps that count towards a criterion which is still empty."""
    empty = empty_criteria(pack, portfolio)
    steps = (step for walk in pack.walks_for_learner() for step in walk.steps())
    return frozenset(topic for step in steps if empty & set(step.criteria) for topic in step.topics)


def questions_for(
    step: Step, pack: Pack, turn: str = "", setting: Setting | None = None
) -> tuple[Question, ...]:
    """Questions to put beside a step: its own first, then those of the banks that share most
    topics with it. Banks for another role are left out; of those that share as much, one for
    the step's own role comes first, then one near its stage, then one about what is empty yet.
    Banks in the language of its walk come before those in others.

    `turn` is the turn of a repeated stage: where it goes through choices, their ids are topics
    too, so that each area brings its own questions.
    """
    banks = [
        bank for bank in pack.banks if not step.role or not bank.roles or step.role in bank.roles
    ]
    fitting = _by_topics(banks, {*step.topics, turn}, setting or Setting(), step.role)
    ranked = near_first(fitting, language_at(step, pack), pack)
    return _once([*step.questions, *(one for bank in ranked for one in bank.questions)])


def reading_for(step: Step, pack: Pack, turn: str = "") -> tuple[Reading, ...]:
    """Reading to put beside a step: what it names first, then what shares most topics, what is
    in its language before what is in another."""
    named = [one for id_ in step.reading for one in pack.readings if one.id == id_]
    fitting = _by_topics(pack.readings, {*step.topics, turn})
    ranked = near_first(fitting, language_at(step, pack), pack)
    return tuple(dict.fromkeys([*named, *ranked]))


def questions_for_section(section: Section, pack: Pack) -> tuple[Question, ...]:
    """Questions to put beside a heading: those of the steps that count towards its criteria,
    the closest first, then those of the banks that fit these steps."""
    steps = sorted(_steps_for(section, pack), key=lambda step: -len(_shared(step, section)))
    own = (question for step in steps for question in step.questions)
    fitting = _by_topics(pack.banks, _topics_of(section, pack))
    ranked = near_first(fitting, language_at(section, pack), pack)
    return _once([*own, *(question for bank in ranked for question in bank.questions)])


def reading_for_section(section: Section, pack: Pack) -> tuple[Reading, ...]:
    """Reading to put beside a heading: what helps with its criteria, then what shares topics."""
    wanted = set(section.criteria)
    named = [one for one in pack.readings if wanted & set(one.criteria)]
    found = dict.fromkeys([*named, *_by_topics(pack.readings, _topics_of(section, pack))])
    return near_first(found, language_at(section, pack), pack)


def question_of(pack: Pack, question_id: str) -> Question | None:
    """The question of that id, in a bank or beside a step; None if this pack has none."""
    banks = (one for bank in pack.banks for one in bank.questions)
    found = next((one for one in banks if one.id == question_id), None)
    if found:
        return found
    steps = (step for walk in pack.walks for step in walk.steps())
    beside = (one for step in steps for one in step.questions)
    return next((one for one in beside if one.id == question_id), None)


def _topics_of(section: Section, pack: Pack) -> set[str]:
    return {topic for step in _steps_for(section, pack) for topic in step.topics}


def _steps_for(section: Section, pack: Pack) -> list[Step]:
    steps = (step for walk in pack.walks_for_learner() for step in walk.steps())
    return [step for step in steps if _shared(step, section)]


def _shared(step: Step, section: Section) -> set[str]:
    return set(step.criteria) & set(section.criteria)


def _by_topics(
    found: Sequence[T], topics: set[str], setting: Setting | None = None, role: str = ""
) -> tuple[T, ...]:
    """Those that share a topic, what fits best first, else in the pack's order."""
    fitting = [one for one in found if topics & set(one.topics)]
    around = setting or Setting()
    return tuple(sorted(fitting, key=lambda one: -_fit(one, topics, around, role)))


def _fit(one: Bank | Reading, topics: set[str], setting: Setting, role: str) -> int:
    mine = set(one.topics)
    for_role = isinstance(one, Bank) and bool(role) and role in one.roles
    return (
        _TOPIC * len(mine & topics)
        + _ROLE * for_role
        + _NEAR * bool((mine - topics) & setting.near)
        + _OPEN * bool(mine & setting.open)
    )


def _once(questions: Iterable[Question]) -> tuple[Question, ...]:
    first: dict[str, Question] = {}
    for question in questions:
        first.setdefault(question.text, question)
    return tuple(first.values())
