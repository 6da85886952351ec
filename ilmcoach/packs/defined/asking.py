"""The keys of what a pack asks and offers: walks, open questions, reading, checks on goals."""

from __future__ import annotations

from ilmcoach.packs.definitions import Key, Kind, Level, Value
from ilmcoach.packs.model import AnswerKind
from ilmcoach.packs.vocabulary import (
    MAKES,
    MAKES_EACH,
    NEEDS,
    ROLES,
    SOURCES,
    TEST_FOR,
)
from ilmcoach.packs.vocabulary import (
    TESTS as GOAL_TESTS,
)

from .course import TITLE

TOPICS = Key(
    "topics",
    Value.SOME,
    "words of yours: what shares one comes up together",
    "communication, evidence",
    "none",
)
ROLES_KEY = Key(
    "roles",
    Value.SOME,
    "for whom: see Roles below",
    "client, alone",
    "anybody",
    values=ROLES,
    called="role",
)
CRITERIA = Key(
    "criteria",
    Value.IDS,
    "criteria that an answer counts towards",
    "t1/1.1",
    "none",
    sort="criterion",
)

WALK = Kind(
    name="walk",
    meaning="A set of guided questions. Walks are offered in the order of their file names.",
    body="What it is for; the first sentence stands under its title.",
    front=Level(
        "The walk",
        (
            Key("id", Value.ID, "answers are kept under it: never change it", "friday", "", True),
            TITLE,
            Key(
                "makes",
                Value.ONE,
                "the record that it is about",
                "goal",
                "answers are kept with the walk",
                values=MAKES,
                called="record that a walk can make",
            ),
            Key(
                "needs",
                Value.SOME,
                "what the programme has to have for it",
                "set",
                "nothing",
                values=NEEDS,
                called="need",
            ),
            Key("quick", Value.FLAG, "for straight after a meeting", "yes", "no"),
            Key(
                "deeper",
                Value.ID,
                "the walk that carries on from it",
                "after-meeting",
                "none",
                sort="walk",
            ),
            Key(
                "again",
                Value.FLAG,
                "looks again at a record that is there, and is begun beside it; needs `makes`",
                "yes",
                "no",
            ),
        ),
    ),
    headings=(
        Level(
            "This stage",
            (
                Key("id", Value.ID, "its name", "the-week", "made from its heading"),
                Key(
                    "for each",
                    Value.WORDS,
                    "asks its steps once for each of these: a source (see below), or the id of an "
                    "earlier step of several choices",
                    "goals",
                    "its steps are asked once",
                ),
                Key(
                    "makes",
                    Value.ONE,
                    "a record for each choice gone through",
                    "finding",
                    "none",
                    values=MAKES_EACH,
                    called="record that a stage can make",
                ),
            ),
            "##",
            "a stage, a part of the walk; text under it is shown before its steps",
        ),
        Level(
            "This step",
            (
                Key(
                    "id",
                    Value.ID,
                    "the answer is kept under it: never change it",
                    "one-moment",
                    "",
                    True,
                ),
                Key(
                    "answer",
                    Value.ONE,
                    "how it is answered: see Answers below",
                    "long text",
                    "",
                    True,
                    values=tuple(one.value for one in AnswerKind),
                    called="kind of answer",
                ),
                Key(
                    "fills",
                    Value.SOME,
                    "the field of a record that the answer goes into: see Records below",
                    "goal.what",
                    "the answer is kept with the walk",
                ),
                CRITERIA,
                Key(
                    "source",
                    Value.ONE,
                    "what a link chooses from: see Sources below",
                    "goals",
                    "only a link has one, and needs it",
                    values=SOURCES,
                    called="source",
                ),
                TOPICS,
                Key(
                    "role",
                    Value.ONE,
                    "whose questions fit: see Roles below",
                    "client",
                    "everybody's",
                    values=ROLES,
                    called="role",
                ),
                Key(
                    "reading",
                    Value.IDS,
                    "reading to offer first",
                    "kolb-1984",
                    "by topic",
                    sort="reading",
                ),
                Key("required", Value.FLAG, "can't be left empty", "yes", "no"),
                Key(
                    "until answered",
                    Value.FLAG,
                    "asks again another time if left empty",
                    "yes",
                    "no",
                ),
                Key(
                    "past",
                    Value.FLAG,
                    "a date that lies behind: 'Thursday' is the last one",
                    "yes",
                    "no: the next one",
                ),
            ),
            "###",
            "a step: the line of keys, then the question, then a hint; a list holds open "
            "questions, or the choices",
        ),
    ),
)

QUESTIONS = Kind(
    name="questions",
    meaning="Open questions, shown beside what a learner writes.",
    body="A list before the first heading is a bank of its own.",
    front=Level(
        "This file of questions",
        (
            Key("id", Value.ID, "the banks' ids begin with it", "night-shift", "", True),
            TITLE,
            TOPICS,
            ROLES_KEY,
        ),
    ),
    headings=(
        Level(
            "This heading",
            (
                Key("id", Value.ID, "the bank's name", "handover", "made from its heading"),
                TOPICS,
                ROLES_KEY,
            ),
            "##",
            "a bank: a list of questions; its topics add to the file's, its roles replace them",
        ),
    ),
)

READING = Kind(
    name="reading",
    meaning="Reading, and people to ask.",
    body="Shown to nobody.",
    front=Level(
        "This file of reading",
        (
            Key(
                "id",
                Value.ID,
                "read by nobody: entries have their own",
                "night-reading",
                "no matter",
            ),
            Key("title", Value.WORDS, "for yourself", "Reading for the night shift", "no matter"),
        ),
    ),
    headings=(
        Level(
            "This entry",
            (
                Key("id", Value.ID, "its name", "kolb-1984", "made from its heading"),
                TOPICS,
                Key(
                    "criteria",
                    Value.IDS,
                    "criteria that it helps with",
                    "t1/1.1",
                    "none",
                    sort="criterion",
                ),
            ),
            "##",
            "an entry: first the reference as it is cited, then what it is good for",
        ),
    ),
)

TESTS = Kind(
    name="tests",
    meaning="The words of the five checks on a goal. Each code, below, is one outcome of a check.",
    body="Shown to nobody.",
    front=Level(
        "This file of tests",
        (
            Key("id", Value.ID, "read by nobody", "our-checks", "no matter"),
            Key("title", Value.WORDS, "for yourself", "Our checks", "no matter"),
            Key(
                "for",
                Value.ONE,
                "what is checked",
                "goal",
                "",
                True,
                values=TEST_FOR,
                called="record with tests",
            ),
        ),
    ),
    headings=(
        Level(
            "A test", (), "##", f"a check, one of {', '.join(GOAL_TESTS)}, with a table under it"
        ),
    ),
    columns=(
        Key("code", Value.ONE, "what was found: see Checks below", "no-date", "", True),
        Key(
            "says",
            Value.WORDS,
            "what is said of it; {found} stands for the learner's word",
            "There is no day in it.",
            "",
            True,
        ),
        Key("asks", Value.WORDS, "what is asked then", "By when?", "where all is well"),
    ),
)
