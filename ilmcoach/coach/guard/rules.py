from __future__ import annotations
import re, unicodedata
from collections.abc import Callable
from msgspec import Struct
from ilmcoach.questions import check_question
from .reading import Candidate, FUNCTION_STEMS, PROCESS_STEMS
from .stems import stem, words_of

MOST_WORDS, LEAST_WORDS = 22, 3
c=lambda p: re.compile(p)

class Rule(Struct, frozen=True):
    name: str
    broken_by: Callable[[Candidate], bool]

OPEN = r"(?:what|how|who|whom|whose|which|when|where|why)"
AUX = r"(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must)"
ONE = r"(?:you|he|she|they|it|we|i)"

# letters -------------------------------------------------
_ALLOWED = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŵŷŴŶ0-9 ,'’‘“”\"?\-–%£€]+")
def letters(q): return _ALLOWED.fullmatch(q.text) is None or unicodedata.normalize("NFC", q.text) != q.text or "  " in q.text
def one_mark(q): return not q.text.endswith("?") or q.text.count("?") != 1 or '"' in q.text or '“' in q.text
def begins(q): return not q.text[:1].isupper()
def length(q): return not LEAST_WORDS <= len(q.words) <= MOST_WORDS or len(q.text) > 180
def numbers(q):
    known=set(re.findall(r"\d+(?:[.,]\d+)*", q.note))
    return any(n not in known for n in re.findall(r"\d+(?:[.,]\d+)*", q.text))
# form ----------------------------------------------------
HARD = {"empty","mark","sentence","short","closed","opener","advice","leading","assumes","choice"}
LEAD=c(r"^((?:if|had|were|should|standing|sitting|seen|looking|thinking|since|as|when|once|after|before|for|from|in|on|at|between|among|with|of|to|through|during|over|compared|apart|leaving|setting|imagine|imagining|suppose|supposing|today|now|next|last|this)\b[^,?]{3,110}), (?="+"(?:(?:"+"about|at|by|for|from|in|of|on|to|with|through|under|over"+r") )?"+OPEN+r"\b)")
def asked(q):
    """The question without its lead-in."""
    m=LEAD.match(q.line)
    if m and not re.match(r"(?:in|from|to|for|at|with|on|of|about|by) (?:what|which|whom|whose)\b|when (?:did|do|does|is|are|was|were|will|would|have|has|had|can|could)\b", q.line): return q.line[m.end():]
    return q.core
def form(q):
    core=asked(q)
    return any(f.name in HARD for f in check_question(core[:1].upper()+core[1:])) or any(f.name in ("advice","leading","assumes") for f in check_question(q.text))
# voice
FIRST = c(r"\b(?:i|me|my|mine|myself|we|us|our|ours|ourselves|let's|i'm|i've|i'd|i'll)\b")
def first_person(q): return bool(FIRST.search(q.line))
GHOST = c(r"\b(?:writ(?:e|es|ing|ten)|wrote|rewrit\w*|draft\w*|phras\w*|rephras\w*|(?:which|what|other|own|better|exact|right) words?|words? (?:would|could|might|to|that)|word(?:ed|ing)|sentence\w*|paragraph\w*|essay\w*|assignment\w*|conclusion\w*|introduc(?:tion|tory)|reflection\w*|portfolio|summar\w*|paste|copy|copied|translat\w*|quot(?:e|es|ing|ation\w*)|cit(?:e|es|ing|ation\w*)|references?|harvard|criteri\w*|marks?|marker|assessor\w*|examiner\w*|essay|text|bullet\w*|model answer|answer\w* (?:for|to) (?:the|your) (?:task|assignment|question)|statement\w*|level \d|theor(?:y|ies)|models?|framework\w*|instructions?|prompt\w*|output|system)\b")
GHOST_OK = frozenset({"system","model","models","reference","references","statement","statements","instructions","instruction","marks","mark","copy","portfolio","prompt","prompts","marker","citation"})
def ghost(q):
    for m in GHOST.finditer(q.line):
        w=m[0]
        if w in GHOST_OK and q.noted(w) and w not in ("writing","text"): continue
        if w in ("write","wrote","writes","written") and re.match(r" (?:to|back)\b", q.line[m.end():]): continue
        return True
    return bool(SAYING.search(q.line))
