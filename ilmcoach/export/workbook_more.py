"""What a learner on paper needs beside guided questions: what to hand in, questions, reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ilmcoach.packs.model import Assessment, Pack

from .document import Heading, Label, Listing, Node, PageBreak, Paragraph
from .workbook_labels import Labels

_MARKS = re.compile(r"[\W_]+")


def beside_the_walks(pack: Pack, labels: Labels) -> Iterator[Node]:
    """The assessments of `pack` with what each heading is to cover, its open questions and its
    reading, each from a page of its own; nothing for what it does not hold."""
    if pack.assessments:
        yield from (PageBreak(), Heading(2, labels.task))
        for task in pack.assessments:
            yield from _task(task, pack, labels)
    if pack.banks:
        yield from (PageBreak(), Heading(2, labels.questions))
        for bank in pack.banks:
            yield Heading(3, bank.title)
            yield Listing(tuple(one.text for one in bank.questions))
    if pack.readings:
        yield from (PageBreak(), Heading(2, labels.reading))
        for one in pack.readings:
            yield from paragraphs(one.citation)
            yield from paragraphs(one.good_for)


def _task(task: Assessment, pack: Pack, labels: Labels) -> Iterator[Node]:
    yield Heading(3, task.title)
    if task.words:
        yield Label(labels.words.format(*(f"{one:,}" for one in task.words)))
    yield from paragraphs(task.about)
    yield from paragraphs(task.rule)
    for section in task.sections:
        yield Heading(4, section.title)
        yield from paragraphs(section.about)
        if section.points:
            yield Listing(section.points)
        criteria = (found for name in section.criteria if (found := pack.criterion(name)))
        for one in criteria:
            words = f"{one.verb} {one.asks}".strip()
            yield Paragraph(words if same_words(one.label, words) else f"{one.label}: {words}")


def paragraphs(text: str) -> Iterator[Node]:
    """A text of the pack, a node for each of its paragraphs."""
    for part in text.split("\n\n"):
        if words := " ".join(part.split()):
            yield Paragraph(words)


def same_words(title: str, ask: str) -> bool:
    """True if a step's title says what its question says, but for marks and capitals, or is the
    beginning of a short one: then it need not be read twice."""
    said, asked = (_MARKS.sub("", one).casefold() for one in (title, ask))
    cut = title.rstrip().endswith("…") and len(ask) <= 120
    return bool(said) and (said == asked or (cut and asked.startswith(said)))
