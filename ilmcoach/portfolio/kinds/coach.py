"""What passed between the learner and a coach that is a model, and what allows it.

A model's words are never the learner's: no field here is among a record's words, so none is
counted, searched, or written into a body.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from msgspec import field

from .base import Record


class Exchange(Record, frozen=True, kw_only=True):
    """One time that something was sent to a model. It is kept before sending, and completed
    before anything of it is shown; nothing edits it afterwards.

    `way` is `pick` or `pose`; `host` and `model` say to whom; `place` is the walk's step or the
    heading (`walk/step`, `assessment/section`) and `assessment` the task it was for, empty if
    none; `sent` is what was sent, exactly. `answered` is when the answer came, None if none
    did; `ended` says in a word how (`shown`, `nothing`, `stopped`, or the kind of trouble).
    `shown` are the questions shown, word for word, `reading` the ids of reading shown,
    `dropped` how many questions each rule of the guard kept back: their text is kept nowhere.
    """

    kind: ClassVar[str] = "exchange"
    way: str = ""
    host: str = ""
    model: str = ""
    place: str = ""
    assessment: str = ""
    sent: str = ""
    answered: datetime | None = None
    ended: str = ""
    shown: tuple[str, ...] = ()
    reading: tuple[str, ...] = ()
    dropped: dict[str, int] = field(default_factory=dict)


class Allowance(Record, frozen=True, kw_only=True):
    """The learner's word that their centre allows a model's questions for one assessment, or
    does not; and, in their own words, which other tools they used for it."""

    kind: ClassVar[str] = "allowance"
    words_in: ClassVar[tuple[str, ...]] = ("other_tools",)
    assessment: str = ""
    allowed: bool | None = None
    on: date | None = None
    other_tools: str = ""


class HistoryGone(Record, frozen=True, kw_only=True):
    """The mark left where the learner deleted the record of the coach: how many exchanges went,
    and of which days."""

    kind: ClassVar[str] = "history-gone"
    count: int = 0
    first: date | None = None
    last: date | None = None
