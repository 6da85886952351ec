"""Strengths, feedback, goals and how they fare."""

from __future__ import annotations

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Feedback, FeedbackRequest, Finding, Goal, Rating, Review
from ilmcoach.portfolio.wording import GOAL_STATES

from .shown import Part, Shown, day


def finding(one: Finding, portfolio: Portfolio, pack: Pack | None) -> Shown:
    chosen = "to work on" if one.chosen else ""
    rating = f"{one.rating} of 5" if one.rating else ""
    mark = ", ".join(word for word in (one.sort, rating, chosen) if word)
    feedback = [
        Part(f"What {said.who or 'somebody'} said", said.said)
        for said in portfolio.linked(Feedback, one.id)
    ]
    return Shown(one.area_label or one.area, mark, (Part("Evidence", one.evidence), *feedback))


def feedback(one: Feedback, portfolio: Portfolio, pack: Pack | None) -> Shown:
    findings = (portfolio.live_get(Finding, link) for link in one.links)
    about = next(filter(None, findings), None)
    return Shown(
        f"From {one.who}" if one.who else "Feedback",
        day(one.on),
        (
            Part("What they said", one.said),
            Part("About", about.area_label if about else "", own=False),
        ),
    )


def goal(one: Goal, portfolio: Portfolio, pack: Pack | None) -> Shown:
    finding = portfolio.live_get(Finding, one.finding)
    plan = f"If {one.if_ or '…'}, then {one.then or '…'}" if one.if_ or one.then else ""
    return Shown(
        one.what or "A goal without words yet",
        f"by {day(one.by)}" if one.by else "",
        (
            Part("From the limitation", finding.area_label if finding else "", own=False),
            Part("How I will know", one.measure),
            Part("What I can count on", one.means),
            Part("Why it matters", one.why),
            Part("Help and support", one.support),
            Part("What may get in the way", one.obstacles),
            Part("If–then plan", plan),
            Part("Look again on", ", ".join(map(day, one.reviews)), own=False),
        ),
    )


def rating(one: Rating, portfolio: Portfolio, pack: Pack | None) -> Shown:
    finding = next(filter(None, (portfolio.live_get(Finding, link) for link in one.links)), None)
    return Shown(
        finding.area_label if finding else "An area",
        f"{one.rating} of 5, {day(one.made.date())}" if one.rating else "",
        (Part("What I see now", one.text),),
    )


def request(one: FeedbackRequest, portfolio: Portfolio, pack: Pack | None) -> Shown:
    state = f"asked {day(one.sent)}" if one.sent else "not asked yet"
    return Shown(
        f"Feedback from {one.who}" if one.who else "Feedback",
        state,
        (
            Part("About", one.about),
            Part("My questions", one.questions),
            Part("Would like it by", day(one.by), own=False),
        ),
    )


def review(one: Review, portfolio: Portfolio, pack: Pack | None) -> Shown:
    goal = next(filter(None, (portfolio.live_get(Goal, link) for link in one.links)), None)
    state = ", ".join(filter(None, (GOAL_STATES.get(one.status, ""), day(one.made.date()))))
    return Shown(
        goal.what if goal else "A goal",
        state,
        (
            Part("How far I got", one.how_far),
            Part("What shows it", one.evidence),
            Part("What changed in me", one.in_me),
        ),
    )
