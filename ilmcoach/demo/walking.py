"""Going through a walk with answers at hand, by the same rules as in the app."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from ilmcoach.packs.model import AnswerKind, Pack, Walk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Record, Run
from ilmcoach.text import count_words
from ilmcoach.walks.answers import Answer, Row
from ilmcoach.walks.changes import answer, begin, finish, move
from ilmcoach.walks.sitting import Sitting
from ilmcoach.walks.spots import Spot
from ilmcoach.walks.stamp import Stamp

from .lookup import look_up, misfit
from .naming import action_id, ids_of, run_id
from .story import Through, as_typed

_READING = timedelta(seconds=30)
_A_WORD = timedelta(seconds=3)


def walk_through(through: Through, pack: Pack, portfolio: Portfolio) -> Portfolio:
    """The portfolio after one walk. Raises IlmcoachError if the pack does not ask what the
    story answers."""
    walk = pack.walk(through.walk)
    if walk is None:
        raise misfit(f"there is no walk called {through.walk}")
    walker = _Walker(through, walk, portfolio)
    walker.go()
    return walker.portfolio


class _Walker:
    """One run under way: time passes as she reads and types, and every change is saved."""

    def __init__(self, through: Through, walk: Walk, portfolio: Portfolio) -> None:
        self.portfolio = portfolio
        self._through = through
        self._walk = walk
        self._now = through.at
        before = portfolio.live_get(Run, run_id(through.about)) if through.about else None
        if through.about and before is None:
            raise misfit(f"{through.about} was never begun")
        subject = before.subject if before else ""
        self._run = begin(walk, self._stamp(f"run/{through.name}"), subject=subject)
        self._left = {("", step) for step in through.answers} | {
            (turn, step) for turn, steps in through.turns.items() for step in steps
        }
        self._turn_of = {
            look_up(turn, portfolio).id if "/" in turn else action_id(turn): turn
            for turn in through.turns
        }

    def go(self) -> None:
        """To the end, or to the place where she left it."""
        spot = self._sitting.current()
        while spot and spot.step.id != self._through.stopped_at:
            self._answer(spot)
            spot = self._sitting.step_from(spot, 1)
            if spot:
                self._run = move(self._run, spot, self._stamp(spot.key))
                self._save(self._run)
        if self._left:
            raise misfit(f"{self._through.walk} does not ask for {sorted(self._left)}")
        if spot is None:
            if self._through.stopped_at:
                raise misfit(f"{self._through.walk} has no step {self._through.stopped_at}")
            self._run = finish(self._run, self._stamp("end"))
            self._save(self._run)

    @property
    def _sitting(self) -> Sitting:
        return Sitting(self._walk, self._run, self.portfolio)

    def _answer(self, spot: Spot) -> None:
        turn = self._turn_of.get(spot.item, spot.item)
        self._now += _READING
        if (turn, spot.step.id) not in self._left:
            return
        self._left.remove((turn, spot.step.id))
        told = self._through.turns[turn] if turn else self._through.answers
        value = _value(spot, told[spot.step.id], self.portfolio)
        self._now += _A_WORD * (count_words(value) if isinstance(value, str) else 2)
        stamp = self._stamp(f"{self._through.name}/{spot.key}")
        change = answer(self._sitting, spot, value, stamp)
        self._run = change.run
        self._save(*change.records)

    def _save(self, *records: Record) -> None:
        self.portfolio = self.portfolio.with_records(records)

    def _stamp(self, name: str) -> Stamp:
        return Stamp(self._now, ids_of(name))


def _value(spot: Spot, told: Any, portfolio: Portfolio) -> Answer:
    """What the story says at a place, as a screen would hand it in."""
    value: Answer
    match spot.step.answer:
        case AnswerKind.LINK:
            value = _linked(told, portfolio)
        case AnswerKind.LINKS:
            value = tuple(_linked(area, portfolio) for area in told)
        case AnswerKind.REPEAT:
            value = tuple(_row(row) for row in told)
        case AnswerKind.CHOICES | AnswerKind.DATES:
            value = tuple(told)
        case AnswerKind.DATE | AnswerKind.NUMBER:
            value = told
        case AnswerKind.SCALE:
            value = str(told)
        case _ if isinstance(told, list):
            value = "\n".join(as_typed(line) for line in told)
        case _:
            value = as_typed(told)
    return value


def _linked(told: str, portfolio: Portfolio) -> str:
    """The id of the record meant: by a reference, or a finding's by its area alone."""
    return look_up(told if "/" in told else f"finding/{told}", portfolio).id


def _row(told: dict[str, Any]) -> Row:
    return Row(action_id(told["name"]), {"text": as_typed(told["text"]), "due": told["due"]})
