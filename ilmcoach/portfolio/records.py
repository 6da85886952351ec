"""What a learner records: frozen structs, one kind a class.

A record never changes; saving a new one under the same id takes its place. Moments are aware
datetimes, days are plain dates.
"""

from __future__ import annotations

from .kinds.base import Record, Stored
from .kinds.coach import Allowance, Exchange, HistoryGone
from .kinds.doing import Action, Activity, Attachment, Telling, WeekLook
from .kinds.handing import DocumentMade, HandedIn, HeadingNote, Quote, Remark, SentBack
from .kinds.leading import Feedback, FeedbackRequest, Finding, Goal, Rating, Review
from .kinds.learning_set import Enquiry, LearningSet, Meeting, Person, SetQuestion, Turn
from .kinds.programme import Enrolment, Hours, Learner
from .kinds.writing import (
    CueCard,
    KeptQuestion,
    Note,
    ReadingRecord,
    Rehearsal,
    Run,
    SectionText,
    Statement,
)

__all__ = [
    "KINDS",
    "Action",
    "Activity",
    "Allowance",
    "Attachment",
    "CueCard",
    "DocumentMade",
    "Enquiry",
    "Enrolment",
    "Exchange",
    "Feedback",
    "FeedbackRequest",
    "Finding",
    "Goal",
    "HandedIn",
    "HeadingNote",
    "HistoryGone",
    "Hours",
    "KeptQuestion",
    "Learner",
    "LearningSet",
    "Meeting",
    "Note",
    "Person",
    "Quote",
    "Rating",
    "ReadingRecord",
    "Record",
    "Rehearsal",
    "Remark",
    "Review",
    "Run",
    "SectionText",
    "SentBack",
    "SetQuestion",
    "Statement",
    "Stored",
    "Telling",
    "Turn",
    "WeekLook",
]

KINDS: dict[str, type[Record]] = {
    one.kind: one
    for one in (
        Learner,
        Enrolment,
        LearningSet,
        Person,
        Finding,
        Rating,
        Feedback,
        FeedbackRequest,
        Goal,
        Review,
        Activity,
        Attachment,
        Meeting,
        SetQuestion,
        Turn,
        Action,
        Telling,
        Enquiry,
        ReadingRecord,
        KeptQuestion,
        Hours,
        WeekLook,
        Note,
        SectionText,
        Quote,
        HeadingNote,
        HandedIn,
        Remark,
        SentBack,
        DocumentMade,
        CueCard,
        Rehearsal,
        Statement,
        Exchange,
        Allowance,
        HistoryGone,
        Run,
    )
}
"""Every kind of record by its name, which is also its table in the store."""
