"""A repeating group: each row is a record of its own, such as an agreed action."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from ilmcoach.portfolio.records import Record

from .answers import Row
from .sitting import Sitting, split_fill
from .spots import Spot
from .stamp import Stamp


def changed_rows(
    sitting: Sitting, spot: Spot, rows: Sequence[Row], links: tuple[str, ...], stamp: Stamp
) -> tuple[Record, ...]:
    """The records that change when `rows` take the place of those at `spot`: new ones made,
    with `links`, others changed, those no longer there moved to the trash. Empty rows make
    nothing."""
    kind, _ = split_fill(spot.step.fills[0])
    names = [split_fill(fill)[1] for fill in spot.step.fills]
    shared = {"run": sitting.run.id, "item": spot.item, "links": links}
    before = {one.id: one for one in sitting.rows_of(spot)}
    changed: list[Record] = []
    kept: set[str] = set()
    for number, row in enumerate(rows):
        values = {name: row.values[name] for name in names if name in row.values}
        if row.blank:
            continue
        old = before.get(row.id)
        if old is None:
            own: dict[str, Any] = {"id": row.id} if row.id else {}
            # Records are sorted by when they were made: rows stay as they were written.
            own["made"] = stamp.now - timedelta(microseconds=len(rows) - 1 - number)
            changed.append(stamp.make(kind, **own, **shared, criteria=spot.step.criteria, **values))
            continue
        kept.add(old.id)
        if any(getattr(old, name) != value for name, value in values.items()):
            changed.append(replace(old, changed=stamp.now, **values))
    gone = (replace(one, trashed=stamp.now) for one in before.values() if one.id not in kept)
    return (*changed, *gone)