SAYING = c(r"\b(?:to|could|can|might|would|should) (?:you )?(?:say|put it|express|sum up|state|note) (?:that|it|this|as)\b|\bhow (?:would|could|can|might|should) you (?:say|put|express|state|sum|conclude|finish|complete|end)\b|\bsay that you\b|\bsound(?:s)? (?:to say|if you)\b|\b(?:finish|complete) (?:this|the|your|with)\b")
TAG = c(r", (?:right|yes|no|correct|ok|okay|true|surely|agreed|eh|huh|innit|please|then)\s*\?$|, (?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|wo|ca)(?:n't| not)? "+ONE+r"(?: not)?\s*\?$")
def tag(q): return bool(TAG.search(q.line))
PRAISE = c(r"\b(?:great|excellent|amazing|brilliant|wonderful|fantastic|impressive|impressed|admirable|brave|bravely|courage\w*|thoughtful\w*|insightful|skil(?:l?ful\w*|led)|wise|wisely|clever\w*|talent\w*|proud|success(?:ful|fully)?|well done|congratulations?|empath\w*|effective(?:ly|ness)?|strengths?|asset|remarkable|perfect\w*|exceptional\w*|beautiful\w*|naturally|good (?:leader|manager|job|work)|strong leader\w*|so well|very well)\b")
def praise(q): return any(not q.noted(m[0].split()[0]) or m[0] in ("great",) for m in PRAISE.finditer(q.line))
BLAME = c(r"\b(?:fail(?:ed|ing|s|ure)?|fault|blame\w*|guilt\w*|ashamed|shame\w*|weak(?:ness\w*)?|lazy|incompeten\w*|mistake\w*|wrong|bad(?:ly)?|poor(?:ly)?|inadequa\w*|neglect\w*|careless\w*|selfish\w*|stupid\w*)\b")
def blame(q): return any(not q.noted(m[0]) for m in BLAME.finditer(q.line))
INTRUDE = c(r"\b(?:dyslexi\w*|disab\w*|autis\w*|adhd|health|illness\w*|ill|sick(?:ness)?|disease\w*|medic\w*|diagnos\w*|therap\w*|counsel\w*|trauma\w*|depress\w*|anxiety|panic\w*|suicid\w*|pregnan\w*|relig\w*|faith|god|church|sexual\w*|gay|lesbian|gender|ethnic\w*|race|racial|nationality|marriage|married|divorc\w*|husband|wife|partner|boyfriend|girlfriend|childhood|mother|father|parents?|mum|dad|family|children|kids|salary|wages?|income|debts?|politic\w* (?:party|views?)|vote|address|phone number|email address|surname|full name|password\w*|union membership|weight|alcohol|drink(?:ing)? (?:problem|habit)\w*|drugs?|smok\w*|home life|private life|personal life|love life|tears|cry(?:ing)?|cried|wound\w*|heal(?:ed|ing)?|unconscious\w*|subconscious\w*|ego|inner child|self-esteem|past relationships?)\b")
NAMING = c(r"\bwho (?:is|are|was|were) (?:(?:the|your|these|those) (?!\w+ (?:for|about)\b)|(?:that|this|he|she|they)\b)|\bwhat(?:'s| is| are| was| were) (?:his|her|their|your|the \w+(?:'s|s')) (?:full |real |first |last )?names?\b|\bname (?:the|them|him|her|those|all|your)\b|\bnames? of\b|\b(?:phone|mobile|telephone|home)? ?number\b.*\breach|\'s (?:full |last |first )?(?:name|number|address|age|salary|record)\b|\bwhere (?:does|do|did) (?:he|she|they|[a-z]+) live\b|\bhow old\b|\bin prison for\b")
MILD=frozenset("mother father parent parents mum dad family children kids partner wife husband weight smoke smoked smoking drugs alcohol income debt debts wage wages salary vote faith church race gender ill sick marriage married ego".split())
def intrusion(q):
    for m in INTRUDE.finditer(q.line):
        w=m[0].split()[0]
        if m[0] in MILD and q.noted(w) and not re.search(r"\byour (?:own )?"+re.escape(w), q.line): continue
        return True
    return bool(NAMING.search(q.line))
