"""Turns of phrase by which a question stops being open, single or free of advice.

All are looked for in small letters with straight quotes. Those called `…_FIRST` stand where the
asking begins, the others anywhere.
"""

from __future__ import annotations

from re import compile as shape

from .wording import AUXILIARIES, BEFORE, OPENERS, VERB

SOMEONE = "(?:you|we|i|they|he|she|it|one)"
MAY = "(?:could|would|might|can|will)"
ADVISING = "tried|considered|thought (?:about|of)|asked|spoken|talked|looked (?:at|into)|told|used"
LEARNING = (
    "reali[sz]ed?|understand|understood|see|saw|accept(?:ed)?|admit(?:ted)?|learn(?:ed|t)?|"
    "discover(?:ed)?|recogni[sz]ed?|find out|found out|know|knew"
)
HELPING = (
    "help|improve|support|enable|raise|strengthen|boost|reduce|allow|encourage|motivate|solve|"
    "prevent"
)
GOING = r"(?!(?:any|every|some|no)thing\b|during\b|morning\b|evening\b|meeting\b)\w{2,}ing"

# The next sentence begins after a full stop or the like; 'Mr. Hall' and 'e.g. this' are none.
NEXT_SENTENCE = shape(
    r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\b\w)(?<!\betc)[.!…;][\"')\]]*\s+\S"
)
RUN_TOGETHER = shape(
    rf"^(?:{OPENERS})\b.*\w, (?:so )?(?:{OPENERS}) (?:(?:{AUXILIARIES}) "
    r"(?:you|we|i|they|he|she|it|your|the|his|her|their|my|our)\b)"
)

OR_NOT = shape(r"\bor (?:not|no)\s*\?")
COUNTING = shape(
    r"how (?:many times|often) (?:did|have|has|had|was|were)\b"
    r"|how many (?:\w+ ){1,3}(?:did|have|has|had|was|were)\b"
)
WHY = shape(
    rf"^(?:(?:and|so|but|then) )?why\b|\band why\s*\?|, why (?:{AUXILIARIES})\b|^how come\b"
)

ADVICE_FIRST = (
    shape(rf"(?:have|had)(?:n't)? {SOMEONE} (?:not |ever |already |also )*(?:{ADVISING})\b"),
    shape(rf"did(?:n't)? {SOMEONE} (?:not |ever |also )*(?:try|consider|think (?:of|about))\b"),
    shape(r"(?:what|how) if\b"),
    shape(r"how about\b"),
    shape(r"what about (?:if |the idea )?(?:\w+ing|you|we)\b"),
    shape(r"why not\b"),
    shape(rf"why (?:{VERB} (?:you|we|they) not|\w+n't (?:you|we|they))\b"),
    shape(r"(?:could|might)(?:n't)? (?:you|we|it|there) (?!(?:say|tell|describe|explain)\b)"),
    shape(r"ca(?:n't|nnot|n) (?:you|we) (?:not|just|simply)\b|can't (?:you|we)\b"),
    shape(r"would(?:n't)? (?:it|you|that|this) (?:not )?(?:be|help|make|work|consider|try|like)\b"),
    shape(r"(?:might|may|does)(?:n't)? (?:it|that) help\b"),
    shape(r"is(?:n't)? it (?:not )?(?:time|worth|better|best|possible|an idea|a good idea)\b"),
    shape(r"do(?:n't)? (?:you|we) (?:not )?(?:need|want|have) to\b"),
    shape(rf"how {MAY} (?:an?|the|more|better) [^?]*\b(?:{HELPING})(?:ed|d)?\b"),
    shape(rf"how (?:{MAY}|did|does) {GOING} [^?]*\b(?:{HELPING})s?\b"),
    shape(rf"how {MAY} \w+ [^?]*\bby {GOING}\b"),
    shape(r"how would it (?:help|be|sound|work) (?:if|to)\b"),
    shape(rf"(?:what|how|where|when) {MAY} (?:you|we) have (?:\w+ )?(?:better|differently|done)\b"),
)
ADVICE = (
    shape(r"\bshould(?:n't|'ve)?\b|\bought to\b"),
    shape(r"\b(?:you|we)(?:'d| had| would) (?:better|be better|do better|do well to)\b"),
    shape(r"\b(?:you|we) (?:could|might|may) (?:want to|like to|try|consider|start|begin)\b"),
    shape(r"\b(?:what|how|where) (?:just|simply)\b|\bwhy not\b|\bwhat if\b|\bhow about\b"),
    shape(r"\b(?:i|we) (?:would |'d )?(?:suggest|recommend|advise)\b|\bmy advice\b"),
    # What might have been is a better way that the asker knows of already.
    shape(rf"\b{MAY}(?:'ve| have) [^?]*\bif (?:you|we) had\b"),
    shape(rf"\bif (?:you|we) had [^?]*\b{MAY}(?:'ve| have)\b"),
)

