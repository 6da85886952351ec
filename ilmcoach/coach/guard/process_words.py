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
    s t re ve ll d m o
    """.split()
)

PROCESS = frozenset(
    """
    able absence accept account achieve act action add affect afternoon afterwards agree
    agreement aim alike allow allowed aloud alter alternative altogether ambition amount amuse
    angle annoy answer anticipate anyway anywhere apart appear apply approach arise arrange
    arrival arrive aside ask asking assess assume assumption attach attend attention attitude
    attract audience authority available avoid await aware balance barely barrier base basis
    bear become beforehand begin beginning behalf behave behavior behaviour being belief believe
    benefit bet big bit blank blur body border borrow bother bottom boundary break breath
    breathe bridge brief bright bring build burden busy bystander calculate calm cancel care
    carry case cast catch cause certain chair challenge chance change charge check choice choose
    circle circumstance clash clear client clock close closest clue coincidence cold colleague
    collect color colour combine come comfort comfortable comment commit committed common
    company comparable compare complete compromise concern concerned conclude condition confirm
    confuse connect connection consequence consider consideration constant consult contact
    continue contrast contribute conversation convey cope corner correct cost count cover
    criterion cross curiosity curious current currently customer cut daily danger dark date day
    deal debate decide decision deep degree delay deliver demand department departure depend
    describe design detail detect differ difference different differently difficult dilemma
    direct direction directly disagree discomfort discover discussion dismiss distance distant
    distinct distract disturb do doing door doubt drain draw drift drive drop duty dwell early
    ease easily easy echo edge effect effort elsewhere emotion encourage end energy enjoy enough
    ensure entire equal escape especially evening event eventually everywhere evidence exact
    exactly examine example exception excite exist expect expectation experience explain explore
    extent extra eye face fact factor fade fail fair fall familiar far feel feeling fill finally
    find finish fit follow foot force forget formal former forward fraction frame free freedom
    freely fresh front full fully funny gain gap genuine genuinely gesture get give glance
    glimpse go goal going good gradual grant greet ground group guard guess guest gut habit half
    halfway hand handle hang happen hard hardly hat head hear heart heavy help hesitate
    hesitation hidden hinder hint hit hold honest hope hour hover huge hunch hurry idea
    identical ignore image imagine immediately impact imply important inch indication influence
    informal information initially instance instant instinct intend intense intention interest
    interpret intuition invisible invite involved issue item jar job join judge judgement keep
    kind knot know knowledge label lack land large largely last lasting late laugh layer lead
    leader leadership lean learn leave lens let level lie life lift light like likelihood likely
    limit line linger link listen live load lodge logic long look lose loss lot loud loyalty
    mainly majority make manage manager match matter mean meanwhile measure meet meeting member
    memory mention merely message middle mind minor minority minute mirror miss mixed moment
    money month mood morning mostly motive mouth move mutter mystery nag name narrow near
    necessary need new newcomer news niggle night nod normally notice noticeable nowadays
    nowhere nuance number obligation observe observer obstacle obvious occasion occupy occur
    offer office old onlooker only open openly opinion opportunity opposite option order
    ordinary organisation organization origin originally otherwise outcome outsider outweigh
    overall overhear overlook owe own pace part particular particularly partly pass passenger
    path patient pattern pause pay people perceive period permission person personally
    perspective picture piece pile place plain plan play point polite portion portray position
    possibility possible postpone posture power practice precise precisely prefer prepare
    presence present pressure prevent previous previously price pride principle priority private
    privately problem process promise proof proportion protect public publicly pull pupil
    purpose push put puzzle question quick quiet quietly range rank rare rarely reach react
    reaction read readiness ready real reality really reason reassure recall receive recent
    recently recur refuse relationship rely remain remark remember remind repeat replay reply
    reputation request resemble resident resist resonate respect respond response responsibility
    responsible rest result rethink reveal revisit rhythm right ring ripple rise risk road role
    room root roughly round routine rule run rush safe safety sake same satisfy say saying scale
    season second security see seek seem send sense separate sequence series serve set setback
    settle several shade shallow shape share sharp shoe short show side sigh sight sign signal
    signature significant silence silent similar similarity simple single sit situation size
    skip slightly slip slow small smile soft solve somewhat somewhere soon sooner sort sound
    source spark speak specific specifically spectator speed spend split spot spread square
    staff stage stake stand standard stare start status stay stem step stick stir stop story
    strain stranger strength stress strike striking strong strongly stuck student subtle succeed
    sudden suggest suit sum summer support suppose sure surface surprise surround swallow sway
    symptom take tale talk task team tell telling tempt tend tension term test thank theme thin
    thing think thought thread threat threaten tilt time tiny tip tire tone top touch trace
    trail travel treat trigger trouble true truly trust try tug turn typical unclear
    uncomfortable underneath understand undone uneasy unexpected unfold unheard unknown unlikely
    unsaid unsettle unspoken unsure unusual urge use useful user usual usually vague value
    various vary version view viewpoint visible visitor vivid voice wait walk wall wander want
    warm watch way weak week weekday weekly weigh weight whichever whisper whoever whole wide
    widespread willing willingness window wish witness wonder word work workplace worry worth
    wrestle wrong year yes
    """.split()
)