QUIZ = c(r"\bdifferences? between (?!you|what|how|the way|one|when)|\bwhich (?:two|three|four|five|six|seven|eight|ten)\b|\bdefin\w+ (?:of|as)?\b|\bmeaning of (?:the )?(?:term|word)\b|\bwhat (?:is|are) (?:the )?(?:\w+ ){0,3}(?:steps?|stages?|types?|kinds?|principles?|elements?|characteristics|qualities|styles?|benefits?|advantages?|key|best|primary|main)\b|\bhow many (?:types|kinds|stages|styles|steps)\b|\bwho (?:invented|wrote|developed|proposed)\b|\bdescribed by\b|\baccording to\b")
def quiz(q): return bool(QUIZ.search(q.line))
# claims
BECAUSE = c(r"\b(?:because|therefore|thus|hence|so that|in order to|due to|owing to|thanks to|(?<!what )led (?:you|them|him|her|to)|leads? to|leading to|resulted in|results? in|which (?:means|meant|shows|showed|proves|made|makes|led|helped)|meaning that|so you would|as a result|that is why|given that|, since|seeing that|considering that|knowing that|even though|although|despite|whereas|by way of)\b")
def because(q): return bool(BECAUSE.search(q.line)) and not re.match(r"^(?:how do|how can|how could|what makes|what made) you (?:know|tell|sure|think|believe)\b", q.core)
INSIGHT = c(r"\b(?:did (?:\w+ ){1,2}learn|teach(?:es)?|taught|reali[sz]\w*|recogni[sz]\w*|acknowledg\w*|admit\w*|accept(?:ed|ing)? that|you (?:have )?learn(?:ed|t)|learn from|opened? your eyes|eye-open\w*|turning point|wake-?up|(?:come|came|able) to see|now see|finally|discover(?:ed|ing)?|grow(?:n|ing|th)?|grew|transform\w*|improv\w*|develop\w*|progress\w*|overcom\w*|overcame|lesson\w*|insight\w*|became|become|better|stronger|more confident|confiden\w*|resilien\w*|successful\w*|such an? \w+ (?:leader|manager|boss|colleague)|matur\w*|embrac\w*)\b")
def insight(q):
    for m in INSIGHT.finditer(q.line):
        w=m[0].split()[0]
        if w=="did" or w.startswith("you"): return True
        if w in ("learn","discover") and re.search(r"\b(?:could|might|can|do) (?:you )?"+w, q.line): continue
        if q.noted(w) and w not in ("better",) and not re.search(r"\b(?:did|have|has|had|how) (?:\w+ ){0,2}"+w, q.line): continue
        if w=="better" and q.noted("better") : continue
        return True
    return False
HELPED = c(r"\bhow (?:did|does|do|has|have|had|will|would|could|can|might|may) (?!you\b|they\b|he\b|she\b|it\b|we\b|the others\b)[^?]*?\b(?:help|improv|support|enabl|rais|strengthen|boost|reduc|allow|encourag|motivat|solv|prevent|make|made|lead|contribut|benefit|build|increas|ensur|resolv|creat|bring|turn|protect)\w*\b")
def helped(q): return bool(HELPED.search(q.core))
BY_DOING = c(r"\bby (?:not )?(?!the\b)((?!being\b)\w+ing)\b")
def by_doing(q):
    if re.match(r"what (?:could|might|can) you (?:learn|find out|discover|lose|risk)\b", q.core): return False
    if re.match(r"what (?:do|did) you mean\b", q.core): return False
    if re.match(r"what (?:are|were|is|was) (?:you|they|he|she) (?:trying|hoping|wanting|aiming)\b", q.core): return False
    if re.match(r"what (?:did|do) (?:you|they|he|she) (?:hope|want|mean|lose|expect)\b", q.core): return False
    return bool(BY_DOING.search(q.line))
