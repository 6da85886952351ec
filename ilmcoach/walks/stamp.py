"""The moment of a change, and a maker of ids for what it makes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from msgspec import Struct

from ilmcoach.portfolio.records import KINDS, Record


class Stamp(Struct, frozen=True):
    """When a change happens, and where new ids come from."""

    now: datetime
    new_id: Callable[[], str]

    def make(self, kind: str, **fields: Any) -> Record:
        """A new record of `kind` with an id of its own, made now."""
        given = {"id": self.new_id(), "made": self.now, "changed": self.now}
        return KINDS[kind](**{**given, **fields})
