"""The signs by which a line of somebody's document is known for what it is.

All are our own reading of how tutors commonly write such documents (practice): headings and codes
as in the specifications of several awarding bodies, English first, a few words of French and Welsh.
"""

from __future__ import annotations

import re

from msgspec import Struct

from ilmcoach.text import clean_line

UNIT, TASK, QUESTIONS, READING, WALK = "unit", "task", "questions", "reading", ""

_LEAD = r"(?:(?:further|suggested|recommended|key|core|essential|background|useful|wider|more)\s+)?"
_READING = re.compile(
    rf"{_LEAD}(?:reading|references|bibliography|books|sources|bibliographie|références|à lire"
    r"|darllen(?: pellach)?|llyfryddiaeth)(?:\s+lists?)?(?:\s+(?:and|&|or|et|a)\s+[\w ]{1,40})?\W*",
    re.IGNORECASE,
)
_QUESTIONS = re.compile(r"\b(?:questions?|cwestiynau|cwestiwn)\b", re.IGNORECASE)
_UNIT = re.compile(
    r"\A(?:unit|uned|unité)\b|\bassessment criteria\b|\blearning outcomes?\b|\bcriteria\b"
    r"|\bspecification\b|\bcritères\b|\bmeini prawf\b|\bdeilliannau dysgu\b",
    re.IGNORECASE,
)
_TASK = re.compile(
    r"\b(?:task|assignment|assessment|brief|coursework|tâche|évaluation|tasg|aseiniad|asesu)\b",
    re.IGNORECASE,
)
MARKS = re.compile(r"(?<![\d.,])(\d{1,3})\s*(?:marks?|points|marc(?:iau)?)\b", re.IGNORECASE)
LEAST = re.compile(
    r"\b(?:min(?:imum)?\.?(?:\s+of)?|at least|au moins|lleiafswm)\s*:?\s*(\d{1,3})\b(?!\s*words)",
    re.IGNORECASE,
)
_NUMBER = r"(\d{1,3}(?:[, ]\d{3})+|\d{2,6})"
RANGE = re.compile(
    rf"{_NUMBER}\s*(?:-|‐|‑|–|—|to|and|à|i)\s*{_NUMBER}\s*(?:words|mots|gair|o eiriau)\b",
    re.IGNORECASE,
)
NOMINAL = re.compile(rf"{_NUMBER}\s*(?:words|mots|gair|o eiriau)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
CODE = r"(?:AC\s*)?(\d{1,2}\.\d{1,2}[a-z]?|[A-Z]\.?[PMD]\d{1,2}|[PMD]\d{1,2})"
CODED = re.compile(rf"\A{CODE}(?:[.):]\s*|\s+[-–—]\s+|\s+)(?=\S)(.*)\Z", re.DOTALL)
BARE_CODE = re.compile(rf"\A{CODE}[.):]?\Z")
CODES_INSIDE = re.compile(r"(?<=[.;:!)])\s+(?=(?:AC\s*)?\d{1,2}\.\d{1,2}[a-z]?[.):]?\s+[A-Z])")
CRITERIA_NAMED = re.compile(
    r"(?:\bACs?|\bcriteri\w+|\()[\s:A-Z]*(\d{1,2}\.\d{1,2}(?:(?:\s*[,;/&]\s*|\s+and\s+)\d{1,2}\.\d{1,2})*)"
)
OUTCOME = re.compile(
    r"\A(?:learning outcome|outcome|LO|deilliant(?: dysgu)?)\s*(\d{1,2})\b\s*[:.)–—-]*\s*(.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
NUMBERED = re.compile(r"\A(\d{1,2})(?:[.)]\s*|\s+)(?=[^\W\d])(.*)\Z", re.DOTALL)
_FACTS = (
    r"\A(?:unit |uned )?(title|level|lefel|niveau|credits?(?: value)?|credydau|glh"
    r"|guided (?:learning )?hours|number|code|reference(?: number)?|ref"
    r"|purpose(?: and aims?)?|aims?|summary|introduction|overview)(?:\(s\))?(?:\s*\([^)]{0,20}\))?"
)
FACT = re.compile(rf"{_FACTS}\s*[:–—]\s*(\S.*)\Z", re.IGNORECASE)
FACT_NAME = re.compile(rf"{_FACTS}\s*:?\Z", re.IGNORECASE)
UNIT_TITLE = re.compile(
    r"\A(?:unit|uned|unité)\s+([A-Z]{0,3}\d[\w./-]{0,15})\s*[:.)–—-]+\s*(\S.*)\Z", re.IGNORECASE
)
LEAD_IN = re.compile(
    r"\A(?:the |a )?(?:learner|student|candidate|you)s?\b.{0,20}\b(?:will|can|should|must|able)\b"
    r"[^.?]{0,80}[:.…]*\Z",
    re.IGNORECASE,
)
STATEMENT = re.compile(
    r"\AI\s+(?:hereby\s+)?(?:confirm|declare|certify)\b|\AJe (?:déclare|certifie)\b", re.IGNORECASE
)
BOX = re.compile(r"\A(?:\(\s?[xX]?\s?\)|\[\s?[xX]?\s?\]|[☐☑☒□▢❑❏○◯◻])\s*(?=\S)(.*)\Z", re.DOTALL)
ROUND = ("(", "○", "◯")
MARK_OF_QUESTION = ("?", "？", "؟")
_TYPED = re.compile(
    r"\A(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)|\d{1,2}\.(?!\d)|(?:Q|Question|Cwestiwn)\s*\d{1,2}[.:)]*)"
    r"\s*(?=[^\W\d])",
)
_TICK = re.compile(
    r"\s*[(\[](?:please\s+)?(?:tick|choose|circle|pick|select|cochez|entourez|ticiwch|dewiswch)\b"
    r"[^()\[\]]{0,60}[)\]]",
    re.IGNORECASE,
)
_ONE = re.compile(r"\b(?:one|once|une?|un)\b", re.IGNORECASE)
_PART = re.compile(
    r"(?:part|section|session|stage|step|week|day|unit|module|partie|séance|étape|rhan|sesiwn)"
    r"\s+(?:\d{1,2}|[A-Z])\b",
    re.IGNORECASE,
)
_DOTS = re.compile(r"_{3,}|\.{4,}|…{2,}")
_ROOM = re.compile(r"(?:\s*(?:_{3,}|\.{4,}|…{2,}))+\s*\Z")
_FORM = re.compile(
    r"(?:(?:your|tutor(?:['’]s)?|learner(?:['’]s)?|manager(?:['’]s)?)\s+)?(?:full\s+)?(?:name|date|"
    r"signed|signature|tutor|learner|group|team|centre|session|manager|nom|prénom|enw|dyddiad|"
    r"llofnod)\s*[:.]?",
    re.IGNORECASE,
)
_AROUND = "\"'“”„‟‘’‚‛«»´`)]* "
_VERBS = (
    "analyse|analyze|apply|appraise|assess|carry out|choose|compare|consider|contrast|create|"
    "critically (?:analyse|assess|evaluate|review)|define|demonstrate|describe|design|determine|"
    "develop|discuss|draw|establish|evaluate|examine|explain|explore|find|give|identify|"
    "illustrate|implement|interpret|investigate|judge|justify|list|look|manage|measure|monitor|"
    "name|note|outline|plan|prepare|present|produce|propose|provide|rate|recognise|recognize|"
    "recommend|record|reflect|report|research|review|say|select|set|show|state|summarise|"
    "summarize|take part|tell|think|undertake|understand|use|weigh|write"
)
VERB = re.compile(
    rf"\A((?:{_VERBS})(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)(?:{_VERBS}))*)\b\s*(\S.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d[a-z]?\b")
AUTHOR = re.compile(r"\A([^\W\d_][^\d(]{1,60}?)[,.\s]*\(?((?:1[6-9]|20)\d\d[a-z]?)\b")
CITED = re.compile(
    r"(?:[^\W\d][\w ]{1,30}:\s*)?([^\W\d_][\w’'-]+,\s+[^\W\d_]\.[^()]{0,120}"
    r"\((?:1[6-9]|20)\d\d[a-z]?\)[\s.,:]+\S.*)\Z",
    re.DOTALL,
)
BULLET = re.compile(r"[•·▪◦‣●]\s*(?=\S)")
CAPTION = re.compile(
    r"(?:figure|fig\.|picture|photo|ffigur|llun)\s*\d{1,3}\s*[:.–-]", re.IGNORECASE
)
DAY = re.compile(r"\A(?:by when|by what date|(?:on )?(?:which|what) (?:day|date))\b", re.IGNORECASE)


def kind_of(title: str) -> str:
    """What a heading announces: `UNIT`, `TASK`, `QUESTIONS`, `READING`, or nothing of these."""
    if _READING.fullmatch(title):
        return READING
    if _UNIT.match(title) and re.match(r"\S+\s+\S*\d", title):
        return UNIT
    if _QUESTIONS.search(title) and not MARKS.search(title):
        return QUESTIONS
    if _UNIT.search(title):
        return UNIT
    return TASK if _TASK.search(title) or MARKS.search(title) else WALK


def is_question(text: str) -> bool:
    """True if a line ends as a question does, whatever quotation marks follow."""
    return bare(text).rstrip(_AROUND).endswith(MARK_OF_QUESTION) and says_something(text)


def is_part(text: str) -> bool:
    """True for a line that is numbered as a part of a document is: 'Part B: How did I do?'."""
    return _PART.match(text) is not None


def is_starter(text: str) -> bool:
    """True for a sentence that waits for its end: 'I felt best when …'."""
    return text.endswith(" …") and 3 < len(text.split()) < 40


def bare(text: str) -> str:
    """A line without the number that was typed in front of it, what says how many boxes to tick,
    and room to write at its end."""
    return _TICK.sub("", without_room(_TYPED.sub("", text))).strip() or text


def without_number(text: str) -> str:
    """A line without the number that was typed in front of it."""
    return _TYPED.sub("", text)


def without_room(text: str) -> str:
    """A line without the dots or underscores to write on at its end; three dots stand for them
    where it is no whole sentence."""
    said = _ROOM.sub("", text)
    if said == text or not says_something(said):
        return text
    return said if said.endswith((*MARK_OF_QUESTION, ".", ":", ")")) else f"{said} …"


def is_form_line(text: str) -> bool:
    """True for a line such as `Name: ____ Date: ____`."""
    pieces = [one.strip() for one in _DOTS.split(text)]
    said = [one for one in pieces if one]
    return len(pieces) > 1 and bool(said) and all(_FORM.fullmatch(one) for one in said)


def ticks_one(text: str) -> bool:
    """True if a line says that one box is to be ticked."""
    found = _TICK.search(text)
    return found is not None and _ONE.search(found[0]) is not None


def says_something(text: str) -> bool:
    """True if there is a letter or a figure in it: no line to write on."""
    return any(one.isalnum() for one in clean_line(text))


def without_brackets(text: str) -> str:
    """A heading without the brackets in which marks or words are counted."""

    def kept(found: re.Match[str]) -> str:
        inside = found[0]
        counts = MARKS.search(inside) or NOMINAL.search(inside) or LEAST.search(inside)
        return "" if counts else inside

    return clean_line(_BRACKETS.sub(kept, text)).rstrip(" :–—-") or clean_line(text)


def whole_number(text: str) -> int:
    """A number as `MARKS`, `RANGE` and their like found it."""
    return int(re.sub(r"[, ]", "", text))


class Verbed(Struct, frozen=True):
    """A criterion's command verb, and what it asks."""

    verb: str
    asks: str


def verbed(text: str) -> Verbed:
    """The verb that a criterion begins with apart from the rest, where it is one of the usual."""
    found = VERB.match(text)
    if not found:
        return Verbed("", text)
    return Verbed(found[1][:1].upper() + found[1][1:], found[2].lstrip(",:; ") or text)


def in_range(text: str) -> tuple[int, int] | None:
    """The range of words that a line names, the smaller first; None if it names none."""
    found = RANGE.search(text)
    if not found:
        return None
    low, high = sorted((whole_number(found[1]), whole_number(found[2])))
    return low, high
