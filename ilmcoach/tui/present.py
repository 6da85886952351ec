"""How a record is shown: a line for lists, and its parts for reading. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio import records as kinds
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Record

from .showing import coach, doing, handing, leading, learning_set, runs, writing
from .showing.shown import KIND_NAMES, Part, Shown, first_line

__all__ = ["KIND_NAMES", "Part", "Shown", "criteria_labels", "first_line", "show"]


def show(record: Record, portfolio: Portfolio, pack: Pack | None) -> Shown:
    """The record as a learner reads it; empty parts are left out."""
    maker = _SHOWERS.get(type(record))
    shown = maker(record, portfolio, pack) if maker else Shown(first_line(record))
    parts = tuple(part for part in shown.parts if part.text.strip())
    files = ", ".join(each.name for each in portfolio.linked(kinds.Attachment, record.id))
    if files:
        parts = (*parts, Part("Files", files, own=False))
    criteria = criteria_labels(record.criteria, pack)
    if criteria:
        parts = (*parts, Part("Counts towards", ", ".join(criteria), own=False))
    return Shown(shown.title.strip() or first_line(record), shown.mark, parts)


def criteria_labels(criteria: tuple[str, ...], pack: Pack | None) -> tuple[str, ...]:
    """How the learner knows these criteria; those of another programme are left out."""
    found = (pack.criterion(one) for one in criteria) if pack else ()
    return tuple(one.label for one in found if one)


_SHOWERS: dict[type[Record], Callable[[Any, Portfolio, Pack | None], Shown]] = {
    kinds.LearningSet: learning_set.learning_set,
    kinds.Person: learning_set.person,
    kinds.Finding: leading.finding,
    kinds.Rating: leading.rating,
    kinds.Feedback: leading.feedback,
    kinds.FeedbackRequest: leading.request,
    kinds.Goal: leading.goal,
    kinds.Review: leading.review,
    kinds.Activity: doing.activity,
    kinds.Attachment: doing.attachment,
    kinds.Meeting: learning_set.meeting,
    kinds.SetQuestion: learning_set.question,
    kinds.Turn: learning_set.turn,
    kinds.Action: doing.action,
    kinds.Telling: doing.telling,
    kinds.Enquiry: learning_set.enquiry,
    kinds.ReadingRecord: writing.reading,
    kinds.KeptQuestion: writing.kept,
    kinds.Hours: doing.hours,
    kinds.WeekLook: doing.look,
    kinds.Note: writing.note,
    kinds.Run: runs.run,
    kinds.SectionText: writing.section,
    kinds.Quote: handing.quote,
    kinds.HeadingNote: handing.heading_note,
    kinds.HandedIn: handing.handed_in,
    kinds.Remark: handing.remark,
    kinds.SentBack: handing.sent_back,
    kinds.DocumentMade: handing.document,
    kinds.CueCard: writing.card,
    kinds.Rehearsal: writing.rehearsal,
    kinds.Exchange: coach.exchange,
    kinds.Allowance: coach.allowance,
    kinds.HistoryGone: coach.history_gone,
}
