"""Rules about what a question is for: writing, judging, prying and teaching are not its job."""

from __future__ import annotations

import re

from .candidate import Candidate
from .stems import words_of

_WRITING = re.compile(
    r"\b(?:writ(?:e|es|ing|ten)|wrote|rewrit\w*|draft\w*|phras\w*|rephras\w*|"
    r"(?:which|what|other|own|better|exact|right) words?|words? (?:would|could|might|to|that)|"
    r"word(?:ed|ing)|sentence\w*|paragraph\w*|essay\w*|assignment\w*|conclusion\w*|"
    r"introduc(?:tion|tory)|reflection\w*|portfolio|summar\w*|paste|copy|copied|translat\w*|"
    r"quot(?:e|es|ing|ation\w*)|cit(?:e|es|ing|ation\w*)|references?|harvard|criteri\w*|marks?|"
    r"marker|assessor\w*|examiner\w*|text|bullet\w*|model answer|"
    r"answer\w* (?:for|to) (?:the|your) (?:task|assignment|question)|statement\w*|level \d|"
    r"theor(?:y|ies)|models?|framework\w*|instructions?|prompt\w*|output|system|log entry)\b"
)
_AT_WORK_TOO = frozenset(
    "system model models reference references statement statements instructions instruction marks "
    "mark copy copied portfolio prompt prompts marker citation".split()
)
"""Words of writing that are also things at work, if the learner speaks of them."""
_WRITTEN_AT_WORK = frozenset("write wrote writes written text".split())
_OF_THE_TASK = re.compile(
    r"\b(?:assignment|reflection|paragraph|essay|conclusion|criteri|sentence|rewrite|draft|words|"
    r"model answer|prompt|instructions|coach|system:)"
)
_SAYING = re.compile(
    r"\b(?:to|could|can|might|would|should) (?:you )?(?:say|put it|express|sum up|state|note) "
    r"(?:that|it|this|as)\b"
    r"|\bhow (?:would|could|can|might|should) you (?:say|put|express|state|sum|conclude|finish|"
    r"complete|end)\b"
    r"|\b(?:to|can|could|would|might|should|you) say that you\b|\bsounds? (?:to say|if you)\b"
    r"|\b(?:finish|complete) (?:this|the|your|with)\b"
)
_PRAISE = re.compile(
    r"\b(?:great|excellent|amazing|brilliant|wonderful|fantastic|impressive|impressed|admirable|"
    r"brave|bravely|courage\w*|thoughtful\w*|insightful|skil(?:l?ful\w*|led)|wise|wisely|clever\w*|"
    r"talent\w*|proud|success(?:ful|fully)?|well done|congratulations?|empath\w*|"
    r"effective(?:ly|ness)?|strengths?|asset|remarkable|perfect\w*|exceptional\w*|beautiful\w*|"
    r"naturally|patient(?:ly)? (?:way|leader|manager)|calm way|good (?:leader|manager|job|work)|"
    r"strong leader\w*|so well|very well|lovely|caring|gifted|superb|terrific|outstanding|"
    r"inspir\w*|fabulous|kind-hearted|such an? (?!way\b|thing\b|time\b|moment\b|question\b))\b"
)
_BLAME = re.compile(
    r"\b(?:fail(?:ed|ing|s|ure)?|fault|blame\w*|guilt\w*|ashamed|shame\w*|weak(?:ness\w*)?|lazy|"
    r"incompeten\w*|mistake\w*|wrong|bad(?:ly)?|poor(?:ly)?|inadequa\w*|neglect\w*|careless\w*|"
    r"selfish\w*|stupid\w*|coward\w*|let (?:them|him|her|everybody|people) down)\b"
)
_LOADED = re.compile(
    r"\bhow (?:fair|right|wrong|wise|kind|honest|reasonable|sensible|safe|good|bad|healthy|"
    r"professional)\b(?: \w+)? (?:is|was) it\b|\bhow fair (?:is|was)\b"
    r"|\bhow (?:much )?long(?:er)? (?:can|will|do|are|would) you\b(?! see)"
    r"|\bright thing\b|\bthe importance of\b|\bhow important (?:is|was) it\b"
    r"|\bbecome your (?:way|habit)\b|\bmakes? (?:\w+ ){1,3}(?:too|just)\b"
    r"|\bdo(?:ne|es)? (?:right|wrong|well)\b|\bin the (?:right|wrong)\b|\bmakes? you\?$"
    r"|\bhow (?:kind|good|brave|wise|nice|generous|clever) (?:of|was|were)\b"
    r"|\bwhat (?:makes|made) you (?:such )?an?\b|\bis it really\b"
    r"|\bso (?!far\b|that\b|to\b)[a-z]+|\bhow \w+ (?:is|was|would) it (?:to|for|that|of)\b"
    r"|\bwhat (?:message|signal)s? (?:did|do|does|has|have|might|would|will)\b.*\bsend"
    r"|\bhave that you (?:do not|don't|did not|lack)\b"
    r"|\bleaves? .*\b(?:ones?|half|others|people|them|him|her) out\b"
    r"|\bwhat is it about\b.* that (?:makes?|keeps?) (?:them|him|her)\b"
    r"|\bthe (?!one |people )[a-z]+ (?:that )?you need\b|\bthe right (?:one|time|moment|person)\b"
    r"|\bthe (?:answer|reply) (?:that )?you (?:wish|want|would like)\b"
    r"|\bif not (?:you|yours|him|her|them)\b|\bif not \w+\?$|\bowe\b.*\b(?:for|after|since)\b"
    r"|\bthe \w+ that \w+ needs?\b|\bthe only one\b|\bthe (?:least|worst|best)\b"
    r"|\bwhat you (?:do|did|have|had) not\b|\bdid you (?:let|allow)\b|\bhave you (?:let|"
    r"allowed)\b(?! \w+ (?:know|see|hear)\b)"
    r"|\b(?:does|did|do)\b.*\bsay about (?:you|your|how)\b|\btaken? (?:it |them )?for granted\b"
    r"|\b(?:made|makes|led|drove) you (?:\w+ )?(?:bull(?:y|ied)|humiliat\w+|belittl\w+|"
    r"manipulat\w+|sulk\w*|betray\w*|abandon\w*|undermin\w+|sabotag\w+|nag(?:ged)?|lie|cheat\w*)\b"
    r"|\bthinks? (?:he|she|they)(?:'s|'re| is| are) (?:doing|playing|up to)\b"
    r"|, (?:honestly|really|seriously|frankly)\?$"
    r"|\btake back\b|\bwish you (?:could|had)\b|\bwithout (?!a word(?! of))(?:an?|any|\w+ing)\b"
    r"|\bin what ways? (?:is|are|was|were|am)\b(?!.*\bmeant to\b)|\bhow much of\b.*\bcomes? from\b"
)
_COMPARED = re.compile(
    r"\b(?:easier|harder|kinder|safer|worse|less \w+|more \w+)\b.*\bthan\b( to\b)?"
)
_WHAT_EASES = re.compile(r"what ma[kd]es? .*\b(?:easier|harder) to\b")
"""'What makes it easier to ask her than him' weighs people, not one way against another."""
_NORM = re.compile(
    r"\b(?:a|an|any|every|the|most|all) ?(?:good|great|real|strong|true|better|effective|inclusive|"
    r"trusting|modern|democratic|wise|fair)? ?(?:leader|manager|chair|coach|supervisor|boss)s? "
    r"(?:who|that|would|does|do|need|should|has|have|is|are|can|could|must|will|listens?|stops?|"
    r"asks?)\b"
    r"|\b(?:good|great|strong|better|effective|best) "
    r"(?:leader|manager|chair|coach|supervisor|team|people)s?\b"
    r"|\b(?!your\b|the\b|their\b|our\b|these\b|those\b)\w+ leaders\b|, as any\b"
    r"|\bwhat makes people\b|\bpeople \w+ \w* ?when they\b"
    r"|\ba (?:leader|manager|chair|coach|boss)'s\b"
    r"|\bwhat (?:sort|kind|type) of (?:leader|manager|person|boss|colleague)\b"
    r"|\bpeople (?:need|want|learn|grow)\b"
)
_QUIZ = re.compile(
    r"\bdifferences? between (?!you|what|how|the way|one|when)"
    r"|\bwhich (?:two|three|four|five|six|seven|eight|ten)\b|\bdefin\w+ (?:of|as)?\b"
    r"|\bwhat (?:is|are) the (?:two|three|four|five|six|seven|eight|ten|\d+)\b"
    r"|\bwhat is (?:a|an|one) (?:half|third|quarter|fifth|tenth)\b"
    r"|\bwhich of the (?:\w+ )?(?:stages|styles|types|phases|levels|steps)\b"
    r"|\bmeaning of (?:the )?(?:term|word)\b"
    r"|\bwhat (?:is|are) (?:the )?(?:\w+ ){0,3}(?:steps?|stages?|types?|kinds?|principles?|"
    r"elements?|characteristics|qualities|styles?|benefits?|advantages?|key|best|primary|main)\b"
    r"|\bhow many (?:types|kinds|stages|styles|steps)\b"
    r"|\bwho (?:invented|wrote|developed|proposed)\b|\bdescribed by\b|\baccording to\b"
)
_PRYING = re.compile(
    r"\b(?:dyslexi\w*|disab\w*|autis\w*|adhd|health|illness\w*|ill|sick(?:ness)?|disease\w*|"
    r"medic\w*|diagnos\w*|therap\w*|counsel\w*|trauma\w*|depress\w*|anxiety|panic\w*|suicid\w*|"
    r"pregnan\w*|relig\w*|faith|god|church|sexual\w*|gay|lesbian|gender|ethnic\w*|race|racial|"
    r"nationality|marriage|married|divorc\w*|husband|wife|partner|boyfriend|girlfriend|childhood|"
    r"mother|father|parents?|mum|dad|family|children|kids|salary|wages?|income|debts?|"
    r"bonus|pension|mortgage|pay|paid|earn(?:s|ed|ings)?|"
    r"(?:your|his|her|their|\w+'s) hearing|hearing (?:aids?|loss|tests?|problems?)|eyesight|"
    r"mak(?:e|es|ing) \w+ cry|"
    r"politic\w* (?:party|views?)|vote|address|phone number|email address|surname|full name|"
    r"password\w*|union membership|"
    r"(?:your|his|her|their|\w+'s) (?:body )?weight|(?:los|gain|put)\w* (?:on )?weight|alcohol|"
    r"drink(?:ing)? (?:problem|habit)\w*|drugs?|"
    r"smok\w*|"
    r"(?:your|his|her|their) body|surger\w*|surgical|hormon\w*|menopaus\w*|"
    r"(?:hip|knee|heart|back|eye) (?:op|operation|pain|problem|replacement)\w*|"
    r"(?:home|private|personal|love) life|early (?:hurt|years|life)|tears|wound\w*|heal(?:ed|ing)?|"
    r"unconscious\w*|subconscious\w*|ego|inner child|self-esteem|past relationships?|"
    r"running away from)\b"
)
_TOLD_OPENLY = frozenset(
    "mother father parent parents mum dad family children kids partner wife husband weight smoke "
    "smoked smoking drugs alcohol income debt debts wage wages salary vote faith church race "
    "pay paid bonus therapist therapists gender ill sick marriage married ego".split()
)
"""Words that may be what the work is about, where the learner speaks of them."""
_NAMING = re.compile(
    r"\bwho (?:is|are|was|were) (?:(?:the|your|these|those) (?!(?:\w+ ){1,3}(?:for|about|to)\b)|"
    r"(?:that|this|he|she|they)\b)"
    r"|\bname (?:the|them|him|her|those|all|your)\b|\bnames? of\b"
    r"|\bwhat(?:'s| is| are| was| were) (?:his|her|their|your|.{1,20}'s) names?\b"
    r"|\b(?:full|real|first|last|maiden) names?\b"
    r"|\bnumber\b.*\breach|'s (?:full |last |first )?(?:name|number|address|age|salary|record)\b"
    r"|\bwhere (?:does|do|did) (?:he|she|they|[a-z]+) live\b|\bhow old\b|\bin prison for\b"
    r"|^who (?:is|was|are|were) \w+ing\b"
    r"|^who\b.* do you (?:think|suppose) (?:wrote|told|said|took|did|put|complained)\b"
    r"|^who (?:put|left|told|said|took|did|broke|wrote|gave|made)\b"
    r"|^which (?:\w+ )?(?:teacher|person|member|colleague|man|woman|lad|nurse|officer|manager|"
    r"worker)s? (?:told|said|put|took|did|left|gave|made|wrote|complained)\b"
    r"|^how (?:is|are|was|were) (?:(?:mr |mrs |ms |miss |dr )?\w+'s|his|her|their) |\bthe matter "
    r"with\b|\brough year\b"
    r"|\boff with\b|\b(?:daughter|son|brother|sister|girlfriend|boyfriend)s?\b"
    r"|\bin your (?:own )?life\b|\btake you back\b"
    r"|\bplans? for (?:children|a family|marriage)\b"
)


