"""The fields of each kind of record that is edited in a form, in the order they are asked."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from ilmcoach.packs.model import AnswerKind, Choice, Pack, Step
from ilmcoach.portfolio.records import Record
from ilmcoach.portfolio.wording import GOAL_STATES, HOURS_SORTS, OUTCOMES, READING_STATES, ROLES

_SHORT, _LONG = AnswerKind.SHORT_TEXT, AnswerKind.LONG_TEXT
_DATE, _CHOICE, _NUMBER = AnswerKind.DATE, AnswerKind.CHOICE, AnswerKind.NUMBER
_CHOICES = AnswerKind.CHOICES

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
    "handed-in.what": (Choice("draft", "A draft"), Choice("final", "For good")),
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
    "heading-note": (("text", "Your note; it never goes into the work", _LONG),),
    "handed-in": (
        ("what", "What you handed in", _CHOICE),
        ("on", "When", _DATE),
        ("to", "To whom", _SHORT),
        ("text", "What you want to remember about it", _LONG),
    ),
    "remark": (
        ("section", "What it is about", _CHOICE),
        ("text", "What was said", _LONG),
        ("who", "Who said it", _SHORT),
        ("on", "When", _DATE),
    ),
    "sent-back": (
        ("sections", "Which headings are in question; none chosen means all", _CHOICES),
        ("on", "When it came back", _DATE),
        ("text", "What was said", _LONG),
    ),
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

NEEDED = {
    "heading-note": ("text", "There is nothing written yet."),
    "remark": ("text", "Write down what was said first."),
    "handed-in": ("on", "Say on which day you handed it in."),
    "sent-back": ("on", "Say on which day it came back."),
}
"""What a record of that kind cannot be without, and what to say where it is missing."""


def form_steps(record: Record, pack: Pack | None) -> tuple[Step, ...]:
    """The fields of a record's form. A heading is chosen from those of the record's assessment,
    and from those that it names already, should the pack have lost them."""
    return tuple(
        replace(step, choices=_headings(step.id, record, pack))
        if step.id in ("section", "sections")
        else step
        for step in FORMS[record.kind]
    )


def _headings(field: str, record: Record, pack: Pack | None) -> tuple[Choice, ...]:
    task = pack.assessment(getattr(record, "assessment", "")) if pack else None
    known = [Choice(one.id, one.title) for one in task.sections] if task else []
    chosen = getattr(record, field)
    named = chosen if isinstance(chosen, tuple) else (chosen,) if chosen else ()
    gone = [Choice(one, one) for one in named if one not in [each.id for each in known]]
    every = [Choice("", "All of it")] if field == "section" else []
    return (*every, *known, *gone)
