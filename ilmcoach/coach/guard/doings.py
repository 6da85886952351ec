"""Rules about doings: a question names none that the learner did not tell of as done."""

from __future__ import annotations

import re

from .candidate import EVERYDAY_STEMS, FUNCTION_STEMS, PROCESS_STEMS, Candidate
from .shape import MODAL, NO_DOING, PAST
from .stems import stem

_SAYS_LITTLE = frozenset(map(stem, "get make take use put go come bring set".split()))
"""Verbs that say hardly anything without the thing that they are done to."""
_DONE_TO = re.compile(
    r" (?:[a-z]+ )?(?:(?:out|off|up|back|down|away|over|in) )?"
    r"(?:(?:of|from|on|to) )?(?:the|that|this|those|these|an?|your) ([a-z'-]+)\b(?!')"
)
_HELPED = re.compile(
    r"\bhow (?:did|does|do|has|have|had|will|would|could|can|might|may) "
    r"(?!you\b|they\b|he\b|she\b|it\b|we\b|the others\b)[^?]*?\b(?:help|improv|support|enabl|rais|"
    r"strengthen|boost|reduc|allow|encourag|motivat|solv|prevent|make|made|lead|contribut|benefit|"
    r"build|increas|ensur|resolv|creat|bring|turn|protect)\w*\b"
)
_GOING_TO = re.compile(
    r"how (?:is|are) (?!you\b|it\b|they\b|he\b|she\b)[^?]* going to (?:change|help|make|get|bring|"
    r"solve)\b"
)
_BY_DOING = re.compile(r"\b(?:by|(?:gain|win|benefit|learn) from) (?:not )?(?!the\b)(\w+ing)\b")
_BY_DOING_FITS = re.compile(
    r"what (?:could|might|can) you (?:learn|find out|discover|lose|risk)\b"
    r"|what (?:do|did) you mean\b"
    r"|what (?:are|were|is|was) (?:you|they|he|she) (?:trying|hoping|wanting|aiming)\b"
    r"|what (?:did|do) (?:you|they|he|she) (?:hope|want|mean|lose|expect)\b"
)
_DOING_FIRST = re.compile(
    r"(?:how|in what ways?|in which way|what(?: [a-z]+)?|where|whose \w+|to what extent|"
    r"how far|how much) (did|does|do|has|have|had|would|could|might|will|can|should|may) "
    r"(?:not )?([a-z]+ing)\b(.*)$"
)
_HOW_IT_CAME = re.compile(r"^how (?:did|does|has)\b.*\b(?:come to be the\b|been(?: for you)?\?)")
_BEING = re.compile(
    rf"\b(?:did|does|has|would|might) being ({PAST}|sent|shown|given|taken|seen|chosen|asked)\b"
)
_COSTS = re.compile(r"\b(?:cost|feel|ask of|take from|be like|look)\b")
_COSTS_YOU = re.compile(
    r"\b(?:cost|spare|take from|ask of|do for|mean to) you(?:\?| (?:on|at|in) )"
)
_COULD_MEAN = re.compile(r"what (?:could|might) .*\b(?:mean|feel like|be like) (?:for|to) [a-z]+\?")
_DID = re.compile(r"\b(?:affect|shap|influenc|feel|felt|look|land|strike|sound|do to|leave)\w*\b")
_CAME_OF_IT = re.compile(r"\b(?:cost|bring|brought|do|done|mean|meant|leave|left|say|said)\b")
_PROVED = re.compile(r"\b(?:show|prove|help|teach|build|improv|strengthen|support)\w*\b")
_MADE = re.compile(
    r"\b(made|makes|led|helped|got|brought|drove|pushed|allowed|let|inspired|encouraged) "
    r"(?:you|him|her|them) (?:to |into )?(?:finally |decide to |want to )?([a-z]+)\b"
)
_MADE_FITS = frozenset(
    map(
        stem,
        "think feel say believe want choose notice wonder ask react act look pick expect hope "
        "hesitate stop hold wait do respond uncomfortable angry sure certain worried".split(),
    )
)
_STOPS = re.compile(
    r"\bwhat(?:'s| is| has| had| might| could)? ?(?:stop|keep|kept|prevent|hold|held)\w*(?: back)? "
    r"you (?:back )?(?:so far )?from (?:\w+ly )?(\w+ing)\b"
)
_UNTOLD = re.compile(
    r"\b(?:not|never|n't|avoid(?:ed|ing)?|nothing|yet)\b[^.?!]*\b(?:tell|told|say|said|speak|spoke|"
    r"spoken|talk|talked|ask|asked|show|shown|share|shared|raise|raised|mention|mentioned|"
    r"conversations?)\b|\bavoid\w* (?:the|it|him|her|them)\b"
)
_TELLING = frozenset(map(stem, "tell say speak talk ask show share raise mention".split()))
_BEGAN = re.compile(
    r"\bwhen did (?:\w+ ){1,3}(?:stop|start|begin|cease) (?:to )?(\w+)"
    r"|\bma(?:de|kes) (?:\w+ ){1,2}(?:stop|start|begin)(?: to)? (\w+)"
)
_DOING_BEHIND = re.compile(
    r"\b(?:feel|think|say|respond|react)s? (?:about|of|to) (?:being |not )?"
    r"(?!something|anything|nothing|everything|being)(\w+(?:ing|ed)|given|told|shown|made|kept|"
    r"put|left|sent)\b"
    r"|\b(?:cost|price|point|use|value|effect|risk) of (?:not )?(\w+ing)\b"
)
_EXTENT = re.compile(
    r"(?:to what extent|how far|how much) (have|did|do|had) you (?:\w+ly |only |got )?(\w+)"
)
_OF_THE_MIND = frozenset(
    map(stem, "know agree share feel see trust want believe think understand expect mind".split())
)
"""States of mind: how far one is in them is anybody's to ask."""
_FEELS_TO = re.compile(
    r"\b(?:feel|like|mean)s? (?:to \w+ )?to "
    r"(?!be\b|have\b|you\b|him\b|her\b|them\b|some|any|every|each|either|both|all|one|people|the|"
    r"those|others?\b|your)(\w+)"
)
_MEETING = re.compile(r"(?:work|watch)\b|(?:find|see|hear) (?!that\b|you\b)")
_SAID_OF = re.compile(
    r"(\w+)(?: (?:by|of|from|at|on|in) \w+)? (?:mean|tell|say|look|sound|feel)\b(?!.* (?:that|"
    r"who) )"
)
_WOULD_A = re.compile(
    r"(?:what|how|how much|where) (?:would|could|might) an? (?!day|week|year|team|person|member|"
    r"stranger|visitor|new|newcomer|colleague|friend|outsider|guest|child|patient|customer|pupil)"
)


