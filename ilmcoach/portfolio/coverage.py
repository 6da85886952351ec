"""What stands where: words by heading, and records by criterion. Counts only, no judgement."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ilmcoach.packs.model import Assessment, Pack, Section
from ilmcoach.text import count_words

from .body import section_body
from .portfolio import Portfolio
from .records import (
    DocumentMade,
    HandedIn,
    HeadingNote,
    Quote,
    Record,
    Remark,
    SectionText,
    SentBack,
    Statement,
)

NO_EVIDENCE = (
    SectionText,
    Statement,
    Quote,
    HeadingNote,
    HandedIn,
    Remark,
    SentBack,
    DocumentMade,
)
"""The work itself, and what becomes of it: none of that shows that a criterion is met."""


class CriterionCount(Struct, frozen=True):
    """How many records count towards a criterion; `covered` if any does."""

    id: str
    label: str
    covered: bool
    records: int


class SectionCount(Struct, frozen=True):
    """A heading: its words (in the section and the included log answers) and its criteria.
    `marks` and `minimum`, in marks, are None where the pack gives none."""

    id: str
    title: str
    marks: int | None
    minimum: int | None
    words: int
    criteria: tuple[CriterionCount, ...]


class AssessmentCount(Struct, frozen=True):
    """An assessment: the words of its body and the suggested range, None if there is none."""

    id: str
    title: str
    words: int
    range: tuple[int, int] | None
    sections: tuple[SectionCount, ...]


def count_assessment(assessment: Assessment, pack: Pack, portfolio: Portfolio) -> AssessmentCount:
    """The counts of one assessment, its headings and criteria in the pack's order.

    A criterion is covered by one record or more that is not in the trash, not blank and linked
    to it. What is written under a heading never covers anything: it is the work itself.
    """
    sections = tuple(_section(assessment, one, pack, portfolio) for one in assessment.sections)
    return AssessmentCount(
        id=assessment.id,
        title=assessment.title,
        words=sum(one.words for one in sections),
        range=assessment.words,
        sections=sections,
    )


def records_for(criteria: Iterable[str], portfolio: Portfolio) -> tuple[Record, ...]:
    """The live records that count towards any of these criterion ids, newest first."""
    wanted = frozenset(criteria)
    found = [one for one in portfolio if wanted & set(one.criteria) and _counts(one)]
    return tuple(sorted(found, key=lambda one: (one.made, one.id), reverse=True))


def _counts(record: Record) -> bool:
    """True of a record that can cover a criterion. A run counts by its free answers: without
    any it is blank."""
    if isinstance(record, NO_EVIDENCE):
        return False
    return record.trashed is None and not record.blank


def _section(
    assessment: Assessment, section: Section, pack: Pack, portfolio: Portfolio
) -> SectionCount:
    return SectionCount(
        id=section.id,
        title=section.title,
        marks=section.marks,
        minimum=section.minimum,
        words=sum(count_words(text) for text in section_body(assessment, section, portfolio)),
        criteria=tuple(_criterion(one, pack, portfolio) for one in section.criteria),
    )


def _criterion(criterion_id: str, pack: Pack, portfolio: Portfolio) -> CriterionCount:
    criterion = pack.criterion(criterion_id)
    records = len(records_for((criterion_id,), portfolio))
    return CriterionCount(
        id=criterion_id,
        label=criterion.label if criterion else criterion_id,
        covered=records > 0,
        records=records,
    )
