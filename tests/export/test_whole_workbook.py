"""All guided questions of a pack as one document: every question, and room to write."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest

from ilmcoach.export.document import Boxes, Listing, PageBreak, Room, Table
from ilmcoach.export.html import to_html
from ilmcoach.export.word import to_word
from ilmcoach.export.workbook import whole_workbook
from ilmcoach.export.workbook_labels import ENGLISH, labels_in
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import AnswerKind, Choice, Pack, Stage, Step, Walk

BUNDLED = Library.find([bundled_folder()])
MADE = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)


def load(pack_id: str) -> Pack:
    pack = BUNDLED.pack(pack_id)
    assert pack is not None
    return pack


@pytest.mark.parametrize("pack_id", ["leadership-walks", "level-3-award", "level-3-certificate"])
def test_every_step_of_every_walk_has_its_question_and_room(pack_id: str) -> None:
    pack = load(pack_id)
    document = whole_workbook(pack)
    assert document.theirs() == ()
    headings = [one.text for one in document.headings() if one.level == 2]
    walks = pack.walks_for_learner()
    assert headings == [one.title for one in walks]
    breaks = sum(isinstance(one, PageBreak) for one in document.nodes)
    steps = [step for walk in walks for step in walk.steps()]
    each = sum(bool(stage.each) for walk in walks for stage in walk.stages)
    assert breaks == len(walks) + each
    room = [one for one in document.nodes if isinstance(one, Room | Boxes | Table)]
    assert len(room) == len(steps) + each
    said = {text for node in document.nodes for text in node.ours()}
    assert {" ".join(step.ask.split()) for step in steps} <= said
    assert not any(box.ticked for one in room if isinstance(one, Boxes) for box in one.boxes)
    tables = [one for one in room if isinstance(one, Table)]
    assert not any(cell.said() for one in tables for row in one.rows for cell in row)


def test_word_and_the_web_page_have_a_list_of_contents() -> None:
    pack = load("level-3-award")
    document = whole_workbook(pack)
    titles = [one.title for one in pack.walks_for_learner()]
    page = to_html(document)
    contents = page[page.index('<nav class="contents">') : page.index("</nav>")]
    assert all(title in contents.replace("&#x27;", "'") for title in titles)
    file = docx.Document(BytesIO(to_word(document, made=MADE)))
    listed = [
        "".join(run.text or "" for run in line.iter(f"{{{line.nsmap['w']}}}t"))
        for line in file.element.body.iter(f"{{{file.element.nsmap['w']}}}hyperlink")
    ]
    assert len(listed) == len(titles)
    assert all(line.startswith(title) for line, title in zip(listed, titles, strict=True))
    assert to_word(document, made=MADE) == to_word(document, made=MADE)


def test_a_repeated_answer_has_the_columns_that_it_fills() -> None:
    fills = ("feedback.who", "feedback.said", "feedback.on")
    step = Step("s", "S", "Who said what?", AnswerKind.REPEAT, fills=fills)
    pack = Pack("p", "P", Path(), walks=(Walk("w", "W", (Stage("g", "G", (step,)),)),))
    table = whole_workbook(pack).nodes[-1]
    assert isinstance(table, Table)
    assert table.head == ("Who", "What they said", "When")
    assert all(len(row) == 3 for row in table.rows)


def alone(*steps: Step, language: str = "en", each: str = "") -> Pack:
    """A pack of one walk with these steps in one stage."""
    walk = Walk("w", "W", (Stage("g", "G", steps, each=each),))
    return Pack("p", "P", Path(), language=language, walks=(walk,))


def test_a_question_that_is_its_own_title_is_printed_once() -> None:
    steps = (
        Step("a", "Who was there", "Who was there?", AnswerKind.LONG_TEXT),
        Step("b", "What had been agreed …", "What had been agreed before?", AnswerKind.DATE),
        Step("c", "The place", "Where was it?", AnswerKind.SHORT_TEXT),
    )
    said = [text for node in whole_workbook(alone(*steps)).nodes for text in node.ours()]
    assert said[-4:] == [
        "Who was there?",
        "What had been agreed before?",
        "The place",
        "Where was it?",
    ]


def test_a_scale_of_plain_numbers_is_a_row_to_cross() -> None:
    places = (Choice("1", "1", "never"), *(Choice(n, n) for n in "234"), Choice("5", "always"))
    long = (Choice("1", "1", "never, as far as I know"), Choice("2", "2"), Choice("3", "3"))
    named = tuple(Choice(str(n), f"word {n}") for n in range(1, 4))
    steps = (
        Step("a", "A", "How?", AnswerKind.SCALE, choices=places),
        Step("b", "B", "How?", AnswerKind.SCALE),
        Step("c", "C", "How?", AnswerKind.SCALE, choices=named),
        Step("d", "D", "How?", AnswerKind.SCALE, choices=long),
    )
    nodes = whole_workbook(alone(*steps)).nodes
    heads = [one.head for one in nodes if isinstance(one, Table)]
    assert heads == [("1: never", "2", "3", "4", "5 always"), ("1", "2", "3", "4", "5")]
    listed = [[one.label for one in node.boxes] for node in nodes if isinstance(node, Boxes)]
    assert listed == [
        ["1 word 1", "2 word 2", "3 word 3"],
        ["1: never, as far as I know", "2", "3"],
    ]


@pytest.mark.parametrize(
    ("language", "name", "goals"),
    [
        ("en-GB", "Name", "each of your goals"),
        ("fr", "Nom", "chaque objectif"),
        ("cy", "Enw", "pob nod"),
    ],
)
def test_labels_are_in_the_language_of_the_pack(language: str, name: str, goals: str) -> None:
    step = Step("a", "A", "?", AnswerKind.REPEAT, fills=("feedback.who",))
    document = whole_workbook(alone(step, language=language, each="goals"))
    said = [text for node in document.nodes for text in node.ours()]
    assert name in said
    assert any(goals in text for text in said)
    if language != "en-GB":
        assert not {"Name", "Who", "This one is about"} & set(said)


def test_every_language_has_every_label() -> None:
    for language in ("fr", "cy"):
        ours = labels_in(language)
        assert ours.each.keys() == ENGLISH.each.keys()
        assert ours.columns.keys() == ENGLISH.columns.keys()
        assert ours.fill_in.count("{}") == ours.ticked.count("{}") == 1
        assert ours.words.count("{}") == 2
    assert labels_in("xx") is ENGLISH


def test_one_who_has_only_the_paper_gets_task_questions_and_reading_too() -> None:
    pack = load("level-3-award")
    nodes = whole_workbook(pack, more=True).nodes
    short = whole_workbook(pack).nodes
    assert nodes[: len(short)] == short
    said = {text for node in nodes[len(short) :] for text in node.ours()}
    (task,) = pack.assessments
    assert {section.title for section in task.sections} <= said
    listed = {text for node in nodes if isinstance(node, Listing) for text in node.items}
    assert {one.text for bank in pack.banks for one in bank.questions} <= listed
    assert {" ".join(one.citation.split()) for one in pack.readings} <= said


def test_lines_to_write_on_stay_with_their_question() -> None:
    steps = tuple(
        Step(name, name, f"What of {name}?", AnswerKind.LONG_TEXT, hint="A hint.") for name in "ab"
    )
    file = docx.Document(BytesIO(to_word(whole_workbook(alone(*steps)), made=MADE)))
    lines = [(one.style.name if one.style else "", one) for one in file.paragraphs]
    after = [one for name, one in lines if name == "Writing Line"]
    kept = [bool(one.paragraph_format.keep_with_next) for one in after]
    assert kept == [True, True, False, False, False, True, True, False] * 2
    asked = [one for name, one in lines if one.text.startswith(("What of", "A hint"))]
    assert len(asked) == 4
    assert all(one.paragraph_format.keep_with_next for one in asked)
