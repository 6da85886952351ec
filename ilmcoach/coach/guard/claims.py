"""Rules about what a question takes for granted: an answer, a cause, an insight."""

from __future__ import annotations

import re

from .candidate import FUNCTION_STEMS, PROCESS_STEMS, Candidate
from .shape import MODAL, NO_DOING, SOMEONE
from .stems import stem

_BECAUSE = re.compile(
    r"\b(?:because|therefore|thus|hence|so that|in order to|due to|owing to|thanks to|"
    r"(?<!what )led (?:you|them|him|her|to)|leads? to|leading to|resulted in|results? in|"
    r"which (?:means|meant|shows|showed|proves|made|makes|led|helped)|meaning that|so you would|"
    r"as a result|that is why|given that|, since|seeing that|considering that|knowing that|"
    r"even though|although|despite|whereas|by way of)\b"
)
_TESTING = re.compile(
    r"(?:how (?:do|can|could)|what makes|what made) you (?:know|tell|sure|think|believe)\b"
)
_INSIGHT = re.compile(
    r"\b(?:did (?:\w+ ){1,2}learn|you (?:have )?learn(?:ed|t)|you (?:\w+ )?learn from|"
    r"teach(?:es)?|taught|"
    r"reali[sz]\w*|recogni[sz]\w*|acknowledg\w*|admit\w*|accept(?:ed|ing)? that|"
    r"opened? your eyes|gained? from|have you gained|eye-open\w*|turning point|wake-?up|"
    r"shown? you|helped? you|(?:come|came) to (?!be\b)\w+|"
    r"(?:come|came|able) to see|now see|"
    r"no longer|finally|discover(?:ed|ing)?|grow(?:n|ing|th)?|grew|transform\w*|improv\w*|"
    r"develop\w*|"
    r"progress\w*|overcom\w*|overcame|lesson\w*|insight\w*|you (?:\w+ )?bec[ao]me|better|stronger|"
    r"confiden\w*|resilien\w*|such an? \w+ (?:leader|manager|boss|colleague)|matur\w*|embrac\w*)\b"
)
_HELPED = re.compile(
    r"\bhow (?:did|does|do|has|have|had|will|would|could|can|might|may) "
    r"(?!you\b|they\b|he\b|she\b|it\b|we\b|the others\b)[^?]*?\b(?:help|improv|support|enabl|rais|"
    r"strengthen|boost|reduc|allow|encourag|motivat|solv|prevent|make|made|lead|contribut|benefit|"
    r"build|increas|ensur|resolv|creat|bring|turn|protect)\w*\b"
)
_BY_DOING = re.compile(r"\bby (?:not )?(?!the\b)((?!being\b)\w+ing)\b")
_BY_DOING_FITS = re.compile(
    r"what (?:could|might|can) you (?:learn|find out|discover|lose|risk)\b"
    r"|what (?:do|did) you mean\b"
    r"|what (?:are|were|is|was) (?:you|they|he|she) (?:trying|hoping|wanting|aiming)\b"
    r"|what (?:did|do) (?:you|they|he|she) (?:hope|want|mean|lose|expect)\b"
)
_KNOWING = frozenset(
    "know knew known tell told say says said saying thinking think thinks thought believe "
    "believes mean means sure "
    "certain sign signs evidence show shows expect hope hoped guess imagine see heard hear check "
    "fear worry assume feel felt something anything someone everything somebody people thing "
    "things moment day time question those person part parts one all".split()
)
_TELLS_YOU = re.compile(r"\b(?:tell|told|tells|show|shows|assure|convince)s? (?:you|them|him|her)$")
_THAT = re.compile(
    r"(\w+) that (?:you|your|they|their|he|his|she|her|it|the|this|some|people|all|there)\b"
)
_FACT_THAT = re.compile(
    r"\b(?:impact|effect|fact|given|idea|truth|surprised|glad|proud|sorry|clear|true|obvious) "
    r"(?:\w+ )?that (?:you|they|he|she|it|your|the)\b"
)
_DOING_FIRST = re.compile(
    r"(?:how|in what ways?|in which way|what(?: [a-z]+)?|where|whose \w+|to what extent|"
    r"how far|how much) (did|does|do|has|have|had|would|could|might|will|can|should|may) "
    r"(?:not )?([a-z]+ing)\b(.*)$"
)
_COSTS = re.compile(r"\b(?:cost|feel|ask of|take from|be like|look)\b")
_DID = re.compile(r"\b(?:affect|shap|influenc|feel|felt|look|land|strike|sound|do to|leave)\w*\b")
_CAME_OF_IT = re.compile(r"\b(?:cost|bring|brought|do|done|mean|meant|leave|left|say|said)\b")
_PROVED = re.compile(r"\b(?:show|prove|help|teach|build|improv|strengthen|support)\w*\b")
_WHY = re.compile(r"why (?!do you (?:think|believe|suppose|say|imagine|feel|guess)\b|might\b)")
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
_INSTEAD = re.compile(
    r"\b(?:instead of|other than)\b|\brather than (?!something|anything|someone|anyone)"
)
_WOULD_HAVE = re.compile(
    rf"\b{MODAL} (?!you have (?:liked|wanted|needed|preferred|expected|said|hoped|missed)\b)"
    r"(?:[a-z']+ ){0,12}?have (?:\w+ed|been|done|gone|said|told|made|kept|given|taken|felt|known|"
    r"seen|helped|had|looked)\b"
)
_OTHERS_MIND = re.compile(
    r"\bmight (?:he|she|they|it|\w+) have (?:felt|thought|seen|heard|wanted|meant|needed|noticed|"
    r"understood|sounded)\b"
)
_IF = re.compile(r"\bif (you|he|she|they|it|we|the \w+|your \w+|[a-z]+) (.*)$")
_IN_THEIR_PLACE = re.compile(
    r"if [a-z' ]+? (?:were|was|could|had|described|spoke|told|saw) ?(?:telling|here|asked|to|in|"
    r"able|one|sitting|watching|listening|reading|standing|looking|speaking|talking|how|about|"
    r"freely|the)\b"
)
_WERE_NOT = r"(?:were|was|is|are|had|has|have|do|does|did|could|can)? ?(?:not|n't|never|no)\b"
_IF_OTHERS_FITS = re.compile(
    rf"{_WERE_NOT}|(?:spoke|knew|saw|heard|said|asked|noticed|left|stopped|stayed|read|told|came|"
    r"watched|listened|looked|were|was|could|had|found|felt|goes|changes|changed|mentions|"
    r"mentioned|happened|happens|stays|continues|continued)\b"
)
_IF_YOU_FITS = re.compile(
    r"(?:were|are|could|can|did|do|had|have)? ?(?:not|n't|no longer|never|only|nothing)\b"
    r"|(?:were|are)n't|did(?:n't)?\b|said (?:nothing|no)|stopped|waited|asked them$"
    r"|(?:were|are) (?:not|in|the|one|them|away|ill|sure|asked|able|honest)\b|could|look"
    r"|changed? nothing"
)
_NOT = re.compile(
    rf"\b(?:how|why|what) (?:did|do|could|can|have|had|would|will) {SOMEONE} not\b"
    r"|\bwhy (?:don't|didn't|haven't|can't|won't|do you not)\b"
)