def done_to_what_is_told(one: Candidate, verb: str, behind: int) -> bool:
    """True if the verb, which ends at `behind`, says little by itself and is done to a thing that
    the learner speaks of: who made a rule has heard of 'when you used the rule'."""
    if stem(verb) not in _SAYS_LITTLE:
        return False
    found = _DONE_TO.match(one.line, behind)
    if found is None:
        return False
    base = stem(found[1])
    return base in one.note_stems and (base not in EVERYDAY_STEMS or found[1] in one.note_words)


def helped(one: Candidate) -> bool:
    """A remedy, and that it worked."""
    return _HELPED.search(one.core) is not None or _GOING_TO.match(one.core) is not None


def by_doing(one: Candidate) -> bool:
    """The way to do it, supplied with 'by' or 'gain from'."""
    return not _BY_DOING_FITS.match(one.core) and _BY_DOING.search(one.line) is not None


def doing_first(one: Candidate) -> bool:
    """A doing made the subject is an answer supplied, unless it is the learner's own and the
    question is what came of it."""
    suffered = _BEING.search(one.core)
    if suffered and not one.happened(suffered[1]) and not _HOW_IT_CAME.search(one.core):
        return True
    found = _DOING_FIRST.match(one.core)
    if not found or found[2] in NO_DOING or _HOW_IT_CAME.search(one.core):
        return False
    return not _asks_its_price(one, found[2], found[3]) and _supplied(one, *found.groups())


