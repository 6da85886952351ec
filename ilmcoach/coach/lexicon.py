"""Everyday English words for what the banks and the catalogue call their topics.

Learners write 'rota', 'row' or 'boss'; a bank says that it is about time, conflict or the manager.
The words are our own, gathered from how people in many trades talk about work (practice). They
only help to find a question: nobody is ever shown one. Packs in other languages do without.
"""

from __future__ import annotations

TOPICS = {
    "actions": """
        action actions afterwards agreed finished held managed promised result spoke tried try""",
    "activities": """
        attend book conference course mentor mentoring practice practise project read reading run
        secondment session shadow shadowing swap training visit volunteer workshop""",
    "assumptions": """
        assume assumed assuming belief believe certain granted guess maybe obvious obviously
        perhaps probably rule seems suppose sure surely suspect true whether wrong""",
    "communication": """
        announce announced briefing chat clear email emails explain explained gossip group
        handover huddle interrupt language letter listen listening meeting memo message messages
        misunderstood news note notes noticeboard phone poster read rumour sheet speak speech
        spoke talking text unclear understand understood""",
    "conflict": """
        against anger angry argue argued argues arguing argument blame blamed blames bullied bully
        clash complain complained complains complaint complaints cross disagree disagreed
        disagreement fallen falling fell feud fight grievance hostile insult offended quarrel
        refuse refused refuses row rows rude shout shouted shouting side sides slammed tension
        threatened trouble upset""",
    "decisions": """
        alone cancel cancelled choice choose choosing chose close closed deadline decide decided
        deciding decision decisions delay either emergency facts judge judgement mind option
        options pressure quick quickly risk urgent wait waited whether yes""",
    "delegation": """
        better check checked checking control cover delegate delegated delegating deputies deputy
        drove eye foreman handing idea interfere letting micromanage myself plan rang redid redo
        responsibility responsible rota stop task tasks trust""",
    "developing": """
        ability able appraisal apprentice apprentices bored capable coach coached coaching
        confidence confident dared develop developed encourage encouraged grow growing junior
        learn learner learning mentor mistake mistakes nervous potential practise praise promoted
        promotion skill skills starter step stepped taught teach teaching train trained trainee
        training tried try wasted wrong young""",
    "endings": """
        began beginning begun end ended ending finish finished goodbye habit leaving since today""",
    "evaluating": """
        action better compare compared cost course courses difference evidence fails helped helps
        learning method proof prove quick slow useful useless value worse worth""",
    "evidence": """
        count counted data fewer figure figures less measured noticed number numbers percent proof
        prove record records score sheet shows sign signs survey witness""",
    "feedback": """
        angry appraisal blunt comment comments complaint conversation conversations criticise
        criticised criticism defensive difficult feedback honest hurt mentor one-to-one praise
        praised remark review rude ruder stung supervision talks truth wrote""",
    "feelings": """
        afraid anger angry anxious ashamed atmosphere awkward cried cross cry crying embarrassed
        fear feeling feelings hurt jealous joke joked laugh laughed lonely mood nasty nervous
        proud quiet red relieved sad scared shame short silence silent tears tense tension upset""",
    "giving": """
        advice another attention bored drift drifted helped jump jumped listen listened listening
        member quiet silence solution solve spoke stayed story wait waited""",
    "goals": """
        achieve aim begin date end far goal goals measure plan progress reach reached step steps
        target targets""",
    "group": """
        advisor facilitator group meeting member members others room table together turns""",
    "inclusion": """
        accent age agency childcare children culture difference different disability disabled
        dyslexia exclude excluded fair fairness favourite favourites foreign gay hearing ideas
        ignored include included invited join joined language men minority mum mums older parent
        parents prayer pregnant pub quiet race racist religion room same speak spoke unfair voice
        wheelchair woman women worst younger""",
    "judging": """
        afterwards best cost course expected gain gained learned learnt money trainer training
        useful value waste wasted worst worth""",
    "keeping-track": """
        ahead autumn behind diary expected far goal log moved notes progress since slipping spring
        summer track winter""",
    "learning": """
        book course curious experience learn learned learning learnt mistake mistakes practice
        practise read study taught teach tried try understand understood wonder""",
    "learning-style": """
        activist bored careful detail ideas impatient jump patience plan practical practise
        pragmatist push quickly quiet ready reflector rush slow style theorist theory try watch
        watching""",
    "looking-again": """
        afterwards hit mind noticed picture realise realised remember remembered replay stayed
        struck stuck suddenly surprised""",
    "manager": """
        above agreed appraisal boss bosses chief director employer head line manager owner
        permission senior superior supervisor""",
    "models": """
        adair blanchard coaching delegating directing fits framework hersey individual leader
        manager model models quadrant servant situational style styles supporting task theory
        transactional transformational""",
    "motivation": """
        award bonus bored bothered care commitment dull effort energy engaged enjoy enthusiasm fed
        heart interest interested keen late lazy leaving money morale motivate motivated
        motivating motivation notice paid pay praise pride proud quit recognition reward rewards
        sickness spirit spirits thank thanked thanks tired try volunteer volunteered voucher wage
        wages willing worn""",
    "next-steps": """
        arrange begin book monday plan prepare ring tomorrow try write""",
    "obstacles": """
        afraid audit avoid avoided block blocked budget busy cannot died difficult difficulty
        excuse failed filled forget forgot habit hard inspection interrupt interrupted
        interruptions knock money obstacle phone phones policy postpone problem refuse relieved
        short slip slipped staffed stop stopped stops tired union""",
    "people": """
        affected clients colleague colleagues customer customers everybody families family others
        parents patient patients relatives resident residents staff""",
    "politics": """
        agenda allies behind boss bosses budget closed corridor directors dominate dominates doors
        favour favourites headquarters hierarchy important influence longest meeting office power
        powerful promised rank rep secret secrets status title union whispered""",
    "power": """
        afraid authority badge boss charge discipline fear force influence obey order orders power
        rank refuse reward sack scared senior short shout shouted threat title uniform""",
    "problem": """
        cannot challenge crisis difficulty issue matter matters mess problem stuck trouble worried
        worries worry worse wrong""",
    "purpose": """
        aim aims bigger charity company council customers different direction fits goal larger
        matter matters measured mission objective objectives organisation patients plan point
        public purpose sense service strategy target targets trust values vision worth""",
    "questions": """
        answered curious honest wonder wondering""",
    "research": """
        absence cause compare data experiment expert feeling figures guess hunch law numbers
        pattern policy read reason records sheets suspect test theory try whether wonder""",
    "responsibilities": """
        absent agreed agreement attend attendance breaking commitment confidential confidentiality
        honest honesty late listen missed promise promised promises punctual rule rules trust""",
    "self": """
        anger anxious awake calm confidence cope coping desk diary doubt doubts energy exhausted
        explode late lunch mood myself nervous overwhelmed pressure scared short sleep snap
        snapped snappy stress stressed temper tired weekend worried worry""",
    "set-idea": """
        action advice advisor course courses group insight learning meeting meetings members
        programmed revans slow therapy""",
    "situation": """
        accident alarm ambulance broke broken charge crisis customer cut emergency everybody fell
        fire flood power rang sent shouting storm suddenly""",
    "starting": """
        began branch changing company department depot joined mates old opened organisation paper
        promoted role senior shop site supervisor volunteers ward written wrote""",
    "strengths": """
        able bad badly best calm confident easy hard limitation poor strength strengths struggle
        weakness weaknesses worst""",
    "styles": """
        boss bossy calm copied direct example firm follow friendly front leader led listen order
        orders quiet shout soft strict style""",
    "support": """
        advice agree agreed alone behind boss busy colleague cope cover family friend helped
        helping lend loan manager mentor money sit support supported training yes""",
    "theory": """
        adams applies author equity expectancy fits herzberg hygiene maslow mcclelland mcgregor
        model motivators needs old proof research study theories theory vroom wrote""",
    "together": """
        atmosphere banter blame celebrate celebrated clique cliques cooperate crew departments
        handover joined joking lunch mistakes night nights rely share shared shift shifts side
        split state teamwork together""",
    "trust": """
        afraid behind believe check checked confide confidential doubt faith honest open promise
        promised reliable relied rely safe secret secrets trust trusted trusts""",
}
"""For each topic of the bundled packs, the words by which a note shows that it is about it."""

