"""A learner before a walk: its places, the answers that stand there, and where they are."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ilmcoach.packs.model import AnswerKind, Walk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import KINDS, Record, Run, Stored

from .answers import Answer, Row
from .spots import Spot, spots


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

    def is_answered(self, spot: Spot) -> bool:
        """True when something stands at that place."""
        return not is_blank(self.value_at(spot))

    def target(self, kind: str, spot: Spot) -> Record | None:
        """The record of `kind` that a place fills: that of its turn, else what the run is about."""
        live = self.portfolio.live(KINDS[kind])
        if not spot.stage.makes and (
            subject := next((one for one in live if one.id == self.run.subject), None)
        ):
            return subject
        return next((one for one in live if one.run == self.run.id and one.item == spot.item), None)

    def rows_of(self, spot: Spot) -> tuple[Record, ...]:
        """The records that are the rows of a repeating group, oldest first."""
        kind, _ = split_fill(spot.step.fills[0])
        return tuple(
            one
            for one in self.portfolio.live(KINDS[kind])
            if self.run.subject in one.links or one.run == self.run.id
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


def is_blank(value: Answer | Stored) -> bool:
    """True for what counts as no answer."""
    return value is None or value == () or (isinstance(value, str) and not value.strip())


def _from_field(spot: Spot, value: Answer) -> Answer:
    if spot.step.answer is AnswerKind.SCALE and isinstance(value, int):
        return str(value)
    return value


def _from_stored(spot: Spot, stored: Stored | None) -> Answer:
    if spot.step.answer is AnswerKind.DATE and isinstance(stored, str):
        return date.fromisoformat(stored)
    if spot.step.answer is AnswerKind.DATES and isinstance(stored, tuple):
        return tuple(date.fromisoformat(one) for one in stored)
    return stored
