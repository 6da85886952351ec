"""Handed in, sent back, remarks: what is in question, and how it is said."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from ilmcoach.packs.model import Assessment, Section
from ilmcoach.portfolio.handing import (
    counts_now,
    in_question,
    last_handed,
    open_remarks,
    remarks,
    remarks_to_deal_with,
    say_handed,
    say_sent_back,
)
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import HandedIn, Record, Remark, SectionText, SentBack

START = datetime(2026, 10, 1, 18, 0, tzinfo=UTC)
TASK = Assessment(
    "task",
    "The task",
    (Section("plan", "Plan"), Section("log", "Log"), Section("end", "Looking back")),
)


def at(days: int, **on: Any) -> dict[str, Any]:
    moment = START + timedelta(days=days)
    return {"made": moment, "changed": moment, "assessment": "task", **on}


def of(*records: Record) -> Portfolio:
    return Portfolio({one.id: one for one in records})


BACK = SentBack(**at(2), id="b", sections=("log",), on=date(2026, 10, 3))
HANDED = HandedIn(**at(0), id="h", what="draft", on=date(2026, 10, 1), to="B\nRowe")


def test_only_what_was_sent_back_is_in_question_until_it_is_handed_in_again() -> None:
    assert in_question(TASK, of(HANDED)) == ()
    assert in_question(TASK, of(HANDED, BACK)) == ("log",)
    again = HandedIn(**at(9), id="h2", what="final", on=date(2026, 10, 10))
    assert in_question(TASK, of(HANDED, BACK, again)) == ()
    assert in_question(TASK, of(HANDED, BACK, replace(again, trashed=START))) == ("log",)
    assert in_question(TASK, of(replace(BACK, over=True))) == ()
    assert in_question(TASK, of(replace(BACK, assessment="other"))) == ()


def test_the_last_one_counts_and_the_packs_order_holds() -> None:
    later = replace(BACK, id="c", on=date(2026, 10, 5), sections=("end", "gone", "plan"))
    assert in_question(TASK, of(BACK, later)) == ("plan", "end")
    noted_later = HandedIn(**at(8), id="h3", on=date(2026, 10, 2))
    assert in_question(TASK, of(BACK, noted_later)) == ("log",), "it went by the day, not the note"


@pytest.mark.parametrize(
    ("sections", "words"),
    [
        (("log",), "only Log is in question."),
        (("end", "plan"), "only Plan and Looking back are in question."),
        ((), "all of it is in question."),
        (("gone",), "all of it is in question."),
        (("plan", "log", "end"), "all of it is in question."),
    ],
)
def test_it_is_said_in_words(sections: tuple[str, ...], words: str) -> None:
    said = say_sent_back(TASK, of(replace(BACK, sections=sections)))
    assert said == f"Sent back on Sat 3 Oct 2026: {words}"
    assert say_sent_back(TASK, of(HANDED)) == ""


def test_the_last_time_it_was_handed_in() -> None:
    undated = HandedIn(**at(4), id="u")
    found = last_handed(TASK, of(undated, HANDED))
    assert found == undated
    assert say_handed(undated) == "Handed in on Mon 5 Oct 2026"
    assert say_handed(HANDED) == "Draft handed in on Thu 1 Oct 2026 to B Rowe"
    assert last_handed(TASK, of(replace(HANDED, assessment="other"))) is None


def test_remarks_stand_by_heading() -> None:
    some = [
        Remark(**at(1), id="1", section="log", text="b"),
        Remark(**at(0), id="2", section="gone", text="d"),
        Remark(**at(2), id="3", section="log", text="c", done=True),
        Remark(**at(9), id="4", text="a"),
    ]
    assert "".join(one.text for one in remarks(TASK, of(*some))) == "abcd"
    assert open_remarks(TASK, "log", of(*some)) == 1
    assert open_remarks(TASK, "", of(*some)) == 1


def test_what_bears_on_a_heading_is_its_own_remarks_first_then_those_on_all() -> None:
    some = [
        Remark(**at(1), id="1", text="of all of it"),
        Remark(**at(2), id="2", section="log", text="of the log"),
        Remark(**at(3), id="3", section="log", text="dealt with", done=True),
        Remark(**at(4), id="4", section="plan", text="of the plan"),
    ]
    found = [one.text for one in remarks_to_deal_with(TASK, "log", of(*some))]
    assert found == ["of the log", "of all of it"]


def test_words_are_counted_as_they_stand() -> None:
    text = SectionText(**at(0), id="t", section="plan", text="Five words, and no more")
    assert counts_now(TASK, of(text)) == {"plan": 5, "log": 0, "end": 0}
