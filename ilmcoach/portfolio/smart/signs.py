"""Signs in a learner's words: a number, something to see or hear, what makes a thing possible."""

from __future__ import annotations

import re

from .lexicon import DETERMINERS, DOING, FEELINGS, HELPERS, LIGHT, SUBJECTS, words_in
from .verbs import any_form_of, past_of, third_of, tokens_of

_DATES = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d{1,2}(?:st|nd|rd|th)?\b"
    r"|\b\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\b|\b(?:19|20)\d\d\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)\b"
)
_NO_COUNTS = re.compile(
    r"one[- ]to[- ]ones?|one another|one day|this one|that one|the one\b|all the time|at all"
    r"|above all|after all|all right|every ?day|each day|every time|every way|all round|every one's"
)
_COUNTS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundreds?|thousands?|dozen|half|halved|doubled?|thirds?|quarters?|once|twice|zero|none"
    r"|nobody|no[- ]one|never|all|every|each|both|fewer than|less than|more than|at least|at most"
    r"|one (?:week|day|month|meeting|shift|person|hour|question|time|in|of|out|or)"
    r"|(?:only|just|than|least|most) one|any(?:one|body)? (?:less|fewer))\b|\d"
)
_EVIDENCE = words_in(
    """
    agenda appraisal appraisals attendance absence absences backlog certificate checklist complaint
    complaints dashboard diary email emails feedback figures graph kpi kpis list log minutes notes
    observation percentage photo questionnaire rating ratings record records register report results
    review reviews rota score scores sheet signature sign-off spreadsheet statistics survey surveys
    tally target timesheet turnover witness
    """
)

_MEANS = re.compile(
    r"\b(?:(?:half an |an |one |two |\d+ )?hours?|minutes?|half[- ]days?|(?:a|one|two|\d+) days?"
    r"|mornings?|afternoons?|time|slots?|diary|calendar|shifts?|cover|overtime|budgets?|money|funds?"
    r"|funding|funded|costs?|paid|pays|expenses|free of charge|no cost|managers?|boss|director"
    r"|supervisor|deputy|deputies|mentor|coach|tutor|colleagues?|team|staff|hr|set|advis[eo]r"
    r"|partner|union|trainer|friend|peers?|board|committee|department|customers?|volunteers?"
    r"|agreed|agrees|agreement|permission|approved?|approval|approves|allowed|allows|lets|okayed"
    r"|ok'?d|backing|backs|backed|authoris\w+|authoriz\w+|authority|signed[- ]off|sign[- ]off"
    r"|said yes|says yes|given me|gives me|job|role|remit|responsibility|power|decision"
    r"|control|up to me|my say|hands|rooms?|laptop|computer|software|template|forms?|checklist"
    r"|training|course|courses|workshop|books?|equipment|tools?|library|e-?learning|rota"
    r"|one-to-ones?|supervision|briefings?)\b|£|\$|€"
)
_NAME = re.compile(
    r"(?<=[a-z,] )(?!I\b|I'|I’)[A-Z][a-z]+\b"
    r"|^(?!It |This |That |There )[A-Z][a-z]+ (?:will|has|can|is|agreed)\b"
)
_DENIED = re.compile(
    r"\b(?:no|not|don't|doesn't|haven't|hasn't|isn't|can't|cannot|won't|without|lack|never|nobody"
    r"|unless|if only|need more|not enough)\b[^,]*$"
)
_REFUSED = re.compile(
    r"(?:\bnot|n't|\bnever|\byet to|\bstill to)\b[^,]*"
    r"\b(?:agree|allow|approv|authori|okay|said yes)"
)
_COSTS_NOTHING = re.compile(r"\b(?:needed|needs?|requires?|required|necessary|costs?|charge)\b")


def says_number(text: str) -> bool:
    """True if `text` counts something, in figures or in words; a date is no count."""
    plain = _DATES.sub(" ", text.lower().replace("’", "'"))
    return bool(_COUNTS.search(_NO_COUNTS.sub(" ", plain)))


def says_event(text: str) -> bool:
    """True if `text` names something to see or hear: somebody doing it, it being done, or a
    paper that shows it."""
    tokens = tokens_of(text)
    if _EVIDENCE & set(tokens):
        return True
    for at, word in enumerate(tokens):
        verb = past_of(word)
        if verb in DOING and verb not in ("do", "make", "get", "feel") and word not in FEELINGS:
            return True
        if word in SUBJECTS and _acts(tokens[at + 1 : at + 6]):
            return True
    return somebody_does(tokens)


def somebody_does(tokens: list[str]) -> bool:
    """True of `Sam signs the order`: the form in `-s` of a verb that can be seen, and what it is
    done to. It finds people by names that no list holds."""
    for before, word, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if third_of(word) in DOING and after in DETERMINERS and before not in DETERMINERS:
            return True
    return False


def _acts(after: list[str]) -> bool:
    """True if the first verb after a subject can be seen."""
    for word in after:
        if word in HELPERS or word.endswith("ly"):
            continue
        verb = any_form_of(word)
        return verb in DOING and verb not in LIGHT and word not in FEELINGS
    return False


def means_in(text: str) -> str:
    """The first part of `text` that names a resource or a say (time, money, people, things,
    agreement, one's own job); empty if none does. What is said to be missing does not count."""
    for part in re.split(r"[.;\n]+(?:\s|$)|,\s|\bbut\b", text):
        plain = part.lower().replace("’", "'")
        if _REFUSED.search(plain):
            continue
        for match in _MEANS.finditer(plain):
            denied = _DENIED.search(plain[: match.start()])
            if not denied or _COSTS_NOTHING.search(plain):
                return part.strip()
        if _NAME.search(part.strip()) and not _DENIED.search(plain):
            return part.strip()
    return ""
