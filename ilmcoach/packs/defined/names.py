"""What the names mean that keys may take: answers, sources, roles, codes of the checks."""

from __future__ import annotations

from collections.abc import Mapping

from ilmcoach.packs.model import AnswerKind

ANSWERS: Mapping[AnswerKind, str] = {
    AnswerKind.SHORT_TEXT: "a line of words",
    AnswerKind.LONG_TEXT: "as many words as they like",
    AnswerKind.CHOICE: "one of the list's items, each of which begins with an id: - `light` Light",
    AnswerKind.CHOICES: "any number of the list's items, written in the same way",
    AnswerKind.SCALE: "one place on a scale, written in the same way with `1`, `2`, `3` … as ids, "
    "lowest first",
    AnswerKind.DATE: "a day",
    AnswerKind.DATES: "several days",
    AnswerKind.NUMBER: "a whole number",
    AnswerKind.PEOPLE: "names, offered from those they have written down",
    AnswerKind.LINK: "one of their own records; needs `source`",
    AnswerKind.LINKS: "several of their own records; needs `source`",
    AnswerKind.REPEAT: "rows, as many as they like, each a record: what was agreed at a "
    "meeting, or feedback; needs `fills`",
}
"""What a learner gives, for every kind of answer."""

SOURCES: Mapping[str, str] = {
    "findings": "strengths and limitations they have written about",
    "limitations": "limitations among these",
    "chosen limitations": "limitations they have chosen to work on, or all while none is chosen",
    "goals": "their goals",
    "goals and limitations": "both",
    "open actions": "what was agreed at a meeting and not told about yet",
    "open activities": "activities that are not done",
    "activities": "all activities",
    "meetings": "meetings of the set",
}
"""What each source of records holds."""

ROLES: Mapping[str, str] = {
    "client": "they bring a problem of their own",
    "member": "they ask about somebody else's",
    "alone": "they write by themselves",
}
"""When each role fits."""

TEST_CODES: Mapping[str, str] = {
    "specific-met": "it names what they will do",
    "no-what": "nothing is written yet",
    "no-verb": "it names nothing that they do",
    "vague-verb": "what it names can't be seen",
    "no-object": "it does not say with what or whom",
    "measurable-met": "it says how they will know",
    "no-measure": "it says nothing of how they will know",
    "no-evidence": "there is nothing to count, see or hear",
    "achievable-met": "it says what makes it possible",
    "no-means": "it says nothing of what makes it possible",
    "vague-means": "it names no time, help or say",
    "relevant-met": "it answers one of their limitations",
    "no-limitation": "it is tied to no limitation",
    "limitation-gone": "the limitation is not on their list any more",
    "time-bound-met": "there is a day for it",
    "no-date": "there is no day for it",
    "date-past": "its day has gone by",
    "date-late": "its day is after the programme ends",
    "no-programme": "when the programme ends is not known",
}
"""When each code of the checks on a goal is told."""
