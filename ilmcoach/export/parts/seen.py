"""How the learner leads: what others said, and how they rated themselves then and now."""

from __future__ import annotations

from datetime import date

from ilmcoach.dates import say_day
from ilmcoach.export.document import Cell, Label, Node, Table
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.ratings import HIGHEST, then_and_now
from ilmcoach.portfolio.records import Feedback, Finding, Rating

from .cells import EMPTY, on, ours, theirs

SAID = ("Who", "Day", "What they said")
RATED = ("Area of leading", "Then", "Now")
NO_FEEDBACK = "No feedback has been written down yet."
NO_RATING = "No area has been rated yet."


def feedback(portfolio: Portfolio) -> tuple[Node, ...]:
    """What others said, oldest first, as the learner wrote it down."""
    found = sorted(portfolio.live(Feedback), key=lambda one: one.on or one.made.date())
    rows = tuple(
        (theirs(one.who), on(one.on), theirs(one.said)) for one in found if one.said.strip()
    )
    return (Table("", SAID, rows),) if rows else (Label(NO_FEEDBACK, missing=True),)


def ratings(portfolio: Portfolio) -> tuple[Node, ...]:
    """Each area that the learner rated: the first rating and the newest, if there are two."""
    rows = tuple(
        (ours(one.area_label or one.area), then, now)
        for one in portfolio.live(Finding)
        for then, now in _rated(one, portfolio)
    )
    if not rows:
        return (Label(NO_RATING, missing=True),)
    return (Table(f"My own rating of how I lead, from 1 to {HIGHEST}", RATED, rows),)


def _rated(one: Finding, portfolio: Portfolio) -> tuple[tuple[Cell, Cell], ...]:
    if seen := then_and_now(portfolio, one):
        return ((_dots(seen.then, seen.then_on), _dots(seen.now, seen.now_on)),)
    if one.rating:
        return ((_dots(one.rating, one.made.date()), EMPTY),)
    again = (each for each in portfolio.linked(Rating, one.id) if each.rating)
    return tuple((EMPTY, _dots(each.rating or 0, each.made.date())) for each in again)


def _dots(rating: int, day: date) -> Cell:
    """`●●●○○ 3 of 5`, and `Thu 3 Dec 2026` below it."""
    full = min(max(rating, 0), HIGHEST)
    return ours(f"{'●' * full}{'○' * (HIGHEST - full)} {rating} of {HIGHEST}\n{say_day(day)}")
