"""One time through a walk: its free answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ilmcoach.dates import say_day
from ilmcoach.packs.model import Pack, Walk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Run, Stored
from ilmcoach.walks.answers import Answer
from ilmcoach.walks.sitting import Sitting
from ilmcoach.walks.spots import Spot, describe

from .shown import Part, Shown, spoken


def run(one: Run, portfolio: Portfolio, pack: Pack | None) -> Shown:
    walk = pack.walk(one.walk) if pack else None
    state = "finished" if one.finished else "not finished"
    parts = _answers(one, walk, portfolio) if walk else _as_stored(one.answers)
    return Shown(walk.title if walk else spoken(one.walk), state, parts)


def _answers(run: Run, walk: Walk, portfolio: Portfolio) -> tuple[Part, ...]:
    """The free answers in the walk's order; those whose place is gone come last."""
    sitting = Sitting(walk, run, portfolio)
    places = [place for place in sitting.spots() if place.key in run.answers]
    parts = [
        _answer(place, value, portfolio)
        for place in places
        if (value := sitting.value_at(place)) is not None
    ]
    shown = {place.key for place in places if sitting.is_answered(place)}
    titles = {step.id: step.title for step in walk.steps()}
    rest = {key: value for key, value in run.answers.items() if key not in shown}
    return (*parts, *_as_stored(rest, titles))


def _answer(place: Spot, value: Answer, portfolio: Portfolio) -> Part:
    """One free answer; what was chosen or reckoned is no wording of the learner's."""
    labels = {choice.id: choice.label for choice in place.step.choices}
    texts, own = [], True
    for one in value if isinstance(value, tuple) else (value,):
        record = portfolio.get(str(one))
        if isinstance(one, date):
            text, own = say_day(one), False
        elif str(one) in labels:
            text, own = labels[str(one)], False
        elif record:
            text, own = " ".join(describe(record).split()), False
        else:
            text = str(one)
        texts.append(text)
    title = f"{place.item_label}: {place.step.title}" if place.item_label else place.step.title
    return Part(title, ", ".join(texts), own)


def _as_stored(
    answers: Mapping[str, Stored], titles: Mapping[str, str] | None = None
) -> tuple[Part, ...]:
    known = titles or {}
    return tuple(
        Part(
            known.get(step := key.partition("@")[0]) or spoken(step),
            ", ".join(value) if isinstance(value, tuple) else str(value),
        )
        for key, value in answers.items()
    )
