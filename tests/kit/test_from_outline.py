"""A document's outline becomes the pack that its writer meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from ilmcoach.kit.from_outline import CIRCULATION, pack_of
from ilmcoach.packs.model import AnswerKind
from tests.kit.outlines import NAME, Row, Writing, kept, read, written

COLUMNS: list[list[Row]] = [
    [("Code", "Verb", "Asks"), ("1.1", "Explain", "a thing"), ("1.2", "Describe", "another")],
    [("AC", "The learner can"), ("1.1", "Explain a thing"), ("1.2", "Describe another")],
    [("Assessment criteria",), ("1.1 Explain a thing",), ("1.2 Describe another",)],
    [("", ""), ("1.1", "Explain a thing"), ("1.2", "Describe another")],
    [("Criteria",), ("1.1 Explain a thing\n1.2 Describe another",)],
    [("Criteria",), ("1.1 Explain a thing. 1.2 Describe another",)],
    [
        ("Learning outcomes", "Assessment criteria", ""),
        ("1 Know it", "1.1\n1.2", "Explain a thing\nDescribe another"),
    ],
    [
        ("Title", "T", ""),
        ("Level:", "3", ""),
        ("Learning outcomes\nThe learner will:", "Assessment criteria\nThe learner can:", ""),
        ("1 Know it", "1.1", "Explain a thing"),
        ("", "1.2", "Describe another"),
    ],
]


@pytest.mark.parametrize("table", COLUMNS)
def test_tables_of_criteria_of_many_kinds(tmp_path: Path, table: list[Row]) -> None:
    (unit,) = read(tmp_path, "= Nights", table).units
    found = [
        (one.id.partition("/")[2], one.verb, one.asks) for o in unit.outcomes for one in o.criteria
    ]
    assert [(code, verb) for code, verb, _ in found] == [("1.1", "Explain"), ("1.2", "Describe")]
    assert [asks.rstrip(".") for *_, asks in found] == ["a thing", "another"]


def test_lines_with_codes_are_a_unit_and_outcomes_stand_in_headings_or_lines(
    tmp_path: Path,
) -> None:
    pack = read(
        tmp_path,
        "= Nights",
        "# Unit N1: Knowing your shift",
        "Level: 4",
        "Credit value: 3",
        "For people who lead at night.",
        "## Learning outcome 1: Understand the night",
        "The learner can:",
        "1.1 Describe what is different",
        "## Learning outcome 2",
        "2.1 Explain and assess what a team needs",
        "# Unit N2: Handing over",
        "1.1 Plan a handover",
    )
    first, second = pack.units
    assert (first.id, first.code, first.title, first.level, first.credits) == (
        *("n1", "N1", "Knowing your shift", "4"),
        3,
    )
    assert [(one.number, one.title) for one in first.outcomes] == [
        ("1", "Understand the night"),
        ("2", "Outcome 2"),
    ]
    assert first.outcomes[1].criteria[0].verb == "Explain and assess"
    assert "For people who lead at night." in first.about
    assert second.outcomes[0].criteria[0].id == "n2/1.1"


def test_criteria_without_codes_get_ids_and_short_labels(tmp_path: Path) -> None:
    pack = read(
        tmp_path, "# Assessment criteria", "- Describe how you listen", "- Explain what you heard"
    )
    assert [(one.id, one.label) for one in pack.criteria()] == [
        ("made/describe-how-you-listen", "Describe how you listen"),
        ("made/explain-what-you-heard", "Explain what you heard"),
    ]


def test_a_task_with_marks_words_criteria_and_a_statement(tmp_path: Path) -> None:
    pack = read(
        tmp_path,
        "= Nights",
        [("Criteria",), ("1.1 Explain a thing",), ("1.2 Describe another",)],
        "# Assignment (1,500–2,500 words)",
        "Write about your own shift. 100 marks in all.",
        "## The night (60 marks, min 30)",
        "- What is different (AC 1.1)",
        "## The handover",
        "40 marks, at least 20",
        "How you plan it (1.2)",
        "I confirm that this is my own work.",
    )
    (task,) = pack.assessments
    assert (task.id, task.title) == ("assignment", "Assignment: Nights")
    assert (task.words, task.marks) == ((1500, 2500), 100)
    assert task.statement == "I confirm that this is my own work."
    assert [(one.title, one.marks, one.minimum, one.criteria) for one in task.sections] == [
        ("The night", 60, 30, ("nights/1.1",)),
        ("The handover", 40, 20, ("nights/1.2",)),
    ]
    assert task.sections[0].points == ("What is different (AC 1.1)",)
    assert pack.programme is not None
    assert pack.programme.assessments == (task.id,)


def test_a_task_as_lines_or_a_table_with_marks(tmp_path: Path) -> None:
    pack = read(
        tmp_path,
        "# Task",
        "Task 1: The night (20 marks)",
        "What is different",
        "Part B The handover",
        "# Assessment",
        [
            ("Section", "Marks"),
            ("Where you work", "40 marks"),
            ("What you do", "60"),
            ("Total", "100"),
        ],
    )
    lines, table = pack.assessments
    assert [one.title for one in lines.sections] == ["Task 1: The night", "Part B The handover"]
    assert [(one.title, one.marks) for one in table.sections] == [
        ("Where you work", 40),
        ("What you do", 60),
    ]


def test_questions_reading_and_a_walk(tmp_path: Path) -> None:
    pack = read(
        tmp_path,
        "= Nights",
        "For the night shift.",
        "# Questions to think about",
        "## Handover",
        "- What does the day shift need?",
        "- What does the day shift need?",
        "Who hears last?",
        "# Before your shift",
        "Ten minutes.",
        "## Tonight",
        "Who is on?",
        "First names will do.",
        "- Who is new?",
        "## How it feels",
        "How do you feel?",
        "( ) Fine",
        "( ) Not so fine: say why",
        "Which of these is there?",
        "☐ Tea",
        "☐ Cake",
        "# After your shift",
        "By when will you have slept?",
        "Describe a moment that has stayed with you.",
        "# Further reading and sources",
        "- Kolb, D. A. (1984) Experiential Learning.",
        "Good after a busy week.",
    )
    assert pack.about == "For the night shift."
    (bank,) = pack.banks
    assert [one.text for one in bank.questions] == [
        "What does the day shift need?",
        "Who hears last?",
    ]
    (entry,) = pack.readings
    assert (entry.id, entry.good_for) == ("kolb-1984", "Good after a busy week.")
    (walk,) = pack.walks
    assert [one.title for one in walk.stages] == ["Before your shift", "After your shift"]
    assert walk.stages[0].about == "Ten minutes."
    steps = walk.steps()
    assert [(one.title, one.answer) for one in steps] == [
        ("Tonight", AnswerKind.LONG_TEXT),
        ("How it feels", AnswerKind.CHOICE),
        ("How it feels", AnswerKind.CHOICES),
        ("By when will you have slept", AnswerKind.DATE),
        ("Describe a moment that has stayed with you", AnswerKind.LONG_TEXT),
    ]
    assert steps[0].hint == "First names will do."
    assert [one.text for one in steps[0].questions] == ["Who is new?"]
    assert [one.id for one in steps[1].choices] == ["fine", "not-so-fine"]
    assert set(steps[0].topics) <= set(bank.topics)


def test_headings_in_bold_are_headings_and_the_first_of_them_is_the_title(tmp_path: Path) -> None:
    pack = read(
        tmp_path, "! Nights", "! Before", "Who is on?", "! Questions", "- What now?", "Loud text."
    )
    assert pack.title == "Nights"
    assert [one.title for one in pack.walks[0].stages] == ["Before"]
    assert [one.title for one in pack.banks] == ["Questions"]


def test_what_was_not_understood_is_named_by_place_and_words(tmp_path: Path) -> None:
    made = written(
        "= Nights",
        "# House rules",
        "No phones on the floor.",
        "# Questions",
        "- What now?",
        "- Breathe",
        [("Colour", "Number"), ("red", "3")],
        "# Units",
        "________",
        [("Criteria",), ("1.1 Explain it",), ("1.1 Explain it twice",)],
    )
    told = " ".join(" ".join(made.told).split())
    readme = made.files["README.md"]
    for words in (
        "paragraph 3 (nothing is asked under this heading): “No phones on the floor.”",
        "paragraph 6 (it stands among questions and does not end in a question mark): “Breathe”",
        "“red”",
        "(there is a criterion 1.1 already): “1.1 Explain it twice”",
        "lines without words, such as those to write on: 1",
        "The wording of a specification belongs to the awarding body.",
    ):
        assert words in told
    assert "No phones on the floor." in readme
    pack, _ = kept(made, tmp_path)
    assert pack is not None
    assert pack.circulation == CIRCULATION


def test_a_document_in_another_language_says_so(tmp_path: Path) -> None:
    outline = Writing().add("# Bibliographie", "- Kolb (1984) Expériences", "# Questions", "Qui ?")
    made = pack_of(replace(outline.outline(), language="fr-FR"), NAME, "fiche.docx")
    pack, problems = kept(made, tmp_path)
    assert pack is not None
    assert (pack.language, len(pack.readings), len(pack.banks)) == ("fr", 1, 1)
    assert not [one for one in problems if not one.advice]


def test_a_document_in_which_nothing_is_understood_is_a_pack_all_the_same(tmp_path: Path) -> None:
    pack = read(tmp_path)
    assert (pack.id, pack.title, pack.walks, pack.units) == ("made", "Made", (), ())


def test_a_very_long_document_is_shared_out_over_files(tmp_path: Path) -> None:
    lines = [f"- What is number {n} about, said as long as {'so ' * 60}?" for n in range(600)]
    stages = [f"# Stage {n}" if n % 4 == 0 else f"How was it, {n} {'x' * 900}?" for n in range(400)]
    pack = read(tmp_path, "# Questions", *lines[:400], "# More questions", *lines[400:], *stages)
    assert sum(len(one.questions) for one in pack.banks) == 600
    assert len(pack.walks) > 1
    assert sum(len(one.steps()) for one in pack.walks) == 300
