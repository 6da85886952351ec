"""Facts of a pack that do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ilmcoach.packs.draft import Draft, Placed
from ilmcoach.packs.limits import PACK_FILE
from ilmcoach.packs.model import Assessment, Problem
from ilmcoach.packs.names import shown

LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
CODES = {"english": "en", "french": "fr", "français": "fr", "welsh": "cy", "cymraeg": "cy"}


def odd_facts(draft: Draft) -> Iterator[Problem]:
    """Marks that only some sections have, numbers outside their range, a language that is no
    code, official wording that nothing says who may have."""
    yield from _language(draft)
    yield from _official(draft)
    for placed in draft.assessments:
        yield from _assessment(placed)
    if draft.programme and draft.programme.item.set_months and not draft.programme.item.has_set:
        what = "The programme says how long its set runs, and that it has no set."
        yield draft.programme.advice(what, "See which one is right.")


def _language(draft: Draft) -> Iterator[Problem]:
    written = draft.label.language
    if not LANGUAGE.fullmatch(written) or written in CODES:
        what = f"'{shown(written)}' is no code of a language."
        code = CODES.get(written)
        mend = f"Write `language: {code}`." if code else "Use its code, such as en, cy or fr."
        yield Problem(PACK_FILE, draft.label.language_line, what, mend, advice=True)


def _official(draft: Draft) -> Iterator[Problem]:
    """An awarding body's wording is for approved centres (the qualification's specification)."""
    first = next((one for one in draft.criteria if one.item.official), None)
    if first and not draft.label.circulation:
        what = "Here is official wording, but nothing says who may have it."
        mend = f"Add `circulation: Our own centre only` to {PACK_FILE}, if that is how it is."
        yield first.advice(what, mend)


def _assessment(placed: Placed[Assessment]) -> Iterator[Problem]:
    task = placed.item
    without = [one.title for one in task.sections if one.marks is None]
    if without and len(without) < len(task.sections):
        what = f"'{shown(without[0])}' has no marks, other sections of '{task.id}' have."
        yield placed.advice(what, "Add them, or leave all marks out.")
    if task.words and task.nominal and not task.words[0] <= task.nominal <= task.words[1]:
        what = (
            f"`nominal`, {task.nominal}, lies outside `words`, {task.words[0]} to {task.words[1]}."
        )
        yield placed.advice(what, "See which one is right.")
    logs = [one.title for one in task.sections if one.log]
    if len(logs) > 1:
        what = f"Meetings go into two sections of '{task.id}'."
        yield placed.advice(what, f"Keep `log` under one, such as '{shown(logs[0])}'.")
