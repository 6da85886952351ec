"""What a shown record is made of."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ilmcoach.dates import say_day
from ilmcoach.portfolio.records import Record

KIND_NAMES = {
    "set": "My set",
    "person": "Person",
    "finding": "Strength or limitation",
    "rating": "Rated again",
    "feedback": "Feedback",
    "request": "Asked for feedback",
    "goal": "Goal",
    "review": "Goal looked at again",
    "activity": "Activity",
    "attachment": "Attached file",
    "meeting": "Set meeting",
    "question": "Question in the set",
    "turn": "Turn at a meeting",
    "action": "Action",
    "telling": "How an action went",
    "enquiry": "Asked a tutor",
    "reading": "Reading",
    "kept": "Question kept",
    "hours": "Hours",
    "look": "Look at the week",
    "note": "Note",
    "run": "Guided questions",
    "section": "Assignment text",
    "quote": "Own words quoted",
    "heading-note": "Note on a heading",
    "handed-in": "Handed in",
    "remark": "Remark of a tutor",
    "sent-back": "Sent back",
    "document": "Document made",
    "card": "Cue card",
    "rehearsal": "Rehearsal",
}


class Part(Struct, frozen=True):
    """A labelled part of a record; `own` marks the learner's words."""

    label: str
    text: str
    own: bool = True


class Shown(Struct, frozen=True):
    """A record ready to be shown: `mark` is a word or two about its state."""

    title: str
    mark: str = ""
    parts: tuple[Part, ...] = ()


def first_line(record: Record) -> str:
    """The first words of a record, in one line."""
    words = next(iter(record.words()), "")
    return " ".join(words.split()) or KIND_NAMES.get(record.kind, record.kind)


def day(moment: date | None) -> str:
    """`Thu 3 Dec 2026`; empty for none."""
    return say_day(moment) if moment else ""


def spoken(name: str) -> str:
    """An id of a pack that is not there any more, as words: `what-happened`, What happened."""
    return name.replace("-", " ").capitalize()
