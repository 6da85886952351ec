"""What is written where, criterion by heading, and what is still missing. Pure.

Only what is there or not is told: nothing here marks the work, predicts a result or adds up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec import Struct

from ilmcoach.packs.model import Assessment, Criterion, Pack, Section
from ilmcoach.text import count_words

from .body import body_fingerprint, log_meetings, section_body
from .coverage import records_for
from .handing import (
    in_question,
    last_handed,
    open_remarks,
    open_sent_back,
    sections_in_question,
)
from .portfolio import Portfolio
from .quoting import quotes_standing
from .records import HeadingNote, Record, SectionText, Statement
from .wording import on_cover


class CriterionPlace(Struct, frozen=True):
    """A criterion under a heading: the ids of the records linked to it, newest first, and when
    one of them was last changed, None without any."""

    id: str
    label: str
    verb: str
    asks: str
    records: tuple[str, ...]
    touched: datetime | None


class HeadingPlace(Struct, frozen=True):
    """A heading: its words as counted everywhere, and those when it was last handed in (None if
    it never was); when it was last written in; the learner's own note about it; remarks that are
    not dealt with; whether it is in question, which all are unless the work was sent back."""

    id: str
    title: str
    marks: int | None
    minimum: int | None
    words: int
    words_handed: int | None
    touched: datetime | None
    changed: bool
    note: HeadingNote | None
    remarks: int
    in_question: bool
    criteria: tuple[CriterionPlace, ...]


class Missing(Struct, frozen=True):
    """Something that is not there yet: what is said of it, and where to go for it. `place` is
    `section`, `log`, `criterion`, `remarks`, `cover` or `statement`; `section` and `criterion`
    are ids, empty where there is none."""

    words: str
    place: str
    section: str = ""
    criterion: str = ""


def whereabouts(
    assessment: Assessment, pack: Pack, portfolio: Portfolio
) -> tuple[HeadingPlace, ...]:
    """Each heading with its criteria, in the pack's order."""
    return tuple(_heading(assessment, one, pack, portfolio) for one in assessment.sections)


def own_note(assessment_id: str, section_id: str, portfolio: Portfolio) -> HeadingNote | None:
    """The learner's own note about a heading; of several, the one changed last."""
    found = [
        one
        for one in portfolio.live(HeadingNote)
        if one.assessment == assessment_id and one.section == section_id and not one.blank
    ]
    return max(found, key=lambda one: (one.changed, one.id), default=None)


def still_missing(assessment: Assessment, pack: Pack, portfolio: Portfolio) -> tuple[Missing, ...]:
    """What is not there yet, in order of weight. Once work was sent back, only what belongs to
    the headings in question, with them first where they are still as they were.

    The order: what was sent back and is unchanged; headings with nothing under them, the one with
    most marks first, then the one of which most is asked at least (a section below its half may
    come back by itself, says the qualification's specification); a log without a meeting;
    criteria without a record, in the same order (practice: one that is not met comes back);
    quotes to rework; remarks; the cover; the statement.
    """
    parts = sorted(sections_in_question(assessment, portfolio), key=_weight)
    return (
        *_as_sent_back(assessment, parts, portfolio),
        *_unwritten(assessment, parts, portfolio),
        *_unlinked(parts, pack, portfolio),
        *_quoted(assessment, parts, portfolio),
        *_remarked(assessment, parts, portfolio),
        *_front(assessment, portfolio),
    )


def _heading(
    assessment: Assessment, section: Section, pack: Pack, portfolio: Portfolio
) -> HeadingPlace:
    only = in_question(assessment, portfolio)
    handed = last_handed(assessment, portfolio)
    touched = _touched(_behind(assessment, section, portfolio))
    return HeadingPlace(
        id=section.id,
        title=section.title,
        marks=section.marks,
        minimum=section.minimum,
        words=sum(count_words(text) for text in section_body(assessment, section, portfolio)),
        words_handed=handed.counts.get(section.id) if handed else None,
        touched=touched,
        changed=bool(handed and touched and touched > handed.made),
        note=own_note(assessment.id, section.id, portfolio),
        remarks=open_remarks(assessment, section.id, portfolio),
        in_question=not only or section.id in only,
        criteria=tuple(_criterion(one, pack, portfolio) for one in section.criteria),
    )


