"""What goes into an index and what comes out."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class Text(Struct, frozen=True):
    """The words of one record, under its id. `changed` (an aware moment) decides between two
    that fit alike: the newer one comes first."""

    id: str
    changed: datetime
    words: str


class Hit(Struct, frozen=True):
    """A text that was found: a piece of it on one line, and in `marks` where in that piece the
    words stand, each as start and end in characters."""

    id: str
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()


class Found(Struct, frozen=True):
    """The hits, best first, and how many there are in all."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