KNOWING = r"(?:know|knew|known|tell|told|say|says|said|think|thinks|thought|believe|believes|mean|means|sure|certain|sign|signs|evidence|show|shows|expect|hope|hoped|guess|imagine|see|heard|hear|check|fear|worry|assume|feel|felt|something|anything|someone|everything|somebody|people|thing|things|moment|day|time|question|those|person|part|parts|one|all)"
THAT = c(r"(\w+) that (?:you|your|they|their|he|his|she|her|it|the|this|some|people|all|there)\b")
def that_clause(q): return any(not re.fullmatch(KNOWING,m[1]) and not (q.noted(m[1])) for m in THAT.finditer(q.line)) or bool(re.search(r"\b(?:impact|effect|fact|given|idea|truth|surprised|glad|proud|sorry|clear|true|obvious) (?:\w+ )?that (?:you|they|he|she|it|your|the)\b", q.line))
TAIL = c(r", (?:and|but|so|yet) (?!(?:also )?(?:"+OPEN+r"|to what|in what|at what|for whom|with whom|if so|by when|from whom)\b)(?:[^,?]*\b)?(?:you|they|he|she|it|i|we)(?:'re|'s|'ve|'d|'ll)?\b(?= (?!and\b|or\b)\w+)")
def tail(q): return bool(TAIL.search(q.line)) and not re.search(r"^(?:if|looking|when|as)\b", q.line)
# modal advice: 'how could you', 'when will you'
COGN = r"(?:know|tell|be (?:sure|certain|aware)|find out|feel|notice|see|describe|explain|decide|recogni[sz]e|want|like|prefer|need|expect|react|respond|say|have liked|do|be|imagine|check|judge|measure|miss|lose|learn|gain|hope|answer|choose|hear|think|change|give up|keep|want to|have)"
MODAL = c(r"^(?:and |so )?(?:how|when|where|what|who|which \w+|who else|what else|with whom|in what way|in which \w+) (?:else )?(?:can|could|will|would|might|may|are you going to|shall|do you (?:plan|intend) to) (?:you |your \w+ |they |he |she )?(?:also |then |best |still )?(\w+(?: \w+)?)")
PLAN=c(r"^(?:when|how|where|who|what|which \w+) (?:do|are|did) you (?:plan|going|intend|want|mean|aim) to (?!feel|know|see|hear|be|find|do|say|happen|change|understand|keep|protect|get|tell|ask|achieve|gain|lose|manage|avoid)|^when (?:will|would|can|could|should|might|are|do you (?:plan|intend|mean)) (?!you (?:know|notice|feel|see|say|want|be)\b)")
DET=r"(?:the|a|an|each|every|your|their|his|her|its|this|that|these|those|all|both|most|some|any|other|others|another|people|nobody|everybody|somebody|someone|everyone|anyone|they|he|she|it|one|two|three|[a-z]+'s?)"
def modal(q):
    core=asked(q)
    if PLAN.match(core): return True
    m=re.match(r"^(?:how|where) (?:else )?(?:can|could|will|would|might|may|shall|are) (?:you|we) (?:going to )?(?:also |then |best |still |really |ever )?((?:\w+)(?: \w+)?)", core)
    if m and not re.match(COGN, m[1]): return True
    m=re.match(r"^(?:how|where) (?:can|could|might|should|will) (?!you\b|it\b)(?:(?:the|your|a|an|each|this|these|those|that|their|his|her) )?(?:[a-z']+ ){0,2}?([a-z]+)\b(?: [a-z]+)?", core)
    if m and re.match(r"^(?:how|where) (?:can|could|should|will)\b",core) and not re.match(COGN+r"$", m[1]) and not re.search(r"\b(?:know|tell|feel|describe|see|hear|understand|notice|react|respond|explain|experience|look|sound|remember|read)\b", core): return True
    m=re.match(r"^(?:who|who else|what|what else|which [a-z]+) (?:can|could|will|would|might|should) (you )?([a-z']+(?: [a-z']+)?)", core)
    if m and not m[2].split()[0].endswith("ing") and not re.search(r"\b(?:can|could|will|would|might|should) [A-Z]", q.text) and not re.match(DET+r"\b", m[2]) and not re.match(r"(?:"+COGN+r"|help|happen|make|stop|get|be|tell|stay|lie|support|change|still|also|really|most|then|explain|mean|matter|follow|speak|agree|disagree|stand|count|it|give you|let you|feel|surprise|follow|become|come|go|remain|suffer|notice|ask|have)\b", m[2]): return True
    return False
# events: a past time clause must be the learner's own
EVENT = c(r"\b(?:when|after|before|once|while|as soon as|until|the (?:day|time|moment)|every time|last time|first time) (?:you|he|she|they|it|we|the \w+(?: \w+)?|your \w+(?: \w+)?|[a-z]+) (?:first |finally |then |just |had |were |was |have |has |have been |had been |end up |began |started )*([a-z]+(?:ed|t|d|n|ing)?)\b")
SAFE_EVENT = {stem(w) for w in "have be do happen hear talk think look see begin start feel know find decide try choose work notice want change reply answer respond speak".split()}
def event(q):
    for m in EVENT.finditer(q.line):
        if re.match(OPEN,q.line) and m.start()==0: continue
        w=m[1]
        if stem(w) in q.note_stems: continue
        if w in ("is","are","was","were","be","been","you","he","she","they","it","the","not","a","an","will","would","could","can","does","do","to"): continue
        if re.search(r"(?:ed|t)$|^(?:told|said|gave|went|took|made|left|met|spoke|saw|felt|heard|knew|became|came|began|lost|kept|held|ran|brought|paid|wrote|broke|fell|got|stood|let|put|set|chose|led|found|did|had)$", w) and stem(w) not in SAFE_EVENT: return True
    return False
