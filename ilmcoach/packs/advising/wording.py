"""Questions that are not open, single, short and free of advice themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ilmcoach.packs.draft import Draft
from ilmcoach.packs.model import AnswerKind, Problem
from ilmcoach.packs.names import shown
from ilmcoach.questions import Fault, check_question

MOST = 200
WRITTEN = frozenset({AnswerKind.SHORT_TEXT, AnswerKind.LONG_TEXT})
FINE_IN_A_STEP = "single"
"""A step is answered in writing, with both halves of a question in sight."""
LEADING_UP = re.compile(r".*[.!…]\s", re.DOTALL)
"""What a step says before it asks."""


def question_advice(draft: Draft) -> tuple[Problem, ...]:
    """Advice for open questions and for what steps ask, at most 200 of them. Only the plainest
    fault of each is told; none in a pack that is not in English."""
    if draft.label.language.partition("-")[0] != "en":
        return ()
    return tuple(islice((*_in_lists(draft), *_of_steps(draft)), MOST))


def _in_lists(draft: Draft) -> Iterator[Problem]:
    for placed in draft.questions:
        for fault in check_question(placed.item.text)[:1]:
            yield _problem(placed.file, placed.line, placed.item.text, fault)


def _of_steps(draft: Draft) -> Iterator[Problem]:
    for placed in draft.asks:
        step = placed.item
        if step.answer not in WRITTEN or not step.ask.rstrip().endswith("?"):
            continue
        before = LEADING_UP.match(step.ask)
        asked = step.ask[before.end() :] if before else step.ask
        faults = [one for one in check_question(asked) if one.name != FINE_IN_A_STEP]
        for fault in faults[:1]:
            yield _problem(placed.file, placed.line, step.ask, fault)


def _problem(file: str, line: int, text: str, fault: Fault) -> Problem:
    return Problem(file, line, f"Look again at '{shown(text)}':", fault.why, advice=True)
