"""Is it specific: does it name something that others could see done, and with what or whom?"""

from __future__ import annotations

import re

from .lexicon import (
    ABSTRACT,
    AUXILIARIES,
    BETTER,
    DETERMINERS,
    DOING,
    EMPTY,
    HELPERS,
    LIGHT,
    QUALIFIERS,
    SOFT,
    SUBJECTS,
    VAGUE,
    words_in,
)
from .signs import somebody_does
from .verbs import any_form_of, base_of, ing_of, past_of, tokens_of

Verdict = tuple[str, str]
"""A test code, and the verb if it is a vague one."""

_BEST_FIRST = ("specific-met", "vague-verb", "no-object", "no-verb")

_MODAL = (
    r"(?:i|we)(?:'ll| will| shall| am going to|'m going to| want to| would like to|'d like to"
    r"| plan to| aim to| intend to| need to| have to| should| must| can| could| hope to"
    r"| mean to| commit to| promise to| have decided to| am to)"
)
_OPENERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:by|before|until|from|after|within|in|on|at|during|over|every|each|once|twice|next|this"
        r"|starting|as of|for|when|whenever|if|instead of)\b[^,]{0,80},\s*",
        r"(?:by|before|until|from|after|within|in|on|at|during|over|every|each|once|twice|next"
        rf"|when|for)\b.{{0,80}}?(?=\b{_MODAL}\b)",
        r"(?:my|the|one|this|our) (?:\w+ )?(?:goal|aim|target|objective|plan|intention|task)"
        r"(?: is| will be|:)(?: that (?=i ))?\s*",
        r"(?:goal|aim|target|objective)\s*:\s*",
        r"[-*•–—>\"'“‘(]+\s*",
        r"(?:also|then|first|please|only|just|and|so|so that|that|always|never|not|don't|do not"
        r"|no longer|personally|weekly|daily|once a \w+|twice a \w+)\b,?\s*",
        r"(?!apply|comply|fly|imply|multiply|rely|reply|supply)\w+ly\b,?\s*",
    )
)
_GRANTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_MODAL}(?: have)?\b\s*",
        r"(?:i|we)(?:'d like| would like| want| need) (?:[\w']+ ){1,3}?to\b\s*",
        r"to\b\s*",
        r"be able to\b\s*",
        r"i\b\s*(?=\w)",
    )
)
_CONCRETE = words_in("a an one two three four five six seven eight nine ten")
_PLACES = words_in("in on at there present back here with out available off away home")
_PREPOSITIONS = words_in("of on to with in for from at about by when so")
_NOUN_ENDINGS = ("tion", "sion", "ness", "ment", "ity", "ance", "ence", "ship", "ism", "acy")
_VAGUE_PAIRS = frozenset({"work on", "look at", "look into", "get better", "get more", "get used"})


def judge_what(what: str) -> Verdict:
    """The best verdict on any of the clauses of `what`, which is not empty."""
    verdicts = [_clause(clause) for clause in _clauses(what.lower().replace("’", "'"))]
    return min(verdicts, key=lambda one: _BEST_FIRST.index(one[0]), default=("no-verb", ""))


def _clauses(text: str) -> list[str]:
    """The sentences, and within each the parts that might hold the real verb: after a comma,
    after `by` (`by handing…`), after `and` where no clause of another verb stands before."""
    found = []
    for sentence in re.split(r"[.;!?\n]+(?:\s|$)", text):
        if not sentence.strip():
            continue
        found.append(sentence)
        found += [part for part in sentence.split(",")[1:] if part.strip()]
        by = re.split(r"\bby (?=\w+ing\b)", sentence)
        found += by[1:]
        left, joined, right = sentence.partition(" and ")
        if joined and not re.search(r"\b(?:how|at|to|in|when|i|we|what|the way)\b", left):
            found.append(right)
    return found


