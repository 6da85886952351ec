"""Rules about facts: what a question speaks of, the learner has told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .candidate import EVERYDAY_STEMS, FUNCTION_STEMS, PROCESS_STEMS, Candidate
from .doings import done_to_what_is_told
from .shape import OPEN, PAST
from .stems import stem, words_of

MOST_CONTENT, LONGEST_QUOTE = 4, 10
"""Different words of the learner's, and words of theirs in a row, that a question may hold."""
NEAR = 3
"""Words between an adjective and its thing in the learner's text, if not in one sentence."""
LIKE_EXAMPLE = 0.6
"""Share of words in common with an example at which a question is a copy of it."""

LEAST_ROOT = 4
"""Letters that two words must share at their beginning to be made one from the other."""
_ENDINGS = frozenset("er or ment ion ation ness al ance ence ier ling ship".split())

_WHO = r"(?:you|he|she|they|it|we|the \w+(?: \w+)?|your \w+(?: \w+)?|(?!the\b|your\b|an?\b)[a-z]+)"
_EVENT = re.compile(
    r"\b(?:when|after|before|once|while|as soon as|until|the (?:day|time|moment)|every time|"
    rf"last time|first time) ({_WHO})(?: and [a-z]+)? (?:first |finally |then |just |had |were |"
    r"was |have |has |have been |had been |end up |began |started )*([a-z]+(?:ed|t|d|n|ing)?)\b"
)
_HAD_IT_OUT = re.compile(r"\bhad (?:it out|words|a word|a go) (?:with|at)\b")
_NO_EVENT = frozenset(
    "is are was were be been you he she they it the not a an will would could can does do "
    "to".split()
)
_COMMON_EVENT = frozenset(
    map(
        stem,
        "have be do happen hear talk think look see begin start feel know find decide try choose "
        "work notice want change reply answer respond speak".split(),
    )
)
_SAYS_NO_MORE = re.compile(r"(?: (?:it|so|that|this))?[?,]")
_ANYBODY = frozenset("somebody someone anybody anyone people one".split())
"""Of whom it is no event: 'once somebody has voiced it' speaks of whoever it may be."""
_PAST_FORM = re.compile(rf"(?:{PAST}|[a-z]+t|felt|did|had)")
_AS_FACT = re.compile(
    rf"\b(?:when|after|before|once|while|since|as soon as|until) {_WHO} "
    rf"(?:first |finally |then |just )*({PAST})\b"
)
_WHO_DID = re.compile(
    r"(?:which|who|whose)\b(?: (?!(?:has|have|had|is|are|was|were|do|does|did|could|would|can|will|"
    rf"might|may)\b)[a-z']+)*? ({PAST})\b"
)
_YOU_DID = re.compile(
    r"\b(?:when|after|before|once|while|since|as soon as) you (?:and [a-z ]+? )?"
    rf"(?:first |finally |then |just )*({PAST})\b"
)
_STATES = frozenset("affected involved concerned needed missed used interested".split())
_NOTICED = frozenset("knew saw heard noticed wanted".split())
_TALK = re.compile(
    r"\b(?:the|that|this|your|their|his|her|last|next|first|an?)"
    r"(?: (?:last|next|first|other|same|private|early|quiet))* "
    r"(conversation|discussion|chat|meeting|call|message|argument|talk)s?\b(?! (?:think|do|mean))"
)
_SPEECH = frozenset(
    map(
        stem,
        "talk speak tell say ask conversation discussion chat argue shout meet meeting answer "
        "reply brief call".split(),
    )
)
_MADE_BY_MIND = frozenset(
    map(stem, "plan approach process practice routine agreement decision option idea goal".split())
)
"""Things that anybody may ask about, and that a question easily makes up: 'the new plan'."""
_BINDING = frozenset(
    "i we me us my our mine myself ourselves i'm i've i'd we're we've because".split()
)
_DETERMINERS = frozenset("the a an my our their his her its this that me us him them it".split())
_THING = re.compile(
    r"\b(?:the|that|this|those|these|during|your) ((?:[a-z'-]+ ){0,2}?)([a-z'-]+)"
    r"(?=\?|,| (?:and|or|but|of|in|on|at|to|for|from|with|that|which|who|you|he|she|they|is|are|"
    r"was|were|has|had|have|will|would|before|after|when|if|as|by|about)\b)"
)


def vocabulary(one: Candidate) -> bool:
    """A word that is neither the learner's nor one that anybody asks with. This keeps out methods,
    theories, remedies, diagnoses and invented facts, whatever they are called."""
    return any(
        base not in EVERYDAY_STEMS
        and base not in one.note_stems
        and not _akin(base, one.note_stems)
        for base in one.stems
    )


def _akin(base: str, others: tuple[str, ...]) -> bool:
    """True if one of the words is made from the other: 'player' where the learner says 'play'."""
    return any(
        min(len(base), len(other)) >= LEAST_ROOT
        and (
            (base.startswith(other) and base[len(other) :] in _ENDINGS)
            or (other.startswith(base) and other[len(base) :] in _ENDINGS)
        )
        for other in others
    )


def retelling(one: Candidate) -> bool:
    """The learner's note told again: much of it, or a long piece word for word."""
    content = {base for base in one.stems if base not in EVERYDAY_STEMS}
    return len(content) > MOST_CONTENT or any(
        piece in set(_pieces(one.note_stems)) for piece in _pieces(one.stems)
    )


