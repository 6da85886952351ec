"""Deleting and bringing back: what goes together."""

from __future__ import annotations

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


def from_trash(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """The records to save so that deleted ones are back."""
    return tuple(replace(one, trashed=None) for one in records)
