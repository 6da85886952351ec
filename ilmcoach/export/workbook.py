"""Guided walks on paper: their questions with room to write."""

from __future__ import annotations

from collections.abc import Iterator

from ilmcoach.packs.languages import language_of
from ilmcoach.packs.model import AnswerKind, Choice, Pack, Stage, Step, Walk

from .document import (
    Box,
    Boxes,
    Cover,
    CoverRow,
    Document,
    Heading,
    Label,
    Listing,
    Node,
    PageBreak,
    Paragraph,
    Room,
    Table,
)
from .parts.cells import EMPTY

ROOM = {
    AnswerKind.SHORT_TEXT: 2,
    AnswerKind.LONG_TEXT: 8,
    AnswerKind.DATE: 1,
    AnswerKind.DATES: 2,
    AnswerKind.NUMBER: 1,
    AnswerKind.PEOPLE: 3,
    AnswerKind.LINK: 2,
    AnswerKind.LINKS: 3,
}
"""How many lines an answer gets."""

EACH = {
    "findings": "each area that you looked at",
    "limitations": "each limitation",
    "chosen limitations": "each limitation that you chose",
    "goals": "each of your goals",
    "goals and limitations": "each of your goals and limitations",
    "open actions": "each action that is still open",
    "open activities": "each activity that is still open",
    "activities": "each of your activities",
    "meetings": "each meeting",
}
"""What a stage goes through, by the name of its source (`packs.vocabulary.SOURCES`)."""

WHO = ("Name", "Date")
COLUMNS = {
    "text": "What",
    "due": "By when",
    "who": "Who",
    "said": "What they said",
    "on": "When",
    "asked_on": "Asked on",
    "answer": "What they answered",
}
"""What a column is called, by the field that a row of a repeated answer fills."""

SEVERAL = 4
"""How many rows a repeated answer gets."""


def workbook(walk: Walk, pack: Pack) -> Document:
    """`walk` with every question, nothing answered. A stage that is gone through for several
    things says so and stands once, from a page of its own, to be printed or copied as often as
    needed."""
    nodes: list[Node] = [Heading(1, walk.title), Table("", WHO, ((EMPTY, EMPTY),))]
    nodes += _walk(walk, 2)
    return Document(walk.title, language_of(walk, pack), tuple(nodes))


def whole_workbook(pack: Pack) -> Document:
    """Every walk of `pack` that suits its programme in one document, each from a page of its own,
    under a list of contents. Nothing is answered in it: room to write, boxes and empty tables
    only."""
    nodes: list[Node] = [
        Heading(1, pack.title),
        Cover(tuple(CoverRow(label, "") for label in WHO)),
    ]
    for walk in pack.walks_for_learner():
        nodes += (PageBreak(), Heading(2, walk.title), *_walk(walk, 3))
    return Document(pack.title, pack.language, tuple(nodes), contents=True)


def _walk(walk: Walk, level: int) -> Iterator[Node]:
    """What a walk is for and its stages, their headings on `level`."""
    yield from _paragraphs(walk.about)
    for stage in walk.stages:
        yield from _stage(stage, walk, level)


def _stage(stage: Stage, walk: Walk, level: int) -> Iterator[Node]:
    if stage.each:
        yield PageBreak()
    yield Heading(level, stage.title)
    yield from _paragraphs(stage.about)
    if stage.each:
        yield Label(f"Fill this part in for {_each(stage, walk)}: copy it as often as you need.")
        yield Label("This one is about")
        yield Room(1)
    for step in stage.steps:
        yield from _step(step, level + 1)


def _each(stage: Stage, walk: Walk) -> str:
    if stage.each in EACH:
        return EACH[stage.each]
    title = next((one.title for one in walk.steps() if one.id == stage.each), "")
    return f"each one that you ticked under '{title}'" if title else "each one"


def _step(step: Step, level: int) -> Iterator[Node]:
    yield Heading(level, step.title)
    yield from _paragraphs(step.ask)
    yield from _paragraphs(step.hint)
    if step.questions:
        yield Listing(tuple(one.text for one in step.questions))
    yield from _answer(step)


def _answer(step: Step) -> Iterator[Node]:
    match step.answer:
        case AnswerKind.CHOICE | AnswerKind.CHOICES | AnswerKind.SCALE if step.choices:
            scale = step.answer is AnswerKind.SCALE
            yield Boxes(tuple(Box(_choice(one, numbered=scale)) for one in step.choices))
        case AnswerKind.SCALE:
            yield Boxes(tuple(Box(str(number)) for number in range(1, 6)))
        case AnswerKind.REPEAT:
            head = tuple(_column(field) for field in step.fills) or (COLUMNS["text"],)
            yield Table("", head, ((EMPTY,) * len(head),) * SEVERAL)
        case _:
            yield Room(ROOM.get(step.answer, 4))


def _column(field: str) -> str:
    name = field.partition(".")[2]
    return COLUMNS.get(name, name.replace("_", " ").strip().capitalize())


def _choice(one: Choice, *, numbered: bool) -> str:
    label = f"{one.id} {one.label}" if numbered and one.id.isdigit() else one.label
    return f"{label}: {one.about}" if one.about else label


def _paragraphs(text: str) -> Iterator[Node]:
    for part in text.split("\n\n"):
        if words := " ".join(part.split()):
            yield Paragraph(words)
