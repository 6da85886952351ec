"""An assignment holds the task's headings, the learner's words, and nothing invented."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from ilmcoach.export.assignment import build_assignment
from ilmcoach.export.document import (
    Cover,
    CoverRow,
    Document,
    Heading,
    Label,
    LearnerText,
    OwnWork,
    WordTable,
)
from ilmcoach.export.markdown import to_markdown
from ilmcoach.packs.model import Assessment, Pack, Section, Unit
from ilmcoach.portfolio.body import body_fingerprint
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Action,
    Finding,
    Goal,
    Learner,
    Meeting,
    Note,
    Record,
    Run,
    SectionText,
    Statement,
    Telling,
)

START = datetime(2026, 9, 7, 18, 0, tzinfo=UTC)
TODAY = date(2026, 12, 3)
TASK = Assessment(
    "task",
    "Plan and log",
    (
        Section("plan", "Leadership action plan", about="PACK-ABOUT", marks=40, minimum=20),
        Section("log", "Leadership log", points=("PACK-POINT",), marks=60, log=True),
    ),
    units=("m3-37",),
    words=(1000, 2000),
    cover=("registration number", "learner name"),
    statement="PACK-STATEMENT: this is my own work.",
    about="PACK-ABOUT",
    rule="PACK-RULE",
)
PACK = Pack(
    id="p",
    title="PACK-TITLE",
    folder=Path(),
    units=(Unit("m3-37", "Action learning", code="M3.37"), Unit("m3-10", "Introduction")),
    assessments=(TASK,),
)


def at(days: int) -> dict[str, Any]:
    moment = START + timedelta(days=days)
    return {"made": moment, "changed": moment}


RECORDS: tuple[Record, ...] = (
    Learner(id="me", name="Ada Obi", centre_name="A centre", **at(0)),
    SectionText(
        id="s1", assessment="task", section="plan", text="# My plan\n\nI **will** ask.", **at(1)
    ),
    SectionText(id="s2", assessment="other", section="log", text="OTHER", **at(1)),
    Meeting(
        id="m1",
        held=date(2026, 10, 15),
        problem="I keep the rota.",
        asked="OUTSIDE",
        gave="OUTSIDE",
        effect="I let go.",
        meaning="Trust comes first.",
        in_log=True,
        **at(40),
    ),
    Meeting(id="m2", problem="", gave="OUTSIDE", in_log=True, **at(70)),
    Meeting(id="m3", held=date(2026, 10, 1), problem="OUTSIDE", **at(30)),
    Action(id="a1", text="Hand it to Sam", due=date(2026, 10, 30), links=("m1",), **at(40)),
    Action(id="a2", text="Tell the team", links=("m1",), **at(41)),
    Telling(id="t1", text="Sam has it.", outcome="done", links=("a1",), **at(60)),
    Telling(id="t2", outcome="not-yet", links=("a2",), **at(60)),
    Note(id="n", text="OUTSIDE", **at(2)),
    Goal(id="g", what="OUTSIDE", **at(2)),
    Finding(id="f", evidence="OUTSIDE", **at(2)),
    Run(id="r", answers={"a": "OUTSIDE"}, **at(2)),
)
FULL = Portfolio({one.id: one for one in RECORDS})


def build(portfolio: Portfolio, task: Assessment = TASK) -> Document:
    return build_assignment(task, PACK, portfolio, TODAY)


def own_work(portfolio: Portfolio) -> OwnWork:
    return next(node for node in build(portfolio).nodes if isinstance(node, OwnWork))


def test_headings_stand_as_given_and_in_order_without_marks() -> None:
    assert [(one.level, one.text) for one in build(FULL).headings()] == [
        (1, "Plan and log"),
        (2, "Leadership action plan"),
        (2, "Leadership log"),
        (3, "Set meeting on Thu 15 Oct 2026"),
        (3, "Set meeting, no date yet"),
        (2, "Statement of AI use"),
        (3, "Other AI tools, in the learner's own words"),
    ]
    assert "40" not in to_markdown(build(FULL)).replace("2026", "")
    assert "marks" not in to_markdown(build(FULL))


def test_the_cover_has_the_packs_fields_unit_task_and_date_only() -> None:
    cover = next(node for node in build(FULL).nodes if isinstance(node, Cover))
    assert cover.rows == (
        CoverRow("Registration number", "", learners=True),
        CoverRow("Learner name", "Ada Obi", learners=True),
        CoverRow("Unit", "M3.37 Action learning"),
        CoverRow("Task", "Plan and log"),
        CoverRow("Date", "Thu 3 Dec 2026"),
    )
    assert "A centre" not in to_markdown(build(FULL))


def test_the_log_goes_through_each_meeting() -> None:
    nodes = build(FULL).nodes
    start = nodes.index(Heading(3, "Set meeting on Thu 15 Oct 2026"))
    end = nodes.index(next(node for node in nodes if isinstance(node, WordTable)))
    assert nodes[start + 1 : end] == (
        Label("Problem brought"),
        LearnerText("I keep the rota.", under=3),
        Label("Agreed, by Fri 30 Oct 2026"),
        LearnerText("Hand it to Sam", under=3),
        Label("What was done: done"),
        LearnerText("Sam has it.", under=3),
        Label("Agreed"),
        LearnerText("Tell the team", under=3),
        Label("What was done: not yet"),
        Label("What it did"),
        LearnerText("I let go.", under=3),
        Label("What it means"),
        LearnerText("Trust comes first.", under=3),
        Heading(3, "Set meeting, no date yet"),
        Label("Nothing is written about this meeting yet.", missing=True),
    )


def test_nothing_is_invented_and_nothing_else_gets_in() -> None:
    document = build(FULL)
    typed = {text for one in RECORDS for text in one.words()} | {"Ada Obi"}
    assert set(document.theirs()) <= typed
    out = to_markdown(document)
    for absent in ("OUTSIDE", "OTHER", "PACK-ABOUT", "PACK-POINT", "PACK-RULE", "PACK-TITLE"):
        assert absent not in out
    assert "### My plan" in out
    assert "I **will** ask." in out


def test_an_empty_portfolio_gives_headings_that_say_what_is_missing() -> None:
    document = build(Portfolio())
    assert document.theirs() == ()
    assert [node.text for node in document.nodes if isinstance(node, Label)] == [
        "Nothing is written under this heading yet.",
        "No meeting has been chosen for the log yet.",
    ]
    assert all(node.missing for node in document.nodes if isinstance(node, Label))


def test_words_are_shown_by_heading_and_a_task_without_range_suggests_none() -> None:
    table = next(node for node in build(FULL).nodes if isinstance(node, WordTable))
    assert table.rows == (("Leadership action plan", 5), ("Leadership log", 4 + 4 + 3 + 3 + 3 + 3))
    assert (table.total, table.note) == (25, "The task suggests 1,000 to 2,000.")
    bare = build(FULL, replace(TASK, words=None))
    assert next(node for node in bare.nodes if isinstance(node, WordTable)).note == ""


def test_a_task_without_statement_cover_or_unit_leaves_them_out() -> None:
    document = build(FULL, replace(TASK, statement="", cover=(), units=()))
    assert not [node for node in document.nodes if isinstance(node, OwnWork)]
    cover = next(node for node in document.nodes if isinstance(node, Cover))
    assert [row.label for row in cover.rows] == ["Task", "Date"]


def test_the_statement_is_open_until_it_is_given_for_these_words() -> None:
    assert own_work(FULL) == OwnWork(TASK.statement)
    given = Statement(
        id="own",
        assessment="task",
        name="Ada Obi",
        on=TODAY,
        body=body_fingerprint(TASK, FULL),
        **at(80),
    )
    signed = FULL.with_records([given])
    assert own_work(signed) == OwnWork(TASK.statement, "Ada Obi", TODAY)
    assert "Confirmed: name Ada Obi, date Thu 3 Dec 2026" in to_markdown(build(signed))

    for undone in (
        replace(given, trashed=START),
        replace(given, assessment="other"),
        replace(given, body="0" * 64),
        replace(given, name=" "),
    ):
        assert own_work(FULL.with_records([undone])) == OwnWork(TASK.statement)

    written = SectionText(id="s3", assessment="task", section="log", text="More.", **at(81))
    assert own_work(signed.with_records([written])) == OwnWork(TASK.statement)
    assert own_work(signed.with_records([replace(written, trashed=START)])).name == "Ada Obi"


def test_the_same_portfolio_gives_the_same_text() -> None:
    backwards = Portfolio({one.id: one for one in reversed(RECORDS)})
    assert to_markdown(build(FULL)) == to_markdown(build(backwards))
