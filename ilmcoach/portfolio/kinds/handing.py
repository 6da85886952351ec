"""What becomes of the work: quotes in it, hand-ins, what the tutor said, documents made."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from msgspec import field

from .base import Record


class Quote(Record, frozen=True, kw_only=True):
    """The learner's own earlier words, brought into the text under a heading by an act of theirs.
    `source` is the id of the record they come from, `text` the words as they were quoted; they
    stay marked in the text until they are reworked there or `accepted` as they are."""

    kind: ClassVar[str] = "quote"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    assessment: str = ""
    section: str = ""
    source: str = ""
    text: str = ""
    accepted: bool = False


class HeadingNote(Record, frozen=True, kw_only=True):
    """A note of the learner's own about one heading of an assessment; never part of the work."""

    kind: ClassVar[str] = "heading-note"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    assessment: str = ""
    section: str = ""
    text: str = ""


class HandedIn(Record, frozen=True, kw_only=True):
    """One time that an assessment was given to a tutor: `what` is `draft` or `final`; `to` is
    whom; `counts` are the words under each heading's id as they stood then. The texts as they
    stood are the versions at `made`."""

    kind: ClassVar[str] = "handed-in"
    words_in: ClassVar[tuple[str, ...]] = ("to", "text")
    assessment: str = ""
    on: date | None = None
    what: str = ""
    to: str = ""
    text: str = ""
    counts: dict[str, int] = field(default_factory=dict)


class Remark(Record, frozen=True, kw_only=True):
    """What a tutor said of the work: under one heading, or of all of it where `section` is
    empty. `done` once the learner has dealt with it."""

    kind: ClassVar[str] = "remark"
    words_in: ClassVar[tuple[str, ...]] = ("who", "text")
    assessment: str = ""
    section: str = ""
    on: date | None = None
    who: str = ""
    text: str = ""
    done: bool = False


class SentBack(Record, frozen=True, kw_only=True):
    """Work that came back: the ids of the headings in question, the day, and what was said.
    `over` once it was handed in again."""

    kind: ClassVar[str] = "sent-back"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    assessment: str = ""
    sections: tuple[str, ...] = ()
    on: date | None = None
    text: str = ""
    over: bool = False


class DocumentMade(Record, frozen=True, kw_only=True):
    """A document that was written out: what it is of (an assessment's id, or `log`, `sheet` …),
    its format, the whole path, and how names were hidden (`roles`, `initials`; empty for not).
    It says only that the file was made, not that it is still there."""

    kind: ClassVar[str] = "document"
    what: str = ""
    format: str = ""
    path: str = ""
    names: str = ""
