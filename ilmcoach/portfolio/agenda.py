"""Everything in a portfolio that has a day: what is due, what is late, what is coming. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from ilmcoach.dates import add_months

from .portfolio import Portfolio
from .records import Activity, Enquiry, Feedback, FeedbackRequest, Goal, Meeting

SORTS = (
    "meeting",
    "action",
    "goal-review",
    "goal",
    "activity",
    "request",
    "enquiry",
    "set-end",
    "programme-end",
    "programme-last",
)
"""What a day can be about; on one day they come in this order."""

TURNING_POINTS = ("set-end", "programme-end", "programme-last")
"""Ends that come by themselves: there is nothing to be done about them on the day."""

EARLY = timedelta(days=7)
"""A goal looked at in the week before its day has been looked at (practice)."""
PATIENCE = timedelta(days=7)
"""How long an answer from a tutor or the Set Advisor may take before it comes up (practice)."""


class Due(Struct, frozen=True):
    """Something on a day. `sort` is one of `SORTS`, `record` the id of the record it stands in,
    `words` the learner's own words about it (one line or more; empty where they have none), and
    `late` says that the day is behind."""

    day: date
    sort: str
    record: str
    words: str
    late: bool


def agenda(portfolio: Portfolio, today: date, *, years: int | None = None) -> tuple[Due, ...]:
    """All that has a day and is not done, the earliest first, late and coming in one order.

    `years` is how long the programme allows from its first day on (the specification: three),
    None where it does not say. Meetings and ends that have gone by are left out: nothing can be
    done about them.
    """
    found = (
        *_actions(portfolio),
        *_goals(portfolio),
        *_goal_reviews(portfolio, today),
        *_activities(portfolio),
        *_requests(portfolio),
        *_enquiries(portfolio, today),
        *_meetings(portfolio, today),
        *_ends(portfolio, today, years),
    )
    dues = (
        Due(day, sort, record, words.strip(), day < today) for day, sort, record, words in found
    )
    return tuple(sorted(dues, key=lambda one: (one.day, SORTS.index(one.sort))))


_Found = Iterator[tuple[date, str, str, str]]


def _actions(portfolio: Portfolio) -> _Found:
    for one in portfolio.open_actions():
        if one.due:
            yield one.due, "action", one.id, one.text


def _goals(portfolio: Portfolio) -> _Found:
    for one in portfolio.open_goals():
        if one.by:
            yield one.by, "goal", one.id, one.what


def _goal_reviews(portfolio: Portfolio, today: date) -> _Found:
    """Of days that went by unused only the last: one look makes up for them all."""
    for one in portfolio.open_goals():
        waiting = review_days(portfolio, one)
        missed = [day for day in waiting if day < today]
        for day in (*missed[-1:], *(day for day in waiting if day >= today)):
            yield day, "goal-review", one.id, one.what


def review_days(portfolio: Portfolio, goal: Goal) -> tuple[date, ...]:
    """The days on which a goal is to be looked at again and has not been, in order: a review
    made on the day, later, or in the week before counts for it."""
    looks = [one.made.date() for one in portfolio.reviews(goal) if not one.blank]
    newest = max(looks, default=date.min)
    return tuple(sorted({day for day in goal.reviews if newest < _earliest(day)}))


def _earliest(day: date) -> date:
    return day - EARLY if day - date.min > EARLY else date.min


def _activities(portfolio: Portfolio) -> _Found:
    for one in portfolio.open_activities():
        words = one.what or one.own_sort
        if one.start and not_begun(one):
            yield one.start, "activity", one.id, words
        if one.by and one.by != (one.start if not_begun(one) else None):
            yield one.by, "activity", one.id, words


def not_begun(activity: Activity) -> bool:
    """True while an activity's first day is still something to watch for."""
    return activity.status in ("", "planned")


def _requests(portfolio: Portfolio) -> _Found:
    for one in portfolio.live(FeedbackRequest):
        answered = any(not said.blank for said in portfolio.linked(Feedback, one.id))
        if one.by and not answered:
            yield one.by, "request", one.id, one.who or one.about


def _enquiries(portfolio: Portfolio, today: date) -> _Found:
    """Questions to a tutor that were asked over a week ago; their day is when the week was up."""
    for one in portfolio.live(Enquiry):
        waiting = one.asked_on and not one.answer.strip() and not one.answered_on
        if one.asked_on and waiting and today - one.asked_on > PATIENCE:
            yield one.asked_on + PATIENCE, "enquiry", one.id, one.text


def _meetings(portfolio: Portfolio, today: date) -> _Found:
    for day, meeting in coming_meetings(portfolio, today):
        yield day, "meeting", meeting.id, ""


def coming_meetings(portfolio: Portfolio, today: date) -> tuple[tuple[date, Meeting], ...]:
    """Each set meeting to come, from today on, with the record that says so, in order.

    A meeting that is prepared has the say about its own day. Without one it is the day that the
    last meeting to name a coming one named, for a set may have moved it.
    """
    meetings = portfolio.meetings()
    planned = {
        one.planned: one for one in meetings if one.to_come and one.planned and one.planned >= today
    }
    if planned:
        return tuple(sorted(planned.items()))
    named = [(one.next_on, one) for one in meetings if one.next_on and one.next_on >= today]
    return tuple(named[-1:])


def _ends(portfolio: Portfolio, today: date, years: int | None) -> _Found:
    the_set, enrolment = portfolio.learning_set, portfolio.enrolment
    if the_set and the_set.end and the_set.end >= today:
        yield the_set.end, "set-end", the_set.id, ""
    if enrolment is None:
        return
    if enrolment.end and enrolment.end >= today:
        yield enrolment.end, "programme-end", enrolment.id, ""
    last = last_date(enrolment.start, years)
    if last and last >= today:
        yield last, "programme-last", enrolment.id, ""


def last_date(start: date | None, years: int | None) -> date | None:
    """The day by which the programme has to be finished; None where that is not known."""
    if start is None or not years:
        return None
    try:
        return add_months(start, 12 * years)
    except OverflowError:
        return None
