"""Actions, activities and what belongs to them."""

from __future__ import annotations

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Action,
    Activity,
    Attachment,
    Finding,
    Goal,
    Hours,
    Telling,
    WeekLook,
)
from ilmcoach.portfolio.spans import say_span
from ilmcoach.portfolio.wording import ACTIVITY_STATES, HOURS_SORTS, OUTCOMES, say_size
from ilmcoach.walks.spots import describe

from .shown import Part, Shown, day

SOMETHING_ELSE = "other"
"""The kind of activity that is none of the pack's; the learner names it."""


def action(one: Action, portfolio: Portfolio, pack: Pack | None) -> Shown:
    outcome = OUTCOMES.get(portfolio.outcome(one), "")
    due = f"by {day(one.due)}" if one.due else ""
    told = [
        Part(
            f"{OUTCOMES.get(telling.outcome, 'Told')}, {day(telling.made.date())}",
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


def telling(one: Telling, portfolio: Portfolio, pack: Pack | None) -> Shown:
    actions = (portfolio.live_get(Action, link) for link in one.links)
    action = next(filter(None, actions), None)
    return Shown(
        action.text if action else "An action",
        OUTCOMES.get(one.outcome, ""),
        (Part("How it went", one.text),),
    )


def activity(one: Activity, portfolio: Portfolio, pack: Pack | None) -> Shown:
    source = portfolio.get(one.source)
    grew = source.what if isinstance(source, Goal) else ""
    grew = source.area_label if isinstance(source, Finding) else grew
    plan = f"If {one.if_ or '…'}, then {one.then or '…'}" if one.if_ or one.then else ""
    when = f"by {day(one.by)}" if one.by else ""
    return Shown(
        one.what or one.own_sort or "An activity without words yet",
        ", ".join(
            word for word in (ACTIVITY_STATES.get(one.status or "planned", ""), when) if word
        ),
        (
            *_kind(one, pack),
            Part("Grows out of", grew, own=False),
            Part("Why this one", one.why),
            Part("Help and support", one.support),
            Part("Agreed with my manager", one.agreed),
            Part("Agreed on", day(one.agreed_on), own=False),
            Part("From", day(one.start), own=False),
            Part("What may get in the way", one.obstacles),
            Part("If–then plan", plan),
            Part("Before it", one.before),
            Part("What I did", one.did),
            Part("What shows it", one.evidence),
            Part("After it", one.after),
            Part("What it was worth", one.worth),
        ),
    )


def _kind(one: Activity, pack: Pack | None) -> tuple[Part, ...]:
    """The kind that was picked, and the learner's own word for it: in its place if none of the
    pack's kinds fitted."""
    picked = _sort(one.sort, pack)
    if not picked or (one.sort == SOMETHING_ELSE and one.own_sort):
        return (Part("Kind", one.own_sort),)
    return Part("Kind", picked, own=False), Part("Kind, in my words", one.own_sort)


def _sort(sort: str, pack: Pack | None) -> str:
    """The pack's word for a kind of activity."""
    steps = (step for walk in pack.walks for step in walk.steps()) if pack else ()
    choices = (one for step in steps if "activity.sort" in step.fills for one in step.choices)
    return next((one.label for one in choices if one.id == sort), "")


def attachment(one: Attachment, portfolio: Portfolio, pack: Pack | None) -> Shown:
    linked = (portfolio.get(link) for link in one.links)
    about = next((describe(each) for each in linked if each), "")
    return Shown(
        one.name,
        say_size(one.size),
        (
            Part("What it shows", one.text),
            Part("Belongs to", " ".join(about.split()), own=False),
        ),
    )


def hours(one: Hours, portfolio: Portfolio, pack: Pack | None) -> Shown:
    spent = say_span(max(one.minutes or 0, 0))
    return Shown(
        HOURS_SORTS.get(one.sort, "Hours"),
        ", ".join(word for word in (spent, day(one.on)) if word),
        (Part("What it was", one.text),),
    )


def look(one: WeekLook, portfolio: Portfolio, pack: Pack | None) -> Shown:
    return Shown(f"The week of {day(one.on or one.made.date())}", "", (Part("A line", one.text),))
