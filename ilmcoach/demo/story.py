"""The story of the made-up learner as it is written in `words/`: what she did, and when.

A moment is an aware datetime, a day a plain date. Names are the story's own: a record's id is
made from them, and other parts of the story refer to it by them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from importlib.resources import files
from typing import Any

import msgspec
from msgspec import Struct


class _Part(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A part of the story. A key that it does not know is a slip of the pen."""


class SetUp(_Part, frozen=True):
    """She fills in the page that sets up her programme."""

    at: datetime
    name: str
    registration: str
    centre_name: str
    centre_number: str
    start: date
    end: date


class Through(_Part, frozen=True):
    """She goes through a walk, from its first question on.

    `answers` are by step id, `turns` hold those of repeated stages, by the area's id, the
    action's name or a reference (see `lookup`). `about` names the earlier run whose record this
    one carries on with. `stopped_at` is the id of the step at which she left it; empty if she
    finished.
    """

    walk: str
    name: str
    at: datetime
    answers: dict[str, Any] = {}
    turns: dict[str, dict[str, Any]] = {}
    about: str = ""
    stopped_at: str = ""


class Noted(_Part, frozen=True):
    """She writes a note."""

    at: datetime
    name: str
    text: str


class Heard(_Part, frozen=True):
    """She adds feedback that belongs to no area."""

    at: datetime
    name: str
    who: str
    said: str
    on: date


class Dated(_Part, frozen=True):
    """She adds the day to the feedback on an area."""

    at: datetime
    area: str
    on: date


class Told(_Part, frozen=True):
    """She tells how an action went, outside a walk."""

    at: datetime
    action: str
    outcome: str
    text: str


class Written(_Part, frozen=True):
    """She writes under a heading, first at `at` and last at `changed`."""

    at: datetime
    changed: datetime
    assessment: str
    section: str
    text: str


class Earlier(_Part, frozen=True):
    """What stood under a heading at `at`, before she worked on it further."""

    at: datetime
    assessment: str
    section: str
    text: str


class Chosen(_Part, frozen=True):
    """She chooses the meetings for her log, by the names of their walks."""

    at: datetime
    meetings: tuple[str, ...]


class Filled(_Part, frozen=True):
    """She fills in a form, or opens it again and changes some of its fields.

    `fields` are the record's own, by name; a list is text with a line for each. `of` are
    references (see `lookup`) to the records that it belongs to, `criteria` those that she linked
    by hand. Under a name that the kind has had before, it is the same record, changed.
    """

    at: datetime
    kind: str
    name: str
    fields: dict[str, Any] = {}
    of: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()


class Caught(_Part, frozen=True):
    """A question is asked in the set, and she keeps it there and then; `meeting` is a
    reference."""

    at: datetime
    name: str
    meeting: str
    by: str
    to: str
    text: str


class Clocked(_Part, frozen=True):
    """Somebody's turn at a meeting, by the clock; `meeting` is a reference."""

    at: datetime
    meeting: str
    who: str
    seconds: int


class Attached(_Part, frozen=True):
    """She attaches a file, one of those in `files/`, to the record that `of` refers to."""

    at: datetime
    name: str
    of: str
    file: str
    text: str


class Signed(_Part, frozen=True):
    """She states that an assignment, as it stands, is her own work."""

    at: datetime
    assessment: str


Page = (
    SetUp
    | Noted
    | Heard
    | Dated
    | Told
    | Written
    | Chosen
    | Filled
    | Caught
    | Clocked
    | Attached
    | Signed
)
"""What happens outside the walks."""

Moment = Through | Page


class _Chapter(_Part, frozen=True):
    """One file of the story."""

    set_up: SetUp | None = None
    walk: tuple[Through, ...] = ()
    note: tuple[Noted, ...] = ()
    feedback: tuple[Heard, ...] = ()
    dated: tuple[Dated, ...] = ()
    told: tuple[Told, ...] = ()
    section: tuple[Written, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    log: tuple[Chosen, ...] = ()
    form: tuple[Filled, ...] = ()
    question: tuple[Caught, ...] = ()
    turn: tuple[Clocked, ...] = ()
    attached: tuple[Attached, ...] = ()
    statement: tuple[Signed, ...] = ()

    def moments(self) -> Iterable[Moment]:
        """Everything in it, kind by kind."""
        if self.set_up:
            yield self.set_up
        yield from self.walk
        yield from self.note
        yield from self.feedback
        yield from self.dated
        yield from self.told
        yield from self.section
        yield from self.log
        yield from self.form
        yield from self.question
        yield from self.turn
        yield from self.attached
        yield from self.statement


def read_story() -> tuple[Moment, ...]:
    """The whole story, in the order in which it happened."""
    found = [moment for chapter in _chapters() for moment in chapter.moments()]
    return tuple(sorted(found, key=lambda one: one.at))


def read_earlier() -> tuple[Earlier, ...]:
    """The texts that stood under headings before, oldest first."""
    found = [one for chapter in _chapters() for one in chapter.earlier]
    return tuple(sorted(found, key=lambda one: one.at))


def _chapters() -> Iterator[_Chapter]:
    words = files(__package__) / "words"
    for one in words.iterdir():
        if one.name.endswith(".toml"):
            yield msgspec.convert(tomllib.loads(one.read_text(encoding="utf-8")), _Chapter)


def as_typed(text: str) -> str:
    """A text of the story as she typed it: lines run on, empty lines part paragraphs."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
