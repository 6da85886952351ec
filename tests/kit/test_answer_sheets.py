"""What tutors lay out to be filled in by hand becomes choices, scales and questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach.packs.model import AnswerKind, Step
from tests.kit.outlines import Row, read, written


def steps(folder: Path, *lines: str | list[Row]) -> tuple[Step, ...]:
    """The steps made of a sheet with these lines under one heading."""
    (walk,) = read(folder, "= Talks", "# Looking back", *lines).walks
    return tuple(walk.steps())


def ids(step: Step) -> list[str]:
    return [one.id for one in step.choices]


@pytest.mark.parametrize(
    "line",
    [
        "1) What did you say?",
        "(a) What did you say?",
        "2. What did you say?",
        "Q3: What did you say?",
        "What did you say? ____________",
        "What did you say? ........................",
        "•\tWhat did you say?",
    ],
)
def test_typed_numbers_and_room_to_write_are_no_part_of_a_question(
    tmp_path: Path, line: str
) -> None:
    (step,) = steps(tmp_path, line)
    assert (step.title, step.ask) == ("What did you say", "What did you say?")


def test_a_code_in_front_is_no_typed_number(tmp_path: Path) -> None:
    (step,) = steps(tmp_path, "1.1 or 2.1: which was it?")
    assert step.ask == "1.1 or 2.1: which was it?"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("Where was it? (tick one)", "☐ Here", "☐ There"), AnswerKind.CHOICE),
        (("Where was it?", "☐ Here", "☐ There"), AnswerKind.CHOICES),
        (("Where was it? (Tick all that apply)", "( ) Here", "( ) There"), AnswerKind.CHOICE),
        (("Where was it?", "☐ Here  ☐ There"), AnswerKind.CHOICES),
        (("Where was it?  ○ Here  ○ There",), AnswerKind.CHOICE),
        (("The place:", "☐ Here", "☐ There"), AnswerKind.CHOICES),
    ],
)
def test_boxes_belong_to_the_line_before_them(
    tmp_path: Path, lines: tuple[str, ...], kind: AnswerKind
) -> None:
    (step,) = steps(tmp_path, *lines)
    assert step.answer is kind
    assert [(one.id, one.label) for one in step.choices] == [("here", "Here"), ("there", "There")]
    assert "tick" not in step.ask.casefold()


@pytest.mark.parametrize(
    "line",
    [
        "How sure are you?  ☐ 1 ☐ 2 ☐ 3 ☐ 4 ☐ 5",
        "How sure are you? 1 2 3 4 5",
        "How sure are you? (1 / 2 / 3 / 4 / 5)",
        "On a scale of 1 to 5, how sure are you?",
    ],
)
def test_numbers_in_a_row_are_a_scale(tmp_path: Path, line: str) -> None:
    before, step = steps(tmp_path, "Who was there?", line)
    assert (before.answer, before.hint) == (AnswerKind.LONG_TEXT, "")
    assert step.answer is AnswerKind.SCALE
    assert ids(step) == ["1", "2", "3", "4", "5"]
    assert step.ask.endswith("how sure are you?") or step.ask == "How sure are you?"


def test_numbers_that_do_not_follow_each_other_are_none(tmp_path: Path) -> None:
    (step,) = steps(tmp_path, "Who was there?", "Which bus was it? 4 7 19")
    assert (step.answer, step.hint) == (AnswerKind.LONG_TEXT, "Which bus was it? 4 7 19")


def test_a_table_of_scores_asks_what_its_head_begins(tmp_path: Path) -> None:
    table: list[Row] = [
        ("How well did I …", "Score 1 = not at all, 5 = very well"),
        ("listen?", "1   2   3   4   5"),
        ("say what I saw?", "1   2   3   4   5"),
    ]
    made = steps(tmp_path, table)
    assert [one.ask for one in made] == ["How well did I listen?", "How well did I say what I saw?"]
    assert {one.answer for one in made} == {AnswerKind.SCALE}
    labels = [(one.label, one.about) for one in made[0].choices]
    assert labels == [("1", "not at all"), *((n, "") for n in "234"), ("5", "very well")]


@pytest.mark.parametrize("tick", ["", "☐"])
def test_a_grid_of_ratings_asks_each_row(tmp_path: Path, tick: str) -> None:
    rows: list[Row] = [
        ("", "Never", "Now and then", "Often", "Always"),
        ("I listen to the end", tick, tick, tick, tick),
        ("I ask before I tell", tick, tick, tick, tick),
    ]
    numbered: list[Row] = [("Rating", "1", "2", "3"), ("I wait", tick, tick, tick)]
    first, second, third = steps(tmp_path, rows, numbered)
    assert (first.ask, first.answer) == ("I listen to the end", AnswerKind.CHOICE)
    assert [one.label for one in second.choices] == ["Never", "Now and then", "Often", "Always"]
    assert (third.ask, third.answer, ids(third)) == ("I wait", AnswerKind.SCALE, ["1", "2", "3"])


def test_a_table_of_questions_with_room_for_notes(tmp_path: Path) -> None:
    table: list[Row] = [("Question", "My notes"), ("What next?", ""), ("Who helps?", "")]
    made = steps(tmp_path, table)
    assert [one.ask for one in made] == ["What next?", "Who helps?"]


def test_headings_that_ask_and_sentences_to_finish(tmp_path: Path) -> None:
    pack = read(
        tmp_path,
        *("= Talks", "! Part A: Before", "Who comes?", "! Part B: How did I do?"),
        *("I felt at my best when ______", "# What stays with you?", "________"),
    )
    (walk,) = pack.walks
    titles = [one.title for one in walk.stages]
    assert titles == ["Part A: Before", "Part B: How did I do?", "What stays with you?"]
    assert [one.ask for one in walk.steps()] == [
        "Who comes?",
        "I felt at my best when …",
        "What stays with you?",
    ]


def test_lines_for_names_are_left_and_advice_in_a_list_is_not_asked(tmp_path: Path) -> None:
    lines = (
        *("= Talks", "Name: _____ Date: _____", "Bring this along. What for? You will see."),
        *("# Before", "Who comes?", "# To take away", "- Say what you really saw", "- Ask, wait"),
        "Have a look at: Stone, D., Patton, B. and Heen, S. (2010) Talks. London: Penguin.",
    )
    pack = read(tmp_path, *lines)
    assert pack.about == "Bring this along. What for? You will see."
    assert [one.ask for walk in pack.walks for one in walk.steps()] == ["Who comes?"]
    assert [one.id for one in pack.readings] == ["stone-2010"]
    told = " ".join(" ".join(written(*lines).told).split())
    assert "“Name: _____ Date: _____”" in told
    assert "(nothing is asked under this heading): “Ask, wait”" in told
    assert "“Bring this along. What for? You will see.” holds a question" in told


def test_criteria_that_a_line_only_names_are_not_said_twice(tmp_path: Path) -> None:
    table: list[Row] = [("Criteria",), ("1.1 Explain a thing",), ("1.2 Say another",)]
    pack = read(
        tmp_path,
        "= Nights",
        table,
        *("# Your assignment", "## The night (60 marks)", "- What is different", "(AC 1.1, 1.2)"),
        *("## The day (40 marks)", "- What is the same", "See 7.7 (AC 1.2)"),
    )
    (task,) = pack.assessments
    assert (task.title, task.marks) == ("Your assignment: Nights", 100)
    night, day = task.sections
    assert (night.about, night.criteria) == ("", ("nights/1.1", "nights/1.2"))
    assert (day.about, day.criteria) == ("See 7.7 (AC 1.2)", ("nights/1.2",))
