"""Hours on the programme against its figures: facts in plain words, no judgement. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ilmcoach.packs.model import Programme

from .portfolio import Portfolio
from .records import Hours
from .spans import say_span
from .wording import HOURS_SORTS

WITHIN = ("induction", "tutorial", "guided")
"""Sorts of time that are guided learning: induction and tutorials lie within it (the
qualification's specification)."""


class HoursFact(Struct, frozen=True):
    """One total: what it is of, `minutes` so far, and `figure`, the minutes that the programme
    names, None where it names none. The figure is the `least` there is to be, or a plain one."""

    label: str
    minutes: int
    figure: int | None = None
    least: bool = True

    @property
    def words(self) -> str:
        """`5 h 30 min of at least 6 h`."""
        if self.figure is None:
            return say_span(self.minutes)
        most = "at least " if self.least else ""
        return f"{say_span(self.minutes)} of {most}{say_span(self.figure)}"


def minutes_by_sort(records: Iterable[Hours]) -> dict[str, int]:
    """Minutes for each sort that is there; time of no known sort stands under the empty one."""
    found: dict[str, int] = {}
    for one in records:
        sort = one.sort if one.sort in HOURS_SORTS else ""
        found[sort] = found.get(sort, 0) + max(one.minutes or 0, 0)
    return found


def hours_facts(portfolio: Portfolio, programme: Programme | None) -> tuple[HoursFact, ...]:
    """The totals worth showing, in a steady order.

    Guided learning is induction, tutorials and the rest of it together. Induction is a length,
    tutorials and guided learning are at least so long (the qualification's specification). A
    set's meetings are shown where the programme has a set or time in one is written down; they
    are counted by themselves. Time of no known sort is shown only where there is some.
    """
    spent = minutes_by_sort(portfolio.live(Hours))
    facts = [
        HoursFact(
            "Induction",
            spent.get("induction", 0),
            _minutes(programme, "induction_hours"),
            least=False,
        ),
        HoursFact("Tutorials", spent.get("tutorial", 0), _minutes(programme, "tutorial_hours")),
        HoursFact(
            "Guided learning in all, with these",
            sum(spent.get(sort, 0) for sort in WITHIN),
            _minutes(programme, "guided_hours"),
        ),
    ]
    if "set" in spent or (programme and programme.has_set):
        facts.append(HoursFact("Set meetings", spent.get("set", 0)))
    if spent.get(""):
        facts.append(HoursFact("Of no sort yet", spent[""]))
    return tuple(facts)


def meetings_held(portfolio: Portfolio) -> int:
    """How many set meetings the learner has been to: those with the day they were held, or with
    something written that is only known afterwards."""
    return sum(1 for one in portfolio.meetings() if not one.blank and not one.to_come)


def _minutes(programme: Programme | None, name: str) -> int | None:
    hours: int | None = getattr(programme, name) if programme else None
    return hours * 60 if hours else None
