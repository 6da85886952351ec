"""The set, its people, its meetings, and what is asked there."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from .base import Record


class Person(Record, frozen=True, kw_only=True):
    """Somebody in the learner's story. `role` is `member` or `advisor` for those of the set,
    else `tutor`, `manager`, `colleague` or empty."""

    kind: ClassVar[str] = "person"
    words_in: ClassVar[tuple[str, ...]] = ("name", "text")
    name: str = ""
    role: str = ""
    text: str = ""


class LearningSet(Record, frozen=True, kw_only=True):
    """The action learning set; its members and its advisor are `Person` records. There is one."""

    kind: ClassVar[str] = "set"
    words_in: ClassVar[tuple[str, ...]] = ("purpose", "rules")
    purpose: str = ""
    rules: str = ""
    start: date | None = None
    end: date | None = None


class Meeting(Record, frozen=True, kw_only=True):
    """A set meeting, as the learner prepares for it and looks back on it.

    `planned` is the day it is meant for and `held` the day it was; `matters` and `wants` say
    why the problem matters and what the learner wants from the set; `others` is how the other
    members moved on, `hypothesis` what to try out. `in_log` is the choice to put it into the
    learning log; `next_on` is the day the set meets next.
    """

    kind: ClassVar[str] = "meeting"
    words_in: ClassVar[tuple[str, ...]] = (
        "problem",
        "matters",
        "wants",
        "asked",
        "struck",
        "meaning",
        "hypothesis",
        "gave",
        "others",
        "group",
        "effect",
    )
    planned: date | None = None
    held: date | None = None
    problem: str = ""
    matters: str = ""
    wants: str = ""
    asked: str = ""
    struck: str = ""
    meaning: str = ""
    hypothesis: str = ""
    gave: str = ""
    others: str = ""
    group: str = ""
    effect: str = ""
    next_on: date | None = None
    in_log: bool = False

    @property
    def to_come(self) -> bool:
        """True while it is only prepared: nothing was written that can be written afterwards."""
        afterwards = (self.asked, self.struck, self.meaning, self.gave, self.others, self.group)
        return self.held is None and not any(text.strip() for text in afterwards)


class SetQuestion(Record, frozen=True, kw_only=True):
    """A question in the set, linked to its meeting: who asked whom, and at what moment. `meant`
    marks one that the learner means to ask, and has not asked yet."""

    kind: ClassVar[str] = "question"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    text: str = ""
    by: str = ""
    to: str = ""
    at: datetime | None = None
    meant: bool = False


class Turn(Record, frozen=True, kw_only=True):
    """One person's time at a meeting, to which it links. `minutes` is what they have, `seconds`
    what has gone by before `since`; `since` is when their clock was last started, None while
    it stands still. `ended` turns do not come up again."""

    kind: ClassVar[str] = "turn"
    words_in: ClassVar[tuple[str, ...]] = ("who",)
    who: str = ""
    minutes: int = 30
    seconds: int = 0
    since: datetime | None = None
    ended: bool = False

    @property
    def blank(self) -> bool:
        """Minutes by themselves are nobody's turn."""
        return not self.who.strip()


class Enquiry(Record, frozen=True, kw_only=True):
    """A question for the tutor or the Set Advisor, who are a source of P too: asked, answered,
    used."""

    kind: ClassVar[str] = "enquiry"
    words_in: ClassVar[tuple[str, ...]] = ("who", "text", "answer", "used")
    who: str = ""
    text: str = ""
    asked_on: date | None = None
    answer: str = ""
    answered_on: date | None = None
    used: str = ""