LEADING_FIRST = (
    shape(r"(?:is|are|was|were|do|does|did|have|has|ca|wo|would|could)n't\b"),
    shape(r"would you (?:not )?(?:say|agree|accept)\b"),
    shape(r"(?:do|did) you (?:not )?(?:agree|think that)\b"),
    shape(r"could it (?:not )?be\b"),
)
LEADING = (
    shape(rf", (?:so )?{VERB} {SOMEONE}(?: not)?\s*\?$"),
    shape(r", (?:right|yes|no|correct|ok|okay|true|surely|agreed|eh|huh|innit)\s*\?$"),
    shape(r"\bdo(?:n't you| you not) (?:think|agree|feel|find|see)\b"),
    shape(r"\bsurely\b|\bobviously\b|\bof course\b|\bundoubtedly\b|\bas (?:we all|you) know\b"),
    shape(r"^(?:clearly|naturally|plainly|honestly|frankly)\b|, clearly,"),
    shape(r"\b(?:how|what a) (?:great|good|bad|wrong|unfair|important) (?:it|this|that) is\b"),
    # A list of examples is a list of answers.
    shape(r"\bexplains? that\b"),
    shape(r"\b(?:such as|for example|for instance|namely)\b|\be\.g\."),
    shape(r"\byou could (?:write|say|put)\b|\bto say that you\b|\bwriting that you\b"),
)

ASSUMING_FIRST = (
    shape(
        rf"(?:when|where|how) did (?:you|it) (?:first |finally |come to |begin to )*"
        rf"(?:{LEARNING}|dawn on you) (?:that|why|how)\b"
    ),
    shape(rf"what (?:made|helped|let|led) you (?:to )?(?:finally )?(?:{LEARNING}) (?:that|why)\b"),
    shape(r"(?:how|what) (?:can|could|will|might|would) you (?:\w+ )?(?:improve|be better)\b"),
    shape(r"why (?:do|are|have|did) you (?:always|never|keep|still)\b"),
    shape(r"what (?:impact|effect|difference) (?:did|does) (?:it|that) [^?]*\bthat (?:you|they)\b"),
    shape(r"(?:how|why) (?:did|could|can|do) (?:you|they) not\b"),
    shape(r"how (?:does|did) it feel to (?:have|be) (?:failed|wrong|unfair|let)\b"),
    shape(r"what(?:'s| is| was) wrong with (?:you|them|him|her)\b"),
)
ASSUMING = (
    shape(r"\bnow that you (?:know|see|understand|have reali[sz]ed|reali[sz]e)\b"),
    shape(r"\b(?:failing|failed|failure) to\b"),
    shape(
        r"\byour (?:own )?(?:lack|failure|inability|refusal|unwillingness|tendency|habit|fear|"
        r"weakness|insecurity|reluctance|need) (?:of|to|in|about)\b"
    ),
)

_PICK = r"(?:which|what|who|when|where|how)"
_COMPARED = (
    "(?:more|less|most|least|best|better|worse|worst|rather|prefer|first|harder|easier|bigger|"
    "smaller|higher|lower|stronger|weaker|faster|slower|sooner|closer|safer|clearer|greater)"
)
CHOICE_FIRST = (
    shape(rf"{_PICK}\b[^,:?]*\b{_COMPARED}\b[^,:?]*[,:] [^,?]+ or [^,?]+\?$"),
    shape(rf"{_PICK}\b[^,:?]*\b(?:it|this|that|they|be)[,:] [^,?]+ or [^,?]+\?$"),
    shape(r"whether\b"),
)
CHOICE = (
    shape(rf", or (?:{AUXILIARIES})\b"),
    shape(r"\bor is (?:it|that)\b|\bor was (?:it|that)\b"),
)

_ASIDE = rf"(?:(?:{BEFORE}) )?"
DOUBLE = (
    # 'And by when?' asks for a part of the same answer; 'and what do you do then?' does not.
    shape(
        rf"\w,? (?:and|but) (?:also )?{_ASIDE}(?:{OPENERS})(?: \w+)? (?:{AUXILIARIES}) "
        r"(?:you|we|i|they|he|she|it|your|the|his|her|their|this|that)\b"
    ),
    shape(rf"\w, (?:and|but) (?:also )?{_ASIDE}(?:{OPENERS})(?:'s)? \w+ \w+"),
    shape(rf"\b(?:and|but) (?:{AUXILIARIES}) (?:you|we|they|he|she|it)\b"),
)
