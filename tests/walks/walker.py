"""A learner who goes through walks: time passes, ids count up, every change is saved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import msgspec

from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import AnswerKind, Choice, Pack, Stage, Step, Walk
from ilmcoach.portfolio.portfolio import Portfolio, R
from ilmcoach.portfolio.records import Record, Run
from ilmcoach.walks.answers import Answer, Row
from ilmcoach.walks.changes import Change, answer, begin, finish, move
from ilmcoach.walks.sitting import Sitting
from ilmcoach.walks.spots import Spot
from ilmcoach.walks.stamp import Stamp

START = datetime(2026, 11, 19, 19, 0, tzinfo=UTC)
_EARLIER = START - timedelta(days=9)
EARLIER: dict[str, Any] = {"made": _EARLIER, "changed": _EARLIER}
"""When records were made that stood there before."""


@cache
def certificate() -> Pack:
    """The bundled pack with every walk."""
    pack = Library.find([bundled_folder()]).pack("level-3-certificate")
    assert pack is not None
    return pack


def bundled(walk_id: str) -> Walk:
    """A bundled walk."""
    walk = certificate().walk(walk_id)
    assert walk is not None
    return walk


def step(name: str, kind: AnswerKind, *fills: str, criteria: str = "", choices: str = "") -> Step:
    """A small step; criteria and choice ids are written with spaces between them."""
    return Step(
        name,
        name.capitalize(),
        f"{name}?",
        kind,
        fills=fills,
        criteria=tuple(criteria.split()),
        choices=tuple(Choice(one, one.capitalize()) for one in choices.split()),
    )


def walk_of(*stages: Stage, makes: str = "") -> Walk:
    """A small walk."""
    return Walk("small", "Small", stages, makes=makes)


def as_stored(record: R) -> R:
    """The record after a way through JSON, as it comes back the next day."""
    return msgspec.json.decode(msgspec.json.encode(record), type=type(record))


class Desk:
    """One learner's portfolio. A minute passes with each change."""

    def __init__(self, *records: Record) -> None:
        self.portfolio = Portfolio({one.id: one for one in records})
        self._minutes = 0
        self._ids = 0

    def stamp(self) -> Stamp:
        self._minutes += 1
        return Stamp(START + timedelta(minutes=self._minutes), self.new_id)

    def new_id(self) -> str:
        self._ids += 1
        return f"new-{self._ids:04}"

    def save(self, *records: Record) -> None:
        self.portfolio = self.portfolio.with_records(map(as_stored, records))

    def one(self, kind: type[R]) -> R:
        """The only live record of its kind."""
        (found,) = self.portfolio.live(kind)
        return found

    def begin(self, walk: Walk, subject: str = "") -> Walker:
        return Walker(self, walk, begin(walk, self.stamp(), subject=subject))


class Walker:
    """One run of one walk."""

    def __init__(self, desk: Desk, walk: Walk, run: Run) -> None:
        self.desk = desk
        self.walk = walk
        self.run = run

    @property
    def sitting(self) -> Sitting:
        return Sitting(self.walk, self.run, self.desk.portfolio)

    @property
    def keys(self) -> list[str]:
        return [spot.key for spot in self.sitting.spots()]

    @property
    def here(self) -> str:
        """The place stood at."""
        spot = self.sitting.current()
        return spot.key if spot else ""

    def spot(self, key: str) -> Spot:
        return next(spot for spot in self.sitting.spots() if spot.key == key)

    def value(self, key: str) -> Answer:
        return self.sitting.value_at(self.spot(key))

    def answer(self, key: str, value: Answer) -> Change:
        change = answer(self.sitting, self.spot(key), value, self.desk.stamp())
        self.run = change.run
        self.desk.save(*change.records)
        return change

    def rows(self, key: str) -> list[Row]:
        value = self.value(key)
        assert isinstance(value, tuple)
        return [row for row in value if isinstance(row, Row)]

    def stand(self, key: str) -> None:
        self.run = move(self.run, self.spot(key), self.desk.stamp())
        self.desk.save(self.run)

    def go(self, by: int) -> str:
        """A place on, or back; an empty text beyond the end."""
        here = self.sitting.current()
        target = self.sitting.step_from(here, by) if here else None
        if target is None:
            return ""
        self.stand(target.key)
        return target.key

    def finish(self) -> None:
        self.run = finish(self.run, self.desk.stamp())
        self.desk.save(self.run)

    def reopen(self) -> Walker:
        """The same run, as the portfolio has it."""
        kept = self.desk.portfolio.live_get(Run, self.run.id)
        assert kept is not None, "the run was never saved"
        return Walker(self.desk, self.walk, kept)


def ids(records: Iterable[Record]) -> list[str]:
    return [one.id for one in records]
