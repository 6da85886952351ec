"""Strengths, feedback, goals and how they fare."""

from __future__ import annotations

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.ratings import HIGHEST, ThenAndNow, then_and_now
from ilmcoach.portfolio.records import Feedback, FeedbackRequest, Finding, Goal, Rating, Review
from ilmcoach.portfolio.wording import GOAL_STATES
from ilmcoach.tui.marks import marks_for

from .shown import Part, Shown, day


def finding(one: Finding, portfolio: Portfolio, pack: Pack | None) -> Shown:
    chosen = "to work on" if one.chosen else ""
    seen = then_and_now(portfolio, one)
    rating = f"{one.rating} of 5" if one.rating else ""
    if seen:
        rating = f"{seen.then} then, {seen.now} now"
    mark = ", ".join(word for word in (one.sort, rating, chosen) if word)
    again = [
        Part(f"What I saw on {day(each.made.date())}", each.text)
        for each in (seen.again if seen else portfolio.linked(Rating, one.id))
    ]
    feedback = [
        Part(f"What {said.who or 'somebody'} said", said.said)
        for said in portfolio.linked(Feedback, one.id)
    ]
    return Shown(
        one.area_label or one.area,
        mark,
        (
            Part("Then and now", _bars(seen) if seen else "", own=False),
            Part("Evidence", one.evidence),
            *again,
            *feedback,
        ),
    )


def _bars(seen: ThenAndNow) -> str:
    """Two ratings, one below the other."""
    rows = (("Then", seen.then, seen.then_on), ("Now ", seen.now, seen.now_on))
    return "\n".join(f"{name}  {_bar(number)}, {day(on)}" for name, number, on in rows)


def _bar(number: int) -> str:
    marks = marks_for()
    full, rest = marks.held * number, marks.coming * (HIGHEST - number)
    return f"{full}{rest}  {number} of {HIGHEST}"


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
    state = GOAL_STATES.get(portfolio.goal_status(one), "")
    by = f"by {day(one.by)}" if one.by else ""
    reviews = [part for each in portfolio.reviews(one) for part in _review_parts(each)]
    return Shown(
        one.what or "A goal without words yet",
        ", ".join(word for word in (state, by) if word),
        (
            Part("From the limitation", finding.area_label if finding else "", own=False),
            Part("How I will know", one.measure),
            Part("What I can count on", one.means),
            Part("Why it matters", one.why),
            Part("Help and support", one.support),
            Part("What may get in the way", one.obstacles),
            Part("If–then plan", plan),
            Part("Look again on", ", ".join(map(day, one.reviews)), own=False),
            *reviews,
        ),
    )


def _review_parts(one: Review) -> tuple[Part, ...]:
    """A goal's review as it stands under the goal, its day over its first words."""
    state = GOAL_STATES.get(one.status, "")
    looked = ", ".join(filter(None, (f"Looked at {day(one.made.date())}", state)))
    parts = [Part(label, text) for label, text in _review_words(one) if text.strip()]
    if parts:
        first = parts[0]
        return (Part(f"{looked}. {first.label}", first.text), *parts[1:])
    return (Part(looked, "(no words)", own=False),) if state else ()


def _review_words(one: Review) -> tuple[tuple[str, str], ...]:
    return (
        ("How far I got", one.how_far),
        ("What shows it", one.evidence),
        ("What changed in me", one.in_me),
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
    came = portfolio.linked(Feedback, one.id)
    if came:
        state = f"came back {day(came[0].on or came[0].made.date())}"
    return Shown(
        f"Feedback from {one.who}" if one.who else "Feedback",
        state,
        (
            Part("About", one.about),
            Part("My questions", one.questions),
            Part("Would like it by", day(one.by), own=False),
            *(Part("What came back", said.said) for said in came),
        ),
    )


def review(one: Review, portfolio: Portfolio, pack: Pack | None) -> Shown:
    goal = next(filter(None, (portfolio.live_get(Goal, link) for link in one.links)), None)
    state = ", ".join(filter(None, (GOAL_STATES.get(one.status, ""), day(one.made.date()))))
    return Shown(
        goal.what if goal else "A goal",
        state,
        tuple(Part(label, text) for label, text in _review_words(one)),
    )
