"""A repeating group: each row is a record of its own, such as an agreed action."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ilmcoach.portfolio.records import Record

from .answers import Row
from .sitting import Sitting, split_fill
from .spots import Spot
from .stamp import Stamp


def changed_rows(
    sitting: Sitting, spot: Spot, rows: Sequence[Row], stamp: Stamp
) -> tuple[Record, ...]:
    """The records that change when `rows` take the place of those at `spot`: new ones made,
    others changed, those no longer there moved to the trash. Empty rows make nothing."""
    kind, _ = split_fill(spot.step.fills[0])
    names = [split_fill(fill)[1] for fill in spot.step.fills]
    about = sitting.run.subject
    before = {one.id: one for one in sitting.rows_of(spot)}
    changed: list[Record] = []
    kept: set[str] = set()
    for row in rows:
        values = {name: row.values[name] for name in names if name in row.values}
        if not any(values.values()):
            continue
        old = before.get(row.id)
        if old is None:
            own = {"id": row.id} if row.id else {}
            links = (about,) if about else ()
            made = {"run": sitting.run.id, "links": links, "criteria": spot.step.criteria}
            changed.append(stamp.make(kind, **own, **made, **values))
            continue
        kept.add(old.id)
        if any(getattr(old, name) != value for name, value in values.items()):
            changed.append(replace(old, changed=stamp.now, **values))
    gone = (replace(one, trashed=stamp.now) for one in before.values() if one.id not in kept)
    return (*changed, *gone)
