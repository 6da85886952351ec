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
    Room,
    Table,
)
from .parts.cells import EMPTY
from .workbook_labels import ENGLISH, Labels, labels_in
from .workbook_more import beside_the_walks, paragraphs, same_words

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

EACH = ENGLISH.each
"""What a stage goes through, in English, by the name of its source."""

_SHORT = 18
"""How long the head of a narrow column may be, in characters."""

SEVERAL = 4
"""How many rows a repeated answer gets."""


def workbook(walk: Walk, pack: Pack) -> Document:
    """`walk` with every question, nothing answered. A stage that is gone through for several
    things says so and stands once, from a page of its own, to be printed or copied as often as
    needed."""
    language = language_of(walk, pack)
    labels = labels_in(language)
    nodes: list[Node] = [Heading(1, walk.title), Table("", labels.who(), ((EMPTY, EMPTY),))]
    nodes += _walk(walk, 2, labels)
    return Document(walk.title, language, tuple(nodes))


def whole_workbook(pack: Pack, *, more: bool = False) -> Document:
    """Every walk of `pack` that suits its programme in one document, each from a page of its own,
    under a list of contents. With `more` its assessments, open questions and reading follow, for
    a learner who has only the paper. Nothing is answered in it: room to write, boxes and empty
    tables only."""
    labels = labels_in(pack.language)
    nodes: list[Node] = [
        Heading(1, pack.title),
        Cover(tuple(CoverRow(label, "") for label in labels.who())),
    ]
    for walk in pack.walks_for_learner():
        own = labels_in(language_of(walk, pack))
        nodes += (PageBreak(), Heading(2, walk.title), *_walk(walk, 3, own))
    if more:
        nodes += beside_the_walks(pack, labels)
    return Document(pack.title, pack.language, tuple(nodes), contents=True)


def _walk(walk: Walk, level: int, labels: Labels) -> Iterator[Node]:
    """What a walk is for and its stages, their headings on `level`."""
    yield from paragraphs(walk.about)
    for stage in walk.stages:
        yield from _stage(stage, walk, level, labels)


def _stage(stage: Stage, walk: Walk, level: int, labels: Labels) -> Iterator[Node]:
    if stage.each:
        yield PageBreak()
    yield Heading(level, stage.title)
    yield from paragraphs(stage.about)
    if stage.each:
        yield Label(labels.fill_in.format(_each(stage, walk, labels)))
        yield Label(labels.this_one)
        yield Room(1)
    for step in stage.steps:
        yield from _step(step, level + 1, labels)


def _each(stage: Stage, walk: Walk, labels: Labels) -> str:
    if stage.each in labels.each:
        return labels.each[stage.each]
    title = next((one.title for one in walk.steps() if one.id == stage.each), "")
    return labels.ticked.format(title) if title else labels.each_one


def _step(step: Step, level: int, labels: Labels) -> Iterator[Node]:
    ask = " ".join(step.ask.split())
    if same_words(step.title, ask):
        yield Heading(level, ask)
    else:
        yield Heading(level, step.title)
        yield from paragraphs(step.ask)
    yield from paragraphs(step.hint)
    if step.questions:
        yield Listing(tuple(one.text for one in step.questions))
    yield from _answer(step, labels)


def _answer(step: Step, labels: Labels) -> Iterator[Node]:
    scale = step.answer is AnswerKind.SCALE
    match step.answer:
        case AnswerKind.SCALE if _is_short(step.choices):
            yield _row_of(tuple(_choice(one, numbered=True) for one in step.choices))
        case AnswerKind.CHOICE | AnswerKind.CHOICES | AnswerKind.SCALE if step.choices:
            yield Boxes(tuple(Box(_choice(one, numbered=scale)) for one in step.choices))
        case AnswerKind.SCALE:
            yield _row_of(tuple(str(number) for number in range(1, 6)))
        case AnswerKind.REPEAT:
            fields = tuple(_column(field, labels) for field in step.fills)
            head = fields or (labels.columns["text"],)
            yield Table("", head, ((EMPTY,) * len(head),) * SEVERAL)
        case _:
            yield Room(ROOM.get(step.answer, 4))


def _is_short(choices: tuple[Choice, ...]) -> bool:
    """True for a scale of numbers, with few words at most beside some of them."""
    plain = sum(one.label == one.id for one in choices) > 1
    return plain and all(len(_choice(one, numbered=True)) <= _SHORT for one in choices)


def _row_of(places: tuple[str, ...]) -> Table:
    """A scale of plain numbers as a row, with room below each for a cross."""
    return Table("", places, ((EMPTY,) * len(places),))


def _column(field: str, labels: Labels) -> str:
    name = field.partition(".")[2]
    return labels.columns.get(name, name.replace("_", " ").strip().capitalize())


def _choice(one: Choice, *, numbered: bool) -> str:
    numbered = numbered and one.id.isdigit() and one.label != one.id
    label = f"{one.id} {one.label}" if numbered else one.label
    return f"{label}: {one.about}" if one.about else label
