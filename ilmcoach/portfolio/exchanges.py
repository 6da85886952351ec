"""What passed with a model, looked over. Pure."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from .portfolio import Portfolio
from .records import Exchange, HistoryGone

_NOTE = re.compile(r"^NOTE (DATA-[0-9a-f]+)\n(.*?)\n\1$", re.DOTALL | re.MULTILINE)


class Totals(Struct, frozen=True):
    """How much passed: `sent` times, how many questions and readings were shown, how many texts
    each rule kept back, the first and the last day (None if there was nothing)."""

    sent: int = 0
    shown: int = 0
    reading: int = 0
    dropped: dict[str, int] = {}
    first: date | None = None
    last: date | None = None


def exchanges_for(assessment: str, portfolio: Portfolio) -> tuple[Exchange, ...]:
    """The exchanges that an assessment has to tell of, oldest first: those for it, and those at
    places that may count towards several."""
    return tuple(one for one in portfolio.live(Exchange) if one.assessment in ("", assessment))


def totals(exchanges: Iterable[Exchange]) -> Totals:
    """How much passed in these."""
    some = tuple(exchanges)
    days = [one.made.date() for one in some]
    dropped: Counter[str] = Counter()
    for one in some:
        dropped.update(one.dropped)
    return Totals(
        sent=len(some),
        shown=sum(len(one.shown) for one in some),
        reading=sum(len(one.reading) for one in some),
        dropped=dict(dropped.most_common()),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def note_sent(exchange: Exchange) -> str:
    """The learner's note as it was sent, names hidden; the whole of what was sent where no note
    can be made out. The rest of it is ilmcoach's rules and texts of the pack."""
    first = exchange.sent.split("\n", 1)[0]
    try:
        messages = json.loads(first)["messages"]
        told = "\n".join(str(one["content"]) for one in messages)
    except (ValueError, TypeError, KeyError, RecursionError):
        return exchange.sent
    found = _NOTE.findall(told)
    return str(found[-1][1]) if found else exchange.sent


def histories_gone(portfolio: Portfolio) -> tuple[HistoryGone, ...]:
    """The marks of deleted records of the coach, oldest first."""
    return portfolio.live(HistoryGone)
