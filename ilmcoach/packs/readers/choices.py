"""The answers that a step offers."""

from __future__ import annotations

import re

from ilmcoach.packs.blocks import Item
from ilmcoach.packs.keyline import QUOTES, tidy
from ilmcoach.packs.model import AnswerKind, Choice
from ilmcoach.packs.names import is_id, likely_id, lookalike, plain_id, shown, slug, suggest
from ilmcoach.packs.vocabulary import FIXED_CHOICES

from .common import Desk

CHOOSING = frozenset({AnswerKind.CHOICE, AnswerKind.CHOICES, AnswerKind.SCALE})
LABEL_END = re.compile(r"\s*[:：]\s+|\s+[–—]\s+")
RATINGS = range(1, 6)


def read_choices(
    desk: Desk,
    found: tuple[Item, ...],
    answer: AnswerKind,
    fills: tuple[str, ...],
    line: int,
    *,
    strays: bool = False,
) -> tuple[Choice, ...]:
    """The list items that begin with a code span, as choices of the step on `line`. With `strays`
    others were meant as choices and each is told of, so that none at all is no news."""
    if answer not in CHOOSING:
        for item in found:
            what = f"'{answer.value}' offers no choices, but here is '{shown(item.code or '')}'."
            mend = "Use `answer: choice`, or take the back-ticks away."
            desk.report.error(item.line, what, mend)
        return ()
    choices: list[Choice] = []
    for item in found:
        choice = _choice(desk, item)
        if choice and choice.id in {one.id for one in choices}:
            what = f"Two choices have the id '{choice.id}'."
            desk.report.error(item.line, what, "Give one of them another id.")
        elif choice:
            choices.append(choice)
            _check(desk, item.line, choice, answer, fills)
    if not found and not strays:
        what = f"A step answered by '{answer.value}' needs choices."
        mend = "Add list items such as - `yes` Yes: on most days."
        if answer is AnswerKind.SCALE:
            mend = "Add list items such as - `1` Hardly ever, lowest first."
        desk.report.error(line, what, mend)
    if answer is AnswerKind.SCALE:
        _check_order(desk, choices, line)
    return tuple(choices)


def stray_choices(desk: Desk, plain: tuple[Item, ...], kind: str) -> tuple[Item, ...]:
    """List items of a choosing step that are neither choices, for want of an id, nor questions,
    for want of a question mark; each is reported."""
    if kind not in CHOOSING:
        return ()
    strays = tuple(item for item in plain if not item.text.rstrip(QUOTES).endswith("?"))
    for item in strays:
        words = LABEL_END.split(item.text.lstrip(QUOTES), maxsplit=1)[0]
        what = f"'{shown(item.text)}' has no id, so it can't be chosen."
        mend = f"Begin it with one between back-ticks: - `{slug(words) or 'yes'}` and the words."
        desk.report.error(item.line, what, mend)
    return strays


def _choice(desk: Desk, item: Item) -> Choice | None:
    written = tidy(item.code or "")
    choice_id = plain_id(written)
    if not is_id(choice_id):
        what = lookalike(written) or f"'{shown(item.code or '')}' can't be a choice's id."
        better = likely_id(written)
        desk.report.error(item.line, what, f"Perhaps `{better}`." if better else "")
        return None
    label, *about = LABEL_END.split(item.rest.lstrip(":–—- "), maxsplit=1)
    label = label.strip().rstrip(":：")
    if not label:
        what = f"The choice '{choice_id}' has no words."
        desk.report.error(item.line, what, f"Write them after it: - `{choice_id}` In words.")
    return Choice(choice_id, label, about[0].strip() if about else "")


def _check(
    desk: Desk, line: int, choice: Choice, answer: AnswerKind, fills: tuple[str, ...]
) -> None:
    for field in fills:
        fixed = FIXED_CHOICES.get(field)
        if fixed and choice.id not in fixed:
            what = f"{field} knows no choice '{choice.id}'."
            desk.report.error(line, what, suggest(choice.id, fixed))
    if answer is AnswerKind.SCALE and not choice.id.isdecimal():
        what = f"A scale counts in numbers: '{choice.id}' is none."
        desk.report.error(line, what, "Use `1`, `2`, `3` and so on.")
    elif "finding.rating" in fills and int(choice.id) not in RATINGS:
        what = f"A rating runs from 1 to 5, so {choice.id} is no place on it."
        desk.report.error(line, what, "Use `1` to `5`.")


def _check_order(desk: Desk, choices: list[Choice], line: int) -> None:
    places = [int(one.id) for one in choices if one.id.isdecimal()]
    if places != sorted(places):
        what = "The places of this scale are not in order."
        desk.report.error(line, what, "Put the lowest number first.")
