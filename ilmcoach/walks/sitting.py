"""A learner before a walk: its places, the answers that stand there, and where they are."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ilmcoach.packs.model import AnswerKind, Walk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import KINDS, Record, Run, Stored

from .answers import Answer, Row, is_blank
from .spots import Spot, spots

_BEFORE = {"activity.after": "before"}
"""Fields that are told against an earlier one of the same record."""


class Sitting(Struct, frozen=True):
    """One run of one walk over one portfolio, to be asked about; `changes` says what follows
    from an answer."""

    walk: Walk
    run: Run
    portfolio: Portfolio

    def spots(self) -> tuple[Spot, ...]:
        """Every place of the walk as it is now, in order."""
        return spots(self.walk, self.run, self.portfolio)

    def current(self) -> Spot | None:
        """Where the learner stands. If that place is gone (a deleted action, an area no longer
        picked), the first one not yet answered, else the first. None without any places."""
        places = self.spots()
        kept = next((spot for spot in places if spot.key == self.run.place), None)
        if kept or not places:
            return kept
        if not self.run.place:
            return places[0]
        return next((one for one in places if not self.is_answered(one)), places[0])

    def step_from(self, spot: Spot, by: int) -> Spot | None:
        """The place `by` places on (negative: back), None beyond either end."""
        places = self.spots()
        keys = [place.key for place in places]
        if spot.key not in keys:
            return None
        at = keys.index(spot.key) + by
        return places[at] if 0 <= at < len(places) else None

    def value_at(self, spot: Spot) -> Answer:
        """The answer that stands at a place; None or empty where there is none."""
        step = spot.step
        if not step.fills:
            return _from_stored(spot, self.run.answers.get(spot.key))
        kind, name = split_fill(step.fills[0])
        if step.answer is AnswerKind.REPEAT:
            return self._rows_at(spot)
        if step.answer is AnswerKind.LINKS:
            return tuple(one.id for one in self.portfolio.live(KINDS[kind]) if getattr(one, name))
        record = self.target(kind, spot)
        return _from_field(spot, getattr(record, name)) if record else None

    def stood_before(self, spot: Spot) -> str:
        """What the learner wrote earlier in the same record, to hold the answer at a place
        against; empty where there is nothing."""
        pairs = [(fill, _BEFORE[fill]) for fill in spot.step.fills if fill in _BEFORE]
        for fill, name in pairs:
            record = self.target(split_fill(fill)[0], spot)
            return getattr(record, name).strip() if record else ""
        return ""

    def is_answered(self, spot: Spot) -> bool:
        """True when something stands at that place."""
        return not is_blank(self.value_at(spot))

    def target(self, kind: str, spot: Spot) -> Record | None:
        """The record of `kind` that a place fills: what the run is about if that is its kind,
        else the one this run made at that turn. None before the first answer."""
        if kind == self.walk.makes:
            return self.portfolio.live_get(KINDS[kind], self.run.subject)
        return next(iter(self._made_here(kind, spot)), None)

    def rows_of(self, spot: Spot) -> tuple[Record, ...]:
        """The records that are the rows of a repeating group, oldest first: those of what the
        run is about, whichever run wrote them down, and those of this run."""
        kind, _ = split_fill(spot.step.fills[0])
        about = self.portfolio.linked(KINDS[kind], self.run.subject)
        found = [*(one for one in about if one.item == spot.item), *self._made_here(kind, spot)]
        once = {one.id: one for one in found}.values()
        return tuple(sorted(once, key=lambda one: (one.made, one.id)))

    def _made_here(self, kind: str, spot: Spot) -> tuple[Record, ...]:
        return tuple(
            one
            for one in self.portfolio.live(KINDS[kind])
            if one.run == self.run.id and one.item == spot.item
        )

    def _rows_at(self, spot: Spot) -> tuple[Row, ...]:
        names = [split_fill(fill)[1] for fill in spot.step.fills]
        return tuple(
            Row(one.id, {name: getattr(one, name) for name in names}) for one in self.rows_of(spot)
        )


def split_fill(fill: str) -> tuple[str, str]:
    """`goal.measure` as its kind and its field."""
    kind, _, name = fill.partition(".")
    return kind, name


def _from_field(spot: Spot, value: Answer) -> Answer:
    if spot.step.answer is AnswerKind.SCALE and isinstance(value, int):
        return str(value)
    return value


def _from_stored(spot: Spot, stored: Stored | None) -> Answer:
    """A free answer as screens know it. One that no longer suits the step, because its pack
    asks in another way now, stays in the run but is not shown as an answer to it."""
    match spot.step.answer:
        case AnswerKind.DATE:
            return _day(stored)
        case AnswerKind.DATES if isinstance(stored, tuple):
            days = [_day(one) for one in stored]
            return tuple(day for day in days if day) if all(days) else None
        case AnswerKind.CHOICES | AnswerKind.LINKS:
            return stored if isinstance(stored, tuple) else None
        case AnswerKind.NUMBER:
            return stored if isinstance(stored, int) else None
        case AnswerKind.DATES | AnswerKind.REPEAT:
            return None
    return stored if isinstance(stored, str) else None


def _day(stored: Stored | None) -> date | None:
    try:
        return date.fromisoformat(stored) if isinstance(stored, str) else None
    except ValueError:
        return None
