"""What every kind of record shares."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import asdict

Stored = str | int | tuple[str, ...]
"""A free answer as a run keeps it; days are kept as ISO text."""


class Record(Struct, frozen=True, kw_only=True):
    """What every kind shares.

    `run` is the walk's run it was made in and `item` the turn of a repeated stage; `links` are
    ids of records it belongs to; `criteria` are criterion ids it counts towards; `trashed` is
    when it was deleted, None while it is live.
    """

    kind: ClassVar[str] = ""
    words_in: ClassVar[tuple[str, ...]] = ()

    id: str
    made: datetime
    changed: datetime
    trashed: datetime | None = None
    run: str = ""
    item: str = ""
    links: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()

    def words(self) -> tuple[str, ...]:
        """The learner's own texts in this record, empty ones left out."""
        return tuple(text for name in self.words_in if (text := getattr(self, name).strip()))

    @property
    def blank(self) -> bool:
        """True when nothing was written or chosen in it."""
        shared = set(Record.__struct_fields__)
        return not any(
            (value.strip() if isinstance(value, str) else value) not in (None, "", (), False, {})
            for name, value in asdict(self).items()
            if name not in shared
        )
