"""What a learner records: frozen structs, one kind a class.

A record never changes; saving a new one under the same id takes its place. Moments are aware
datetimes, days are plain dates.
"""

from __future__ import annotations

from datetime import date, datetime
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


class Learner(Record, frozen=True, kw_only=True):
    """Who is learning, as the cover of an assignment needs it. There is one."""

    kind: ClassVar[str] = "learner"
    name: str = ""
    registration: str = ""
    centre_name: str = ""
    centre_number: str = ""


class Enrolment(Record, frozen=True, kw_only=True):
    """The programme that the learner follows: the pack, its first and its last day."""

    kind: ClassVar[str] = "enrolment"
    pack: str = ""
    start: date | None = None
    end: date | None = None


class Finding(Record, frozen=True, kw_only=True):
    """What the learner sees of themselves in one area of leading.

    `rating` runs from 1 to 5; `sort` is `strength`, `limitation` or empty; `chosen` says
    that they want to work on it.
    """

    kind: ClassVar[str] = "finding"
    words_in: ClassVar[tuple[str, ...]] = ("evidence",)
    area: str = ""
    area_label: str = ""
    rating: int | None = None
    evidence: str = ""
    sort: str = ""
    chosen: bool = False

    @property
    def blank(self) -> bool:
        """The area is the pack's word: by itself it is no finding."""
        return self.rating is None and not self.evidence.strip() and not self.sort


class Feedback(Record, frozen=True, kw_only=True):
    """What somebody else said about how the learner leads."""

    kind: ClassVar[str] = "feedback"
    words_in: ClassVar[tuple[str, ...]] = ("who", "said")
    who: str = ""
    said: str = ""
    on: date | None = None


class Goal(Record, frozen=True, kw_only=True):
    """A leadership goal. `finding` is the id of the limitation that it answers."""

    kind: ClassVar[str] = "goal"
    words_in: ClassVar[tuple[str, ...]] = (
        "what",
        "measure",
        "means",
        "why",
        "support",
        "obstacles",
        "if_",
        "then",
    )
    finding: str = ""
    what: str = ""
    measure: str = ""
    means: str = ""
    why: str = ""
    by: date | None = None
    support: str = ""
    obstacles: str = ""
    if_: str = ""
    then: str = ""
    reviews: tuple[date, ...] = ()


class Meeting(Record, frozen=True, kw_only=True):
    """A set meeting as the learner looks back on it. `in_log` is their choice to put it into
    the learning log; `next_on` is the day the set meets next."""

    kind: ClassVar[str] = "meeting"
    words_in: ClassVar[tuple[str, ...]] = (
        "problem",
        "asked",
        "struck",
        "meaning",
        "gave",
        "group",
        "effect",
    )
    held: date | None = None
    problem: str = ""
    asked: str = ""
    struck: str = ""
    meaning: str = ""
    gave: str = ""
    group: str = ""
    effect: str = ""
    next_on: date | None = None
    in_log: bool = False


class Action(Record, frozen=True, kw_only=True):
    """Something agreed, to be done by a day."""

    kind: ClassVar[str] = "action"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    text: str = ""
    due: date | None = None

    @property
    def blank(self) -> bool:
        """A day by itself is nothing to do."""
        return not self.text.strip()


class Telling(Record, frozen=True, kw_only=True):
    """How an action went, told at one time: it links to its action. `outcome` is `done`,
    `partly`, `not-yet` or `dropped`."""

    kind: ClassVar[str] = "telling"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    outcome: str = ""
    text: str = ""


class Note(Record, frozen=True, kw_only=True):
    """A thought caught on the way."""

    kind: ClassVar[str] = "note"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    text: str = ""


class SectionText(Record, frozen=True, kw_only=True):
    """What the learner writes under one heading of an assessment."""

    kind: ClassVar[str] = "section"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    assessment: str = ""
    section: str = ""
    text: str = ""


class Statement(Record, frozen=True, kw_only=True):
    """The learner's own-work statement for one assessment: the name they gave, the day, and a
    fingerprint of the words it was given for."""

    kind: ClassVar[str] = "statement"
    assessment: str = ""
    name: str = ""
    on: date | None = None
    body: str = ""


class Run(Record, frozen=True, kw_only=True):
    """One time through a walk: where the learner stands, free answers by place, the record it
    is about (`subject`), and when it was finished."""

    kind: ClassVar[str] = "run"
    walk: str = ""
    subject: str = ""
    place: str = ""
    answers: dict[str, Stored] = {}
    finished: datetime | None = None

    def words(self) -> tuple[str, ...]:
        """The free answers that are text."""
        texts = (value.strip() for value in self.answers.values() if isinstance(value, str))
        return tuple(text for text in texts if text)

    @property
    def blank(self) -> bool:
        """A run without free answers is only a place."""
        return not any(
            value.strip() if isinstance(value, str) else value != ()
            for value in self.answers.values()
        )


KINDS: dict[str, type[Record]] = {
    one.kind: one
    for one in (
        Learner,
        Enrolment,
        Finding,
        Feedback,
        Goal,
        Meeting,
        Action,
        Telling,
        Note,
        SectionText,
        Statement,
        Run,
    )
}
"""Every kind of record by its name, which is also its table in the store."""
