"""Questions and reading that suit a step, from the pack's banks and catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from ilmcoach.packs.model import Pack, Question, Reading, Step


def questions_for(step: Step, pack: Pack) -> tuple[Question, ...]:
    """Questions to put beside a step: its own first, then those of the banks that share most
    topics with it. Banks for another role are left out."""
    shared = [
        (len(set(bank.topics) & set(step.topics)), bank)
        for bank in pack.banks
        if not step.role or not bank.roles or step.role in bank.roles
    ]
    ranked = sorted((pair for pair in shared if pair[0]), key=lambda pair: -pair[0])
    banked = (question for _, bank in ranked for question in bank.questions)
    return _once([*step.questions, *banked])


def reading_for(step: Step, pack: Pack) -> tuple[Reading, ...]:
    """Reading to put beside a step: what it names first, then what shares most topics."""
    named = [one for id_ in step.reading for one in pack.readings if one.id == id_]
    shared = [(len(set(one.topics) & set(step.topics)), one) for one in pack.readings]
    ranked = sorted((pair for pair in shared if pair[0]), key=lambda pair: -pair[0])
    return tuple(dict.fromkeys([*named, *(one for _, one in ranked)]))


def _once(questions: Iterable[Question]) -> tuple[Question, ...]:
    return tuple({question.text: question for question in questions}.values())
