"""The places of a walk in order, repeated stages laid out one after the other."""

from __future__ import annotations

from msgspec import Struct

from ilmcoach.packs.model import Choice, Stage, Step, Walk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Action, Record, Run, Telling
from ilmcoach.portfolio.sources import SOURCES


class Spot(Struct, frozen=True):
    """One question at one turn of its stage. `item` is the turn: a choice's id or a record's
    id, empty outside a repeated stage; `item_label` is what to call it."""

    stage: Stage
    step: Step
    item: str = ""
    item_label: str = ""

    @property
    def key(self) -> str:
        """The place's name in a run; it outlives any rewording of the pack."""
        return f"{self.step.id}@{self.item}" if self.item else self.step.id


def spots(walk: Walk, run: Run, portfolio: Portfolio) -> tuple[Spot, ...]:
    """Every place of the walk as this run has it now, in order."""
    return tuple(
        Spot(stage, step, item, label)
        for stage in walk.stages
        for item, label in _turns(stage, walk, run, portfolio)
        for step in stage.steps
    )


def _turns(stage: Stage, walk: Walk, run: Run, portfolio: Portfolio) -> tuple[tuple[str, str], ...]:
    if not stage.each:
        return (("", ""),)
    if stage.each == "open actions":
        return tuple((one.id, one.text) for one in actions_to_tell(run, portfolio))
    if stage.each in SOURCES:
        return tuple((one.id, describe(one)) for one in SOURCES[stage.each](portfolio))
    picked = run.answers.get(stage.each, ())
    return tuple(
        (choice.id, choice.label)
        for choice in _choices(walk, stage.each)
        if isinstance(picked, tuple) and choice.id in picked
    )


def _choices(walk: Walk, step_id: str) -> tuple[Choice, ...]:
    return next((step.choices for step in walk.steps() if step.id == step_id), ())


def actions_to_tell(run: Run, portfolio: Portfolio) -> tuple[Action, ...]:
    """Actions that this run asks about: those from before it that are still open, and those
    already told in it, so that they can be gone back to."""
    told = {link for one in portfolio.live(Telling) if one.run == run.id for link in one.links}
    still_open = {one.id for one in portfolio.open_actions()}
    return tuple(
        one
        for one in portfolio.live(Action)
        if one.id in told or (one.id in still_open and _from_before(one, run))
    )


def _from_before(action: Action, run: Run) -> bool:
    """True of an action that was there before this run, and not agreed at the same meeting."""
    same_meeting = run.subject in action.links
    return action.made <= run.made and action.run != run.id and not same_meeting


def describe(record: Record) -> str:
    """A record in a few words: the learner's own where there are any, else its label."""
    label = getattr(record, "area_label", "")
    if label:
        return str(label)
    return next(iter(record.words()), "")
