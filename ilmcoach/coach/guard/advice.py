"""The rule about advice in the shape of 'how could you' and 'when will you'."""

from __future__ import annotations

import re

from .candidate import Candidate

_MIND = (
    "(?:know|tell|be (?:sure|certain|aware)|find out|feel|notice|see|describe|explain|decide|"
    "recogni[sz]e|want|like|prefer|need|expect|react|respond|say|have liked|do|be|imagine|check|"
    "judge|measure|trust|miss|lose|learn|gain|hope|answer|choose|hear|think|change|give up|"
    "keep|have)\\b"
)
"""What a mind does: to ask how one could do that is no advice."""
_PLAN = re.compile(
    r"(?:when|how|where|who|what|which \w+) (?:do|are|did) you (?:plan|going|intend|want|mean|aim) "
    r"to (?!feel|know|see|hear|be|find|do|say|happen|change|understand|keep|protect|get|tell|ask|"
    r"achieve|gain|lose|manage|avoid)"
    r"|by when (?:[a-z]+ ){1,4}will\b|(?:by )?when (?:will|would|can|could|should|might|are|do "
    r"you (?:plan|intend|mean)) "
    r"(?!you (?:know|notice|feel|see|say|want|be)\b)"
)
_SETTLED = re.compile(
    r"(?:how|what|what \w+|which \w+|whom|who) will you (?!know|notice|feel|see|miss|need|look|"
    r"decide|judge|measure|be sure|check|remember|want|make up your mind)"
    r"|how (?:ready|willing|prepared|soon|likely|able|keen|close|open|far) (?:are|can|will|"
    r"(?<!far )do\b|is "
    r"(?!the\b|this\b|that\b|your\b))"
    r"|.*\bwill you (?!know|notice|feel|see|make up your mind)|.*\bcould you and\b|which of "
    r"(?:these|the following)\b"
    r"|what would it take\b"
    r"|how (?:many|much) more\b|how much longer\b"
)
_FUTURE = re.compile(
    r"(?:how|what|what \w+|which \w+|when|where|who|whose \w+) will (?!tell you|happen if nothing|"
    r"you (?:know|notice|miss|see|feel|want|need)\b)"
)
"""'What will she hear when you …' takes as settled that one does."""
_FITTING = re.compile(
    r".*\bwould (?!help you (?:to )?(?:decide|know|tell|judge)\b(?! to))"
    r"(?:let|suit|help|allow|make it|be (?:an?|fair|kind|right|best|good|fairer|easier|"
    r"wise|enough))\b"
    r"|(?:on |in |at |to |with )?(?:which|what) (?!would\b|might\b|will\b)(?:[a-z']+ )+?(?:could|"
    r"can) "
    r"(?!only\b|not\b|have\b|you (?:not )?(?:lose|learn|see|know|tell|hear|miss|feel)\b)"
    r"|(?:[a-z]+ )?whom? (?:[a-z]+ ){0,5}(?:could|would|might) you (?:trust with|ask to|hand|give|"
    r"send|choose)\b"
    r"|who(?: else)? needs? to\b|.*\bneeds? to (?:hear|be told)\b"
    r"|how would you like (?:the|it|your|them|him|her)\b"
)
_SO_AS_TO = re.compile(
    r"what (?:will|would|could|can) you (?:say|do|tell|change|ask)\b.* to "
    r"(?:show|make|help|get|let|keep|prove|win|build)\b"
    r"|what (?:could|can|might|will) you (?:say|tell|ask)\b.* about (?:not )?[a-z]+ing\b"
)
_YOU = re.compile(
    r"(?:how|where) (?:else )?(?:can|could|will|would|might|may|shall|are) (?:you|we) (?!(?:and|"
    r"in)\b)"
    r"(?:going to )?(?:also |then |best |still |really |ever )?(\w+(?: \w+)?)"
)
_OTHERS = re.compile(
    r"(?:how|where) (?:can|could|should|will) (?!you\b|it\b)"
    r"(?:(?:the|your|an?|each|this|these|those|that|their|his|her) )?(?:[a-z']+ ){0,2}?([a-z]+)\b"
)
_OTHERS_MIND = re.compile(
    r"\b(?:know|tell|feel|describe|see|hear|understand|notice|react|respond|explain|experience|"
    r"look|sound|remember|read)\b"
)
_SUBJECT = re.compile(
    r"(?:who|who else|what|what else|which [a-z]+) (?:can|could|will|would|might|should) (?:you )?"
    r"([a-z']+(?: [a-z']+)?)"
)
_NAME_NEXT = re.compile(r"\b(?:can|could|will|would|might|should) [A-Z]")
_SOMEBODY = re.compile(
    r"(?:the|an?|each|every|your|their|his|her|its|this|that|these|those|all|both|most|some|any|"
    r"others?|another|people|nobody|everybody|somebody|someone|everyone|anyone|they|he|she|it|one|"
    r"two|three|[a-z]+'s?)\b"
)
_CAN_HAPPEN = re.compile(
    rf"(?:{_MIND}|help|happen|make|stop|get|stay|lie|support|still|also|really|most|then|mean|"
    r"matter|follow|speak|agree|disagree|stand|count|it|give you|let you|surprise|become|come|go|"
    r"remain|suffer|ask|[a-z]+ look like|worry|bother|interest|trouble|strike)\b"
)


def advice(one: Candidate) -> bool:
    """A way to go, asked for as a plan or a possibility: the way is the learner's to find."""
    core = one.core
    if _PLAN.match(core) or _SO_AS_TO.match(core) or _SETTLED.match(core):
        return True
    if _FUTURE.match(core) or _FITTING.match(core):
        return True
    if (found := _YOU.match(core)) and not re.match(_MIND, found[1]):
        return True
    found = _OTHERS.match(core)
    if found and not re.fullmatch(_MIND, found[1]) and not _OTHERS_MIND.search(core):
        return True
    found = _SUBJECT.match(core)
    if found is None or _NAME_NEXT.search(one.text) or _SOMEBODY.match(found[1]):
        return False
    doing_first = found[1].split()[0].endswith("ing")
    return not doing_first and not _CAN_HAPPEN.match(found[1])
