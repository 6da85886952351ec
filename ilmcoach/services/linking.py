"""Saying by hand which criteria a record counts towards."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.packs.model import Criterion, Pack
from ilmcoach.portfolio.coverage import NO_EVIDENCE
from ilmcoach.portfolio.records import Record

WHY_NOT = (
    "This cannot be linked: what you write for an assignment is the work itself, and the records "
    "behind it are what is counted."
)


class Offered(Struct, frozen=True):
    """A criterion to choose: how the learner knows it, and what it asks, in our words."""

    id: str
    label: str
    asks: str


def offered_criteria(pack: Pack) -> tuple[Offered, ...]:
    """The criteria of the programme, in its order: those that its assessments look for. Where no
    assessment names any, those of all its units."""
    named = [one for task in pack.assessments for part in task.sections for one in part.criteria]
    known = pack.criteria()
    asked = [one for one in known if one.id in named] or known
    return tuple(Offered(one.id, one.label, _says(one)) for one in asked)


def can_link(record: Record) -> bool:
    """True of a record that may count towards a criterion: live, and not the work itself."""
    return record.trashed is None and not isinstance(record, NO_EVIDENCE)


def with_criteria(record: Record, chosen: Collection[str], pack: Pack) -> Record:
    """The record as it counts towards the `chosen` criterion ids of this programme. Those that
    the programme does not offer stay as they were; so does `changed`, for no word changed.

    Criteria that guided questions linked go like the others. A later answer there links again
    what it counts towards (see `walks.criteria`).
    """
    offered = [one.id for one in offered_criteria(pack)]
    others = [one for one in record.criteria if one not in offered]
    return replace(record, criteria=(*(one for one in offered if one in chosen), *others))


def _says(criterion: Criterion) -> str:
    verb, asks = criterion.verb.strip(), criterion.asks.strip()
    return f"{verb}: {asks}" if verb and asks else verb or asks
