"""Work that was handed in, what the tutor said of it, and what came back. Pure."""

from __future__ import annotations

from datetime import date, datetime

from ilmcoach.dates import say_day
from ilmcoach.packs.model import Assessment, Section
from ilmcoach.text import count_words

from .body import section_body
from .portfolio import Portfolio
from .records import HandedIn, Remark, SentBack
from .wording import HANDED


def handed_in(assessment: Assessment, portfolio: Portfolio) -> tuple[HandedIn, ...]:
    """Every time that the assessment was handed in, the earliest first."""
    found = (one for one in portfolio.live(HandedIn) if one.assessment == assessment.id)
    return tuple(sorted(found, key=_when))


def last_handed(assessment: Assessment, portfolio: Portfolio) -> HandedIn | None:
    """The last time that the assessment was handed in, as a draft or for good; None if never."""
    return next(reversed(handed_in(assessment, portfolio)), None)


def sent_backs(assessment: Assessment, portfolio: Portfolio) -> tuple[SentBack, ...]:
    """Every time that the assessment came back, the earliest first."""
    found = (one for one in portfolio.live(SentBack) if one.assessment == assessment.id)
    return tuple(sorted(found, key=_when))


def open_sent_back(assessment: Assessment, portfolio: Portfolio) -> SentBack | None:
    """The last time that the assessment came back, while that stands: None if it never did, if
    the learner said that it is over, or if it was handed in again since."""
    last = next(reversed(sent_backs(assessment, portfolio)), None)
    handed = last_handed(assessment, portfolio)
    if last is None or last.over or (handed and _when(handed)[:2] > _when(last)[:2]):
        return None
    return last


def in_question(assessment: Assessment, portfolio: Portfolio) -> tuple[str, ...]:
    """The ids of the headings that are in question since the work came back, in the pack's order;
    empty where all are. A section below its half may come back by itself (the qualification's
    specification), and then the others stand as they are."""
    back = open_sent_back(assessment, portfolio)
    return tuple(one.id for one in assessment.sections if back and one.id in back.sections)


def sections_in_question(assessment: Assessment, portfolio: Portfolio) -> tuple[Section, ...]:
    """The headings there are still to work on: those in question, else all."""
    only = in_question(assessment, portfolio)
    return tuple(one for one in assessment.sections if not only or one.id in only)


def say_sent_back(assessment: Assessment, portfolio: Portfolio) -> str:
    """`Sent back on Tue 3 Nov 2026: only Leadership log is in question.`; empty where nothing
    came back, or all of that is over."""
    back = open_sent_back(assessment, portfolio)
    if back is None:
        return ""
    only = set(in_question(assessment, portfolio))
    titles = [one.title for one in assessment.sections if one.id in only]
    head = f"Sent back on {say_day(_day(back))}"
    if not titles or len(titles) == len(assessment.sections):
        return f"{head}: all of it is in question."
    named = " and ".join((", ".join(titles[:-1]), titles[-1])) if titles[1:] else titles[0]
    return f"{head}: only {named} {'are' if titles[1:] else 'is'} in question."


def say_handed(handed: HandedIn) -> str:
    """`Draft handed in on Sun 18 Oct 2026 to Bethan`; the name in it is the learner's word."""
    to = f" to {' '.join(handed.to.split())}" if handed.to.strip() else ""
    return f"{HANDED.get(handed.what, 'Handed in')} on {say_day(_day(handed))}{to}"


def remarks(assessment: Assessment, portfolio: Portfolio) -> tuple[Remark, ...]:
    """What the tutor said: of all of it first, then heading by heading in the pack's order, under
    headings that the pack has no more last; the earliest first within each."""
    order = {"": -1, **{one.id: number for number, one in enumerate(assessment.sections)}}
    found = (one for one in portfolio.live(Remark) if one.assessment == assessment.id)
    return tuple(sorted(found, key=lambda one: (order.get(one.section, len(order)), *_when(one))))


def open_remarks(assessment: Assessment, section_id: str, portfolio: Portfolio) -> int:
    """How many remarks under a heading are not dealt with; with an empty id, of those on all."""
    found = remarks(assessment, portfolio)
    return sum(one.section == section_id and not one.done and not one.blank for one in found)


def remarks_to_deal_with(
    assessment: Assessment, section_id: str, portfolio: Portfolio
) -> tuple[Remark, ...]:
    """The remarks not dealt with that bear on one heading: its own first, then those on all."""
    found = [one for one in remarks(assessment, portfolio) if not one.done and not one.blank]
    here = [one for one in found if one.section == section_id]
    return (*here, *(one for one in found if not one.section))


def counts_now(assessment: Assessment, portfolio: Portfolio) -> dict[str, int]:
    """The words under each heading's id, to be kept with what is handed in now."""
    return {
        one.id: sum(count_words(text) for text in section_body(assessment, one, portfolio))
        for one in assessment.sections
    }


def _day(record: HandedIn | SentBack | Remark) -> date:
    return record.on or record.made.date()


def _when(record: HandedIn | SentBack | Remark) -> tuple[date, datetime, str]:
    return (_day(record), record.made, record.id)
