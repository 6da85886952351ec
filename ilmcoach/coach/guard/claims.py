"""Rules about what a question takes for granted: an answer, a cause, an insight."""

from __future__ import annotations

import re

from .candidate import FUNCTION_STEMS, Candidate
from .shape import MODAL, PAST, SOMEONE
from .stems import stem, words_of

_BECAUSE = re.compile(
    r"\b(?:because|therefore|thus|hence|so that|due to|owing to|thanks to|"
    r"(?<!what )(?<!had )(?<!has )led (?:you|them|him|her|to)|leads? to|leading to|resulted in|"
    r"results? in|"
    r"which (?:means|meant|shows|showed|proves|made|makes|led|helped)|meaning that|so you would|"
    r"as a result|that is why|given that|, since|seeing that|considering that|knowing that|"
    r"even though|although|despite|whereas|by way of)\b"
)
_TESTING = re.compile(
    r"(?:how (?:do|can|could)|what makes|what made) you (?:know|tell|sure|think|believe)\b"
)
_INSIGHT = re.compile(
    r"\b(?:did (?:\w+ ){1,2}learn|you (?:have )?learn(?:ed|t)|have you understood|have learn(?:ed|"
    r"t)|you (?:\w+ )?learn from|"
    r"teach(?:es)?|taught|"
    r"reali[sz]\w*|recogni[sz]\w*|acknowledg\w*|admit\w*|accept(?:ed|ing)? that|"
    r"opened? your eyes|gained? from|have you gained|eye-open\w*|turning point|wake-?up|"
    r"shown? you|help(?:s|ed)? you (?:to )?(?:see|understand|learn|know|grow|find)|helped you|"
    r"(?:come|came) to (?!be\b)\w+|"
    r"(?:come|came|able) to see|now see|"
    r"no longer|finally|discover(?:ed|ing)?|grow(?:n|ing|th)?|grew|transform\w*|improv\w*|"
    r"develop\w*|"
    r"progress\w*|overcom\w*|overcame|lesson\w*|insight\w*|you (?:\w+ )?bec[ao]me|better|stronger|"
    r"confiden\w*|resilien\w*|such an? \w+ (?:leader|manager|boss|colleague)|matur\w*|embrac\w*)\b"
)
_COME_TO = re.compile(
    r"how (?:did|do|does|has|have) (?:[a-z']+ ){1,3}?come to (?!see\b|"
    r"know\b)([a-z]+)\b"
)
_OPEN_COMING = frozenset("think decide choose be have do work".split())
"""'How did you come to write it' asks how it went; 'come to see' is an insight."""
_KNOWING = frozenset(
    "know knew known tell told say says said saying thinking think thinks thought believe "
    "believes mean means sure "
    "certain sign signs evidence show shows expect hope hoped guess imagine see heard hear check "
    "fear worry assume feel felt something anything someone everything somebody people thing "
    "things moment day time question those person part parts one all".split()
)
_TELLS_YOU = re.compile(r"\b(?:tell|told|tells|show|shows|assure|convince)s? (?:you|them|him|her)$")
_RELATIVE = re.compile(
    r"\b(?:the|an?|any|your|their|his|her) (?:[a-z']+ of the )?([a-z']+) that$"
    r"|\bin (?:this|it|them|[a-z]+) that$"
    r"|^(?:what|who|which|where|whose \w+)(?: exactly| really)? (?:is|was) it\b.* that$"
)
"""'The picture that you get', 'what is it that you': what 'that' points back to stands there."""
_NO_PICTURE = frozenset(
    map(
        stem,
        "sense feel realise realize find learn show prove agree accept decide fear claim point "
        "feeling fact idea way truth view belief lesson reason risk news chance trust".split(),
    )
)
_THAT = re.compile(r"(\w+) that ([a-z]+)\b")
_SOMEBODY = frozenset(
    "you your they their he his she her it the this some people all there a an".split()
)
_TOLD_THEM = re.compile(
    r"\b(?:tell|told|tells|show|shows|shown|remind\w*|convince\w*|assure\w*|persuade\w*|teach|"
    r"taught) "
    r"(?:[a-z']+ ){1,4}that$"
)
_SEEN_BY_ONE = re.compile(
    r"^what\b.* that (?:you (?:may|might)|(?!you\b)[a-z' ]+ (?:do|does|did|may|might|has|have)) "
    r"not\b"
)
"""'What does she see that you may not': it asks for what one has and another has not."""
_NOTICING = frozenset("notice noticed".split())
_FACT_THAT = re.compile(
    r"\b(?:impact|effect|fact|given|idea|truth|surprised|glad|proud|sorry|clear|true|obvious) "
    r"(?:\w+ )?that (?:you|they|he|she|it|your|the)\b"
)
_WHY = re.compile(r"why (?!do you (?:think|believe|suppose|say|imagine|feel|guess)\b|might\b)")
_INSTEAD = re.compile(
    r"\bother than\b|\b(?:instead of|rather than) "
    r"(?!something|anything|someone|anyone|you\b|him\b|her\b|them\b|to (?:you|him|her|them)\b)"
)
_DID_INSTEAD = re.compile(r"^What did you (?:do|say|think|want) instead\b|\binstead of [A-Z]")
_WOULD_HAVE = re.compile(
    rf"\b{MODAL} (?!you have (?:liked|wanted|needed|preferred|expected|said|hoped|missed)\b)"
    r"(?:[a-z']+ ){0,12}?(?<!to )have (?:\w+ed|been|done|gone|said|told|made|kept|given|taken|"
    r"felt|known|"
    r"seen|helped|had|looked)\b"
)
_YOURS_TO_HAVE = re.compile(rf"\b{MODAL} (?:you|your \w+|anyone|somebody|someone) ")
_UNREAL = re.compile(
    r"\b(?:had (?:you|he|she|they|it|we|the|your|[a-z]+ (?:been|known|[a-z]+ed))|you (?:did not|"
    r"didn't|never)|if|with|without|from "
    r"the "
    r"(?:start|beginning)|sooner|earlier|better|more|differently)\b"
)
"""What sets the regret up: a condition that was not so, or a measure of better."""
_OTHERS_MIND = re.compile(
    r"\bmight (?:(?:the |your |their )?(?:\w+ ){1,3})?have (?:felt|thought|seen|heard|wanted|meant|"
    r"needed|noticed|understood|sounded|looked|seemed|been like|made of|taken (?:away )?from|"
    r"read|hoped|feared|expected)\b"
    r"|^what would (?:\w+ )?have had to\b"
)
_IF_UNSAID = re.compile(
    rf"\b{MODAL}\b.*\b(?:had (?:{SOMEONE}|the \w+) {PAST}\b"
    r"|hear(?:ing)? you (?:say|tell|admit|ask)\b"
    rf"|on the (?:day|morning|night) you {PAST}\b|look like for (?!you\b|him\b|her\b)\w+.* to\b)"
)
"""The same without 'if': 'had they asked', 'to hear you say', 'on the day you took'."""
_IF = re.compile(r"\bif (you|he|she|they|it|we|the \w+|your own \w+|your \w+|[a-z]+) (.*)$")
_IN_THEIR_PLACE = re.compile(
    r"if [a-z' ]+? (?:were|was|could|had|described|spoke|told|saw) ?(?:telling|here|asked|to|in|"
    r"able|one|sitting|watching|listening|reading|standing|looking|speaking|talking|how|about|"
    r"freely|the)\b"
)
_WERE_NOT = r"(?:were|was|is|are|had|has|have|do|does|did|could|can)? ?(?:not|n't|never|no)\b"
_IF_OTHERS_FITS = re.compile(
    rf"{_WERE_NOT}|(?:do|does|did)(?:$|\?)|did the same\b|(?:spoke|knew|saw|heard|said|asked|"
    rf"noticed|left|stopped|stayed|read|told|came|"
    r"watched|listened|looked|were|was|could|had|found|felt|goes|changes|changed|mentions|"
    r"mentioned|happened|happens|stays|continues|continued)\b"
)
_IF_YOU_FITS = re.compile(
    r"(?:were|are|could|can|did|do|had|have)? ?(?:not|n't|no longer|never|only|nothing)\b"
    r"|\w+ed no\b|(?:were|are)n't|did(?:n't)?\b|said (?:nothing|no)|stopped|waited|asked them$"
    r"|asked (?:them|him|her|the \w+|people) (?:who|what|how|why|which|where|about)\b"
    r"|(?:were|are) (?:not|in|the|one|them|away|ill|sure|asked|able|honest)\b|could|look"
    r"|changed? nothing"
)
_NOT = re.compile(
    rf"\b(?:how|why|what) (?:did|do|could|can|have|had) {SOMEONE} not\b"
    rf"|\b(?:how|why|what) (?:would|will) {SOMEONE} not\b"
    r"(?! (?:miss|want|mind|like|say|expect|notice))"
    r"|\bwhy (?:don't|didn't|haven't|can't|won't|do you not)\b"
)
_FEELING = re.compile(
    r"\b(?:resent\w*|dislik\w*|hat(?:e|es|ed|red)|lov(?:e|es|ed|ing)|fear(?:s|ed)?|sad(?:ness)?|"
    r"angr(?:y|ily)|anger|hurt(?:s|ful)?|forgotten|jealous\w*|env(?:y|ied)|afraid|lonely|upset|"
    r"frustrat\w*|disappoint\w*|unhapp\w*|scared|frighten\w*|nervous\w*|hid(?:e|es|ing|den)|"
    r"embarrass\w*|bored|reliev\w*|despis\w*|proud)\b"
)
_HELD_DOWN = re.compile(
    r"\b(?:feelings?|emotions?|anger|hurt)\b.*\b(?:hold|push|keep|bottl|press)\w* (?:down|back|in|"
    r"up)"
)
_SHIELDING = re.compile(
    r"(?:what|who|whom) (?:were|are) you (?:really )?(?:protect|avoid|defend|prov|escap|shield|"
    r"spar)ing\b"
)
"""'What were you protecting' gives a motive before there is one."""
_YOU_FEEL = re.compile(
    r"(?:what|which \w+|who) (?:do|did|would|are|were) you (?:most |really )?"
    r"(?:fear|afraid|enjoy|dislike|hate|love|dread|regret|nervous|upset|disappointed|angry)\b"
)
_PREMISE = re.compile(
    r"(?:apart from|besides|given|since|instead|without|with|suppose|supposing|imagine|"
    r"as (?:someone|an?|the))\b"
)
_OWN_TIME = re.compile(r"since (?:you|he|she|they|it|the|your|that|then)\b")
_ALWAYS = re.compile(r"\b(never|always|nobody)\b(?<!if nobody)")
_OUTSIDER = re.compile(
    r"\b(?:someone|somebody|a \w+|people) who (?:has|have|had) never\b|\bnever (?:had|needed) to\b"
)
"""Someone who stands outside: 'to someone who has never met her' lays nothing down."""
_SHOWING = re.compile(
    r"\b(?:does|did|do|would) (?:this|that|it|[a-z' ]+) (?:show|explain|prove|suggest|"
    r"mean) "
    r"(?:that|why|how)\b|\bwhat (?:\w+ ){0,3}(?:shows|would (?:show|prove)) that\b"
    r"|^when did you (?:first )?notice that (?!you\b|people\b)"
)


