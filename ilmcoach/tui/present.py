"""How a record is shown: a line for lists, and its parts for reading. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from ilmcoach.dates import say_day
from ilmcoach.packs.model import Pack, Walk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Action,
    Feedback,
    Finding,
    Goal,
    Meeting,
    Note,
    Record,
    Run,
    SectionText,
    Stored,
    Telling,
)
from ilmcoach.portfolio.wording import OUTCOMES
from ilmcoach.walks.answers import Answer
from ilmcoach.walks.sitting import Sitting
from ilmcoach.walks.spots import Spot, describe

KIND_NAMES = {
    "finding": "Strength or limitation",
    "feedback": "Feedback",
    "goal": "Goal",
    "meeting": "Set meeting",
    "action": "Action",
    "telling": "How an action went",
    "note": "Note",
    "run": "Guided questions",
    "section": "Assignment text",
}


class Part(Struct, frozen=True):
    """A labelled part of a record; `own` marks the learner's words."""

    label: str
    text: str
    own: bool = True


class Shown(Struct, frozen=True):
    """A record ready to be shown: `mark` is a word or two about its state."""

    title: str
    mark: str = ""
    parts: tuple[Part, ...] = ()


def show(record: Record, portfolio: Portfolio, pack: Pack | None) -> Shown:
    """The record as a learner reads it; empty parts are left out."""
    maker = _SHOWERS.get(type(record))
    shown = maker(record, portfolio, pack) if maker else Shown(first_line(record))
    parts = tuple(part for part in shown.parts if part.text.strip())
    criteria = criteria_labels(record.criteria, pack)
    if criteria:
        parts = (*parts, Part("Counts towards", ", ".join(criteria), own=False))
    return Shown(shown.title.strip() or first_line(record), shown.mark, parts)


def first_line(record: Record) -> str:
    """The first words of a record, in one line."""
    words = next(iter(record.words()), "")
    return " ".join(words.split()) or KIND_NAMES.get(record.kind, record.kind)


def criteria_labels(criteria: tuple[str, ...], pack: Pack | None) -> tuple[str, ...]:
    """How the learner knows these criteria; those of another programme are left out."""
    found = (pack.criterion(one) for one in criteria) if pack else ()
    return tuple(one.label for one in found if one)


def _day(day: date | None) -> str:
    return say_day(day) if day else ""


def _finding(one: Finding, portfolio: Portfolio, pack: Pack | None) -> Shown:
    chosen = "to work on" if one.chosen else ""
    rating = f"{one.rating} of 5" if one.rating else ""
    mark = ", ".join(word for word in (one.sort, rating, chosen) if word)
    feedback = [
        Part(f"What {said.who or 'somebody'} said", said.said)
        for said in portfolio.linked(Feedback, one.id)
    ]
    return Shown(one.area_label or one.area, mark, (Part("Evidence", one.evidence), *feedback))


def _feedback(one: Feedback, portfolio: Portfolio, pack: Pack | None) -> Shown:
    findings = (portfolio.live_get(Finding, link) for link in one.links)
    about = next(filter(None, findings), None)
    return Shown(
        f"From {one.who}" if one.who else "Feedback",
        _day(one.on),
        (
            Part("What they said", one.said),
            Part("About", about.area_label if about else "", own=False),
        ),
    )


def _goal(one: Goal, portfolio: Portfolio, pack: Pack | None) -> Shown:
    finding = portfolio.live_get(Finding, one.finding)
    plan = f"If {one.if_ or '…'}, then {one.then or '…'}" if one.if_ or one.then else ""
    return Shown(
        one.what or "A goal without words yet",
        f"by {_day(one.by)}" if one.by else "",
        (
            Part("From the limitation", finding.area_label if finding else "", own=False),
            Part("How I will know", one.measure),
            Part("What I can count on", one.means),
            Part("Why it matters", one.why),
            Part("Help and support", one.support),
            Part("What may get in the way", one.obstacles),
            Part("If–then plan", plan),
            Part("Look again on", ", ".join(map(_day, one.reviews)), own=False),
        ),
    )


def _meeting(one: Meeting, portfolio: Portfolio, pack: Pack | None) -> Shown:
    agreed = "\n".join(
        f"{action.text}" + (f" (by {_day(action.due)})" if action.due else "")
        for action in portfolio.linked(Action, one.id)
    )
    held = _day(one.held)
    return Shown(
        f"Set meeting, {held[4:]}" if held else f"Set meeting, written {_day(one.made.date())[4:]}",
        "in the log" if one.in_log else "",
        (
            Part("The problem I brought", one.problem),
            Part("What was asked", one.asked),
            Part("What struck me", one.struck),
            Part("What I make of it", one.meaning),
            Part("What it did for my leadership", one.effect),
            Part("What I gave", one.gave),
            Part("How the group worked", one.group),
            Part("What we agreed", agreed),
            Part("We meet next", _day(one.next_on), own=False),
        ),
    )


def _action(one: Action, portfolio: Portfolio, pack: Pack | None) -> Shown:
    outcome = OUTCOMES.get(portfolio.outcome(one), "")
    due = f"by {_day(one.due)}" if one.due else ""
    told = [
        Part(
            f"{OUTCOMES.get(telling.outcome, 'Told')}, {_day(telling.made.date())}",
            telling.text or "(no words)",
            own=bool(telling.text),
        )
        for telling in portfolio.tellings(one)
    ]
    return Shown(
        " ".join(one.text.split()) or "An action without words",
        ", ".join(word for word in (outcome, due) if word),
        (Part("What I will do", one.text), *told),
    )


def _telling(one: Telling, portfolio: Portfolio, pack: Pack | None) -> Shown:
    actions = (portfolio.live_get(Action, link) for link in one.links)
    action = next(filter(None, actions), None)
    return Shown(
        action.text if action else "An action",
        OUTCOMES.get(one.outcome, ""),
        (Part("How it went", one.text),),
    )


def _note(one: Note, portfolio: Portfolio, pack: Pack | None) -> Shown:
    return Shown(first_line(one), _day(one.made.date()), (Part("Note", one.text),))


def _run(one: Run, portfolio: Portfolio, pack: Pack | None) -> Shown:
    walk = pack.walk(one.walk) if pack else None
    state = "finished" if one.finished else "not finished"
    parts = _answers(one, walk, portfolio) if walk else _as_stored(one.answers)
    return Shown(walk.title if walk else one.walk, state, parts)


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
            known.get(key.partition("@")[0], key),
            ", ".join(value) if isinstance(value, tuple) else str(value),
        )
        for key, value in answers.items()
    )


def _section(one: SectionText, portfolio: Portfolio, pack: Pack | None) -> Shown:
    assessment = pack.assessment(one.assessment) if pack else None
    heads = {s.id: s.title for s in assessment.sections} if assessment else {}
    return Shown(
        heads.get(one.section, one.section),
        assessment.title if assessment else one.assessment,
        (Part("What I wrote", one.text),),
    )


_SHOWERS: dict[type[Record], Callable[[Any, Portfolio, Pack | None], Shown]] = {
    Finding: _finding,
    Feedback: _feedback,
    Goal: _goal,
    Meeting: _meeting,
    Action: _action,
    Telling: _telling,
    Note: _note,
    Run: _run,
    SectionText: _section,
}
