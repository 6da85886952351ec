"""The names a pack may use: record fields, sources of records, cover fields, test codes.

Packs know no records, so the names stand here; `tests/portfolio` holds that they agree.
"""

from __future__ import annotations

from .model import AnswerKind as Kind

TEXTS = frozenset({Kind.SHORT_TEXT, Kind.LONG_TEXT})
PEOPLE = frozenset({Kind.SHORT_TEXT, Kind.PEOPLE})
DATE = frozenset({Kind.DATE})

FIELDS: dict[str, dict[str, frozenset[Kind]]] = {
    "finding": {
        "rating": frozenset({Kind.SCALE, Kind.NUMBER}),
        "evidence": TEXTS,
        "sort": frozenset({Kind.CHOICE}),
        "chosen": frozenset({Kind.LINKS}),
    },
    "rating": {"rating": frozenset({Kind.SCALE, Kind.NUMBER}), "text": TEXTS},
    "feedback": {"who": PEOPLE, "said": TEXTS, "on": DATE},
    "goal": {
        "finding": frozenset({Kind.LINK}),
        "what": TEXTS,
        "measure": TEXTS,
        "means": TEXTS,
        "why": TEXTS,
        "by": DATE,
        "support": TEXTS,
        "obstacles": TEXTS,
        "if_": TEXTS,
        "then": TEXTS,
        "reviews": frozenset({Kind.DATES}),
    },
    "review": {
        "status": frozenset({Kind.CHOICE}),
        "how_far": TEXTS,
        "evidence": TEXTS,
        "in_me": TEXTS,
    },
    "activity": {
        "sort": frozenset({Kind.CHOICE}),
        "own_sort": TEXTS,
        "source": frozenset({Kind.LINK}),
        "what": TEXTS,
        "why": TEXTS,
        "support": TEXTS,
        "agreed": TEXTS,
        "agreed_on": DATE,
        "start": DATE,
        "by": DATE,
        "obstacles": TEXTS,
        "if_": TEXTS,
        "then": TEXTS,
        "status": frozenset({Kind.CHOICE}),
        "before": TEXTS,
        "did": TEXTS,
        "evidence": TEXTS,
        "after": TEXTS,
        "worth": TEXTS,
    },
    "set": {"purpose": TEXTS, "rules": TEXTS, "start": DATE, "end": DATE},
    "meeting": {
        "planned": DATE,
        "held": DATE,
        "problem": TEXTS,
        "matters": TEXTS,
        "wants": TEXTS,
        "asked": TEXTS,
        "struck": TEXTS,
        "meaning": TEXTS,
        "hypothesis": TEXTS,
        "gave": TEXTS,
        "others": TEXTS,
        "group": TEXTS,
        "effect": TEXTS,
        "next_on": DATE,
    },
    "action": {"text": TEXTS, "due": DATE},
    "telling": {"outcome": frozenset({Kind.CHOICE}), "text": TEXTS},
}
"""Fields that a step may fill, and the answer kinds that suit each."""

PAST_FIELDS = frozenset(
    {
        "meeting.held",
        "feedback.on",
        "activity.agreed_on",
        "enquiry.asked_on",
        "set.start",
        "hours.on",
    }
)
"""Days that lie behind: a bare 'Thursday' there is the last one."""

FIXED_CHOICES: dict[str, tuple[str, ...]] = {
    "finding.sort": ("strength", "limitation"),
    "telling.outcome": ("done", "partly", "not-yet", "dropped"),
    "review.status": ("reached", "nearly", "on-the-way", "stuck", "changed", "dropped"),
    "activity.status": ("planned", "under-way", "done", "dropped"),
}
"""Choice ids that the code understands, for the fields where it matters."""

SOURCES = (
    "findings",
    "limitations",
    "chosen limitations",
    "goals",
    "goals and limitations",
    "open actions",
    "open activities",
    "activities",
    "meetings",
)
"""Records that a link may choose from, or a stage may go through one by one."""

MAKES_EACH = ("finding",)
"""Kinds of record that a stage over choices may make, one for each choice."""

MAKES = ("goal", "meeting", "activity", "set")
"""Kinds of record that a whole walk may be about."""

NEEDS = ("set",)
"""What a walk may ask of a programme."""

ROLES = ("client", "member", "alone")
"""Roles of a question: with a problem of one's own, with someone else's, or outside the set."""

COVER = ("centre number", "centre name", "registration number", "learner name")
"""Fields that a cover may carry, in the words of the form."""

TEST_FOR = ("goal",)
"""Kinds of record that have tests."""

TESTS = ("specific", "measurable", "achievable", "relevant", "time-bound")
"""The five tests of a goal (Doran 1981)."""

TEST_CODES: dict[str, tuple[str, ...]] = {
    "specific": ("specific-met", "no-what", "no-verb", "vague-verb", "no-object"),
    "measurable": ("measurable-met", "no-measure", "no-evidence"),
    "achievable": ("achievable-met", "no-means", "vague-means"),
    "relevant": ("relevant-met", "no-limitation", "limitation-gone"),
    "time-bound": ("time-bound-met", "no-date", "date-past", "date-late", "no-programme"),
}
"""Reasons that each test may give."""
