"""How the learner leads: what they and others see, and what they aim at."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from .base import Record


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


class Rating(Record, frozen=True, kw_only=True):
    """An area rated again later on, from 1 to 5: it links to its finding, which keeps the first
    rating."""

    kind: ClassVar[str] = "rating"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    rating: int | None = None
    text: str = ""


class Feedback(Record, frozen=True, kw_only=True):
    """What somebody else said about how the learner leads."""

    kind: ClassVar[str] = "feedback"
    words_in: ClassVar[tuple[str, ...]] = ("who", "said")
    who: str = ""
    said: str = ""
    on: date | None = None


class FeedbackRequest(Record, frozen=True, kw_only=True):
    """Feedback that the learner asks somebody for: their own questions, one a line, the day they
    would like it by, and the day they asked."""

    kind: ClassVar[str] = "request"
    words_in: ClassVar[tuple[str, ...]] = ("who", "about", "questions")
    who: str = ""
    about: str = ""
    questions: str = ""
    by: date | None = None
    sent: date | None = None


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


class Review(Record, frozen=True, kw_only=True):
    """A goal looked at again: it links to its goal. `status` is `reached`, `nearly`,
    `on-the-way`, `stuck`, `changed` or `dropped`; `in_me` is what changed in the learner."""

    kind: ClassVar[str] = "review"
    words_in: ClassVar[tuple[str, ...]] = ("how_far", "evidence", "in_me")
    status: str = ""
    how_far: str = ""
    evidence: str = ""
    in_me: str = ""
