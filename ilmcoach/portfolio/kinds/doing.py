"""What the learner does between meetings, and how it went."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from .base import Record


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


class Activity(Record, frozen=True, kw_only=True):
    """A development activity: planned, undertaken, judged.

    `sort` is the id of one of the pack's kinds of activity, `own_sort` a kind in the learner's
    words; `source` is the id of the goal or finding that it grows out of; `agreed` is what was
    settled with the manager; `before` and `after` are where the learner stood and stands,
    `did` what was done, `evidence` what shows what that did, and `worth` what it was worth.
    `status` is `planned`, `under-way`, `done`, `dropped` or empty.
    """

    kind: ClassVar[str] = "activity"
    words_in: ClassVar[tuple[str, ...]] = (
        "what",
        "own_sort",
        "why",
        "support",
        "agreed",
        "obstacles",
        "if_",
        "then",
        "before",
        "did",
        "evidence",
        "after",
        "worth",
    )
    sort: str = ""
    own_sort: str = ""
    source: str = ""
    what: str = ""
    why: str = ""
    support: str = ""
    agreed: str = ""
    agreed_on: date | None = None
    start: date | None = None
    by: date | None = None
    obstacles: str = ""
    if_: str = ""
    then: str = ""
    status: str = ""
    before: str = ""
    did: str = ""
    evidence: str = ""
    after: str = ""
    worth: str = ""


class Attachment(Record, frozen=True, kw_only=True):
    """A file copied into the data folder as evidence, belonging to the record that it links to.
    `size` is in bytes, `sha256` in hexadecimal."""

    kind: ClassVar[str] = "attachment"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    name: str = ""
    size: int = 0
    sha256: str = ""
    text: str = ""


class WeekLook(Record, frozen=True, kw_only=True):
    """A look at the week, with a line about it if the learner wrote one."""

    kind: ClassVar[str] = "look"
    words_in: ClassVar[tuple[str, ...]] = ("text",)
    on: date | None = None
    text: str = ""
