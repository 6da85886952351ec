"""What the learner writes, reads and is asked."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from msgspec import field

from .base import Record, Stored


class Note(Record, frozen=True, kw_only=True):
    """A thought caught on the way."""

    kind: ClassVar[str] = "note"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    text: str = ""


class ReadingRecord(Record, frozen=True, kw_only=True):
    """A piece of reading and what the learner took from it. `reading` is its id in the
    catalogue, empty where the learner named it (`title`); `state` is `to-read`, `reading` or
    `read`."""

    kind: ClassVar[str] = "reading"
    words_in: ClassVar[tuple[str, ...]] = ("title", "took")
    reading: str = ""
    title: str = ""
    state: str = ""
    took: str = ""


class KeptQuestion(Record, frozen=True, kw_only=True):
    """A question that the learner wants to see again: one of a bank by its id (`question`), or
    one of their own (`text`)."""

    kind: ClassVar[str] = "kept"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    question: str = ""
    text: str = ""


class SectionText(Record, frozen=True, kw_only=True):
    """What the learner writes under one heading of an assessment."""

    kind: ClassVar[str] = "section"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    assessment: str = ""
    section: str = ""
    text: str = ""


class CueCard(Record, frozen=True, kw_only=True):
    """Notes to speak from about one criterion of an assessment."""

    kind: ClassVar[str] = "card"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    assessment: str = ""
    criterion: str = ""
    text: str = ""


class Rehearsal(Record, frozen=True, kw_only=True):
    """One time that the learner rehearsed an assessment aloud: how long it took, in seconds, and
    how it went."""

    kind: ClassVar[str] = "rehearsal"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    assessment: str = ""
    on: date | None = None
    seconds: int = 0
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
    answers: dict[str, Stored] = field(default_factory=dict)
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
