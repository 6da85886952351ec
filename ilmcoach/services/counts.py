"""How many of what, in words."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS = {
    "finding": ("strength or limitation", "strengths and limitations"),
    "feedback": ("piece of feedback", "pieces of feedback"),
    "goal": ("goal", "goals"),
    "meeting": ("set meeting", "set meetings"),
    "action": ("action", "actions"),
    "telling": ("account of an action", "accounts of actions"),
    "note": ("note", "notes"),
    "section": ("assignment text", "assignment texts"),
    "enrolment": ("programme", "programmes"),
    "learner": ("page for the cover", "pages for the cover"),
    "statement": ("own-work statement", "own-work statements"),
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