def _clause(clause: str) -> Verdict:
    text, granted = _opened(clause.strip())
    tokens = tokens_of(text)
    while tokens and tokens[0] in AUXILIARIES and len(tokens) > 1 and tokens[1].endswith("ing"):
        tokens, granted = tokens[1:], True
    if not tokens:
        return "no-verb", ""
    head, rest = tokens[0], tokens[1:]
    verb = base_of(head) or (past_of(head) if granted else "")
    if verb in LIGHT and head.endswith("ing") and ing_of(head) not in LIGHT:
        verb = ""
    if verb:
        return _verb(verb, rest)
    if _may_be_verb(head, rest, granted):
        return ("specific-met" if _has_object(rest) else "no-object"), ""
    return _subject_and_verb(tokens)


def _opened(text: str) -> tuple[str, bool]:
    """`text` without what people begin a goal with, and whether a verb has to come now."""
    granted, before = False, None
    while text != before:
        before = text
        for opener in _OPENERS:
            if (match := opener.match(text)) and match.end() < len(text):
                text = text[match.end() :]
        for grant in _GRANTS:
            if (match := grant.match(text)) and match.end() < len(text):
                text, granted = text[match.end() :], True
    return text, granted


def _verb(verb: str, rest: list[str]) -> Verdict:
    """The verdict on a verb that we know, and the words after it."""
    if verb == "be" and rest and rest[0] in _PLACES:
        return "specific-met", ""
    if vague := _vague(verb, rest):
        return "vague-verb", vague
    return ("specific-met" if _has_object(rest) else "no-object"), ""


def _vague(verb: str, rest: list[str]) -> str:
    """The words that nobody could see done; empty if somebody could."""
    after = rest[0] if rest else ""
    pair = f"{verb} {after}".strip()
    if verb == "be":
        said = [word for word in rest if word not in ("very", "really")]
        return " ".join([verb, *said[: 3 if said[:1] in (["a"], ["an"], ["the"]) else 2]])
    if verb in VAGUE or (verb in SOFT and (not _has_object(rest) or QUALIFIERS & set(rest))):
        return verb
    if pair in _VAGUE_PAIRS or (pair == "make sure" and _mental(rest[1:])):
        return pair
    thing = _unseen(verb, rest) if verb in LIGHT else ""
    return f"{verb} {thing}" if thing else ""


def _mental(rest: list[str]) -> bool:
    """True if the first verb after a subject is a vague one."""
    for word in rest:
        if verb := any_form_of(word):
            return verb in VAGUE or verb in SOFT
    return True


def _unseen(verb: str, rest: list[str]) -> str:
    """What a light verb is done to, where nobody can see that."""
    thing = []
    for word in rest:
        if word in _PREPOSITIONS:
            break
        thing.append(word)
    unseen = [word for word in thing if word in ABSTRACT or word in BETTER]
    if verb == "develop" and not unseen and not (thing and thing[0] in _CONCRETE):
        return " ".join(thing[:3]) or "it"
    return " ".join(thing[: thing.index(unseen[-1]) + 1]) if unseen else ""


def _has_object(rest: list[str]) -> bool:
    return any(
        word not in EMPTY
        and not (word.endswith("ly") and word not in ("family", "supply", "reply"))
        for word in rest
        if not word[0].isdigit()
    )


def _may_be_verb(head: str, rest: list[str], granted: bool) -> bool:
    """True where a word that we do not know stands where only a verb can."""
    if head in EMPTY or head in ABSTRACT or head[0].isdigit() or head in SUBJECTS:
        return False
    if granted:
        return not head.endswith("ing")
    return bool(rest) and rest[0] in DETERMINERS and not head.endswith(_NOUN_ENDINGS)


def _subject_and_verb(tokens: list[str]) -> Verdict:
    """`My deputy runs the meeting`: somebody, then a verb that can be seen."""
    for at, word in enumerate(tokens):
        if word not in SUBJECTS:
            continue
        for later in range(at + 1, min(at + 5, len(tokens))):
            verb = any_form_of(tokens[later])
            if verb in DOING and tokens[later] not in HELPERS:
                return ("specific-met" if _has_object(tokens[later + 1 :]) else "no-object"), ""
            if tokens[later] not in HELPERS:
                break
    return ("specific-met" if somebody_does(tokens) else "no-verb"), ""
