"""Development activities: chosen, planned, carried out, judged."""

from __future__ import annotations

from collections.abc import Iterator

from ilmcoach.export.document import Cell, Heading, Label, Node
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Activity, Finding, Goal
from ilmcoach.portfolio.wording import ACTIVITY_STATES

from .cells import EMPTY, fields, on, ours, theirs

HEAD = ("The activity", "In my words")
JUDGED = ("How it went", "In my words")
NOTHING = "No activity has been planned yet."
SOMETHING_ELSE = "other"
"""The kind of activity that is none of the pack's; the learner names it."""


def activities(pack: Pack, portfolio: Portfolio) -> tuple[Node, ...]:
    """Every activity in the order in which it was written down, each under a heading of level
    3: what was planned, then what was judged."""
    found = [one for one in portfolio.live(Activity) if not one.blank]
    if not found:
        return (Label(NOTHING, missing=True),)
    return tuple(
        node
        for number, one in enumerate(found, 1)
        for node in _activity(number, one, pack, portfolio)
    )


def _activity(number: int, one: Activity, pack: Pack, portfolio: Portfolio) -> Iterator[Node]:
    yield Heading(3, f"Activity {number}")
    planned = (
        ("What I planned to do", theirs(one.what)),
        ("Kind", ours(_kind(one, pack))),
        ("Kind, in my words", theirs(one.own_sort)),
        ("Grows out of", _source(one, portfolio)),
        ("Why this one", theirs(one.why)),
        ("Help and support", theirs(one.support)),
        ("Agreed with my manager", theirs(one.agreed)),
        ("Agreed on", on(one.agreed_on)),
        ("From", on(one.start)),
        ("By", on(one.by)),
        ("What may get in the way", theirs(one.obstacles)),
        ("If this happens", theirs(one.if_)),
        ("Then I will", theirs(one.then)),
    )
    judged = (
        ("Where it stands", ours(ACTIVITY_STATES.get(one.status, ""))),
        ("Before it", theirs(one.before)),
        ("What I did", theirs(one.did)),
        ("What shows it", theirs(one.evidence)),
        ("After it", theirs(one.after)),
        ("What it was worth", theirs(one.worth)),
    )
    yield from fields("", HEAD, planned)
    yield from fields("", JUDGED, judged)


def _source(one: Activity, portfolio: Portfolio) -> Cell:
    """What it grows out of: a goal in the learner's words, or an area by its name."""
    if goal := portfolio.live_get(Goal, one.source):
        return theirs(goal.what)
    finding = portfolio.live_get(Finding, one.source)
    return ours(finding.area_label) if finding else EMPTY


def _kind(one: Activity, pack: Pack) -> str:
    """The pack's word for the kind, unless the learner's own stands for it."""
    if one.sort == SOMETHING_ELSE and one.own_sort.strip():
        return ""
    steps = (step for walk in pack.walks for step in walk.steps())
    choices = (each for step in steps if "activity.sort" in step.fills for each in step.choices)
    return next((each.label for each in choices if each.id == one.sort), "")
