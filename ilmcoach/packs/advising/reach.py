"""What a pack holds and no learner will come upon."""

from __future__ import annotations

from collections.abc import Iterator

from ilmcoach.packs.draft import Draft, Placed
from ilmcoach.packs.model import AnswerKind, Pack, Problem, Reading, Step, Walk
from ilmcoach.packs.names import shown

LOOKED_AT_AGAIN = "activity"
"""The kind of record that the app offers a walk with `again` beside."""


def out_of_reach(draft: Draft, pack: Pack, built_on: bool) -> Iterator[Problem]:
    """Advice on walks that can't be begun, criteria that nothing covers and, unless the pack is
    `built_on` by others, questions and reading that nothing leads to."""
    for placed in draft.walks:
        yield from _walk(placed, draft, pack)
    steps = [step for walk in pack.walks_for_learner() for step in walk.steps()]
    if steps and not built_on:
        topics = _topics(steps)
        yield from _banks(draft, topics)
        yield from _readings(draft, topics, steps)
    yield from _criteria(draft, pack, steps)


def _walk(placed: Placed[Walk], draft: Draft, pack: Pack) -> Iterator[Problem]:
    walk = placed.item
    if draft.programme and not draft.programme.item.has_set and "set" in walk.needs:
        what = f"'{shown(walk.title)}' needs a set, and the programme has none."
        yield placed.advice(what, "Take `needs` out, or say `set: yes` in the programme.")
    if walk.again and walk.makes and walk.makes != LOOKED_AT_AGAIN:
        what = f"Nobody can begin '{shown(walk.title)}': it is offered beside no record."
        mend = f"`again` is for walks with `makes: {LOOKED_AT_AGAIN}`; take it out."
        yield placed.advice(what, mend)
    if walk.makes and not _keeps(walk, walk.makes):
        what = f"'{shown(walk.title)}' makes a {walk.makes} in which nothing is written."
        mend = f"Add `fills: {walk.makes}.…` to a step, or take `makes` out."
        yield placed.advice(what, mend)
    after = pack.walk(walk.deeper) if walk.deeper else None
    if after and after.id == walk.id:
        yield placed.advice("This walk carries on with itself.", "Name another in `deeper`.")
    elif after and after.makes != walk.makes:
        what = f"'{after.id}' can't carry on from here: it is about another kind of record."
        mend = f"Name a walk with `makes: {walk.makes}`." if walk.makes else "Take `deeper` out."
        yield placed.advice(what, mend)


def _keeps(walk: Walk, kind: str) -> bool:
    return any(field.startswith(f"{kind}.") for step in walk.steps() for field in step.fills)


def _topics(steps: list[Step]) -> set[str]:
    """The topics that questions and reading are looked for by. Where a stage goes through
    choices, their ids are topics too."""
    chosen = {
        choice.id for step in steps if step.answer is AnswerKind.CHOICES for choice in step.choices
    }
    return chosen | {topic for step in steps for topic in step.topics}


def _banks(draft: Draft, topics: set[str]) -> Iterator[Problem]:
    for placed in draft.banks:
        bank = placed.item
        if not bank.questions or topics & set(bank.topics):
            continue
        if bank.topics:
            what = f"No step has a topic of '{shown(bank.title)}': {shown(', '.join(bank.topics))}."
            mend = "Give it a topic that a step has, or a step one of these."
        else:
            what = f"'{shown(bank.title)}' has no topics, so it comes up beside no step."
            mend = "Add `topics:` and a word that steps have too."
        yield placed.advice(what, mend)


def _readings(draft: Draft, topics: set[str], steps: list[Step]) -> Iterator[Problem]:
    named = {name for step in steps for name in step.reading}
    for placed in draft.readings:
        if not _led_to(placed.item, topics, named):
            what = f"Nothing leads to '{shown(placed.item.citation)}' but the list of reading."
            mend = "Give it a topic that a step has, or name it in a step's `reading`."
            yield placed.advice(what, mend)


def _led_to(reading: Reading, topics: set[str], named: set[str]) -> bool:
    return bool(reading.criteria) or reading.id in named or bool(topics & set(reading.topics))


def _criteria(draft: Draft, pack: Pack, steps: list[Step]) -> Iterator[Problem]:
    """Units that no assessment names, by their criteria: those of one that does are told where
    the assessment is. In a pack made to be built on, others may cover them."""
    if not draft.programme or draft.lost:
        return
    assessed = {unit for task in pack.assessments for unit in task.units}
    covered = {name for step in steps for name in step.criteria}
    covered |= {name for task in pack.assessments for one in task.sections for name in one.criteria}
    for placed in draft.criteria:
        criterion = placed.item
        if criterion.id not in covered and criterion.id.partition("/")[0] not in assessed:
            what = f"Nothing covers the criterion {criterion.id}: no section and no step names it."
            yield placed.advice(what, "Add it to the `criteria` of one.")
