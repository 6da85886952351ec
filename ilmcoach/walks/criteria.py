"""Which criteria a record or a run counts towards, by what was answered.

Criteria that the learner linked by hand always stay.
"""

from __future__ import annotations

from collections.abc import Iterable

from ilmcoach.packs.model import Walk
from ilmcoach.portfolio.records import Record, Run

from .answers import is_blank
from .sitting import split_fill


def criteria_of_record(walk: Walk, record: Record) -> tuple[str, ...]:
    """The criteria of the steps whose fields hold something, and those linked by hand.

    Another walk may ask about more of the same record. While words stand in a field that this
    one does not ask about, it takes no criterion away: they may be what counts.
    """
    claimed: list[str] = []
    held: list[str] = []
    asked: set[str] = set()
    for step in walk.steps():
        for kind, name in map(split_fill, step.fills):
            if kind == record.kind:
                asked.add(name)
                claimed += step.criteria
                held += () if is_blank(getattr(record, name)) else step.criteria
    others = (getattr(record, name) for name in record.words_in if name not in asked)
    elsewhere = not all(map(is_blank, others))
    return _kept(record.criteria, () if elsewhere else claimed, held)


def criteria_of_run(walk: Walk, run: Run) -> tuple[str, ...]:
    """The criteria of the steps that have a free answer in this run, and those linked by hand."""
    answered = {key.partition("@")[0] for key in run.answers}
    free = [step for step in walk.steps() if not step.fills]
    claimed = [name for step in free for name in step.criteria]
    held = [name for step in free if step.id in answered for name in step.criteria]
    return _kept(run.criteria, claimed, held)


def _kept(before: Iterable[str], claimed: Iterable[str], held: Iterable[str]) -> tuple[str, ...]:
    out_of_reach = [name for name in before if name not in set(claimed)]
    return tuple(dict.fromkeys([*out_of_reach, *held]))
