"""What a look at the week changes: the records to save, none of them saved here. Pure.

The words in them are the learner's; the criteria are those that the pack's own questions would
have linked the same answers to.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.agenda import not_begun, review_days
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Action, Activity, Goal, Record, Review, Telling
from ilmcoach.portfolio.week import Waiting, look_on
from ilmcoach.portfolio.wording import ACTIVITY_STATES, GOAL_STATES, OUTCOMES
from ilmcoach.walks.sitting import split_fill
from ilmcoach.walks.stamp import Stamp

OUTCOME_OF: dict[str, dict[str, str]] = {
    "action": {"done": "done", "partly": "partly", "not-yet": "not-yet"},
    "goal": {"done": "reached", "partly": "nearly", "not-yet": "on-the-way"},
    "activity": {"done": "done", "partly": "under-way", "not-yet": "planned"},
}
"""What the three answers of a look at the week mean for each kind of record."""

ANSWERS = ("done", "partly", "not-yet")
"""The three answers."""

_SAID = {**OUTCOMES, **GOAL_STATES, **ACTIVITY_STATES}


def answer_words(record: Record | None) -> tuple[str, ...]:
    """How the three answers read for this record."""
    meanings = OUTCOME_OF.get(record.kind if record else "", OUTCOME_OF["action"])
    words = (_SAID[meanings[one]] for one in ANSWERS)
    return tuple(f"{one[0].upper()}{one[1:]}" for one in words)


class Marked(Struct, frozen=True):
    """What a look at the week remembers, by the id of what it is about: the record it made, the
    day it moved it to."""

    made: dict[str, str]
    moved: dict[str, date]


class Look:
    """One look at the week, at what waited when it began. It remembers which record it has made
    for each line, so that answering twice corrects instead of telling again."""

    def __init__(self, portfolio: Portfolio, items: tuple[Waiting, ...]) -> None:
        self.items = items
        self._did = {one.record: _did(portfolio, one.record) for one in items}
        self._made: dict[str, str] = {}
        self._moved: dict[str, date] = {}

    def marked(self) -> Marked:
        """What it remembers, to be given to `back_to` when a change is undone."""
        return Marked(dict(self._made), dict(self._moved))

    def back_to(self, marked: Marked) -> None:
        """Remembers what it did at that time."""
        self._made, self._moved = dict(marked.made), dict(marked.moved)

    def line(self, portfolio: Portfolio, one: Waiting) -> str:
        """The learner's line about it, as this look has kept it."""
        record = portfolio.live_get(Activity, one.record)
        if record:
            return record.did.removeprefix(self._did[one.record]).lstrip("\n")
        made = portfolio.get(self._made.get(one.record, ""))
        if isinstance(made, Telling):
            return made.text
        return made.evidence if isinstance(made, Review) else ""

    def state(self, portfolio: Portfolio, one: Waiting) -> str:
        """The answer given in this look (`done`, `partly`, `not-yet`); empty for none."""
        record = portfolio.get(self._made.get(one.record, ""))
        told = getattr(record, "outcome", "") or getattr(record, "status", "")
        about = portfolio.get(one.record)
        meanings = OUTCOME_OF.get(about.kind if about else "", {})
        return next((name for name, stored in meanings.items() if stored == told), "")

    def moved(self, one: Waiting) -> date | None:
        """The day it was moved to in this look."""
        return self._moved.get(one.record)

    def tell(
        self, portfolio: Portfolio, pack: Pack | None, one: Waiting, stamp: Stamp, **said: str
    ) -> Record | None:
        """The record to save once it was told how `one` stands: `answer` is one of `ANSWERS`,
        `line` the learner's words; what is not given stays as it is. None for what is gone."""
        record = portfolio.get(one.record)
        if isinstance(record, Activity):
            self._made[record.id] = record.id
            return _of_activity(record, said, self._did[record.id], pack, stamp)
        if not isinstance(record, Action | Goal):
            return None
        kind = "telling" if isinstance(record, Action) else "review"
        made = portfolio.get(self._made.get(record.id, ""))
        told = made or stamp.make(kind, links=(record.id,))
        self._made[record.id] = told.id
        names = ("outcome", "text") if kind == "telling" else ("status", "evidence")
        meaning = OUTCOME_OF[record.kind].get(said.get("answer", ""))
        given = dict(zip(names, (meaning, said.get("line")), strict=True))
        changes = {name: value for name, value in given.items() if value is not None}
        told = replace(told, **changes, changed=stamp.now)
        if told.blank:
            return replace(told, trashed=stamp.now) if made else None
        return replace(told, trashed=None, criteria=criteria_by_pack(pack, told))

    def move(self, portfolio: Portfolio, one: Waiting, day: date, stamp: Stamp) -> Record | None:
        """The record to save once `one` has another day. None for what is gone."""
        record = portfolio.get(one.record)
        at = self.moved(one) or one.day
        changes: dict[str, Any] = {}
        if isinstance(record, Action):
            changes = {"due": day}
        elif isinstance(record, Goal) and one.sort == "goal":
            changes = {"by": day}
        elif isinstance(record, Goal):
            changes = {"reviews": _moved_reviews(record, at or day, day, portfolio)}
        elif isinstance(record, Activity):
            begins = at is not None and record.start == at and not_begun(record)
            changes = {"start" if begins else "by": day}
        if record is None or not changes:
            return None
        self._moved[one.record] = day
        return replace(record, **changes, changed=stamp.now)


def _did(portfolio: Portfolio, record_id: str) -> str:
    activity = portfolio.live_get(Activity, record_id)
    return activity.did.rstrip() if activity else ""


def _of_activity(
    activity: Activity, said: dict[str, str], before: str, pack: Pack | None, stamp: Stamp
) -> Activity:
    if "answer" in said:
        activity = replace(activity, status=OUTCOME_OF["activity"][said["answer"]])
    if "line" in said:
        did = "\n".join(part for part in (before, said["line"]) if part)
        activity = replace(activity, did=did)
    kept = dict.fromkeys([*activity.criteria, *criteria_by_pack(pack, activity)])
    return replace(activity, criteria=tuple(kept), changed=stamp.now)


def _moved_reviews(goal: Goal, at: date, day: date, portfolio: Portfolio) -> tuple[date, ...]:
    """A goal's days to look again once the one `at` is moved to `day`: all that had come by then
    become the new one."""
    gone = {old for old in review_days(portfolio, goal) if old <= at} | {at}
    return tuple(sorted({old for old in goal.reviews if old not in gone} | {day}))


def criteria_by_pack(pack: Pack | None, record: Record) -> tuple[str, ...]:
    """The criteria that the pack's questions for this kind of record link its answers to."""
    walks = pack.walks_for_learner() if pack else ()
    found = [
        criterion
        for walk in walks
        for step in walk.steps()
        for kind, name in map(split_fill, step.fills)
        if kind == record.kind and getattr(record, name)
        for criterion in step.criteria
    ]
    return tuple(dict.fromkeys(found))


def week_look(portfolio: Portfolio, text: str, today: date, stamp: Stamp) -> Record:
    """The look at the week to save; there is one a day."""
    known = look_on(portfolio, today) or stamp.make("look", on=today)
    changes = {"text": text, "changed": stamp.now}
    return replace(known, **changes)


def taken_back(record: Record) -> Record:
    """A record that was made just now, as it is saved when that is undone."""
    return replace(record, trashed=record.changed)
