"""Deleting and bringing back: what goes together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from .portfolio import Portfolio
from .records import Record, Run


def to_trash(record: Record, portfolio: Portfolio, now: datetime) -> tuple[Record, ...]:
    """The records to save so that `record` is deleted: itself and the walk's runs about it.

    What links to it (feedback, actions, tellings) stays: it is somebody's own words. Saving the
    same records as they were brings everything back.
    """
    about = (run for run in portfolio.live(Run) if run.subject == record.id)
    return tuple(replace(one, trashed=now) for one in (record, *about))


def for_good(records: Iterable[Record], portfolio: Portfolio) -> tuple[Record, ...]:
    """The records that go when deleted ones go for good: themselves and the deleted runs about
    them. What is not in the trash is left out."""
    going = {one.id: one for one in records if one.trashed is not None}
    about = (one for one in portfolio if isinstance(one, Run) and one.subject in going)
    going.update((run.id, run) for run in list(about) if run.trashed is not None)
    return tuple(going.values())


def from_trash(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """The records to save so that deleted ones are back."""
    return tuple(replace(one, trashed=None) for one in records)
