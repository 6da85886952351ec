"""The learner's reading: what is in front, what is kept of it, what it counts towards."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ilmcoach.packs.model import Criterion, Outcome, Pack, Reading, Unit
from ilmcoach.portfolio.coverage import records_for
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Finding, Goal, Note, ReadingRecord, Record
from ilmcoach.walks.shelf import Work, counted, record_of, shelves, take_up
from tests.walks.walker import EARLIER, Desk


def entry(name: str, criteria: str = "", topics: str = "") -> Reading:
    return Reading(name, f"{name} (1990)", "Good.", tuple(topics.split()), tuple(criteria.split()))


UNIT = Unit(
    "u", "U", outcomes=(Outcome("1", "O", tuple(Criterion(f"u/{n}", n, "", "") for n in "12")),)
)
PACK = Pack(
    "p",
    "P",
    Path(),
    units=(UNIT,),
    readings=(
        *(entry(f"n{number}") for number in range(7)),
        entry("one", "u/1"),
        entry("two", "u/2"),
        entry("both", "u/1 u/2"),
        entry("area", "", "hand-over"),
    ),
)


def record(name: str, **more: Any) -> ReadingRecord:
    return ReadingRecord(**{"id": f"r-{name}", **EARLIER, "reading": name, **more})


def shown(*records: Record, mine: bool = False) -> dict[str, str]:
    portfolio = Portfolio({one.id: one for one in records})
    return {
        shelf.title: " ".join(work.key.split(":")[1] for work in shelf.works)
        for shelf in shelves(PACK, portfolio, mine=mine)
    }


def test_what_helps_with_most_that_is_empty_comes_first() -> None:
    assert shown()["For where you are now"] == "both one two n0 n1 n2"
    covered = Note(id="n", text="x", criteria=("u/1",), **EARLIER)
    assert shown(covered)["For where you are now"].startswith("two both n0")


def test_what_the_open_goals_are_about_comes_before_that() -> None:
    finding = Finding(id="f", area="hand-over", rating=2, **EARLIER)
    goal = Goal(id="g", what="Let go", finding="f", by=date(2027, 1, 1), **EARLIER)
    assert shown(finding, goal)["For where you are now"].startswith("area both")


def test_what_was_taken_up_stands_by_its_state() -> None:
    own = ReadingRecord(id="own", title="Mine", state="read", **EARLIER)
    found = shown(record("n1", state="reading"), record("two", state="to-read"), own, record("n3"))
    assert found["Reading now"] == "n1"
    assert found["To read"] == "n3 two"
    assert found["Read"] == "own"
    assert "n1" not in found["For where you are now"] + found["More in the catalogue"]


def test_mine_has_only_what_was_taken_up() -> None:
    assert shown(record("n1", state="reading"), mine=True) == {"Reading now": "n1"}
    assert shown(mine=True) == {}


def test_a_record_of_another_pack_is_not_lost() -> None:
    assert shown(record("elsewhere", state="read"), mine=True) == {"Read": "r-elsewhere"}


def test_taking_up_keeps_the_id_and_none_of_the_catalogues_words() -> None:
    work = Work(PACK.readings[0])
    made = take_up(work, Desk().stamp(), "reading")
    assert (made.reading, made.state, made.title, made.took) == ("n0", "reading", "", "")
    assert made.words() == ()
    assert made.criteria == ()
    on = take_up(Work(PACK.readings[0], made), Desk().stamp(), "read")
    assert (on.id, on.state) == (made.id, "read")
    assert record_of("n0", Portfolio({made.id: made})) == made


@pytest.mark.parametrize(
    ("before", "took", "expected"),
    [
        ({}, "Questions lead.", ("u/1", "u/2")),
        ({}, "  ", ()),
        ({"took": "Old", "criteria": ("u/2",)}, "New", ("u/2",)),
        ({"took": "Old", "criteria": ()}, "New", ()),
        ({"took": "Old", "criteria": ("u/2",)}, "", ()),
        ({"criteria": ("u/9",)}, "First", ("u/9",)),
    ],
)
def test_what_was_taken_counts_and_the_learners_choice_stands(
    before: dict[str, Any], took: str, expected: tuple[str, ...]
) -> None:
    both = next(one for one in PACK.readings if one.id == "both")
    assert counted(record("both", **before), took, both) == expected


def test_reading_of_ones_own_counts_by_hand_only() -> None:
    assert counted(ReadingRecord(id="o", title="Mine", **EARLIER), "Much", None) == ()


def test_a_state_alone_covers_nothing() -> None:
    made = take_up(Work(PACK.readings[-2]), Desk().stamp(), "read")
    assert records_for(("u/1", "u/2"), Portfolio({made.id: made})) == ()
