"""The words a question of the coach may use that the learner did not write first.

Two lists, in base form: FUNCTION words hold a sentence together; PROCESS words are what one asks
with: noticing, telling, deciding, feeling, time, degree, people in general. Nothing in them is an
answer to a learner's problem. What would be (a method, a remedy, a diagnosis, praise) is left
out on purpose, and so a question can carry it only if the learner wrote it first.
"""

from __future__ import annotations

FUNCTION = frozenset(
    """
    a an the this that these those there here it its itself
    you your yours yourself yourselves they them their theirs themselves themself
    he him his himself she her hers herself one ones somebody someone something anybody anyone
    anything everybody everyone everything nobody none nothing who whom whose which what when
    where why how whatever whoever wherever whenever
    and or but nor so yet if than as while whether until unless though although
    of in on at by to for from with without within into onto about above after against along
    among around before behind below beneath beside between beyond down during except inside
    like near off out outside over past since through throughout toward towards under up upon
    via per despite across apart
    be am is are was were been being do does did done doing have has had having can could will
    would shall may might
    not no never ever always often sometimes usually rarely seldom again also too very quite
    rather more most less least much many few little enough some any each every all both either
    neither other others another same such only just even still already almost nearly
    now then today yesterday tomorrow tonight once twice later soon ago back away together alone
    else instead own well perhaps maybe far near first second third last next
    one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty
    s t re ve ll d m
    """.split()
)

PROCESS = frozenset(
    """
    ask answer tell say speak talk listen hear see look watch notice observe recall remember
    forget think believe know mean understand wonder imagine guess expect hope wish want like
    prefer need feel sense care matter mind worry trust doubt fear surprise
    happen change differ different difference differently same similar begin start stop end
    continue keep stay leave come go turn move get give take bring put let make become seem
    appear show hide hold carry follow wait spend use try work do act react respond reply
    decide choose choice decision option compare judge measure test check tell apart agree
    disagree share offer accept refuse avoid face meet join help hinder prevent keep protect
    allow stand stop cost gain lose miss risk affect shape influence drive pull push lie
    describe explain name count depend find discover decide plan prepare intend aim try
    experience notice concern bother annoy interest puzzle strike touch move encourage
    contribute bring lead ready willing able sure certain clear unclear true
    easy easily hard difficult simple possible important useful comfortable uncomfortable fair
    strong weak big small long short early late soon free open close honest
    safe usual unusual ordinary real right wrong only whole full single particular exact
    exactly mainly mostly really likely unlikely alike aware honest far deep directly
    thing way kind sort part side point place moment time day week month year hour minute
    morning afternoon evening night weekday start beginning middle end step stage turn case
    example instance situation problem challenge issue matter question answer story event
    reason cause effect result outcome consequence difference impact evidence sign proof fact
    detail view opinion perspective thought idea feeling emotion mood reaction response
    assumption belief guess expectation hope wish fear worry concern doubt value need interest
    goal aim purpose intention priority criterion standard limit boundary power role
    responsibility job task work workplace team group people person member colleague staff
    manager leader leadership customer organisation organization department company
    conversation discussion talk meeting message word voice tone silence pause
    body head heart eye face hand room life mind attention energy effort strength
    approach process practice habit pattern experience knowledge information
    pressure support trust respect relationship connection distance
    number amount extent degree level rest half deal lot bit
    information knowledge view decision action behaviour behavior picture sight sense
    surprise obstacle barrier lack read learn consequence cost price benefit
    available present involved responsible concerned allowed necessary enough committed
    immediately finally eventually recently originally initially previously afterwards
    beforehand meanwhile nowadays currently
    ensure manage handle deal cope succeed fail complete finish achieve reach complete
    telling doing saying going asking being correct money comment good
    weigh base position worth run live settle serve idea bear mention arrive stake alter assume
    interpret land consideration heavy play remark pride comfort account gap owe loyalty term match
    pass sit draw line signal perceive angle hint clue suggest rely depend promise commit tempt
    resist hesitate tension balance compromise freedom dilemma motive rule routine
    hesitation discomfort relief frustration frustrated upset angry anger nervous calm uneasy
    relieved curious tired hurt disappoint satisfied glad happy unhappy sad pleased
    chair shoe freely second travel unheard funny reveal matter echo linger attitude belief
    agreement silent quiet aloud loud public private formal informal reach lasting last run
    cross unsaid unspoken miss leave serve hang fit suit wrestle tug weight ease stand
    walk smile laugh nod sigh breathe stare whisper mutter greet thank ignore dismiss overlook
    postpone delay rush hurry linger spread drift slip stick rest rise fall drop spark
    trigger break ease disturb unsettle distract tire drain excite bore scare frighten threaten
    irritate amuse disappoint reassure satisfy admire envy resent love hate dislike enjoy
    dread regret seek escape guard question examine explore revisit rethink picture
    reality version corner root source thread layer scale size color colour price principle 
    boundary border bridge wall door window mirror lens frame foot pace rhythm
    speed direction path road audience witness gesture posture breath gut instinct intuition hunch
    logic symptom factor force authority status rank hat duty
    obligation permission chance opportunity possibility alternative danger threat safety security
    loss setback stress strain load burden demand request absence presence arrival departure
    reputation image loyalty respect
    curiosity willingness readiness urge wish ambition motive
    ordinary typical rare common recent previous current present former daily weekly
    visible invisible obvious hidden deep shallow sharp soft warm cold heavy light dark bright
    quick slow sudden gradual constant brief wide narrow near distant
    partly fully hardly barely slightly somewhat largely strongly quietly openly directly
    genuinely personally privately publicly usually normally rarely
    name label sound listen overhear
    guest patient pupil student visitor resident client passenger user office public
    """.split()
)
