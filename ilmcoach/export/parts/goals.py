"""Goals: their five parts, the help and the plan that go with them, and each look back."""

from __future__ import annotations

from collections.abc import Iterator

from ilmcoach.export.document import Cell, Heading, Label, Node, Table
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Finding, Goal, Review
from ilmcoach.portfolio.wording import GOAL_STATES

from .cells import fields, on, ours, theirs

HEAD = ("The goal", "In my words")
LOOKED = ("Day", "Where it stood", "How far I got", "What shows it", "What changed in me")
NOTHING = "No goal has been set yet."


def goals(portfolio: Portfolio) -> tuple[Node, ...]:
    """Every goal in the order in which it was set, each under a heading of level 3."""
    found = [one for one in portfolio.live(Goal) if not one.blank]
    if not found:
        return (Label(NOTHING, missing=True),)
    return tuple(
        node for number, one in enumerate(found, 1) for node in _goal(number, one, portfolio)
    )


def _goal(number: int, one: Goal, portfolio: Portfolio) -> Iterator[Node]:
    yield Heading(3, f"Goal {number}")
    finding = portfolio.live_get(Finding, one.finding)
    rows = (
        ("From the limitation", ours(finding.area_label if finding else "")),
        ("What I will do", theirs(one.what)),
        ("How I will know", theirs(one.measure)),
        ("What I can count on", theirs(one.means)),
        ("Why it matters", theirs(one.why)),
        ("By when", on(one.by)),
        ("Help and support", theirs(one.support)),
        ("What may get in the way", theirs(one.obstacles)),
        ("If this happens", theirs(one.if_)),
        ("Then I will", theirs(one.then)),
        ("Where it stands now", ours(GOAL_STATES.get(portfolio.goal_status(one), ""))),
    )
    yield from fields("", HEAD, rows)
    looks = tuple(_look(each) for each in portfolio.reviews(one) if not each.blank)
    if looks:
        yield Table("Looked at again", LOOKED, looks)


def _look(one: Review) -> tuple[Cell, ...]:
    return (
        on(one.made.date()),
        ours(GOAL_STATES.get(one.status, "")),
        theirs(one.how_far),
        theirs(one.evidence),
        theirs(one.in_me),
    )
