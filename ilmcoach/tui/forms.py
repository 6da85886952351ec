"""The fields of each kind of record that is edited in a form, in the order they are asked."""

from __future__ import annotations

from collections.abc import Mapping

from ilmcoach.packs.model import AnswerKind, Choice, Step
from ilmcoach.portfolio.wording import GOAL_STATES, HOURS_SORTS, OUTCOMES, READING_STATES, ROLES

_SHORT, _LONG = AnswerKind.SHORT_TEXT, AnswerKind.LONG_TEXT
_DATE, _CHOICE, _NUMBER = AnswerKind.DATE, AnswerKind.CHOICE, AnswerKind.NUMBER

Field = tuple[str, str, AnswerKind]
"""The record's field, the words over it, how it is answered."""


def _choices(labels: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(key, f"{label[0].upper()}{label[1:]}") for key, label in labels.items())


_RATINGS = tuple(Choice(str(number), str(number)) for number in range(1, 6))

CHOICES: dict[str, tuple[Choice, ...]] = {
    "telling.outcome": _choices(OUTCOMES),
    "review.status": _choices(GOAL_STATES),
    "person.role": _choices(ROLES),
    "hours.sort": _choices(HOURS_SORTS),
    "reading.state": _choices(READING_STATES),
    "rating.rating": _RATINGS,
}
"""What can be chosen in a field."""

_FIELDS: dict[str, tuple[Field, ...]] = {
    "note": (("text", "Your note", _LONG),),
    "action": (("text", "What you will do", _SHORT), ("due", "By when", _DATE)),
    "telling": (
        ("outcome", "How did it go?", _CHOICE),
        ("text", "What happened, in a line or two", _LONG),
    ),
    "feedback": (
        ("who", "Who said it", _SHORT),
        ("said", "What they said, as near word for word", _LONG),
        ("on", "When", _DATE),
    ),
    "request": (
        ("who", "Whom you ask", _SHORT),
        ("about", "What it is about", _SHORT),
        ("questions", "Your questions, one a line", _LONG),
        ("by", "By when you would like it", _DATE),
        ("sent", "When you asked", _DATE),
    ),
    "rating": (
        ("rating", "Where you see yourself now, from 1 to 5", AnswerKind.SCALE),
        ("text", "What shows it", _LONG),
    ),
    "review": (
        ("status", "Where it stands", _CHOICE),
        ("how_far", "How far you are", _LONG),
        ("evidence", "What shows it", _LONG),
        ("in_me", "What is changing in you", _LONG),
    ),
    "person": (
        ("name", "Name", _SHORT),
        ("role", "Who they are to you", _CHOICE),
        ("text", "What you want to remember", _SHORT),
    ),
    "question": (
        ("text", "The question", _SHORT),
        ("by", "Who asked", _SHORT),
        ("to", "Whom", _SHORT),
    ),
    "enquiry": (
        ("text", "Your question", _LONG),
        ("who", "Whom you ask", _SHORT),
        ("asked_on", "When you asked", _DATE),
        ("answer", "The answer", _LONG),
        ("answered_on", "When it came", _DATE),
        ("used", "What you did with it", _LONG),
    ),
    "reading": (
        ("title", "What it is: author, year, title", _SHORT),
        ("state", "How far you are", _CHOICE),
        ("took", "What you took from it", _LONG),
    ),
    "kept": (("text", "The question", _SHORT),),
    "hours": (
        ("on", "When", _DATE),
        ("sort", "What it was", _CHOICE),
        ("minutes", "How many minutes", _NUMBER),
        ("text", "A word about it", _SHORT),
    ),
    "attachment": (("text", "What it shows", _LONG),),
    "look": (("text", "A line about the week", _LONG),),
    "card": (("text", "To speak from", _LONG),),
    "rehearsal": (("text", "How it went", _LONG),),
}


def _step(kind: str, field: Field) -> Step:
    name, label, answer = field
    fills = f"{kind}.{name}"
    return Step(name, label, label, answer, fills=(fills,), choices=CHOICES.get(fills, ()))


FORMS: dict[str, tuple[Step, ...]] = {
    kind: tuple(_step(kind, field) for field in fields) for kind, fields in _FIELDS.items()
}
"""The kinds that are edited in a form; the others open again in their guided questions."""
