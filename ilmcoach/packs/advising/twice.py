"""What stands in a pack twice, so that a learner meets it twice or can't tell the two apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from ilmcoach.packs.draft import Draft, Placed
from ilmcoach.packs.model import AnswerKind, Assessment, Problem, Walk
from ilmcoach.packs.names import plain_name, shown

T = TypeVar("T")
FEW = frozenset({AnswerKind.CHOICE, AnswerKind.CHOICES, AnswerKind.SCALE})


def said_twice(draft: Draft) -> Iterator[Problem]:
    """The same question in two banks, two things of one title, a field filled twice, a choice
    of one."""
    banks = {question.id for one in draft.banks for question in one.item.questions}
    asked = (one for one in draft.questions if one.item.id in banks)
    for placed, first in _again((plain_name(one.item.text), one) for one in asked):
        # The same words in one list have one id, and are told where they are read.
        if placed.item.id != first.item.id:
            what = f"This question is also at {first.file}:{first.line}."
            yield placed.advice(what, "Keep it where it fits best, or reword one.")
    yield from _titles(draft.walks)
    yield from _titles(draft.assessments)
    for walk in draft.walks:
        yield from _fields(draft, walk)
    for step in draft.asks:
        if step.item.answer in FEW and len(step.item.choices) == 1:
            yield step.advice("There is only one answer to choose.", "Add another one.")


def _titles(found: Iterable[Placed[Walk]] | Iterable[Placed[Assessment]]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for placed in found:
        name = plain_name(placed.item.title)
        if name in seen:
            what = f"{seen[name]} has the title '{shown(placed.item.title)}' too."
            yield placed.advice(what, "Give one of them another, to tell them apart.")
        seen.setdefault(name, placed.file)


def _fields(draft: Draft, walk: Placed[Walk]) -> Iterator[Problem]:
    lines = {id(one.item): one for one in draft.asks}
    for stage in walk.item.stages:
        found = (
            (field, lines[id(step)])
            for step in stage.steps
            if id(step) in lines and step.answer is not AnswerKind.REPEAT
            for field in step.fills
        )
        for placed, first in _again(found):
            what = f"'{first.item.id}', on line {first.line}, fills the same field."
            yield placed.advice(what, "Take `fills` out of one: the later answer replaces it.")


def _again(found: Iterable[tuple[str, Placed[T]]]) -> Iterator[tuple[Placed[T], Placed[T]]]:
    """Each thing whose key came before, with the first that had it."""
    seen: dict[str, Placed[T]] = {}
    for key, placed in found:
        if key in seen:
            yield placed, seen[key]
        seen.setdefault(key, placed)