def because(one: Candidate) -> bool:
    """A cause or a consequence supplied; testing one that the learner gave is another matter."""
    return _BECAUSE.search(one.line) is not None and not _TESTING.match(one.core)


def insight(one: Candidate) -> bool:
    """Something learned, seen or grown into that the learner did not tell of."""
    for found in _INSIGHT.finditer(one.line):
        word = found[0].split()[0]
        if word in ("did", "have", "you", "opened", "open") or word.startswith("taught"):
            return True
        how_so = _COME_TO.match(one.core)
        if how_so and (how_so[1] in _OPEN_COMING or one.noted(how_so[1])):
            continue
        if word == "discover" and re.search(rf"\b(?:could|might|can|do) (?:you )?{word}", one.line):
            continue
        asked_as_fact = re.search(rf"\b(?:did|have|has|had|how) (?:\w+ ){{0,2}}{word}", one.line)
        if one.noted(word) and (word == "better" or not asked_as_fact):
            continue
        return True
    return False


def that_clause(one: Candidate) -> bool:
    """A statement behind 'that', unless it is what somebody knows, says or thinks, or what was
    noticed and the learner tells of, or 'that' only points back."""
    if _FACT_THAT.search(one.line):
        return True
    if _SEEN_BY_ONE.match(one.core):
        return False
    return any(
        not _states_nothing(one, found[1], found.end(1))
        for found in _THAT.finditer(one.line)
        if found[2] in _SOMEBODY or f" that {found[2].capitalize()}" in one.text
    )