# vocabulary
def unknown(q): 
    known=FUNCTION_STEMS|PROCESS_STEMS|set(q.note_stems)
    return [w for w,s in zip(q.words,q.stems) if s not in known]
def vocabulary(q): return bool(unknown(q))
# heads & pairs
def heads(q):
    """A thing spoken of as known ('the call') is one that the learner spoke of: as itself, not as part of another's name ('call centre')."""
    for m in re.finditer(r"\b(?:the|that|this|those|these|during|your) ((?:[a-z'-]+ ){0,2}?)([a-z'-]+)(?=\?|,| (?:and|or|but|of|in|on|at|to|for|from|with|that|which|who|you|he|she|they|is|are|was|were|has|had|have|will|would|before|after|when|if|as|by|about)\b)", q.line):
        noun=m[2]; s=stem(noun)
        if s in FUNCTION_STEMS or s in PROCESS_STEMS: continue
        spots=[i for i,x in enumerate(q.note_stems) if x==s]
        adj=[w for w in m[1].split() if stem(w) not in FUNCTION_STEMS and not w.endswith(("'s","'"))]
        if s not in PROCESS_STEMS and spots:
            if not any(i+1>=len(q.note_stems) or q.note_stems[i+1] in FUNCTION_STEMS or q.note_stems[i+1] in PROCESS_STEMS or _ends(q,i) for i in spots): return True
        for a in adj:
            sa=stem(a)
            if sa in PROCESS_STEMS and sa not in q.note_stems: continue
            near=[i for i,x in enumerate(q.note_stems) if x==sa]
            if spots and near and not any(abs(i-j)<=3 for i in spots for j in near): return True
            if near and not spots and s in PROCESS_STEMS and sa not in PROCESS_STEMS: return True
    return False
def _ends(q,i):
    # the learner's sentence ends after that word
    pattern=r"\W+".join(map(re.escape,q.note_words[max(0,i-1):i+1]))
    return bool(re.search(pattern+r"\s*[.,;:!?]", q.note.lower().replace("’","'")))
# retelling
def retelling(q):
    content=[s for s in q.stems if s not in FUNCTION_STEMS and s not in PROCESS_STEMS]
    if len(set(content))>7: return True
    run=0; pos=None
    n=q.note_stems
    for size in (8,):
        grams={n[i:i+size] for i in range(len(n)-size+1)}
        if any(q.stems[i:i+size] in grams for i in range(len(q.stems)-size+1)): return True
    return False
RELATIVE=c(r", (?:which|who|whom|whose|where|while|following|having|given|being|after|since|with)\b")
def relative(q): return bool(RELATIVE.search(q.core)) and not re.match(r"^(?:if|looking)",q.line)
def run_on(q): return bool(re.search(r",\s*"+OPEN+r"\s+(?:"+AUX+r"|'s)\b", asked(q)))
LISTS=c(r"\b\w+, [^,?]+(?:,| and| or) ")
def example(q):
    a=set(q.stems)-FUNCTION_STEMS
    for e in q.examples:
        b={stem(w) for w in words_of(e)}-FUNCTION_STEMS
        if a and len(a&b)/len(a|b)>=0.6: return True
    return False
