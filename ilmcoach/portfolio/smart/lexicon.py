"""English words that the five tests go by, as learners on a leadership course use them."""

from __future__ import annotations


def words_in(text: str) -> frozenset[str]:
    """The words of `text`, parted by white space."""
    return frozenset(text.split())


DOING = words_in(
    """
    act add address adjust advise agree alternate announce answer apologise appoint approach
    arrange ask assess assign attend audit award back ban block book brief bring build buy
    call cancel carry cascade celebrate chair challenge change chase check choose circulate
    clarify clear close coach collect colour come compare compile complete conduct confirm
    congratulate consult contact contribute cook copy correct count cover create cut debrief
    decide decline define delegate deliver demonstrate describe design diarise direct discuss
    display distribute divide do document double draft draw drop edit email enrol establish
    evaluate examine explain facilitate fetch file fill find finish fix follow forward gather
    get give go greet guide halve hand handover hear hire hold host identify implement include
    inform inspect install interrupt interview introduce invite involve join judge keep launch
    leave let limit link list listen log look mail make map mark measure meet mentor message
    micromanage minute moderate monitor move name negotiate nominate note observe offer open
    order organise organize outline pair participate pass pause phone pick pilot place plan
    post praise prepare present print prioritise process produce propose provide publish pull
    push put query question raise rate read rebuild receive recognise recommend record recruit
    redesign reduce refer refuse rehearse reject remind remove reopen reorganise repeat
    replace reply report request research resolve respond restructure return review revise
    reward rewrite ring role-play rotate run say schedule score screen see sell send serve set
    settle set-up shadow share show sign sign-off simplify sit skip solve sort speak speed
    split spend staff stand start state step stop submit suggest summarise supervise supply
    support survey swap switch tackle take talk teach telephone tell test thank tick touch
    track train transfer translate triage turn update use verify video visit volunteer vote
    wait walk warn watch welcome withdraw work write come-back email-back feed ensure
    encourage double-check cross-train proofread reschedule intervene overrule redirect rely
    rota timetable triple lend borrow lower cap hand-over
    """
)
"""Verbs that somebody else could see or hear being done."""

VAGUE = words_in(
    """
    accept adapt aim appreciate aspire attempt become believe broaden care concentrate
    consider cultivate deepen desire embrace endeavour enhance enjoy excel expand familiarise
    feel focus foster further grasp grow hope improve internalise know learn master maximise
    mean nurture optimise overcome progress reflect realise realize remain respect seek seem
    stay strengthen strive succeed think tolerate trust try understand value want widen wish
    evolve
    """
)
"""Verbs that nobody can see."""

SOFT = words_in(
    """
    behave communicate cope deal empower engage handle influence inspire interact lead manage
    motivate perform
    """
)
"""Verbs that can be seen only where it is said what is done: not with 'better' or 'more'."""

LIGHT = words_in(
    """
    boost bring build create demonstrate develop display earn establish find gain get give
    have increase keep maintain make produce promote provide put raise reduce set show take
    use win
    """
)
"""Verbs that say no more than their object does."""

ABSTRACT = words_in(
    """
    ability assertiveness attitude authority awareness calm capability climate commitment
    communication competence confidence confident control credibility culture drive
    effectiveness empathy engagement enthusiasm environment influence insight judgement
    knowledge leader leadership mindset morale motivation openness ownership patience patient
    performance positivity potential presence productivity rapport relations relationship
    relationships resilience respect self-awareness self-belief self-confidence self-esteem
    skill skills spirit strength strengths style team-spirit teamwork trust understanding
    weaknesses
    """
)
"""Objects that nobody can see."""

BETTER = words_in(
    """
    better best greater stronger clearer closer deeper higher effective good great improved
    """
)
QUALIFIERS = BETTER | words_in(
    """
    more less well effectively confidently efficiently properly successfully positively
    """
)

AUXILIARIES = words_in(
    """
    start stop begin keep continue avoid finish practise practice quit commence
    """
)
"""Verbs that pass the question on to the `-ing` form after them."""

SUBJECTS = words_in(
    """
    i we they he she you who nobody everybody everyone somebody someone anyone deputy deputies
    manager managers boss supervisor supervisors team staff people person member members
    colleague colleagues leader leaders customer customers client clients tutor mentor
    director apprentice apprentices trainee trainees set shift nurse nurses crew partner
    volunteers others
    """
)
"""Words that may stand before a verb as the one who does it."""

HELPERS = words_in(
    """
    will would shall should can could may might must do does did have has had is are was were
    been be being am to not never always also only just then now no longer both each all still
    regularly usually myself themselves who have-to
    """
)
"""Words that may stand between a subject and its verb."""

DETERMINERS = words_in(
    """
    a an the my our their his her its this that these those each every all both one two three
    four five six seven eight nine ten some any at-least another somebody someone everyone
    everybody people
    """
)

EMPTY = (
    DETERMINERS
    | HELPERS
    | QUALIFIERS
    | words_in(
        """
    about above across after again ahead along among and around as aside at away back because
    before behind below beside between but by down during else even ever far fast for from go going
    hard harder here how if in into it itself less like lot lots maybe me more most much near
    nor of off often on once onto or ours out over please quickly quite rather really since so
    some soon sooner such than them there through together too toward towards twice under
    until up us very via well what when where whether which while with within without yes him
    herself himself theirs mine yours you i we they he she it's something anything everything
    things thing stuff today tomorrow tonight week weeks weekly fortnight fortnightly month
    months monthly day days daily year years yearly quarter quarterly hour hours minute
    minutes time times morning mornings afternoon evening night monday tuesday wednesday
    thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays january
    february march april june july august september october november december christmas easter
    summer autumn winter spring end start beginning next last
    """
    )
    - words_in("people somebody someone everyone everybody set")
)
"""Words that cannot be what a verb is done to, or with whom."""

IRREGULAR = {
    "began": "begin", "begun": "begin", "bought": "buy", "brought": "bring", "built": "build",
    "came": "come", "chose": "choose", "chosen": "choose", "dealt": "deal", "drawn": "draw",
    "drew": "draw", "did": "do", "does": "do", "done": "do", "fed": "feed", "felt": "feel",
    "found": "find", "gave": "give", "given": "give", "goes": "go", "gone": "go", "got": "get",
    "grew": "grow", "grown": "grow", "had": "have", "has": "have", "held": "hold", "kept": "keep",
    "knew": "know", "known": "know", "learnt": "learn", "led": "lead", "left": "leave",
    "lent": "lend", "made": "make", "met": "meet", "ran": "run", "rang": "ring", "rung": "ring",
    "saw": "see", "seen": "see", "heard": "hear",
    "rewritten": "rewrite", "said": "say", "sat": "sit", "sent": "send", "shown": "show",
    "sold": "sell", "spent": "spend", "spoke": "speak", "spoken": "speak", "stood": "stand",
    "taken": "take", "taught": "teach", "thought": "think", "told": "tell", "took": "take",
    "understood": "understand", "went": "go", "withdrawn": "withdraw", "written": "write",
    "wrote": "write",
}  # fmt: skip
"""Past forms that do not end in `-ed`; those that look like their base (`set`) are left out."""

FEELINGS = words_in(
    """
    bored engaged experienced focused focussed interested involved motivated organised
    organized pleased prepared relaxed respected satisfied skilled stressed supported trusted
    valued improved increased limited rewarded challenged welcomed recognised needed required
    """
)
"""Past forms that say how somebody is rather than what was done."""