_ALIKE = """
quarrel row argument argue argued fight fought feud disagree disagrees disagreed disagreement clash
voice shout shouted shouting yell yelled temper
upset cried cry crying tears hurt ashamed
quiet silent silence nothing shy
heard hear listen listened listening understood understand
manager boss supervisor director head chief superior
newcomer newcomers newest starter starters joiner trainee trainees apprentice apprentices new
shift shifts rota nights night days handover depot site
message messages email emails text note notes memo sheet letter
thank thanked thanks praise praised recognition
reward bonus voucher pay wage wages award
fair unfair favourite favourites equal
mistake mistakes wrong error errors failed
check checking checked checks
trust trusts rely relied
week rota diary time hours
tired exhausted weary worn fed
afraid scared fear worried worry worries anxious nervous safe
test try tried experiment
certain sure know
guess guesses hunch suspect suppose perhaps maybe feeling
facts figures records sheets data numbers number
believe belief assume assumed
assuming assumed granted thought
decision decide decided decides choose chose choice
pressure urgent emergency crisis rush
wait waited delay
help helped helps
ask asked asks question questions
easy ease easily
goal target aim
progress far way half
learn learnt learned learning
practise practised practice tried
copy copied
watched watch watching saw shadow shadowing
remember remembered
notice noticed saw seen
feel felt feeling
surprise surprised surprising unexpected planned
say word voice heard
jump jumped interrupt interrupted fill filled
missing absent missed away sick
left leave out excluded
joke jokes joking laughed laugh
languages language accent english polish
share extra cover work
purpose aims vision mission values for
serves serve customers customer patients patient residents public families
work job task
calm cool composed
door doors room office corridor
promises promise promised agreed confidentiality rules
turn turns talked
power powers authority
title paper rank
visitor customer stranger
put off postpone avoided avoid late
agree agreed union permission
hour minutes time
course training
expectation expected expect thought
"""

