"""The keys of a pack as a whole and of a course: programme, units, assessments."""

from __future__ import annotations

from ilmcoach.packs.definitions import Key, Kind, Level, Value
from ilmcoach.packs.vocabulary import COVER

TITLE = Key(
    "title",
    Value.WORDS,
    "what learners see it called",
    "Leading a small team",
    absent="the first `#` heading of the file; one of the two has to be there",
)

PACK = Kind(
    name="pack",
    meaning="The pack as a whole: the file `pack.md`, which every pack has. It needs no `kind`.",
    body="What the pack is about, for those who look at it before they use it.",
    front=Level(
        "The pack",
        (
            Key("id", Value.ID, "its name among packs and that of its folder", "my-pack", "", True),
            TITLE,
            Key("version", Value.WORDS, "raised by you at each change", "1.1", "none is shown"),
            Key(
                "language",
                Value.WORDS,
                "the code of its language; what only works in English, such as the checks on "
                "goals, is off in another",
                "cy",
                "en",
            ),
            Key("author", Value.WORDS, "who wrote it", "A. Tutor", "nobody is named"),
            Key("licence", Value.WORDS, "what others may do with it", "CC BY 4.0", "none is named"),
            Key(
                "circulation",
                Value.WORDS,
                "how far it may be handed on",
                "Our own centre only",
                "nothing is said",
            ),
            Key(
                "uses",
                Value.IDS,
                "packs that it builds on, the later before the earlier",
                "leadership-walks",
                "it stands by itself",
                sort="pack",
            ),
        ),
    ),
)

PROGRAMME = Kind(
    name="programme",
    meaning="The course or qualification. A pack has one or none; only a pack with one can be "
    "chosen as a learner's own.",
    body="What a learner should know about it before choosing it.",
    front=Level(
        "The programme",
        (
            Key("id", Value.ID, "read by nobody: a pack has one programme", "course", "no matter"),
            TITLE,
            Key("number", Value.WORDS, "the qualification's number", "500/0000/1", "none"),
            Key(
                "set",
                Value.FLAG,
                "whether there is an action learning set",
                "yes",
                "no, or yes with `set months`",
            ),
            Key(
                "set months",
                Value.RANGE,
                "how long the set runs, least and most",
                "6 to 12",
                "not said",
            ),
            Key("credits", Value.NUMBER, "its credits", "14", "not said"),
            Key("induction hours", Value.NUMBER, "hours of induction", "2", "not said"),
            Key("tutorial hours", Value.NUMBER, "hours of tutorials", "6", "not said"),
            Key("guided hours", Value.NUMBER, "guided learning hours in all", "60", "not said"),
            Key("years", Value.NUMBER, "within how many years it ends", "3", "not said"),
            Key(
                "assessments",
                Value.IDS,
                "its assessments in order",
                "team-report",
                "in the order of their files",
                sort="assessment",
            ),
        ),
    ),
)

UNIT = Kind(
    name="unit",
    meaning="A unit with its outcomes, and a table of criteria for each.",
    body="What the unit is for.",
    front=Level(
        "The unit",
        (
            Key(
                "id",
                Value.ID,
                "its name in `units` and before the / of a criterion",
                "t1",
                "",
                True,
            ),
            TITLE,
            Key("code", Value.WORDS, "the awarding body's code for it", "T1", "none is shown"),
            Key("level", Value.WORDS, "its level", "3", "not said"),
            Key("credits", Value.NUMBER, "its credits", "2", "not said"),
            Key("guided hours", Value.NUMBER, "guided learning hours", "10", "not said"),
        ),
    ),
    headings=(
        Level(
            "This outcome",
            (Key("outcome", Value.WORDS, "its number", "1", "1, 2, 3 in order"),),
            "##",
            "an outcome, with a table of its criteria",
        ),
    ),
    columns=(
        Key("code", Value.WORDS, "the criterion's code", "1.1", "use Id"),
        Key("id", Value.ID, "a short name of yours, where there is no code", "hears", "use Code"),
        Key(
            "label",
            Value.WORDS,
            "what learners see it called",
            "Hearing the team",
            "the unit's code and its own, else Verb and Asks",
        ),
        Key("verb", Value.WORDS, "the command verb: how deep to go", "Describe", "none"),
        Key(
            "asks",
            Value.WORDS,
            "what it asks, in your words",
            "how you find out what your team needs",
            "",
            True,
        ),
        Key(
            "official",
            Value.WORDS,
            "the awarding body's wording; say in `circulation` who may have it",
            "…",
            "none",
        ),
    ),
)

ASSESSMENT = Kind(
    name="assessment",
    meaning="An assignment: the headings of the hand-in, spelled as they are to be handed in.",
    body="What it asks for as a whole.",
    front=Level(
        "The assessment",
        (
            Key(
                "id", Value.ID, "its name in `assessments` and in exports", "team-report", "", True
            ),
            TITLE,
            Key("units", Value.IDS, "the units it assesses", "t1", "none is named", sort="unit"),
            Key("marks", Value.NUMBER, "marks in all", "100", "there are no marks"),
            Key(
                "words",
                Value.RANGE,
                "the suggested number of words: shown, never enforced",
                "1,000 to 2,000",
                "no range is shown",
            ),
            Key("nominal", Value.NUMBER, "the number of words aimed at", "1,200", "none"),
            Key(
                "oral minutes",
                Value.NUMBER,
                "least minutes where it may be spoken instead",
                "10",
                "it can't be spoken",
            ),
            Key(
                "cover",
                Value.SOME,
                "what the cover asks for",
                "centre number, learner name",
                "there is no cover",
                values=COVER,
                called="cover field",
            ),
            Key(
                "rule",
                Value.WORDS,
                "how it is judged, in a sentence",
                "Half of each section's marks",
                "none",
            ),
            Key(
                "statement",
                Value.WORDS,
                "what the learner signs",
                "I confirm that this is my own work, in my own words.",
                "nothing is signed",
            ),
        ),
    ),
    headings=(
        Level(
            "This section",
            (
                Key(
                    "id",
                    Value.ID,
                    "the learner's text is kept under it: never change it",
                    "what-my-team-needs",
                    "",
                    True,
                ),
                Key("marks", Value.NUMBER, "marks for it", "40", "none"),
                Key("minimum", Value.NUMBER, "least marks in it", "20", "none"),
                Key(
                    "criteria",
                    Value.IDS,
                    "where these criteria are shown",
                    "t1/1.1, t1/1.2",
                    "none",
                    sort="criterion",
                ),
                Key(
                    "log", Value.FLAG, "takes in the meetings that the learner chooses", "yes", "no"
                ),
            ),
            "##",
            "a section; a paragraph says what it is about, a list what to cover",
        ),
    ),
)