def _asks_its_price(one: Candidate, doing: str, rest: str) -> bool:
    """True if the question is what a doing that the learner speaks of costs or means."""
    if not one.core.startswith("what ") or not one.noted(doing):
        return False
    meaning = _COULD_MEAN.search(one.core) is not None
    return _COSTS_YOU.search(rest) is not None or (meaning and one.happened(doing))


def _supplied(one: Candidate, helping: str, doing: str, rest: str) -> bool:
    if re.fullmatch(MODAL, helping):
        known = one.noted(doing) or stem(doing) in PROCESS_STEMS
        return not (_COSTS.search(rest) and known)
    if not one.happened(doing):
        return True
    if helping in ("did", "has", "had", "have"):
        what = one.core.startswith("what ") and _CAME_OF_IT.search(rest)
        return not what and _DID.search(rest) is None
    return _PROVED.search(rest) is not None


def made_you(one: Candidate) -> bool:
    """Something that the learner was brought to do, of which they did not tell."""
    for found in _MADE.finditer(one.line):
        base = stem(found[2])
        if found[2] in ("to", "the", "that") or one.happened(found[2]):
            continue
        if found[1] not in ("helped", "inspired") and done_to_what_is_told(
            one, found[2], found.end()
        ):
            continue
        if found[1] == "let" and found[2] in ("know", "see", "hear"):
            continue
        if found[1] in ("helped", "allowed", "inspired", "encouraged"):
            return True
        if base not in _MADE_FITS and base not in FUNCTION_STEMS:
            return True
    return False


def holding_back(one: Candidate) -> bool:
    """'What stops you from …' something that the learner does not speak of doing."""
    found = _STOPS.search(one.core)
    if found is None or one.noted(found[1]):
        return False
    untold = _UNTOLD.search(one.note.lower().replace("’", "'")) is not None
    return not (untold and stem(found[1]) in _TELLING)


def change_of_state(one: Candidate) -> bool:
    """'When did you stop …' takes the state before and the fall for granted."""
    found = _BEGAN.search(one.line)
    return found is not None and not one.noted(found[1] or found[2])


def doing_behind(one: Candidate) -> bool:
    """A doing behind 'feel about' or 'the cost of' that the learner did not tell of."""
    found = _DOING_BEHIND.search(one.line)
    return found is not None and not one.happened(found[1] or found[2])


def nominalised(one: Candidate) -> bool:
    """'What would a quiet word do': advice as a thing."""
    found = _WOULD_A.match(one.core)
    if found is None:
        return False
    said_of = _SAID_OF.match(one.core, found.end())
    return not (said_of and one.noted(said_of[1]))


def extent(one: Candidate) -> bool:
    """'To what extent did you …' something that the learner did not tell of."""
    found = _EXTENT.match(one.core)
    if found is None:
        return False
    claims = re.search(r" (?:that|as|than) ", one.core[found.end() :]) is not None
    if found[1] == "do" and stem(found[2]) in _OF_THE_MIND and not claims:
        return False
    return not one.happened(found[2])


def feels_to(one: Candidate) -> bool:
    """'How does it feel to …' something that the learner did not tell of; to notice or to be at
    work is no such thing."""
    found = _FEELS_TO.search(one.line)
    if found is None or _MEETING.match(found[0].split(" ")[-1] + one.line[found.end() :]):
        return False
    return not one.happened(found[1])
