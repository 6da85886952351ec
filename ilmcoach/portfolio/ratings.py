"""Where the learner saw themselves at first and where they see themselves now. Pure."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from .portfolio import Portfolio
from .records import Finding, Rating

LOWEST, HIGHEST = 1, 5
"""What a rating runs between."""


class ThenAndNow(Struct, frozen=True):
    """One area seen twice: the first rating and the newest, from 1 to 5, each with its day.
    `again` holds every later rating, oldest first."""

    then: int
    then_on: date
    now: int
    now_on: date
    again: tuple[Rating, ...]


def then_and_now(portfolio: Portfolio, finding: Finding) -> ThenAndNow | None:
    """The first and the newest rating of a finding; None where it was rated only once or never.

    The first is the finding's own. Where that was left empty, the oldest later one stands in its
    place, and then it takes two of those.
    """
    again = tuple(one for one in portfolio.linked(Rating, finding.id) if one.rating)
    rated = [(one.rating, one.made.date()) for one in again if one.rating]
    if finding.rating:
        rated.insert(0, (finding.rating, finding.made.date()))
    if len(rated) < 2:
        return None
    (then, then_on), (now, now_on) = rated[0], rated[-1]
    return ThenAndNow(then, then_on, now, now_on, again)