def _criterion(criterion_id: str, pack: Pack, portfolio: Portfolio) -> CriterionPlace:
    known = pack.criterion(criterion_id) or Criterion(criterion_id, criterion_id, "", "")
    found = records_for((criterion_id,), portfolio)
    return CriterionPlace(
        id=criterion_id,
        label=known.label,
        verb=known.verb,
        asks=known.asks,
        records=tuple(one.id for one in found),
        touched=_touched(found),
    )


def _behind(assessment: Assessment, section: Section, portfolio: Portfolio) -> Iterator[Record]:
    """The records whose words stand under a heading."""
    for one in portfolio.live(SectionText):
        if (one.assessment, one.section) == (assessment.id, section.id):
            yield one
    if section.log:
        yield from log_meetings(portfolio)


def _touched(records: Iterable[Record]) -> datetime | None:
    return max((one.changed for one in records), default=None)


def _weight(section: Section) -> tuple[int, int]:
    return (-(section.marks or 0), -(section.minimum or 0))


def _as_sent_back(
    assessment: Assessment, parts: list[Section], portfolio: Portfolio
) -> Iterator[Missing]:
    back = open_sent_back(assessment, portfolio)
    for one in parts if back else ():
        touched = _touched(_behind(assessment, one, portfolio))
        if back and (touched is None or touched <= back.made):
            yield Missing(f"{one.title}: sent back, not changed since", "section", one.id)


def _unwritten(
    assessment: Assessment, parts: list[Section], portfolio: Portfolio
) -> Iterator[Missing]:
    for one in parts:
        if not section_body(assessment, one, portfolio):
            words = f"{one.title}: nothing written yet{_marks(one)}"
            yield Missing(words, "section", one.id)
    for one in parts:
        if one.log and not log_meetings(portfolio):
            yield Missing(f"{one.title}: no meeting chosen for the log", "log", one.id)


def _marks(section: Section) -> str:
    if section.marks is None:
        return ""
    least = f", at least {section.minimum} needed" if section.minimum is not None else ""
    return f" ({section.marks} marks{least})"


def _unlinked(parts: list[Section], pack: Pack, portfolio: Portfolio) -> Iterator[Missing]:
    for section in parts:
        for one in section.criteria:
            if not records_for((one,), portfolio):
                known = pack.criterion(one)
                named = f"{known.label} {known.verb}".rstrip() if known else one
                words = f"{named}: nothing behind it yet ({section.title})"
                yield Missing(words, "criterion", section.id, one)


def _quoted(
    assessment: Assessment, parts: list[Section], portfolio: Portfolio
) -> Iterator[Missing]:
    quoted = [one.quote.section for one in quotes_standing(assessment, portfolio)]
    for one in parts:
        if number := quoted.count(one.id):
            words = "1 quote" if number == 1 else f"{number} quotes"
            yield Missing(f"{one.title}: {words} to rework or accept", "section", one.id)


def _remarked(
    assessment: Assessment, parts: list[Section], portfolio: Portfolio
) -> Iterator[Missing]:
    for title, section_id in (("All of it", ""), *((one.title, one.id) for one in parts)):
        if number := open_remarks(assessment, section_id, portfolio):
            words = "1 remark" if number == 1 else f"{number} remarks"
            yield Missing(f"{title}: {words} not dealt with yet", "remarks", section_id)


def _front(assessment: Assessment, portfolio: Portfolio) -> Iterator[Missing]:
    empty = [one for one in assessment.cover if not on_cover(one, portfolio.learner)]
    if empty:
        yield Missing(f"Empty on the cover: {', '.join(empty)}", "cover")
    given = [one for one in portfolio.live(Statement) if one.assessment == assessment.id]
    if not assessment.statement:
        return
    body = body_fingerprint(assessment, portfolio)
    if not any(one.body == body and one.name.strip() for one in given):
        state = "open again, since the text has changed" if given else "not confirmed yet"
        yield Missing(f"Own-work statement: {state}", "statement")
