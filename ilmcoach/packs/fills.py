"""May this step fill that field? The rules of a guided walk, without any text around them."""

from __future__ import annotations

from msgspec import Struct

from .model import AnswerKind
from .names import plain_name
from .vocabulary import FIELDS

REPEATED = ("action", "feedback")
"""Kinds of record that a repeating group may make, one a row."""

FILLED_IN_TURNS = {"telling": "open actions", "review": "goals", "rating": "findings"}
"""Kinds of record that say how another one stands now, and the source gone through for them."""

FINDINGS = ("findings", "limitations", "chosen limitations")
CHOSEN = "finding.chosen"
SOURCES_FOR = {CHOSEN: FINDINGS, "goal.finding": FINDINGS}
"""Where the records come from that a link into these fields may choose."""


class Place(Struct, frozen=True):
    """Where a step stands: what the walk and its stage make, what the stage goes through, and
    whether something there could not be read, so that nothing can be said."""

    walk_makes: str = ""
    stage_makes: str = ""
    each: str = ""
    unsure: bool = False


def field_named(written: str) -> str:
    """`kind.field` in its right spelling, forgiving case, hyphens and `goal.if`; empty if
    there is no such field."""
    kind, _, field = written.partition(".")
    names = {plain_name(name): name for name in FIELDS.get(plain_name(kind), {})}
    found = names.get(plain_name(field), "")
    return f"{plain_name(kind)}.{found}" if found else ""


def fields() -> tuple[str, ...]:
    """Every `kind.field` that there is."""
    return tuple(f"{kind}.{field}" for kind, names in FIELDS.items() for field in names)


def why_not_here(field: str, answer: AnswerKind, place: Place) -> str:
    """Why a step in `place` may not fill `field`, as a message's second half; empty if it may."""
    kind = field.partition(".")[0]
    if place.unsure or field == CHOSEN:
        return ""
    if kind == "action":
        here = answer is AnswerKind.REPEAT and place.walk_makes == "meeting"
        return "" if here else "only a `repeat` in a walk that makes a meeting does that"
    if kind in FILLED_IN_TURNS:
        source = FILLED_IN_TURNS[kind]
        return "" if place.each == source else f"only a stage for each of {source} does"
    if kind == "feedback":
        here = place.stage_makes == "finding"
        return "" if here else "only a stage that makes a finding does"
    if kind in {place.walk_makes, place.stage_makes} - {""}:
        return ""
    where = "a stage" if kind == "finding" else "a walk"
    return f"only {where} with `makes: {kind}` does"


def why_not_so(field: str, answer: AnswerKind) -> str:
    """Why `answer` does not suit `field`, as a message's second half; empty if it does."""
    kind, _, name = field.partition(".")
    suits = FIELDS[kind][name]
    if answer is AnswerKind.REPEAT:
        return "" if kind in REPEATED else f"a `repeat` can't fill a {kind}"
    if answer in suits:
        return ""
    return (
        f"it is answered by {' or '.join(sorted(one.value for one in suits))}, not {answer.value}"
    )
