"""The learner's reading: the catalogue in an order that suits them, their records beside it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.packs.model import Pack, Reading
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Finding, ReadingRecord

from .beside import empty_criteria
from .stamp import Stamp

FITTING = 6
"""How many works are put in front because they suit where the learner is."""


class Work(Struct, frozen=True):
    """A piece of reading: an entry of the catalogue, the learner's record of it, or both.
    An entry without a record is not taken up yet; a record without an entry is of the learner's
    own choosing, or its pack is another one."""

    entry: Reading | None = None
    record: ReadingRecord | None = None

    @property
    def key(self) -> str:
        """A name for it in lists, the same before and after it is taken up."""
        if self.entry:
            return f"entry:{self.entry.id}"
        return f"record:{self.record.id}" if self.record else ""

    @property
    def state(self) -> str:
        """`to-read`, `reading`, `read`, or empty."""
        return self.record.state if self.record else ""


class Shelf(Struct, frozen=True):
    """Works under a heading; `at_hand` are those that the learner means to read or is reading."""

    title: str
    works: tuple[Work, ...]
    at_hand: bool = False


def shelves(pack: Pack, portfolio: Portfolio, *, mine: bool = False) -> tuple[Shelf, ...]:
    """The reading under headings: what is being read, what is to be read, what suits where the
    learner is, the rest of the catalogue, what was read. With `mine` only what they took up.
    Shelves without a work are left out."""
    works = _works(pack, portfolio)
    taken = [one for one in works if one.record]
    untouched = () if mine else by_fit([one for one in works if not one.record], pack, portfolio)
    found = (
        Shelf("Reading now", tuple(one for one in taken if one.state == "reading"), True),
        Shelf("To read", tuple(one for one in taken if one.state in ("to-read", "")), True),
        Shelf("For where you are now", untouched[:FITTING]),
        Shelf("More in the catalogue", untouched[FITTING:]),
        Shelf("Read", tuple(one for one in taken if one.state == "read")),
    )
    return tuple(one for one in found if one.works)


def by_fit(works: Iterable[Work], pack: Pack, portfolio: Portfolio) -> tuple[Work, ...]:
    """Works for what the open goals are about in front, then those that help with most criteria
    towards which nothing counts yet; else in the catalogue's order."""
    empty = empty_criteria(pack, portfolio)
    goals = {one.finding for one in portfolio.open_goals()}
    areas = {one.area for one in portfolio.live(Finding) if one.id in goals}

    def fit(work: Work) -> tuple[int, int]:
        entry = work.entry
        if entry is None:
            return (0, 0)
        return (-len(areas & set(entry.topics)), -len(empty & set(entry.criteria)))

    return tuple(sorted(works, key=fit))


def record_of(reading_id: str, portfolio: Portfolio) -> ReadingRecord | None:
    """The learner's record of an entry of the catalogue; None if they have not taken it up."""
    found = (one for one in portfolio.live(ReadingRecord) if one.reading == reading_id)
    return next(found, None)


def take_up(work: Work, stamp: Stamp, state: str = "") -> ReadingRecord:
    """The record of a work, a new one if there is none, with this state. Only the entry's id
    goes into it, none of its words."""
    if work.record:
        return replace(work.record, state=state, changed=stamp.now)
    reading = work.entry.id if work.entry else ""
    return ReadingRecord(
        id=stamp.new_id(), made=stamp.now, changed=stamp.now, reading=reading, state=state
    )


def counted(record: ReadingRecord, took: str, entry: Reading | None) -> tuple[str, ...]:
    """The criteria that a record counts towards once `took` is what the learner took from it.

    The first words bring the entry's criteria with them. After that the learner's own choice
    stands, until the words are gone: reading by itself shows nothing.
    """
    if not took.strip():
        return ()
    if record.took.strip() or record.criteria:
        return record.criteria
    return entry.criteria if entry else ()


def _works(pack: Pack, portfolio: Portfolio) -> list[Work]:
    known = {one.id for one in pack.readings}
    records = portfolio.live(ReadingRecord)
    first: dict[str, ReadingRecord] = {}
    for one in records:
        if one.reading in known:
            first.setdefault(one.reading, one)
    beside = {one.id for one in first.values()}
    return [
        *(Work(record=one) for one in records if one.id not in beside and not one.blank),
        *(Work(entry, first.get(entry.id)) for entry in pack.readings),
    ]
