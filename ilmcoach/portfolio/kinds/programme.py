"""Who is learning, on which programme, and the time it took."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from .base import Record


class Learner(Record, frozen=True, kw_only=True):
    """Who is learning, as the cover of an assignment needs it. There is one."""

    kind: ClassVar[str] = "learner"
    name: str = ""
    registration: str = ""
    centre_name: str = ""
    centre_number: str = ""


class Enrolment(Record, frozen=True, kw_only=True):
    """The programme that the learner follows: the pack, its first and its last day. `also` are
    the ids of packs used beside it; `pack` is empty while there are only such."""

    kind: ClassVar[str] = "enrolment"
    pack: str = ""
    also: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None


class Hours(Record, frozen=True, kw_only=True):
    """Time spent on the programme on one day, in minutes. `sort` is `induction`, `tutorial`,
    `guided` (other guided learning) or `set` (a set meeting)."""

    kind: ClassVar[str] = "hours"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    on: date | None = None
    sort: str = ""
    minutes: int | None = None
    text: str = ""
