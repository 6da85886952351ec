"""Finding records by their words, with an index that follows the portfolio."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.records import (
    Activity,
    Allowance,
    Attachment,
    DocumentMade,
    Enrolment,
    Exchange,
    Finding,
    HistoryGone,
    KeptQuestion,
    Learner,
    ReadingRecord,
    Record,
    SetQuestion,
    Statement,
)

if TYPE_CHECKING:
    from ilmcoach.search.index import Index
    from ilmcoach.search.model import Found

    from .workspace import Workspace

_NOT_FOUND = (Learner, Enrolment, Statement, Exchange, Allowance, HistoryGone)
"""Kinds that nobody looks for: there is a page of their own for each."""


class Searching:
    """The search in one open portfolio. `typed` is what was last looked for.

    The index is made at the first search and then follows each change, record by record. May be
    used from several threads; the first search in 10,000 records takes a second or two.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._turn = Lock()
        self._index: Index | None = None
        self._pack: Pack | None = None
        self._known: dict[str, Record] = {}
        self.typed = ""

    @property
    def is_ready(self) -> bool:
        """False while the first search would take its time."""
        return self._index is not None

    def find(self, typed: str, most: int = 50) -> Found:
        """What `Index.find` finds in the live records as they were last saved."""
        with self._turn:
            return self._followed().find(typed, most)

    def _followed(self) -> Index:
        from ilmcoach.search.making import make_index
        from ilmcoach.search.model import Text

        pack = self._workspace.pack
        index = self._index
        if index is None or pack is not self._pack:
            index, self._known, self._pack = make_index(), {}, pack
        live = {
            one.id: one
            for one in self._workspace.portfolio
            if one.trashed is None and not isinstance(one, _NOT_FOUND)
        }
        # A record never changes, so one that is the same object has the same words.
        new = [one for one in live.values() if self._known.get(one.id) is not one]
        index.drop([one for one in self._known if one not in live])
        index.put(Text(one.id, one.changed, words_of(one, pack)) for one in new)
        self._index, self._known = index, live
        return index


def words_of(record: Record, pack: Pack | None) -> str:
    """All that a record is found by: the learner's words, the names in it, and what a learner
    knows it by where that is in the pack."""
    return "\n".join(filter(None, (*record.words(), *_names(record), *_known_as(record, pack))))


def _names(record: Record) -> tuple[str, ...]:
    if isinstance(record, SetQuestion):
        return (record.by, record.to)
    if isinstance(record, DocumentMade):
        return (record.path,)
    return (record.name,) if isinstance(record, Attachment) else ()


def _known_as(record: Record, pack: Pack | None) -> tuple[str, ...]:
    if isinstance(record, Finding):
        return (record.area_label,)
    if pack is None:
        return ()
    if isinstance(record, ReadingRecord):
        return tuple(one.citation for one in pack.readings if one.id == record.reading)
    if isinstance(record, KeptQuestion):
        asked = (one for bank in pack.banks for one in bank.questions)
        return tuple(one.text for one in asked if one.id == record.question)
    if isinstance(record, Activity):
        steps = (step for walk in pack.walks for step in walk.steps())
        sorts = (one for step in steps if "activity.sort" in step.fills for one in step.choices)
        return tuple(one.label for one in sorts if one.id == record.sort)
    return ()
