"""Criterion by heading, and what is still missing in order of weight."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from ilmcoach.packs.model import Assessment, Criterion, Outcome, Pack, Section, Unit
from ilmcoach.portfolio.body import body_fingerprint
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    HandedIn,
    HeadingNote,
    Learner,
    Meeting,
    Note,
    Quote,
    Record,
    Remark,
    SectionText,
    SentBack,
    Statement,
)
from ilmcoach.portfolio.whereabouts import Missing, still_missing, whereabouts
from tests.demo.example import example, example_pack
from tests.portfolio.test_handing import START, at, of

TASK = Assessment(
    "task",
    "The task",
    (
        Section("plan", "Plan", criteria=("u/1.1",), marks=40, minimum=20),
        Section("log", "Log", criteria=("u/2.1", "u/2.2"), marks=60, minimum=30, log=True),
        Section("end", "End", marks=60, minimum=40),
    ),
    cover=("learner name", "centre name"),
    statement="It is mine.",
)
CRITERIA = tuple(Criterion(f"u/{n}", f"U {n}", "Explain", "why") for n in ("1.1", "2.1", "2.2"))
PACK = Pack(
    id="p",
    title="P",
    folder=Path(),
    units=(Unit("u", "Unit", outcomes=(Outcome("1", "One", CRITERIA),)),),
    assessments=(TASK,),
)


def text(section: str, words: str, days: int = 0) -> SectionText:
    return SectionText(**at(days), id=f"text-{section}", section=section, text=words)


def linked(record_id: str, *criteria: str, days: int = 0) -> Note:
    given: dict[str, Any] = at(days)
    del given["assessment"]
    return Note(id=record_id, text="x", criteria=criteria, **given)


def missing(*records: Record) -> list[tuple[str, str, str]]:
    found = still_missing(TASK, PACK, of(*records))
    return [(one.place, one.section, one.criterion) for one in found]


NOTHING = [
    ("section", "end", ""),
    ("section", "log", ""),
    ("section", "plan", ""),
    ("log", "log", ""),
    ("criterion", "log", "u/2.1"),
    ("criterion", "log", "u/2.2"),
    ("criterion", "plan", "u/1.1"),
    ("cover", "", ""),
    ("statement", "", ""),
]


def full() -> list[Record]:
    met: dict[str, Any] = {"made": START, "changed": START}
    some: list[Record] = [
        *(text(one, f"Words under {one}") for one in ("plan", "log", "end")),
        Meeting(id="m", problem="p", in_log=True, held=date(2026, 9, 1), **met),
        linked("n", "u/1.1", "u/2.1", "u/2.2"),
        Learner(id="l", name="Siân", centre_name="Wenford", **met),
    ]
    body = body_fingerprint(TASK, Portfolio({one.id: one for one in some}))
    return [*some, Statement(**at(1), id="s", name="Siân", body=body)]


def test_what_weighs_most_comes_first_and_nothing_is_left_once_all_is_there() -> None:
    assert missing() == NOTHING
    assert missing(*full()) == []


def test_each_thing_is_missed_by_itself() -> None:
    some = full()
    assert missing(*(one for one in some if one.id != "m")) == [
        ("log", "log", ""),
        ("statement", "", ""),
    ]
    assert missing(*some, Remark(**at(3), id="r", section="plan", text="Say why")) == [
        ("remarks", "plan", "")
    ]
    assert missing(*some, Remark(**at(3), id="r", text="Say why", done=True)) == []
    quote = Quote(**at(2), id="q", section="end", text="Words under", source="n")
    assert missing(*some, quote) == [("section", "end", "")]
    assert missing(*some, replace(quote, accepted=True)) == []
    changed = replace(text("end", "Other words"), changed=START + timedelta(days=5))
    assert missing(*some, changed) == [("statement", "", "")]


def test_once_sent_back_only_that_is_missing_something() -> None:
    back = SentBack(**at(6), id="b", sections=("plan",), on=date(2026, 10, 7))
    assert missing(back) == [
        ("section", "plan", ""),
        ("section", "plan", ""),
        ("criterion", "plan", "u/1.1"),
        ("cover", "", ""),
        ("statement", "", ""),
    ]
    assert missing(*full(), back) == [("section", "plan", "")]
    again = replace(text("plan", "Words under plan"), changed=START + timedelta(days=7))
    assert missing(*full(), back, again) == []


def test_the_lines_say_what_and_where() -> None:
    said = [one.words for one in still_missing(TASK, PACK, of())]
    assert said[0] == "End: nothing written yet (60 marks, at least 40 needed)"
    assert said[4] == "U 2.1 Explain: nothing behind it yet (Log)"
    assert said[-2:] == [
        "Empty on the cover: learner name, centre name",
        "Own-work statement: not confirmed yet",
    ]


def test_a_heading_knows_its_words_its_note_and_what_changed_since_it_was_seen() -> None:
    handed = HandedIn(**at(3), id="h", what="draft", counts={"plan": 9})
    note = HeadingNote(**at(0), id="n1", section="plan", text="Ask Zoë")
    newer = replace(note, id="n2", text="Asked", changed=START + timedelta(days=1))
    portfolio = of(text("plan", "Two words", days=4), handed, newer, note, linked("n", "u/1.1"))
    plan, log, end = whereabouts(TASK, PACK, portfolio)
    assert (plan.words, plan.words_handed, plan.changed) == (2, 9, True)
    assert plan.note == newer
    assert plan.criteria[0].records == ("n",)
    assert plan.criteria[0].touched == START
    assert (log.words, log.words_handed, log.changed, log.touched) == (0, None, False, None)
    assert [one.records for one in log.criteria] == [(), ()]
    assert end.criteria == ()
    assert all(one.in_question for one in (plan, log, end))


def test_what_becomes_of_the_work_shows_no_criterion() -> None:
    some: list[Record] = [
        Remark(**at(0), id="1", text="x", criteria=("u/1.1",)),
        HandedIn(**at(0), id="2", criteria=("u/1.1",)),
        Quote(**at(0), id="3", text="x", criteria=("u/1.1",)),
        HeadingNote(**at(0), id="4", text="x", criteria=("u/1.1",)),
    ]
    assert whereabouts(TASK, PACK, of(*some))[0].criteria[0].records == ()


def test_the_example_has_work_sent_back_and_her_own_words_in_it() -> None:
    task = example_pack().assessment("action-plan-and-log")
    assert task
    plan, log = whereabouts(task, example_pack(), example())
    assert (plan.in_question, log.in_question) == (False, True)
    assert plan.words == plan.words_handed
    assert log.changed
    places = [one.place for one in still_missing(task, example_pack(), example())]
    assert places == ["section", "remarks", "statement"]
    for quote in example().live(Quote):
        source = example().get(quote.source)
        assert source
        assert quote.text in source.words()
    assert [one.accepted for one in example().live(Quote)] == [True, False]


def test_nothing_marks_or_predicts() -> None:
    found: list[Missing] = []
    for task in example_pack().assessments:
        found += still_missing(task, example_pack(), example())
        found += still_missing(task, example_pack(), of())
    assert found
    said = " ".join(one.words for one in found).lower()
    assert not re.search(r"\b(pass(ed)?|fail(ed)?|score|likely|grade|%)\b", said)
