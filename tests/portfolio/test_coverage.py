"""What counts as covered, which words count, and what a fingerprint notices."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ilmcoach.packs.model import Assessment, Criterion, Outcome, Pack, Section, Unit
from ilmcoach.portfolio.body import (
    body_fingerprint,
    log_entries,
    log_meetings,
    section_body,
    section_text,
)
from ilmcoach.portfolio.coverage import CriterionCount, count_assessment, records_for
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Action,
    Feedback,
    Finding,
    Meeting,
    Note,
    Record,
    Run,
    SectionText,
    Statement,
    Telling,
)

START = datetime(2026, 9, 7, 18, 0, tzinfo=UTC)
USE, BETTER, PLAN = "m3-37/2.2", "m3-37/2.3", "m3-37/1.2"

PLAN_PART = Section("plan", "Plan", criteria=(PLAN, "gone/9.9"), marks=40, minimum=20)
LOG_PART = Section("log", "Log", criteria=(USE, BETTER), log=True)
TASK = Assessment("task", "The task", (PLAN_PART, LOG_PART), words=(1000, 2000))
PACK = Pack(
    id="p",
    title="P",
    folder=Path(),
    units=(
        Unit(
            "m3-37",
            "Unit",
            code="M3.37",
            outcomes=(
                Outcome("1", "One", (Criterion(PLAN, "M3.37 1.2", "Plan", "what one will do"),)),
                Outcome(
                    "2",
                    "Two",
                    (
                        Criterion(USE, "M3.37 2.2", "Explain", "what use one made"),
                        Criterion(BETTER, "M3.37 2.3", "Identify", "what got better"),
                    ),
                ),
            ),
        ),
    ),
    assessments=(TASK,),
)


def at(days: int) -> dict[str, Any]:
    moment = START + timedelta(days=days)
    return {"made": moment, "changed": moment}


def of(*records: Record) -> Portfolio:
    return Portfolio({one.id: one for one in records})


def criteria_of(portfolio: Portfolio) -> dict[str, CriterionCount]:
    count = count_assessment(TASK, PACK, portfolio)
    return {one.id: one for section in count.sections for one in section.criteria}


LOGGED = (
    Meeting(
        id="m2",
        held=date(2026, 10, 20),
        problem="Nobody speaks in briefings.",
        gave="never in the log",
        effect="I wait now.",
        meaning="Silence works.",
        in_log=True,
        **at(50),
    ),
    Meeting(id="m1", held=date(2026, 9, 20), problem="I keep the rota.", in_log=True, **at(60)),
    Meeting(id="m3", held=date(2026, 11, 1), problem="not chosen", **at(61)),
    Action(id="a2", text="Ask Sam to chair", links=("m2",), **at(51)),
    Action(id="a1", text="Count my questions", links=("m2",), **at(50)),
    Action(id="a3", links=("m2",), **at(52)),
    Telling(id="t1", text="Eleven in a week.", outcome="done", links=("a1",), **at(58)),
    Telling(id="t2", text="Sam chaired.", links=("a2",), **at(59)),
    SectionText(id="s1", assessment="task", section="log", text="All **in** all.", **at(70)),
    SectionText(
        id="s2", assessment="task", section="plan", text="# My plan\n\n- one step", **at(70)
    ),
    SectionText(id="s3", assessment="other", section="plan", text="elsewhere", **at(71)),
)


def test_words_are_those_of_the_sections_and_the_chosen_log() -> None:
    count = count_assessment(TASK, PACK, of(*LOGGED))
    assert [(one.id, one.title, one.words) for one in count.sections] == [
        ("plan", "Plan", 4),
        ("log", "Log", 3 + 4 + 4 + 4 + 2 + 4 + 3 + 3 + 2),
    ]
    assert (count.id, count.title, count.words, count.range) == (
        "task",
        "The task",
        33,
        (1000, 2000),
    )
    assert (count.sections[0].marks, count.sections[0].minimum) == (40, 20)
    assert (count.sections[1].marks, count.sections[1].minimum) == (None, None)


def test_the_log_goes_by_meetings_held_and_each_action_with_how_it_went() -> None:
    portfolio = of(*LOGGED)
    assert [one.id for one in log_meetings(portfolio)] == ["m1", "m2"]
    assert section_body(TASK, LOG_PART, portfolio) == (
        "All **in** all.",
        "I keep the rota.",
        "Nobody speaks in briefings.",
        "Count my questions",
        "Eleven in a week.",
        "Ask Sam to chair",
        "Sam chaired.",
        "I wait now.",
        "Silence works.",
    )
    assert [action.id for action, _ in log_entries(portfolio)[1].actions] == ["a1", "a2"]
    assert section_body(TASK, PLAN_PART, portfolio) == ("# My plan\n\n- one step",)


def test_what_is_in_the_trash_is_out_of_the_log() -> None:
    portfolio = of(
        *(replace(one, trashed=START) if one.id in ("m1", "t1") else one for one in LOGGED)
    )
    assert "I keep the rota." not in section_body(TASK, LOG_PART, portfolio)
    assert "Eleven in a week." not in section_body(TASK, LOG_PART, portfolio)


def test_of_two_texts_for_a_heading_the_one_changed_last_counts() -> None:
    first = SectionText(id="a", assessment="task", section="plan", text="old", **at(0))
    later = SectionText(id="b", assessment="task", section="plan", text="new", **at(1))
    assert section_text("task", "plan", of(first, later)) == "new"
    assert (
        section_text("task", "plan", of(replace(first, changed=START + timedelta(9)), later))
        == "old"
    )
    assert section_text("task", "plan", of(replace(first, trashed=START))) == ""
    assert section_text("task", "log", of(first)) == ""


@pytest.mark.parametrize(
    ("record", "covers"),
    [
        (Note(id="x", text="I waited.", criteria=(USE,), **at(0)), True),
        (Note(id="x", text="I waited.", **at(0)), False),
        (Note(id="x", text="I waited.", criteria=(BETTER,), **at(0)), False),
        (Note(id="x", text="  ", criteria=(USE,), **at(0)), False),
        (Note(id="x", text="I waited.", criteria=(USE,), trashed=START, **at(0)), False),
        (Meeting(id="x", criteria=(USE,), **at(0)), False),
        (Meeting(id="x", effect="I wait.", criteria=(USE, BETTER), **at(0)), True),
        (Finding(id="x", area="trust", area_label="Trust", criteria=(USE,), **at(0)), False),
        (Finding(id="x", area="trust", sort="limitation", criteria=(USE,), **at(0)), True),
        (Run(id="x", walk="w", answers={"ask": "Why me?"}, criteria=(USE,), **at(0)), True),
        (Run(id="x", walk="w", place="ask", criteria=(USE,), **at(0)), False),
        (Run(id="x", walk="w", answers={"ask": " "}, criteria=(USE,), **at(0)), False),
        (Run(id="x", walk="w", answers={"ask": "Why me?"}, **at(0)), False),
        (
            SectionText(
                id="x", assessment="task", section="log", text="a", criteria=(USE,), **at(0)
            ),
            False,
        ),
        (Statement(id="x", assessment="task", name="K", criteria=(USE,), **at(0)), False),
    ],
)
def test_a_criterion_is_covered_by(record: Record, covers: bool) -> None:
    found = criteria_of(of(record))[USE]
    assert found == CriterionCount(USE, "M3.37 2.2", covers, int(covers))


def test_records_are_counted_one_by_one_and_unknown_criteria_keep_their_id() -> None:
    portfolio = of(
        *(Note(id=str(number), text="x", criteria=(USE,), **at(number)) for number in range(3)),
        Feedback(id="f", said="x", criteria=(BETTER, USE), **at(9)),
    )
    found = criteria_of(portfolio)
    assert (found[USE].records, found[BETTER].records, found[PLAN].records) == (4, 1, 0)
    assert found["gone/9.9"] == CriterionCount("gone/9.9", "gone/9.9", covered=False, records=0)


def test_records_for_the_desk_come_newest_first_and_once() -> None:
    portfolio = of(
        Note(id="old", text="x", criteria=(USE,), **at(0)),
        Note(id="both", text="x", criteria=(USE, BETTER), **at(2)),
        Note(id="new", text="x", criteria=(BETTER,), **at(3)),
        Note(id="other", text="x", criteria=(PLAN,), **at(4)),
        SectionText(id="s", text="x", criteria=(USE,), **at(5)),
    )
    assert [one.id for one in records_for(LOG_PART.criteria, portfolio)] == ["new", "both", "old"]
    assert records_for((), portfolio) == ()


def changed(record_id: str, **fields: Any) -> Portfolio:
    return of(*(replace(one, **fields) if one.id == record_id else one for one in LOGGED))


@pytest.mark.parametrize(
    ("record_id", "fields"),
    [
        ("s1", {"text": "All **in** all, yes."}),
        ("s2", {"section": "log", "changed": START}),
        ("s2", {"trashed": START}),
        ("m1", {"problem": "I keep the keys."}),
        ("m1", {"in_log": False}),
        ("m1", {"held": date(2026, 12, 1)}),
        ("a1", {"text": "Count my answers"}),
        ("t2", {"text": ""}),
    ],
)
def test_a_fingerprint_notices_a_change_in_the_body(record_id: str, fields: dict[str, Any]) -> None:
    before = body_fingerprint(TASK, of(*LOGGED))
    assert body_fingerprint(TASK, changed(record_id, **fields)) != before
    assert len(before) == 64


@pytest.mark.parametrize(
    ("record_id", "fields"),
    [
        ("s1", {"text": " All **in**\n\nall. "}),
        ("s1", {"changed": START + timedelta(days=200)}),
        ("m1", {"gave": "outside the log"}),
        ("m3", {"problem": "still not chosen"}),
        ("s3", {"text": "of another task"}),
    ],
)
def test_a_fingerprint_passes_over_the_rest(record_id: str, fields: dict[str, Any]) -> None:
    before = body_fingerprint(TASK, of(*LOGGED))
    assert body_fingerprint(TASK, changed(record_id, **fields)) == before


def test_what_struck_me_stands_in_the_log_after_the_problem() -> None:
    meeting = Meeting(
        id="m", made=START, changed=START, problem="The rota.", struck="I laughed.", in_log=True
    )
    (entry,) = log_entries(Portfolio({"m": meeting}))
    assert entry.texts() == ("The rota.", "I laughed.")