def example(one: Candidate) -> bool:
    """A question that the model was only shown, given back."""
    own = set(one.stems) - FUNCTION_STEMS
    shown = ({stem(word) for word in words_of(text)} - FUNCTION_STEMS for text in one.examples)
    return any(own and len(own & other) / len(own | other) >= LIKE_EXAMPLE for other in shown)


def event(one: Candidate) -> bool:
    """Something that is said to have happened, and that the learner did not tell of."""
    if _HAD_IT_OUT.search(one.line):
        return True
    for found in _EVENT.finditer(one.line):
        who, word = found.groups()
        opens = found.start() == 0 and re.match(OPEN, one.line)
        if opens or word in _NO_EVENT or one.noted(word) or stem(word) in _COMMON_EVENT:
            continue
        if stem(word) in _SPEECH and _SAYS_NO_MORE.match(one.line, found.end()):
            continue
        if who in _ANYBODY or done_to_what_is_told(one, word, found.end()):
            continue
        if _PAST_FORM.fullmatch(word):
            return True
    return False


def not_so(one: Candidate) -> bool:
    """Something told as done that the learner only thought of, feared or denied; or somebody
    said to have done what nobody told of."""
    for found in _AS_FACT.finditer(one.line):
        common = stem(found[1]) in _COMMON_EVENT
        said = stem(found[1]) in _SPEECH
        if one.noted(found[1]) and not (common or said or one.happened(found[1])):
            return True
    did = _WHO_DID.match(one.core)
    if did is None or did[1] in _STATES | _NOTICED:
        return False
    if did[1] == "asked" and one.core.startswith(" for ", did.end()):
        return False
    return not one.happened(did[1])


def yours(one: Candidate) -> bool:
    """Something said to be the learner's doing that in the note is somebody else's, or nobody's."""
    return any(
        stem(found[1]) not in _COMMON_EVENT
        and not one.own_doing(found[1])
        and not done_to_what_is_told(one, found[1], found.end())
        for found in _YOU_DID.finditer(one.line)
    )


def talk(one: Candidate) -> bool:
    """A meeting or conversation that the learner did not tell of."""
    for found in _TALK.finditer(one.line):
        if one.noted(found[1]):
            continue
        spoke = not _SPEECH.isdisjoint(one.note_stems)
        placed = re.match(r" (?:with|about|between|at|on)\b", one.line[found.end() :])
        of_words = found[1] in ("conversation", "discussion", "talk", "chat")
        if not (of_words and spoke and not placed):
            return True
    return False


def thing(one: Candidate) -> bool:
    """A thing spoken of as known ('the call', 'the new plan') that the learner spoke of only as
    part of another's name ('call centre'), or never with that adjective."""
    return any(
        not _stands_alone(one, noun) or not _told_together(one, adjectives, noun)
        for adjectives, noun in _things(one)
    )


def _things(one: Candidate) -> Iterator[tuple[list[str], str]]:
    for found in _THING.finditer(one.line):
        before = (word for word in found[1].split() if not word.endswith(("'s", "'")))
        adjectives = [word for word in before if stem(word) not in FUNCTION_STEMS]
        base = stem(found[2])
        if "being" in adjectives:
            continue
        named = any(word == "new" or stem(word) not in EVERYDAY_STEMS for word in adjectives)
        if f" {found[2].capitalize()}" in one.text:
            continue
        if (base in _MADE_BY_MIND and named) or base not in EVERYDAY_STEMS:
            yield adjectives, found[2]


def _places(one: Candidate, word: str) -> list[int]:
    base = stem(word)
    return [place for place, found in enumerate(one.note_stems) if found == base]


def _stands_alone(one: Candidate, noun: str) -> bool:
    places = _places(one, noun)
    stems = one.note_stems
    return (
        not places
        or stem(noun) in PROCESS_STEMS
        or any(
            place + 1 == len(stems) or _no_compound(one, place + 1) or _ends_there(one, place)
            for place in places
        )
    )


def _no_compound(one: Candidate, place: int) -> bool:
    """True if the word of the note at `place` does not make a name with the word before it: it
    binds, it is the learner, it is a doing ('the shift log their breaks')."""
    word, after = one.note_words[place], one.note_words[place + 1 : place + 2]
    return (
        one.note_stems[place] in EVERYDAY_STEMS
        or word in _BINDING
        or word.endswith(("ing", "ed", "ly"))
        or (bool(after) and after[0] in _DETERMINERS)
    )


def _ends_there(one: Candidate, place: int) -> bool:
    words = one.note_words[max(0, place - 1) : place + 1]
    ending = r"\W+".join(map(re.escape, words)) + r"\s*[.,;:!?]"
    return re.search(ending, one.note.lower().replace("’", "'")) is not None


def _told_together(one: Candidate, adjectives: list[str], noun: str) -> bool:
    places = _places(one, noun)
    for adjective in adjectives:
        near = _places(one, adjective)
        if adjective != "new" and stem(adjective) in PROCESS_STEMS and not near:
            continue
        if stem(noun) in _MADE_BY_MIND and bool(near) != bool(places):
            return False
        if places and near and not any(_near(one, a, b) for a in places for b in near):
            return False
    return True


def _near(one: Candidate, a: int, b: int) -> bool:
    return abs(a - b) <= NEAR or one.note_sentences[a] == one.note_sentences[b]


def _pieces(stems: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (stems[at : at + LONGEST_QUOTE] for at in range(len(stems) - LONGEST_QUOTE + 1))