NEG=c(r"\b(?:how|why|what) (?:did|do|could|can|have|had|would|will) (?:you|they|he|she) not\b|\bwhy (?:don't|didn't|haven't|can't|won't|do you not)\b")
def neg(q): return bool(NEG.search(q.core))
LOADED=c(r"\bhow (?:fair|right|wrong|wise|kind|honest|reasonable|sensible|safe|good|bad|healthy|professional) (?:is|was) it\b|\bhow (?:much )?long(?:er)? (?:can|will|do|are|would) you\b|\bwhat (?:makes|made) you (?:such )?an?\b|\bis it really\b|\bmore (?:to you )?than\b.*\bwhy\b")
def loaded(q): return bool(LOADED.search(q.line)) or bool(re.search(r"(?:^|[\s(])['‘][a-z]+ [^'’]{6,}['’]", q.text.lower()))
NEUTRAL=r"(?:affect|shap|influenc|feel|felt|look|seem|fit|sit|land|com|sound|strik|touch|cost|chang)"
ING_NO=("anything","nothing","something","everything","during","morning","evening","meeting","being","bring","king")
def gerund(q):
    """A doing made the subject is an answer supplied, unless it is the learner's own and the question is what it did."""
    m=re.match(r"^(?:how|in what way|in which way|what|where|whose \w+|to what extent|how far|how much|in what ways) (did|does|do|has|have|had|would|could|might|will|can|should|may) (?:not )?([a-z]+ing)\b(.*)$", asked(q))
    if not m or m[2] in ING_NO: return False
    if m[1] in ("would","could","might","will","can","should","may"):
        return not re.search(r"\b(?:cost|feel|ask of|take from|be like|look)\b", m[3]) or not q.noted(m[2]) and stem(m[2]) not in PROCESS_STEMS
    if not happened(q,m[2]): return stem(m[2]) not in {stem("being"),stem("having")} or True
    if m[1] in ("did","has","had","have"): return not re.search(r"\b(?:affect|shap|influenc|feel|felt|look|land|strike|sound|do to|leave)\w*\b", m[3])
    return bool(re.search(r"\b(?:show|prove|help|teach|build|improv|strengthen|support)\w*\b", m[3]))
def why_you(q): return bool(re.match(r"^why (?!do you (?:think|believe|suppose|say|imagine|feel|guess)\b|might\b)", asked(q))) or bool(re.search(r"\bso (?:hard|difficult|much|often|bad|long|little|few|many|quick|slow|afraid|sure|well|good|easily|strongly|important)\b", q.line))
MEET=("conversation","discussion","talk","chat","meeting","call","message","argument","moment")
SPEECH={stem(w) for w in "talk speak tell say ask conversation discussion chat argue shout meet meeting answer reply brief call told".split()}
def meeting(q):
    for m in re.finditer(r"\b(?:the|that|this|your|their|his|her|last|next|first|a|an)(?: (?:last|next|first|other|same|private|early|quiet))* (conversation|discussion|chat|meeting|call|message|argument|talk)s?\b(?! (?:think|do|mean))", q.line):
        if q.noted(m[1]): continue
        if m[1] in ("conversation","discussion","talk","chat") and SPEECH & set(q.note_stems) and not re.match(r" (?:with|about|between|at|on)\b", q.line[m.end():]): continue
        return True
    return False
def hypothesis(q):
    for m in re.finditer(r"\bif (you|he|she|they|it|we|the \w+|your \w+|[a-z]+) (.*)$", q.line):
        if q.line.startswith("if ") and m.start()==0:
            if re.match(r"if [a-z' ]+? (?:were|was|could|had) (?:telling|here|asked|to|in|able|sitting|watching|listening|reading|standing|looking|speaking|talking)\b", q.line): continue
        rest=m[2]
        if " and " in rest: return True
        if m[1]!="you" and not re.match(r"(?:were|was|is|are|had|has|have|do|does|did|could|can)? ?(?:not|n't|never|no)\b|(?:spoke|knew|saw|heard|said|asked|noticed|left|stopped|stayed|read|told|came|watched|listened|looked|were|was|could|had|found|felt|goes|changes|changed|mentions|mentioned|happened|happens|stays|continues|continued)\b", rest) and m[1] not in ("nobody","nothing","no"): return True
        if m[1]=="you" and not re.match(r"(?:were|are|could|can|did|do|had|have)? ?(?:not|n't|no longer|never|only|nothing)\b|(?:were|are)n't|did(?:n't)?\b|said (?:nothing|no)|stopped|waited|asked them$|(?:were|are) (?:not|in|the|one|them|away|ill|sure|asked|able|honest)\b|could|look|change nothing|changed nothing", rest): return True
    return False
