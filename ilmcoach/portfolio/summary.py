"""What a learner may give to a tutor without giving away a word: days and counts. Pure.

Nothing that the learner typed goes in but the name that they choose to be shown as. Titles are
those of the prompt pack.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from ilmcoach.packs.model import Pack
from ilmcoach.text import clean_line

from .coverage import SectionCount, count_assessment
from .handing import handed_in, open_sent_back
from .hours import minutes_by_sort
from .overview import look_over
from .portfolio import Portfolio
from .records import Activity, Exchange, Goal, Hours, ReadingRecord
from .wording import ACTIVITY_STATES, GOAL_STATES, HANDED, READING_STATES

ABOUT = (
    "A summary that a learner chose to give: days, and how many of what. "
    "It holds none of what they wrote. Counts are no marks."
)
FORMAT = 1
NAME_LENGTH = 80
"""The longest name to be shown as, in characters."""


Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]
"""How many: what a file says that is no such number was not made by us."""


class HandedSummary(Struct, frozen=True):
    """One time that the work was handed in: the day, and `draft` or `final`."""

    on: date
    what: str


class CriterionSummary(Struct, frozen=True):
    """A criterion and how many records count towards it."""

    label: str
    records: Count


class SectionSummary(Struct, frozen=True):
    """A heading, its words, and its criteria."""

    title: str
    words: Count
    criteria: tuple[CriterionSummary, ...] = ()


class AssessmentSummary(Struct, frozen=True):
    """An assessment: its words against the range that the task suggests, what was handed in, and
    whether it was sent back and that still stands."""

    id: str
    title: str
    words: Count
    range: tuple[Count, Count] | None = None
    sections: tuple[SectionSummary, ...] = ()
    handed_in: tuple[HandedSummary, ...] = ()
    sent_back: bool = False

    @property
    def empty(self) -> tuple[str, ...]:
        """The headings under which nothing is written."""
        return tuple(one.title for one in self.sections if not one.words)

    @property
    def without_records(self) -> tuple[str, ...]:
        """The criteria that no record counts towards, each once."""
        bare = (one for section in self.sections for one in section.criteria if not one.records)
        return tuple(dict.fromkeys(one.label for one in bare))


class Summary(Struct, frozen=True, kw_only=True):
    """All of it. `written` is the day it was made, `last_change` that of the last record that was
    written or changed; `month` counts from 1; what is not known is None. `minutes` are by sort of
    hours, `goals`, `activities` and `reading` by how they stand; `ai_exchanges` are the questions
    put to a model."""

    about: str = ABOUT
    format: int = FORMAT
    written: date
    shown_as: str
    programme: str = ""
    pack: str = ""
    pack_version: str = ""
    first_day: date | None = None
    last_day: date | None = None
    month: Count | None = None
    months: Count | None = None
    last_change: date | None = None
    meetings_held: tuple[date, ...] = ()
    meetings_held_undated: Count = 0
    next_meeting: date | None = None
    minutes: dict[str, Count] = {}
    records: dict[str, Count] = {}
    goals: dict[str, Count] = {}
    actions_open: Count = 0
    actions_late: Count = 0
    activities: dict[str, Count] = {}
    reading: dict[str, Count] = {}
    ai_exchanges: Count = 0
    assessments: tuple[AssessmentSummary, ...] = ()


def summarise(portfolio: Portfolio, pack: Pack | None, shown_as: str, today: date) -> Summary:
    """The summary of a portfolio on one day; `shown_as` is the only text of the learner's in it,
    on one line and at most 80 characters."""
    overview, enrolment = look_over(portfolio, today), portfolio.enrolment
    held = [one for one in portfolio.meetings() if not one.blank and not one.to_come]
    actions = portfolio.open_actions()
    programme = pack.programme if pack else None
    live = [one for one in portfolio if one.trashed is None]
    return Summary(
        written=today,
        shown_as=clean_line(shown_as)[:NAME_LENGTH],
        programme=clean_line(programme.title) if programme else "",
        pack=pack.id if pack else "",
        pack_version=clean_line(pack.version) if pack else "",
        first_day=enrolment.start if enrolment else None,
        last_day=enrolment.end if enrolment else None,
        month=overview.month,
        months=overview.months,
        last_change=max((one.changed.date() for one in live), default=None),
        meetings_held=tuple(one.held for one in held if one.held),
        meetings_held_undated=sum(one.held is None for one in held),
        next_meeting=overview.next_meeting,
        minutes=minutes_by_sort(portfolio.live(Hours)),
        records=dict(sorted(Counter(one.kind for one in live).items())),
        goals=_tally(
            (portfolio.goal_status(one) for one in portfolio.live(Goal) if not one.blank),
            GOAL_STATES,
        ),
        actions_open=len(actions),
        actions_late=sum(one.due is not None and one.due < today for one in actions),
        activities=_tally(
            (one.status for one in portfolio.live(Activity) if not one.blank), ACTIVITY_STATES
        ),
        reading=_tally((one.state for one in portfolio.live(ReadingRecord)), READING_STATES),
        ai_exchanges=len(portfolio.live(Exchange)),
        assessments=tuple(_assessments(pack, portfolio)) if pack else (),
    )


def _tally(states: Iterable[str], known: Iterable[str]) -> dict[str, int]:
    """How many stand how; a state that is none of ours may be anything, and stands under the
    empty one."""
    ours = frozenset(known)
    return dict(sorted(Counter(one if one in ours else "" for one in states).items()))


def _assessments(pack: Pack, portfolio: Portfolio) -> Iterable[AssessmentSummary]:
    for task in pack.assessments:
        count = count_assessment(task, pack, portfolio)
        yield AssessmentSummary(
            id=task.id,
            title=clean_line(task.title),
            words=count.words,
            range=count.range,
            sections=tuple(_section(one) for one in count.sections),
            handed_in=tuple(
                HandedSummary(one.on or one.made.date(), one.what if one.what in HANDED else "")
                for one in handed_in(task, portfolio)
            ),
            sent_back=open_sent_back(task, portfolio) is not None,
        )


def _section(count: SectionCount) -> SectionSummary:
    return SectionSummary(
        title=clean_line(count.title),
        words=count.words,
        criteria=tuple(
            CriterionSummary(clean_line(one.label), one.records) for one in count.criteria
        ),
    )
