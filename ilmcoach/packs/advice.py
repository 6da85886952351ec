"""What a tutor may like to hear of the questions in a pack, beyond whether it can be used."""

from __future__ import annotations

from collections.abc import Iterator

from ilmcoach.questions import check_question

from .draft import Draft
from .model import Problem
from .names import shown

MOST = 200


def question_advice(draft: Draft) -> tuple[Problem, ...]:
    """Advice for the questions that are not open, single, short and free of advice themselves,
    at most 200 of them. Only the plainest fault of each is told; none in a pack that is not in
    English."""
    if draft.label.language.partition("-")[0] != "en":
        return ()
    return tuple(one for one, _ in zip(_faults(draft), range(MOST), strict=False))


def _faults(draft: Draft) -> Iterator[Problem]:
    for placed in draft.questions:
        for fault in check_question(placed.item.text)[:1]:
            what = f"Look again at '{shown(placed.item.text)}':"
            yield Problem(placed.file, placed.line, what, fault.why, advice=True)
