"""How many of what, in words."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS = {
    "finding": ("strength or limitation", "strengths and limitations"),
    "feedback": ("piece of feedback", "pieces of feedback"),
    "goal": ("goal", "goals"),
    "meeting": ("set meeting", "set meetings"),
    "action": ("action", "actions"),
    "set": ("set", "sets"),
    "person": ("person", "people"),
    "rating": ("later rating", "later ratings"),
    "request": ("request for feedback", "requests for feedback"),
    "review": ("look at a goal", "looks at a goal"),
    "activity": ("activity", "activities"),
    "attachment": ("attached file", "attached files"),
    "question": ("question of the set", "questions of the set"),
    "turn": ("turn at a meeting", "turns at a meeting"),
    "enquiry": ("question to a tutor", "questions to tutors"),
    "reading": ("piece of reading", "pieces of reading"),
    "kept": ("kept question", "kept questions"),
    "hours": ("line of hours", "lines of hours"),
    "look": ("look at a week", "looks at a week"),
    "card": ("cue card", "cue cards"),
    "rehearsal": ("rehearsal", "rehearsals"),
    "telling": ("account of an action", "accounts of actions"),
    "note": ("note", "notes"),
    "section": ("assignment text", "assignment texts"),
    "quote": ("quote of own words", "quotes of own words"),
    "heading-note": ("note on a heading", "notes on headings"),
    "handed-in": ("time handed in", "times handed in"),
    "remark": ("remark of a tutor", "remarks of a tutor"),
    "sent-back": ("time sent back", "times sent back"),
    "document": ("document made", "documents made"),
    "enrolment": ("programme", "programmes"),
    "learner": ("page for the cover", "pages for the cover"),
    "statement": ("own-work statement", "own-work statements"),
    "exchange": ("question to a model", "questions to a model"),
    "allowance": ("word about what a centre allows", "words about what a centre allows"),
    "history-gone": ("mark of a deleted AI record", "marks of a deleted AI record"),
    "run": ("set of guided questions", "sets of guided questions"),
}


def many(count: int, one: str, more: str = "") -> str:
    """`1 note`, `1,200 notes`; `more` is the plural where it is not `one` with an s."""
    return f"{count:,} {one if count == 1 else more or f'{one}s'}"


def counts_in_words(counts: Mapping[str, int]) -> str:
    """`3 goals, 12 notes, 2 others` for numbers of documents by kind; empty for none."""
    known = [many(counts[kind], *words) for kind, words in _WORDS.items() if counts.get(kind)]
    if others := sum(number for kind, number in counts.items() if kind not in _WORDS):
        known.append(many(others, "other"))
    return ", ".join(known)
