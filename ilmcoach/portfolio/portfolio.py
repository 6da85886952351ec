"""A learner's whole portfolio at one moment, and the questions that can be put to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, cast

from .records import (
    Action,
    Activity,
    Enrolment,
    Goal,
    Learner,
    LearningSet,
    Meeting,
    Person,
    Record,
    Review,
    Telling,
)

R = TypeVar("R", bound=Record)

CLOSED = ("done", "dropped")
"""Outcomes after which an action does not come up again."""


class Portfolio:
    """All records by id. It never changes: `with_records` gives a new one.

    So whatever was sorted out once, by kind or by link, is kept and holds for good.
    """

    def __init__(self, records: Mapping[str, Record] | None = None) -> None:
        self._records = dict(records or {})
        self._by_kind: dict[type[Record], tuple[Record, ...]] = {}
        self._by_link: dict[type[Record], dict[str, tuple[Record, ...]]] = {}

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Portfolio) and self._records == other._records

    __hash__ = None  # type: ignore[assignment]

    def with_records(self, records: Iterable[Record]) -> Portfolio:
        """The portfolio after `records` took their places."""
        return Portfolio({**self._records, **{record.id: record for record in records}})

    def get(self, record_id: str) -> Record | None:
        """The record of that id, in the trash or not; None if there is none."""
        return self._records.get(record_id)

    def live(self, kind: type[R]) -> tuple[R, ...]:
        """Records of one kind that are not in the trash, oldest first."""
        if kind not in self._by_kind:
            found = [one for one in self if isinstance(one, kind) and one.trashed is None]
            self._by_kind[kind] = tuple(sorted(found, key=lambda one: (one.made, one.id)))
        return cast("tuple[R, ...]", self._by_kind[kind])

    def live_get(self, kind: type[R], record_id: str) -> R | None:
        """The live record of that kind and id, or None."""
        record = self._records.get(record_id)
        return record if isinstance(record, kind) and record.trashed is None else None

    def linked(self, kind: type[R], to: str) -> tuple[R, ...]:
        """Live records of one kind that belong to the record with the id `to`, oldest first."""
        if kind not in self._by_link:
            found: dict[str, list[Record]] = {}
            for one in self.live(kind):
                for link in dict.fromkeys(one.links):
                    found.setdefault(link, []).append(one)
            self._by_link[kind] = {link: tuple(some) for link, some in found.items()}
        return cast("tuple[R, ...]", self._by_link[kind].get(to, ()))

    @property
    def learner(self) -> Learner | None:
        """Who is learning, None before set-up."""
        return next(iter(self.live(Learner)), None)

    @property
    def enrolment(self) -> Enrolment | None:
        """The programme followed now (the newest), None before set-up."""
        return next(reversed(self.live(Enrolment)), None)

    @property
    def learning_set(self) -> LearningSet | None:
        """The set that the learner is a member of (the newest), None before it is known."""
        return next(reversed(self.live(LearningSet)), None)

    def people(self, *roles: str) -> tuple[Person, ...]:
        """The people with one of these roles, or with none given everybody, oldest first."""
        return tuple(one for one in self.live(Person) if not roles or one.role in roles)

    def reviews(self, goal: Goal) -> tuple[Review, ...]:
        """The times a goal was looked at again, oldest first."""
        return self.linked(Review, goal.id)

    def goal_status(self, goal: Goal) -> str:
        """The newest status told of a goal; empty if none was."""
        return next((one.status for one in reversed(self.reviews(goal)) if one.status), "")

    def open_goals(self) -> tuple[Goal, ...]:
        """Goals neither reached nor dropped, those due first in front, undated ones last."""
        found = (
            one
            for one in self.live(Goal)
            if not one.blank and self.goal_status(one) not in ("reached", "dropped")
        )
        return tuple(sorted(found, key=lambda one: (one.by is None, one.by or one.made.date())))

    def open_activities(self) -> tuple[Activity, ...]:
        """Activities neither done nor dropped, those due first in front, undated ones last."""
        found = (one for one in self.live(Activity) if not one.blank and one.status not in CLOSED)
        return tuple(sorted(found, key=lambda one: (one.by is None, one.by or one.made.date())))

    def tellings(self, action: Action) -> tuple[Telling, ...]:
        """How an action went, each time it was told, oldest first."""
        return self.linked(Telling, action.id)

    def outcome(self, action: Action) -> str:
        """The newest outcome told of an action; empty if none was."""
        return next((one.outcome for one in reversed(self.tellings(action)) if one.outcome), "")

    def open_actions(self) -> tuple[Action, ...]:
        """Actions neither done nor dropped, those due first in front, undated ones last."""
        found = (
            one for one in self.live(Action) if not one.blank and self.outcome(one) not in CLOSED
        )
        return tuple(sorted(found, key=lambda one: (one.due is None, one.due or one.made.date())))

    def meetings(self) -> tuple[Meeting, ...]:
        """Meetings in the order in which they were held or are to be; an undated one by when it
        was written."""
        return tuple(
            sorted(self.live(Meeting), key=lambda one: one.held or one.planned or one.made.date())
        )
