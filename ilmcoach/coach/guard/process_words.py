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
    able absence accept account achieve act action add affect afternoon afterwards agree
    agreement aim alike allow allowed aloud alter alternative ambition amount amuse angle annoy
    answer apart appear apply approach arise arrange arrival arrive aside ask asking assess
    assume assumption attach attend attention attitude attract audience authority available
    avoid await aware balance barely barrier base basis bear become beforehand begin beginning
    behalf behavior behaviour being belief believe benefit big bit body border borrow bother
    boundary break breath breathe bridge brief bright bring build burden busy calculate calm
    care carry case cast catch cause certain chair challenge chance change charge check choice
    choose clash clear client clock close closest clue cold colleague collect color colour
    combine come comfort comfortable comment commit committed common company compare complete
    compromise concern concerned conclude condition confirm confuse connect connection
    consequence consider consideration constant consult contact continue contribute conversation
    convey cope corner correct cost count cover criterion cross curiosity curious current
    currently customer cut daily danger dark date day deal debate decide decision deep degree
    delay deliver demand department departure depend describe design detail detect differ
    difference different differently difficult dilemma direct direction directly disagree
    discomfort discover discussion dismiss distance distant distract disturb do doing door doubt
    drain draw drift drive drop duty early ease easily easy echo effect effort emotion encourage
    end energy enjoy enough ensure equal escape evening event eventually evidence exact exactly
    examine example excite expect expectation experience explain explore extent eye face fact
    factor fail fair fall far feel feeling fill finally find finish fit follow foot force forget
    formal former forward frame free freedom freely front full fully funny gain gap genuinely
    gesture get give go goal going good gradual grant greet ground group guard guess guest gut
    habit half hand handle hang happen hard hardly hat head hear heart heavy help hesitate
    hesitation hidden hinder hint hold honest hope hour hunch hurry idea ignore image imagine
    immediately impact important influence informal information initially instance instinct
    intend intention interest interpret intuition invisible invite involved issue job join judge
    judgement keep kind know knowledge label lack land largely last lasting late laugh layer
    lead leader leadership learn leave lens let level lie life light like likely limit line
    linger listen live load logic long look lose loss lot loud loyalty mainly make manage
    manager match matter mean meanwhile measure meet meeting member memory mention merely
    message middle mind minute mirror miss moment money month mood morning mostly motive mouth
    move mutter name narrow near necessary need new news night nod normally notice nowadays
    number obligation observe obstacle obvious offer office only open openly opinion opportunity
    option ordinary organisation organization originally outcome overhear overlook pace part
    particular partly pass passenger path patient pattern pause pay people perceive permission
    person personally perspective picture place plan play point polite position possibility
    possible postpone posture power practice prefer prepare presence present pressure prevent
    previous previously price pride principle priority private privately problem process promise
    proof protect public publicly pull pupil purpose push put puzzle question quick quiet
    quietly rank rare rarely reach react reaction read readiness ready real reality really
    reason reassure recall receive recent recently refuse relationship rely remark remember
    reply reputation request resident resist respect respond response responsibility responsible
    rest result rethink reveal revisit rhythm right ring rise risk road role room root round
    routine rule run rush safe safety same satisfy say saying scale season second security see
    seek seem sense serve set setback settle shallow shape share sharp shoe short show side sigh
    sight sign signal signature silence silent similar simple single sit situation size slightly
    slip slow small smile soft somewhat soon sooner sort sound source spark speak speed spend
    spread staff stage stake stand standard stare start status stay step stick stir stop story
    strain strength stress strike strong strongly student succeed sudden suggest suit summer
    support suppose sure surprise symptom take talk task team tell telling tempt tend tension
    term test thank thing think thought thread threat threaten time tip tire tone touch travel
    treat trigger trouble true truly trust try tug turn typical unclear uncomfortable understand
    undone uneasy unheard unlikely unsaid unsettle unspoken unusual urge use useful user usual
    usually value version view visible visitor voice wait walk wall want warm watch way weak
    week weekday weekly weigh weight whisper whole wide willing willingness window wish witness
    wonder word work workplace worry worth wrestle wrong year
    """.split()
)