MADE=c(r"\b(?:made|makes|led|helped|got|brought|drove|pushed|allowed|let|moved|inspired|encouraged) (?:you|him|her|them) (?:to |into )?(?:finally |decide to |want to )?([a-z]+)\b")
MADE_OK={stem(w) for w in "think feel say believe want choose notice wonder ask react act look pick expect hope hesitate stop hold wait do respond so that this the it a uncomfortable angry sure certain worried".split()}
def made_you(q):
    for m in MADE.finditer(q.line):
        if m[1] in ("to","the","that") : continue
        s_=stem(m[1])
        if happened(q,m[1]): continue
        if m[0].split()[0] in ("helped","allowed","inspired","encouraged"): return True
        if s_ in MADE_OK or s_ in FUNCTION_STEMS: continue
        return True
    return False
def counterfactual(q):
    return bool(re.search(r"\b(?:instead of|other than)\b", q.line)) or bool(re.search(r"\b(?:would|could|might) (?!you have (?:liked|wanted|needed|preferred|expected|said|hoped|missed)\b)(?:[a-z']+ ){0,12}?have (?:\w+ed|been|done|gone|said|told|made|kept|given|taken|felt|known|seen|helped|had|looked)\b", q.line)) and not re.search(r"\bmight (?:he|she|they|it|\w+) have (?:felt|thought|seen|heard|wanted|meant|needed|noticed|understood)\b", q.line)
NORM=c(r"\b(?:a|an|any|every|the|most|all) ?(?:good|great|real|strong|true|better|effective|inclusive|trusting|modern|democratic|wise|fair)? ?(?:leader|manager|chair|coach|supervisor|boss)s? (?:who|that|would|does|do|need|should|has|have|is|are|can|could|must|will|listens?|stops?|asks?)\b|\b(?:good|great|strong|better|effective|best) (?:leader|manager|chair|coach|supervisor|team|people)s?\b|\bpeople (?:need|want|learn|grow)\b")
def norm(q): return bool(NORM.search(q.line))
NEGATING={"not","never","no","nobody","avoid","without","nor","cannot","can't","don't","didn't","haven't","won't","couldn't","thought","thinking","afraid","hope","plan","want","to","should","could","would","will","might","if","may"}
def happened(q, word):
    s_=stem(word)
    for i,x in enumerate(q.note_stems):
        if x!=s_: continue
        form=q.note_words[i]; before=q.note_words[max(0,i-3):i]
        if form.endswith("ing") and not {"am","is","are","was","were","keep","kept","been","be","stopped","started","i'm"} & set(before): continue
        if NEGATING & set(before): continue
        return True
    return False
PAST=r"(?:[a-z]+ed|told|said|gave|went|took|made|left|met|spoke|saw|heard|knew|became|came|began|lost|kept|held|ran|brought|paid|wrote|broke|fell|got|stood|let|put|set|chose|led|found)"
def not_so(q):
    """A past event told as a fact, that in the note is only thought of, feared or denied."""
    for m in re.finditer(r"\b(?:when|after|before|once|while|since|as soon as|until) (?:you|he|she|they|it|the \w+(?: \w+)?|your \w+|[a-z]+) (?:first |finally |then |just )*("+PAST+r")\b", q.line):
        if stem(m[1]) in q.note_stems and not happened(q,m[1]): return True
    m=re.match(r"^(?:which|who|whose)\b(?: (?!has\b|have\b|had\b|is\b|are\b|was\b|were\b|do\b|does\b|did\b|could\b|would\b|can\b|will\b|might\b|may\b)[a-z']+)*? ("+PAST+r")\b", q.core)
    if m and m[1] not in ("affected","involved","concerned","needed","missed","used","interested") and not happened(q,m[1]): return True
    return False
RULES=[Rule(n,f) for n,f in [("letters",letters),("one mark",one_mark),("begins",begins),("length",length),("numbers",numbers),("form",form),("first person",first_person),("writing",ghost),("tag",tag),("praise",praise),("blame",blame),("intrusion",intrusion),("quiz",quiz),("because",because),("insight",insight),("helped",helped),("by doing",by_doing),("that",that_clause),("tail",tail),("modal",modal),("event",event),("vocabulary",vocabulary),("heads",heads),("retelling",retelling),("relative",relative),("run on",run_on),("negation",neg),("gerund",gerund),("why you",why_you),("meeting",meeting),("hypothesis",hypothesis),("made you",made_you),("counterfactual",counterfactual),("norm",norm),("not so",not_so),("loaded",loaded),("example",example)]]
def judge(text,note,examples=()):
    q=Candidate.read(text,note,tuple(examples))
    return [r.name for r in RULES if r.broken_by(q)]