def writing(one: Candidate) -> bool:
    """Wording, drafting, quoting, marking: the writing is the learner's."""
    of_the_task = _OF_THE_TASK.search(one.note.lower()) is not None
    for found in _WRITING.finditer(one.line):
        word = found[0]
        at_work = word in _AT_WORK_TOO or (word in _WRITTEN_AT_WORK and not of_the_task)
        if at_work and one.noted(word):
            continue
        to_somebody = one.line[found.end() :].startswith((" to ", " back"))
        if not (word in ("write", "wrote", "writes", "written") and to_somebody):
            return True
    return _SAYING.search(one.line) is not None


def praise(one: Candidate) -> bool:
    """Flattery, or a merit that the learner did not claim."""
    return any(
        found[0] == "great" or not one.noted(found[0].split()[0])
        for found in _PRAISE.finditer(one.line)
    )


def blame(one: Candidate) -> bool:
    """A fault that the learner did not name."""
    return any(not one.noted(found[0]) for found in _BLAME.finditer(one.line))


def loaded(one: Candidate) -> bool:
    """A verdict in the shape of a question, unless it is the learner's own, in the same words."""
    compared = _COMPARED.search(one.line)
    if compared and (compared[1] or not _WHAT_EASES.match(one.line)):
        return True
    return any(not _in_note(one, found[0]) for found in _LOADED.finditer(one.line))


def _in_note(one: Candidate, phrase: str) -> bool:
    words = words_of(phrase)
    length = len(words)
    ends = range(len(one.note_words) - length + 1)
    return any(one.note_words[at : at + length] == words for at in ends)


def norm(one: Candidate) -> bool:
    """What a good leader does: that is an answer."""
    return _NORM.search(one.line) is not None


def quiz(one: Candidate) -> bool:
    """A test of knowledge; knowledge is what the reading is for."""
    return _QUIZ.search(one.line) is not None


def prying(one: Candidate) -> bool:
    """Health, belief, family, money, names and addresses; and the work of a therapist."""
    for found in _PRYING.finditer(one.line):
        word = found[0].split()[0]
        about_self = re.search(rf"\byour (?:own )?{re.escape(word)}", one.line)
        if found[0] in _TOLD_OPENLY and one.noted(word) and not about_self:
            continue
        return True
    return _NAMING.search(one.line) is not None
