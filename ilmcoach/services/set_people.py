"""The set as it is typed on one page: names become people, the rest the set's own record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import LearningSet, Person, Record
from ilmcoach.text import clean
from ilmcoach.walks.stamp import Stamp

ROLES = ("member", "advisor")
_BETWEEN_NAMES = re.compile(r"[\n,;]")


class TypedSet(Struct, frozen=True):
    """What stands on the page: `members` beside the learner and `advisors` as typed, names one a
    line or with commas between them; days are plain dates."""

    members: str = ""
    advisors: str = ""
    purpose: str = ""
    rules: str = ""
    start: date | None = None
    end: date | None = None


def names_in(text: str) -> tuple[str, ...]:
    """The names in a text, each once, in order: one a line, or with commas between them."""
    found: dict[str, str] = {}
    for piece in _BETWEEN_NAMES.split(clean(text)):
        name = " ".join(piece.split())
        if name:
            found.setdefault(_key(name), name)
    return tuple(found.values())


def members_in(typed: TypedSet, learner: str = "") -> tuple[str, ...]:
    """The members beside the learner, who needs no line of their own; an advisor is none."""
    others = {_key(name) for name in (*names_in(typed.advisors), learner)}
    return tuple(name for name in names_in(typed.members) if _key(name) not in others)


def set_records(typed: TypedSet, portfolio: Portfolio, stamp: Stamp) -> tuple[Record, ...]:
    """The records to save so that the portfolio holds the set as typed; none if it does already.

    The one set there is is changed. Who stood there before keeps their id; somebody known by the
    same name in another role, or deleted earlier, is taken up again; who stands there no longer
    goes to the trash.
    """
    learner = portfolio.learner
    wanted = [(name, "advisor") for name in names_in(typed.advisors)]
    wanted += [(name, "member") for name in members_in(typed, learner.name if learner else "")]
    # People are listed by when they were made: they stay as they were written.
    moments = [stamp.now - timedelta(microseconds=left) for left in range(len(wanted))]
    people = [
        _person(name, role, portfolio, Stamp(moment, stamp.new_id))
        for (name, role), moment in zip(wanted, reversed(moments), strict=True)
    ]
    staying = {one.id for one in people}
    gone = (one for one in portfolio.people(*ROLES) if one.id not in staying)
    found: list[Record] = [_the_set(typed, portfolio, stamp), *people]
    found += (replace(one, trashed=stamp.now) for one in gone)
    return tuple(one for one in found if portfolio.get(one.id) != one)


def _the_set(typed: TypedSet, portfolio: Portfolio, stamp: Stamp) -> LearningSet:
    now = stamp.now
    before = portfolio.learning_set or LearningSet(id=stamp.new_id(), made=now, changed=now)
    after = replace(
        before,
        purpose=clean(typed.purpose),
        rules=clean(typed.rules),
        start=typed.start,
        end=typed.end,
    )
    return before if after == before else replace(after, changed=now)


def _person(name: str, role: str, portfolio: Portfolio, stamp: Stamp) -> Person:
    known = _known(name, role, portfolio)
    if known is None:
        return Person(id=stamp.new_id(), made=stamp.now, changed=stamp.now, name=name, role=role)
    if (known.name, known.role, known.trashed) == (name, role, None):
        return known
    return replace(known, name=name, role=role, trashed=None, changed=stamp.now)


def _known(name: str, role: str, portfolio: Portfolio) -> Person | None:
    """The person of that name: in that role first, then in another, then deleted from a set."""
    live = _named(name, portfolio.live(Person))
    deleted = (one for one in portfolio if isinstance(one, Person) and one.trashed)
    trashed = [one for one in _named(name, deleted) if one.role in ROLES]
    return next(iter(sorted(live, key=lambda one: one.role != role)), None) or next(
        iter(sorted(trashed, key=lambda one: one.trashed or one.made, reverse=True)), None
    )


def _named(name: str, people: Iterable[Person]) -> list[Person]:
    return [one for one in people if _key(one.name) == _key(name)]


def _key(name: str) -> str:
    return " ".join(clean(name).split()).casefold()
