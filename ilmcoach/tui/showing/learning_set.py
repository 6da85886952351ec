"""The set, its people, its meetings."""

from __future__ import annotations

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Action,
    Enquiry,
    LearningSet,
    Meeting,
    Person,
    SetQuestion,
    Turn,
)
from ilmcoach.portfolio.set_facts import length_facts, size_facts
from ilmcoach.portfolio.turns import in_order
from ilmcoach.portfolio.wording import ROLES

from .shown import Part, Shown, day


def learning_set(one: LearningSet, portfolio: Portfolio, pack: Pack | None) -> Shown:
    members = portfolio.people("member")
    advisors = ", ".join(person.name for person in portfolio.people("advisor"))
    months = pack.programme.set_months if pack and pack.programme else None
    facts = (*size_facts(len(members) + 1), *length_facts(one.start, one.end, months))
    outside = "\n".join(fact.words for fact in facts if fact.level == "outside")
    return Shown(
        "My set",
        f"since {day(one.start)}" if one.start else "",
        (
            Part("Members beside me", ", ".join(person.name for person in members)),
            Part("Set Advisor", advisors),
            Part("What it is for", one.purpose),
            Part("What we hold each other to", one.rules),
            Part("Meant to run until", day(one.end), own=False),
            Part("Worth a word with your tutor", outside, own=False),
        ),
    )


def person(one: Person, portfolio: Portfolio, pack: Pack | None) -> Shown:
    return Shown(one.name, ROLES.get(one.role, ""), (Part("About", one.text),))


def meeting(one: Meeting, portfolio: Portfolio, pack: Pack | None) -> Shown:
    agreed = "\n".join(
        f"{action.text}" + (f" (by {day(action.due)})" if action.due else "")
        for action in portfolio.linked(Action, one.id)
    )
    when = day(one.held) or day(one.planned)
    asked = "\n".join(
        f"{who}: {each.text}" if (who := _who(each)) else each.text
        for each in portfolio.linked(SetQuestion, one.id)
        if not each.meant
    )
    state = "prepared" if one.to_come and one.planned else ""
    return Shown(
        f"Set meeting, {when[4:]}" if when else f"Set meeting, written {day(one.made.date())[4:]}",
        "in the log" if one.in_log else state,
        (
            Part("The problem I bring" if one.to_come else "The problem I brought", one.problem),
            Part("Why it matters to me", one.matters),
            Part("What I want from the set", one.wants),
            Part("Questions written down", asked),
            Part("What was asked", one.asked),
            Part("What struck me", one.struck),
            Part("What I make of it", one.meaning),
            Part("What I will try out", one.hypothesis),
            Part("What it did for my leadership", one.effect),
            Part("What I gave", one.gave),
            Part("How the others moved on", one.others),
            Part("How the group worked", one.group),
            Part("What we agreed", agreed),
            Part("Turns", _turns(one, portfolio), own=False),
            Part("We meet next", day(one.next_on), own=False),
        ),
    )


def question(one: SetQuestion, portfolio: Portfolio, pack: Pack | None) -> Shown:
    who = _who(one)
    state = "to be asked" if one.meant else who
    return Shown(one.text, state, (Part("The question", one.text), Part("Who to whom", who)))


def _who(one: SetQuestion) -> str:
    """'K to me', 'K', or 'to me' where nobody is known to have asked it."""
    return " ".join(filter(None, (one.by, f"to {one.to}" if one.to else "")))


def _turns(one: Meeting, portfolio: Portfolio) -> str:
    """The time that each has taken, in whole minutes; whoever had none is left out."""
    taken = (turn for turn in in_order(portfolio.linked(Turn, one.id)) if turn.seconds)
    return ", ".join(f"{turn.who} {max(turn.seconds // 60, 1)} min" for turn in taken)


def turn(one: Turn, portfolio: Portfolio, pack: Pack | None) -> Shown:
    return Shown(f"Turn: {one.who}", f"{one.seconds // 60} of {one.minutes} minutes")


def enquiry(one: Enquiry, portfolio: Portfolio, pack: Pack | None) -> Shown:
    state = "answered" if one.answer.strip() else "not answered yet"
    return Shown(
        one.text,
        f"to {one.who}, {state}" if one.who else state,
        (
            Part("What I asked", one.text),
            Part("Asked on", day(one.asked_on), own=False),
            Part("The answer", one.answer),
            Part("Answered on", day(one.answered_on), own=False),
            Part("What I did with it", one.used),
        ),
    )
