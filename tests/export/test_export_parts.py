"""What may stand after the work: each part only if it was chosen, and as it was written down."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ilmcoach.export.assignment import build_assignment
from ilmcoach.export.choices import EXTRAS, Choices
from ilmcoach.export.document import (
    Boxes,
    Cell,
    Document,
    Label,
    Node,
    OwnWork,
    PageBreak,
    Reference,
    References,
    Table,
)
from ilmcoach.export.markdown import to_markdown
from ilmcoach.export.parts.appendices import offers
from ilmcoach.packs.model import AnswerKind as Kind
from ilmcoach.packs.model import Assessment, Choice, Pack, Reading, Section, Stage, Step, Walk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Action,
    Activity,
    Enrolment,
    Feedback,
    Finding,
    Goal,
    Meeting,
    Rating,
    ReadingRecord,
    Record,
    Review,
    SectionText,
    Telling,
)

START = datetime(2026, 9, 7, 18, 0, tzinfo=UTC)
TODAY = date(2026, 12, 3)
TASK = Assessment("task", "Plan", (Section("plan", "My plan"),), statement="It is mine.")
KINDS = Step("k", "k", "k", Kind.CHOICE, fills=("activity.sort",), choices=(Choice("c", "A walk"),))
PACK = Pack(
    id="p",
    title="P",
    folder=Path(),
    assessments=(TASK,),
    walks=(Walk("w", "w", (Stage("s", "s", (KINDS,)),)),),
    readings=(
        Reading("adair", "Adair, J. (1973) Action-Centred Leadership. London: McGraw-Hill.", "x"),
        Reading("tutor", "Your tutor: a question, asked and answered.", "x"),
        Reading("kolb", "Kolb, D. A. (1984) Experiential Learning. Englewood Cliffs: PH.", "x"),
    ),
)


def at(days: int) -> dict[str, Any]:
    moment = START + timedelta(days=days)
    return {"made": moment, "changed": moment}


def own(text: str, before: str = "") -> Cell:
    return Cell(text, learners=True, before=before)


def built(*records: Record, extras: tuple[str, ...] = EXTRAS, **more: Any) -> Document:
    portfolio = Portfolio({one.id: one for one in records})
    return build_assignment(TASK, PACK, portfolio, TODAY, Choices(extras=extras, **more))


def part(extra: str, *records: Record) -> tuple[Node, ...]:
    """What stands under the heading of one extra."""
    nodes = built(*records, extras=(extra,)).nodes
    titles = [getattr(node, "text", "") for node in nodes]
    start = next(at for at, text in enumerate(titles) if text.startswith(("Appendix A", "Refer")))
    ends = ("Statement of AI use", TASK.statement)
    end = next(at for at, text in enumerate(titles) if at > start and text in ends)
    return nodes[start + 1 : end]


def test_nothing_stands_there_unless_it_was_chosen() -> None:
    document = built(Goal(id="g", what="Ask", **at(1)), extras=())
    assert [one.text for one in document.headings() if one.level == 2] == [
        "My plan",
        "Statement of AI use",
    ]
    assert not [one for one in document.nodes if isinstance(one, Table | PageBreak | Boxes)]


def test_all_of_it_stands_in_one_order_however_it_was_chosen() -> None:
    document = built(extras=tuple(reversed(EXTRAS)), standardisation=True)
    assert [one.text for one in document.headings() if one.level == 2] == [
        "My plan",
        "References",
        "Appendix A: Learning log",
        "Appendix B: Goals",
        "Appendix C: Development activities",
        "Appendix D: Feedback",
        "Appendix E: Ratings then and now",
        "Appendix F: Journey",
        "Statement of AI use",
    ]
    kinds = [type(one) for one in document.nodes]
    assert kinds.index(References if References in kinds else OwnWork) < kinds.index(PageBreak)
    assert kinds.index(OwnWork) < kinds.index(Boxes) < kinds.index(PageBreak)


def test_what_is_empty_says_so_and_is_not_offered() -> None:
    missing = [one for one in built().nodes if isinstance(one, Label) and one.missing]
    assert len(missing) == 1 + len(EXTRAS)
    assert offers(PACK, Portfolio(), TODAY) == ()
    goal = Goal(id="g", what="Ask", **at(1))
    feedback = Feedback(id="f", said="Kind", **at(1))
    whole = Portfolio({"g": goal, "f": feedback})
    assert offers(PACK, whole, TODAY) == ("goals", "feedback")


def test_the_log_has_a_row_for_each_time_that_something_was_told() -> None:
    (table,) = part(
        "log",
        Meeting(
            id="m", held=date(2026, 10, 15), problem="The rota", effect="I let go", in_log=True,
            struck="OUTSIDE", **at(40),
        ),
        Meeting(id="n", problem="OUTSIDE", **at(41)),
        Meeting(id="o", problem="Next", in_log=True, **at(80)),
        Action(id="a", text="Ask Sam", due=date(2026, 10, 30), links=("m",), **at(40)),
        Action(id="b", text="Wait", links=("m",), **at(41)),
        Telling(id="t", text="I forgot.", outcome="not-yet", links=("a",), **at(50)),
        Telling(id="u", outcome="done", links=("a",), **at(60)),
    )  # fmt: skip
    assert isinstance(table, Table)
    empty = Cell("")
    assert table.rows == (
        (
            own("The rota", "Thu 15 Oct 2026"),
            own("Ask Sam", "By Fri 30 Oct 2026"),
            own("I forgot.", "Not yet"),
            own("I let go"),
        ),
        (empty, empty, Cell("", before="Done"), empty),
        (empty, own("Wait"), empty, empty),
        (own("Next", "No date yet"), empty, empty, empty),
    )
    assert "OUTSIDE" not in to_markdown(Document("t", "en", (table,)))


def test_a_goal_has_its_parts_and_each_look_back() -> None:
    _, goal, looks = part(
        "goals",
        Finding(id="f", area_label="Delegating", **at(1)),
        Goal(
            id="g", finding="f", what="Hand over", measure="Sixteen Fridays", means="An hour",
            why="She grows", by=date(2027, 1, 29), **at(2),
        ),
        Review(id="r", status="nearly", how_far="Nine", in_me="Calm", links=("g",), **at(30)),
        Review(id="s", links=("g",), **at(31)),
        Goal(id="blank", **at(3)),
    )  # fmt: skip
    assert isinstance(goal, Table)
    assert isinstance(looks, Table)
    assert goal.rows == (
        (Cell("From the limitation"), Cell("Delegating")),
        (Cell("What I will do"), own("Hand over")),
        (Cell("How I will know"), own("Sixteen Fridays")),
        (Cell("What I can count on"), own("An hour")),
        (Cell("Why it matters"), own("She grows")),
        (Cell("By when"), Cell("Fri 29 Jan 2027")),
        (Cell("Where it stands now"), Cell("nearly there")),
    )
    assert looks.rows == (
        (Cell("Wed 7 Oct 2026"), Cell("nearly there"), own("Nine"), Cell(""), own("Calm")),
    )


def test_an_activity_is_planned_and_judged() -> None:
    nodes = part(
        "activities",
        Goal(id="g", what="Hand over", **at(1)),
        Activity(
            id="a", what="Watch R", sort="c", source="g", agreed="A morning", worth="All of it",
            status="done", **at(2),
        ),
        Activity(id="b", sort="other", own_sort="A choir", **at(3)),
    )  # fmt: skip
    tables = [one.rows for one in nodes if isinstance(one, Table)]
    assert tables == [
        (
            (Cell("What I planned to do"), own("Watch R")),
            (Cell("Kind"), Cell("A walk")),
            (Cell("Grows out of"), own("Hand over")),
            (Cell("Agreed with my manager"), own("A morning")),
        ),
        (
            (Cell("Where it stands"), Cell("done")),
            (Cell("What it was worth"), own("All of it")),
        ),
        ((Cell("Kind, in my words"), own("A choir")),),
    ]


def test_feedback_stands_by_its_day() -> None:
    (table,) = part(
        "feedback",
        Feedback(id="b", who="Sam", said="Calmer", on=date(2026, 11, 2), **at(1)),
        Feedback(id="a", who="Zoë", said="Too quick", on=date(2026, 9, 1), **at(2)),
        Feedback(id="c", who="OUTSIDE", **at(3)),
    )
    assert isinstance(table, Table)
    assert table.rows == (
        (own("Zoë"), Cell("Tue 1 Sep 2026"), own("Too quick")),
        (own("Sam"), Cell("Mon 2 Nov 2026"), own("Calmer")),
    )


def test_ratings_are_shown_then_and_now() -> None:
    (table,) = part(
        "ratings",
        Finding(id="f", area_label="Delegating", rating=2, evidence="OUTSIDE", **at(0)),
        Rating(id="r", rating=4, text="OUTSIDE", links=("f",), **at(70)),
        Finding(id="g", area_label="Deciding", rating=5, **at(0)),
        Finding(id="h", area_label="Listening", **at(0)),
        Rating(id="s", rating=1, links=("h",), **at(70)),
        Finding(id="i", area_label="OUTSIDE", **at(0)),
    )
    assert isinstance(table, Table)
    now = "Mon 16 Nov 2026"
    assert table.rows == (
        (
            Cell("Delegating"),
            Cell("●●○○○ 2 of 5\nMon 7 Sep 2026"),
            Cell(f"●●●●○ 4 of 5\n{now}"),
        ),
        (Cell("Deciding"), Cell("●●●●● 5 of 5\nMon 7 Sep 2026"), Cell("")),
        (Cell("Listening"), Cell(""), Cell(f"●○○○○ 1 of 5\n{now}")),
    )


def test_the_journey_names_each_month_once_and_keeps_reached_goals() -> None:
    (table,) = part(
        "journey",
        Enrolment(id="e", pack="p", start=date(2026, 9, 1), end=date(2027, 2, 26), **at(0)),
        Meeting(id="m", held=date(2026, 9, 17), problem="OUTSIDE", **at(10)),
        Goal(id="g", what="OUTSIDE", by=date(2026, 11, 20), **at(1)),
        Review(id="r", status="reached", links=("g",), **at(80)),
    )
    assert isinstance(table, Table)
    assert [tuple(cell.text for cell in row) for row in table.rows] == [
        ("September 2026", "Tue 1 Sep 2026", "Start of the programme"),
        ("", "Thu 17 Sep 2026", "Set meeting"),
        ("November 2026", "Fri 20 Nov 2026", "Day set for a goal"),
        ("February 2027", "Fri 26 Feb 2027", "End of the programme"),
    ]


def test_works_are_those_read_or_used_by_author() -> None:
    (found,) = part(
        "references",
        ReadingRecord(id="a", reading="kolb", took="A round", **at(1)),
        ReadingRecord(id="b", reading="adair", state="read", **at(2)),
        ReadingRecord(id="c", reading="adair", state="reading", **at(3)),
        ReadingRecord(id="d", reading="tutor", state="read", **at(4)),
        ReadingRecord(id="e", title="Our own  handbook", state="read", **at(5)),
        ReadingRecord(
            id="f", title="Kline, N. (1999) Time to Think. London: WL", took="x", **at(6)
        ),
        ReadingRecord(id="g", title="Not yet", state="to-read", **at(7)),
        ReadingRecord(id="h", reading="gone", state="read", **at(8)),
    )
    assert found == References(
        (
            Reference("Adair, J. (1973)", "Action-Centred Leadership", ". London: McGraw-Hill."),
            Reference("Kline, N. (1999)", "Time to Think", ". London: WL", learners=True),
            Reference("Kolb, D. A. (1984)", "Experiential Learning", ". Englewood Cliffs: PH."),
            Reference("", "Our own handbook", "", learners=True),
        )
    )
    assert "(1973) *Action-Centred Leadership*. London" in to_markdown(
        Document("t", "en", (found,))
    )


@pytest.mark.parametrize("choice", [True, False])
def test_one_answer_on_standardisation_is_ticked(choice: bool) -> None:
    (boxes,) = [one for one in built(standardisation=choice).nodes if isinstance(one, Boxes)]
    assert [one.ticked for one in boxes.boxes] == [choice, not choice]


def test_an_appendix_is_no_heading_of_the_task() -> None:
    task = replace(TASK, sections=(Section("g", "Goals"), Section("r", "References")))
    text = SectionText(id="s", assessment="task", section="g", text="# Goals\nMine", **at(1))
    choices = Choices(extras=("goals",))
    document = build_assignment(task, PACK, Portfolio({"s": text}), TODAY, choices)
    lines = to_markdown(document).split("\n")
    assert lines.count("## Goals") == 1
    assert "## Appendix A: Goals" in lines
