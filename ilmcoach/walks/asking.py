"""Which question comes next: what the learner kept first, what was asked lately last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.packs.languages import near_first
from ilmcoach.packs.model import Bank, Pack, Question, Walk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Finding, KeptQuestion, Run

from .beside import open_topics
from .stamp import Stamp

EVERY = 3
"""One of the learner's own questions after this many, so that they come up and do not crowd."""

OF_THE_DAY = 24
"""How many of the best fitting questions the days take in turn."""


class Offered(Struct, frozen=True):
    """A question to put to the learner. `own` is one of theirs, `id` is that of its record
    then; `kept` is one of the pack's that they want to see again."""

    id: str
    text: str
    own: bool = False
    kept: bool = False


def in_turn(
    fitting: Sequence[Question], kept: Iterable[KeptQuestion], lately: Mapping[str, date]
) -> tuple[Offered, ...]:
    """Questions that fit, the best first, in the order in which to put them.

    First those that the learner kept, asked lately or not; then the others, one of the
    learner's own at every third place; last what was asked `lately` (an id and the day), the
    longest ago in front. The same things given always come in the same order.
    """
    records = tuple(kept)
    wanted = {one.question for one in records if one.question}
    mine = [Offered(one.id, one.text.strip(), own=True) for one in records if _is_own(one)]
    banks = [Offered(one.id, one.text, kept=one.id in wanted) for one in fitting]
    first = [one for one in banks if one.kept]
    rest = _mixed([one for one in banks if not one.kept], mine)
    fresh = [one for one in rest if one.id not in lately]
    again = sorted((one for one in rest if one.id in lately), key=lambda one: lately[one.id])
    return (*first, *fresh, *again)


def question_of_the_day(
    pack: Pack, portfolio: Portfolio, today: date, lately: Mapping[str, date], skip: int = 0
) -> Offered | None:
    """A question for one day, `skip` counts how many were turned down; None if there is none.

    The best fitting ones take turns by the date: for where the learner is in the walks, what
    they work on, and what has no record yet. What is only for other people's problems is left
    out, and so is what was asked on an earlier day of `lately`, as long as there are others.
    Questions in the programme's language come before those in others.
    """
    before = {name: day for name, day in lately.items() if day < today}
    wanted = _topics_now(pack, portfolio)
    banks = [one for one in pack.banks if not one.roles or {"alone", "client"} & set(one.roles)]
    banks.sort(key=lambda bank: -_weight(bank, wanted))
    ours = near_first(banks, pack.language, pack)
    fitting = [question for bank in ours for question in bank.questions]
    # One that was kept takes its turn like the others here: every day would be too much.
    offered = in_turn(fitting, portfolio.live(KeptQuestion), before)
    fresh = [one for one in offered if one.id not in before] or list(offered)
    some = fresh[:OF_THE_DAY]
    return some[(today.toordinal() + skip) % len(some)] if some else None


def keep(question_id: str, portfolio: Portfolio, stamp: Stamp) -> KeptQuestion:
    """The record to save so that a question of the pack is kept, or not any more: a new one,
    the one there is put into the trash, or the one in the trash brought back."""
    known = [
        one for one in portfolio if isinstance(one, KeptQuestion) and one.question == question_id
    ]
    live = next((one for one in known if one.trashed is None), None)
    if live:
        return replace(live, trashed=stamp.now)
    if known:
        return replace(known[-1], trashed=None)
    return KeptQuestion(id=stamp.new_id(), made=stamp.now, changed=stamp.now, question=question_id)


def is_kept(question_id: str, portfolio: Portfolio) -> bool:
    """True if the learner wants to see that question of the pack again."""
    return any(one.question == question_id for one in portfolio.live(KeptQuestion))


def _is_own(record: KeptQuestion) -> bool:
    return not record.question and bool(record.text.strip())


def _mixed(banks: list[Offered], mine: list[Offered]) -> list[Offered]:
    mixed: list[Offered] = []
    others, own = iter(banks), iter(mine)
    while len(mixed) < len(banks) + len(mine):
        turn, spare = (own, others) if len(mixed) % EVERY == EVERY - 1 else (others, own)
        one = next(turn, None) or next(spare, None)
        if one:
            mixed.append(one)
    return mixed


def _topics_now(pack: Pack, portfolio: Portfolio) -> tuple[frozenset[str], ...]:
    """Sets of topics that matter now, the first one most."""
    walks = [walk for walk in pack.walks_for_learner() if not walk.quick]
    done = {run.walk for run in portfolio.live(Run) if run.finished}
    ahead = next((walk for walk in walks if walk.id not in done), None)
    goals = portfolio.open_goals()
    answered = {goal.finding for goal in goals}
    work = (one.area for one in portfolio.live(Finding) if one.chosen or one.id in answered)
    actions = _topics_of_actions(pack) if portfolio.open_actions() else frozenset()
    return (
        frozenset(work),
        _topics(ahead) if ahead else frozenset(),
        actions,
        open_topics(pack, portfolio),
    )


def _topics(walk: Walk) -> frozenset[str]:
    return frozenset(topic for step in walk.steps() for topic in step.topics)


def _topics_of_actions(pack: Pack) -> frozenset[str]:
    stages = (stage for walk in pack.walks_for_learner() for stage in walk.stages)
    return frozenset(
        topic
        for stage in stages
        if stage.each == "open actions"
        for step in stage.steps
        for topic in step.topics
    )


def _weight(bank: Bank, wanted: tuple[frozenset[str], ...]) -> int:
    """How well a bank fits: each set of topics outweighs all that come after it."""
    weight = 0
    for topics in wanted:
        weight = weight * 2 + bool(topics & set(bank.topics))
    return weight