def _states_nothing(one: Candidate, word: str, end: int) -> bool:
    if word in _KNOWING or f"{word} that" in one.note.lower():
        return True
    if word in _NOTICING:
        told = FUNCTION_STEMS | {stem("people"), *one.note_stems}
        return told.issuperset(map(stem, words_of(one.line[end:])))
    if _TELLS_YOU.search(one.line[:end]):
        return True
    if _TOLD_THEM.search(one.line[:end] + " that"):
        return False
    found = _RELATIVE.search(one.line[:end] + " that")
    return found is not None and (found[1] is None or stem(found[1]) not in _NO_PICTURE)


def why(one: Candidate) -> bool:
    """'Why' takes what follows for granted, and blames; 'why do you think' does not."""
    return _WHY.match(one.core) is not None


def counterfactual(one: Candidate) -> bool:
    """What would have been better: an answer in the shape of regret."""
    if _INSTEAD.search(one.line) and not _DID_INSTEAD.search(one.text):
        return True
    if _WOULD_HAVE.search(one.line) is None:
        return False
    if _UNREAL.search(one.line):
        return True
    return _YOURS_TO_HAVE.search(one.line) is not None and not _OTHERS_MIND.search(one.line)


def hypothesis(one: Candidate) -> bool:
    """'If you did this and that' is advice; 'if you said nothing' is a question."""
    if _IF_UNSAID.search(one.line):
        return True
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
    if _HELD_DOWN.search(one.line) or _SHIELDING.match(one.core):
        return True
    for found in _FEELING.finditer(one.line):
        if not one.noted(found[0]) and not _YOU_FEEL.match(one.core):
            return True
    return False


def always(one: Candidate) -> bool:
    """'Never', 'always', 'nobody' as a premise that the learner did not lay."""
    line = _OUTSIDER.sub("", one.line)
    return any(not one.noted(word) for word in _ALWAYS.findall(line))


def premise(one: Candidate) -> bool:
    """A premise set in front: 'apart from giving …', 'since blame does no good'."""
    lead_in = one.line.removesuffix(one.core)
    return _PREMISE.match(lead_in) is not None and _OWN_TIME.match(lead_in) is None


def showing(one: Candidate) -> bool:
    """A conclusion behind 'shows that' or 'explains why'."""
    return _SHOWING.search(one.line) is not None


def not_done(one: Candidate) -> bool:
    """What was left undone, as a reproach."""
    return _NOT.search(one.core) is not None