ALIKE = tuple(tuple(line.split()) for line in _ALIKE.strip().splitlines())
"""Words of which one in a note may mean another in a question."""

COMMON = frozenset(
    """
    a about after again all also always am an and answer any anyone anything are around as ask
    asked asking asks at back be because been before being between big both bring brought but by
    call called came can change changed come comes could day days did didn't do does doing don't
    done down each else even ever every everyone everything feel felt few find first for found
    from further gave get give given go going good got had half hand handed hands happen happened
    has have having he hear heard help her here hers him his home hour hours how i i'd i'll i'm
    i've if in into is it it's its job jobs just keep kept kind knew know known knows last lead
    leading leave left let like little long look looked looking looks lot made make makes man many
    me mean might moment month months more most much must my name named need never new next no
    nobody nor not nothing now of off on once one only or other our out over own part people
    person place put question questions really right said saw say saying says see seen set she
    she's should show showed shown small so some somebody someone something start started still
    such take taken takes taking talk talked team tell telling tells than that that's the their
    them then there these they thing things think thinking this those thought three through time
    times to told too took turn turned two under until up us use used very want wanted wants was
    way we week weeks well went were what when where which while who whole whom why will with
    without word words work worked working works would year years yet you your
    """.split()
)
"""Words so common in notes and in questions alike that sharing one says nothing by itself."""
