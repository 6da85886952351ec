"""Rules about the letters and the form: what can be shown at all, and what is one question."""

from __future__ import annotations

import re
import unicodedata

from ilmcoach.questions import check_question

from .candidate import Candidate
from .shape import AUX, OPEN, SOMEONE

MOST_WORDS, LEAST_WORDS, MOST_LETTERS = 20, 3, 180

_ALLOWED = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŴŵŶŷ0-9 ,'’‘\-–%£€]+\?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_FORM = frozenset("empty mark sentence short closed opener advice leading assumes choice".split())
_WHOLE_TEXT = frozenset(("advice", "leading", "assumes"))
_FIRST_PERSON = re.compile(
    r"\b(?:i|me|my|mine|myself|we|us|our|ours|ourselves|let's|i'(?:m|ve|d|ll))\b"
)
_TAG = re.compile(
    r", (?:right|yes|no|correct|ok|okay|true|surely|agreed|eh|huh|innit|please|then)\s*\?$"
    rf"|, (?:{AUX}|wo|ca)(?:n't| not)? {SOMEONE}(?: not)?\s*\?$"
)
_RUN_ON = re.compile(rf",\s*{OPEN}\s+(?:{AUX}|'s)\b|,\s*{OPEN}\b.* and {OPEN}\b")
_ASIDE = re.compile(
    r", [^,?]+ or [^,?]+[,?]|, (?:which|who|whom|whose|where|while|following|having|given|"
    r"being|after|since|with)\b"
)
_TAIL = re.compile(
    rf", (?:and|but|so|yet) (?!(?:also )?(?:{OPEN}|to what|in what|at what|for whom|with whom|"
    rf"if so|from whom)\b)(?:[^,?]*\b)?{SOMEONE}(?:'(?:re|s|ve|d|ll))?\b (?!and\b|or\b)\w+"
)
_QUOTED = re.compile(r"(?:^|[\s(])['‘][a-z]+ [^'’]{6,}['’]")


def letters(one: Candidate) -> bool:
    """Anything but Latin letters, figures and plain punctuation, with one question mark at the
    end: another script, homoglyphs, markup, links, escape codes, labels, lists."""
    composed = unicodedata.normalize("NFC", one.text) == one.text
    return _ALLOWED.fullmatch(one.text) is None or "  " in one.text or not composed


def beginning(one: Candidate) -> bool:
    """A text that does not begin as a sentence does."""
    return not one.text[:1].isupper()


def length(one: Candidate) -> bool:
    """Too short to ask, or too long to hold in mind."""
    return not LEAST_WORDS <= len(one.words) <= MOST_WORDS or len(one.text) > MOST_LETTERS


def numbers(one: Candidate) -> bool:
    """A figure that the learner did not write."""
    return not set(_NUMBER.findall(one.text)) <= set(_NUMBER.findall(one.note))


def form(one: Candidate) -> bool:
    """No open, single question: by the same rules that set members and packs are held to."""
    core = one.core[:1].upper() + one.core[1:]
    return any(fault.name in _FORM for fault in check_question(core)) or any(
        fault.name in _WHOLE_TEXT for fault in check_question(one.line)
    )


def first_person(one: Candidate) -> bool:
    """Words spoken as the learner, or as a person who coaches."""
    return _FIRST_PERSON.search(one.line) is not None


def tag(one: Candidate) -> bool:
    """A statement with a question hung on it."""
    return _TAG.search(one.line) is not None


def run_on(one: Candidate) -> bool:
    """Two questions joined by a comma."""
    return _RUN_ON.search(one.core) is not None


def aside(one: Candidate) -> bool:
    """A clause set in by commas: that is where answers are put."""
    return _ASIDE.search(one.core) is not None


def tail(one: Candidate) -> bool:
    """A statement after the question."""
    return _TAIL.search(one.core) is not None


def quotation(one: Candidate) -> bool:
    """Words between quotation marks, ready to be copied."""
    return _QUOTED.search(one.text.lower()) is not None