_FEELING = re.compile(
    r"\b(?:resent\w*|dislik\w*|hat(?:e|es|ed|red)|lov(?:e|es|ed|ing)|fear(?:s|ed)?|sad(?:ness)?|"
    r"angr(?:y|ily)|anger|hurt(?:s|ful)?|forgotten|jealous\w*|env(?:y|ied)|afraid|lonely|upset|"
    r"frustrat\w*|disappoint\w*|unhapp\w*|scared|frighten\w*|nervous\w*|hid(?:e|es|ing|den)|"
    r"embarrass\w*|bored|reliev\w*|despis\w*|proud)\b"
)
_YOU_FEEL = re.compile(
    r"(?:what|which \w+|who) (?:do|did|would|are|were) you (?:most |really )?"
    r"(?:fear|afraid|enjoy|dislike|hate|love|dread|regret|nervous|upset|disappointed|angry)\b"
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
_PREMISE = re.compile(
    r"(?:apart from|besides|given|since|instead|without|with|suppose|supposing|imagine|"
    r"as (?:someone|an?|the))\b"
)
_OWN_TIME = re.compile(r"since (?:you|he|she|they|it|the|your|that|then)\b")
_ALWAYS = re.compile(r"\b(never|always|nobody)\b(?<!if nobody)")
_DOING_BEHIND = re.compile(
    r"\b(?:feel|think|say|respond|react)s? (?:about|of|to) (?:being |not )?"
    r"(?!something|anything|nothing|everything|being)(\w+(?:ing|ed)|given|told|shown|made|kept|"
    r"put|left|sent)\b"
    r"|\b(?:cost|price|point|use|value|effect|risk) of (?:not )?(\w+ing)\b"
)
_EXTENT = re.compile(
    r"(?:to what extent|how far|how much) (?:have|did|do|had) you (?:\w+ly |only |got )?(\w+)"
)
_FEELS_TO = re.compile(
    r"\b(?:feel|like|mean)s? (?:to \w+ )?to "
    r"(?!be\b|have\b|you\b|him\b|her\b|them\b|some|any|every|people|the|those|others?\b|your)(\w+)"
)
_SHOWING = re.compile(
    r"\b(?:does|did|do|would) (?:this|that|it|[a-z' ]+) (?:show|explain|prove|suggest|mean) "
    r"(?:that|why|how)\b|\bwhat shows that\b|^when did you notice that\b"
)
_WOULD_A = re.compile(
    r"(?:what|how|how much|where) (?:would|could|might) an? (?!day|week|year|team|person|member|"
    r"stranger|visitor|new|newcomer|colleague|friend|outsider|guest|child|patient|customer|pupil)"
)


def because(one: Candidate) -> bool:
    """A cause or a consequence supplied; testing one that the learner gave is another matter."""
    return _BECAUSE.search(one.line) is not None and not _TESTING.match(one.core)


def insight(one: Candidate) -> bool:
    """Something learned, seen or grown into that the learner did not tell of."""
    for found in _INSIGHT.finditer(one.line):
        word = found[0].split()[0]
        if word in ("did", "you", "opened", "open") or word.startswith("taught"):
            return True
        if word == "discover" and re.search(rf"\b(?:could|might|can|do) (?:you )?{word}", one.line):
            continue
        asked_as_fact = re.search(rf"\b(?:did|have|has|had|how) (?:\w+ ){{0,2}}{word}", one.line)
        if one.noted(word) and (word == "better" or not asked_as_fact):
            continue
        return True
    return False


def helped(one: Candidate) -> bool:
    """A remedy, and that it worked."""
    return _HELPED.search(one.core) is not None


def by_doing(one: Candidate) -> bool:
    """The way to do it, supplied with 'by'."""
    return not _BY_DOING_FITS.match(one.core) and _BY_DOING.search(one.line) is not None


def that_clause(one: Candidate) -> bool:
    """A statement behind 'that', unless it is what somebody knows, says or thinks."""
    told = (
        found[1] in _KNOWING
        or f"{found[1]} that" in one.note.lower()
        or _TELLS_YOU.search(one.line[: found.end(1)])
        for found in _THAT.finditer(one.line)
    )
    return not all(told) or _FACT_THAT.search(one.line) is not None


def doing_first(one: Candidate) -> bool:
    """A doing made the subject is an answer supplied, unless it is the learner's own and the
    question is what came of it."""
    found = _DOING_FIRST.match(one.core)
    if not found or found[2] in NO_DOING:
        return False
    helping, doing, rest = found.groups()
    if re.fullmatch(MODAL, helping):
        known = one.noted(doing) or stem(doing) in PROCESS_STEMS
        return not (_COSTS.search(rest) and known)
    if not one.happened(doing):
        return True
    if helping in ("did", "has", "had", "have"):
        what = one.core.startswith("what ") and _CAME_OF_IT.search(rest)
        return not what and _DID.search(rest) is None
    return _PROVED.search(rest) is not None


def why(one: Candidate) -> bool:
    """'Why' takes what follows for granted, and blames; 'why do you think' does not."""
    return _WHY.match(one.core) is not None


def made_you(one: Candidate) -> bool:
    """Something that the learner was brought to do, of which they did not tell."""
    for found in _MADE.finditer(one.line):
        base = stem(found[2])
        if found[2] in ("to", "the", "that") or one.happened(found[2]):
            continue
        if found[1] in ("helped", "allowed", "inspired", "encouraged"):
            return True
        if base not in _MADE_FITS and base not in FUNCTION_STEMS:
            return True
    return False


def counterfactual(one: Candidate) -> bool:
    """What would have been better: an answer in the shape of regret."""
    regret = _WOULD_HAVE.search(one.line) and not _OTHERS_MIND.search(one.line)
    return bool(regret) or _INSTEAD.search(one.line) is not None


def hypothesis(one: Candidate) -> bool:
    """'If you did this and that' is advice; 'if you said nothing' is a question."""
    for found in _IF.finditer(one.line):
        if found.start() == 0 and _IN_THEIR_PLACE.match(one.line):
            continue
        who, rest = found.groups()
        if re.match(r"(?:at all|anything|any|so|not)\b", f"{who} {rest}"):
            continue
        if " and " in rest:
            return True
        fits = _IF_YOU_FITS if who == "you" else _IF_OTHERS_FITS
        if not fits.match(rest) and who not in ("nobody", "nothing", "no"):
            return True
    return False


def feeling(one: Candidate) -> bool:
    """A feeling or motive given to somebody who was not said to have it; to ask the learner which
    one they have is another matter."""
    for found in _FEELING.finditer(one.line):
        if not one.noted(found[0]) and not _YOU_FEEL.match(one.core):
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


def always(one: Candidate) -> bool:
    """'Never', 'always', 'nobody' as a premise that the learner did not lay."""
    return any(not one.noted(word) for word in _ALWAYS.findall(one.line))


def premise(one: Candidate) -> bool:
    """A premise set in front: 'apart from giving …', 'since blame does no good'."""
    lead_in = one.line.removesuffix(one.core)
    return _PREMISE.match(lead_in) is not None and _OWN_TIME.match(lead_in) is None


def doing_behind(one: Candidate) -> bool:
    """A doing behind 'feel about' or 'the cost of' that the learner did not tell of."""
    found = _DOING_BEHIND.search(one.line)
    return found is not None and not one.happened(found[1] or found[2])


def nominalised(one: Candidate) -> bool:
    """'What would a quiet word do': advice as a thing."""
    return _WOULD_A.match(one.core) is not None


def extent(one: Candidate) -> bool:
    """'To what extent did you …' something that the learner did not tell of."""
    found = _EXTENT.match(one.core)
    return found is not None and not one.happened(found[1])


def feels_to(one: Candidate) -> bool:
    """'How does it feel to …' something that the learner did not tell of."""
    found = _FEELS_TO.search(one.line)
    return found is not None and not one.happened(found[1])


def showing(one: Candidate) -> bool:
    """A conclusion behind 'shows that' or 'explains why'."""
    return _SHOWING.search(one.line) is not None


def not_done(one: Candidate) -> bool:
    """What was left undone, as a reproach."""
    return _NOT.search(one.core) is not None
