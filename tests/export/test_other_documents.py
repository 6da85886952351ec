"""The mark sheet, the manager's page, walks on paper and cue cards."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from ilmcoach.export.cue_cards import cue_cards
from ilmcoach.export.document import (
    Boxes,
    Cover,
    Document,
    Label,
    LearnerText,
    OwnWork,
    Paragraph,
    Room,
    Table,
)
from ilmcoach.export.manager_sheet import manager_sheet
from ilmcoach.export.mark_sheet import mark_sheet
from ilmcoach.export.markdown import to_markdown
from ilmcoach.export.workbook import EACH, workbook
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import (
    AnswerKind,
    Assessment,
    Choice,
    Criterion,
    Outcome,
    Pack,
    Programme,
    Section,
    Stage,
    Step,
    Unit,
    Walk,
)
from ilmcoach.packs.vocabulary import SOURCES
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Activity,
    CueCard,
    Enrolment,
    Feedback,
    Finding,
    Goal,
    Learner,
    Meeting,
    Record,
    Review,
)

NOW: dict[str, Any] = {k: datetime(2026, 11, 1, tzinfo=UTC) for k in ("made", "changed")}
TODAY = date(2026, 12, 3)
CRITERIA = (
    Criterion("u/1.1", "U 1.1", "Explain", "what a purpose is worth"),
    Criterion("u/1.2", "U 1.2", "Assess", "x", official="OFFICIAL wording"),
)
TASK = Assessment(
    "task",
    "The task",
    (
        Section("one", "First", criteria=("u/1.1", "u/1.2"), marks=40, minimum=20),
        Section("two", "Second", marks=60),
    ),
    units=("u",),
    marks=100,
    cover=("learner name",),
    statement="It is mine.",
    oral_minutes=10,
)
PACK = Pack(
    id="p",
    title="P",
    folder=Path(),
    programme=Programme("The programme"),
    units=(Unit("u", "The unit", outcomes=(Outcome("1", "O", CRITERIA),)),),
    assessments=(TASK,),
)
LIBRARY = Library.find([bundled_folder()])
WALKS = {
    walk.id: (walk, pack)
    for one in LIBRARY.ids()
    if (pack := LIBRARY.pack(one))
    for walk in pack.walks
}


def of(*records: Record) -> Portfolio:
    return Portfolio({one.id: one for one in (Learner(id="me", name="Ada Obi", **NOW), *records)})


def tables(document: Document) -> list[Table]:
    return [one for one in document.nodes if isinstance(one, Table)]


def test_the_mark_sheet_is_the_form_and_is_blank_for_others() -> None:
    document = mark_sheet(TASK, PACK, of(), TODAY)
    mark, second_mark, total, signatures = tables(document)
    assert [one.text for one in document.nodes if isinstance(one, Paragraph)] == [
        "U 1.1. Explain: what a purpose is worth",
        "U 1.2. OFFICIAL wording",
    ]
    labels = [one.text for one in document.nodes if isinstance(one, Label)]
    assert labels.count("Strengths") == labels.count("Areas for improvement") == 2
    assert sum(isinstance(one, Room) for one in document.nodes) == 5
    assert mark.rows[0][0].text == "Mark of 40 (at least 20)"
    assert second_mark.rows[0][0].text == "Mark of 60"
    assert [row[0].text for row in total.rows] == [
        "Total of 100",
        "Outcome (pass or referral)",
        "Section referred: First",
        "Section referred: Second",
    ]
    assert len(signatures.rows) == 3
    assert signatures.head[1:] == ("Name", "Signature", "Date of the check")
    for table in tables(document):
        assert all(cell.said() == "" for row in table.rows for cell in row[1:])
    (own,) = [one for one in document.nodes if isinstance(one, OwnWork)]
    assert (own.text, own.name) == ("It is mine.", "")
    (boxes,) = [one for one in document.nodes if isinstance(one, Boxes)]
    assert not any(one.ticked for one in boxes.boxes)
    assert document.theirs() == ("Ada Obi",)


def test_a_task_without_marks_or_criteria_has_a_sheet_too() -> None:
    bare = Assessment("b", "Bare", (Section("s", "Only", criteria=("gone",)),))
    document = mark_sheet(bare, PACK, Portfolio(), TODAY)
    assert "Mark of" not in to_markdown(document)
    assert [one.text for one in document.nodes if isinstance(one, Paragraph)] == ["gone"]


def test_the_managers_page_has_goals_dates_and_help_and_nothing_else() -> None:
    day = date(2027, 1, 29)
    document = manager_sheet(
        PACK,
        of(
            Enrolment(id="e", pack="p", start=TODAY, end=day, **NOW),
            Goal(
                id="g", what="Hand over", measure="PRIVATE", support="An hour", by=day,
                why="PRIVATE", obstacles="PRIVATE", if_="PRIVATE", then="PRIVATE", **NOW,
            ),
            Goal(id="old", what="PRIVATE", **NOW),
            Review(id="r", status="reached", in_me="PRIVATE", links=("old",), **NOW),
            Activity(id="a", what="Watch R", support="Gwen", before="PRIVATE", **NOW),
            Meeting(
                id="m", planned=date(2026, 12, 17), problem="PRIVATE", matters="PRIVATE",
                wants="PRIVATE", **NOW,
            ),
            Finding(id="f", evidence="PRIVATE", area_label="PRIVATE", rating=1, **NOW),
            Feedback(id="h", who="PRIVATE", said="PRIVATE", **NOW),
        ),
        TODAY,
    )  # fmt: skip
    written = to_markdown(document)
    for words in ("Hand over", "An hour", "Fri 29 Jan 2027", "Watch R", "Gwen"):
        assert words in written
    assert "Programme: The programme, Thu 3 Dec 2026 to Fri 29 Jan 2027" in written
    assert "Set meetings to come: Thu 17 Dec 2026" in written
    assert "PRIVATE" not in written
    assert any(isinstance(one, Room) for one in document.nodes)


def test_an_empty_managers_page_says_what_is_missing() -> None:
    document = manager_sheet(PACK, Portfolio(), TODAY)
    assert [one.text for one in document.nodes if isinstance(one, Label) and one.missing] == [
        "No goal is open now."
    ]


@pytest.mark.parametrize("walk_id", sorted(WALKS))
def test_every_bundled_walk_can_be_filled_in_on_paper(walk_id: str) -> None:
    walk, pack = WALKS[walk_id]
    document = workbook(walk, pack)
    assert document.theirs() == ()
    labels = {text for node in document.nodes for text in node.ours()}
    for step in walk.steps():
        assert step.title in labels or " ".join(step.ask.split()) in labels
        assert {choice.label for choice in step.choices} <= {
            one.split(": ")[0].lstrip("12345 ") for one in labels
        }
    room = [one for one in document.nodes if isinstance(one, Room | Boxes | Table)]
    each = sum(bool(stage.each) for stage in walk.stages)
    assert len(room) == 1 + len(walk.steps()) + each
    assert "each one:" not in to_markdown(document)


def test_every_source_of_a_pack_can_be_named_on_paper() -> None:
    assert set(EACH) == set(SOURCES)


def test_each_kind_of_answer_has_its_room() -> None:
    def node(kind: AnswerKind, *choices: Choice) -> object:
        step = Step("s", "S", "Ask?", kind, choices=choices)
        return workbook(Walk("w", "W", (Stage("g", "G", (step,)),)), PACK).nodes[-1]

    for kind in AnswerKind:
        assert isinstance(node(kind), Room | Boxes | Table)
    assert node(AnswerKind.LONG_TEXT) == Room(8)
    scale = node(AnswerKind.SCALE, Choice("2", "Often", "most weeks"))
    assert isinstance(scale, Boxes)
    assert scale.boxes[0].label == "2 Often: most weeks"


def test_cue_cards_stand_under_their_headings() -> None:
    document = cue_cards(
        TASK,
        PACK,
        of(
            CueCard(id="b", assessment="task", criterion="two", text="Say *this*", **NOW),
            CueCard(id="a", assessment="task", criterion="u/1.1", text="The steam", **NOW),
            CueCard(id="c", assessment="task", criterion="u/1.2", text=" ", **NOW),
        ),
        TODAY,
    )
    assert [one.text for one in document.headings()] == [
        "Cue cards: The task",
        "First",
        "U 1.1",
        "Second",
    ]
    texts = [one.text for one in document.nodes if isinstance(one, LearnerText)]
    assert texts == ["The steam", "Say *this*"]
    (cover,) = [one for one in document.nodes if isinstance(one, Cover)]
    assert "10 minutes or more" in [row.value for row in cover.rows]
    empty = cue_cards(TASK, PACK, Portfolio(), TODAY).nodes[-1]
    assert isinstance(empty, Label)
    assert empty.missing
