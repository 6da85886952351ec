"""`status` and `assignments`: facts and counts, never a judgement."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from ilmcoach.clock import FixedClock
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import KINDS, Action, Finding, SectionText
from ilmcoach.store.store import PortfolioStore
from tests.cli.course import NOW, Run, put


def write_something(home: Path) -> None:
    put(
        home,
        Finding(
            id="f",
            made=NOW,
            changed=NOW,
            area="listening",
            evidence="They waited for me to finish.",
            criteria=("t1/1.1",),
        ),
        SectionText(
            id="s",
            made=NOW,
            changed=NOW,
            assessment="team-report",
            section="needs",
            text="My team needs to hear things first.",
        ),
        Action(id="a", made=NOW, changed=NOW, text="Ask [b]two[/b] \x1b[31mpeople", due=None),
        Action(id="b", made=NOW, changed=NOW, text="Read", due=date(2031, 1, 9)),
    )


def test_status_for_a_program(run: Run, set_up: Path) -> None:
    write_something(set_up)
    told = run("status", "--json")
    assert (told.code, told.err) == (0, "")
    facts = json.loads(told.out)
    assert set(facts) == {
        "programme",
        "month",
        "months",
        "next_meeting",
        "actions_due",
        "records",
        "assessments",
    }
    assert facts["records"]["action"] == 2
    assert facts["programme"] == "Leading a small team"
    assert facts["months"] == 9
    assert facts["next_meeting"] is None
    assert facts["actions_due"][0] == {"id": "b", "text": "Read", "due": "2031-01-09"}
    assert facts["actions_due"][1]["due"] is None
    (assessment,) = facts["assessments"]
    assert (assessment["id"], assessment["words"], assessment["range"]) == (
        "team-report",
        7,
        [500, 800],
    )
    (section,) = assessment["sections"]
    assert (section["marks"], section["minimum"], section["words"]) == (20, 10, 7)
    assert section["criteria"] == [
        {"id": "t1/1.1", "label": "T1 1.1", "covered": True, "records": 1},
        {"id": "t1/1.2", "label": "T1 1.2", "covered": False, "records": 0},
    ]


def test_status_for_people(run: Run, set_up: Path) -> None:
    write_something(set_up)
    told = run("status")
    assert (told.code, told.err) == (0, "")
    for words in (
        "Leading a small team",
        "Read  (by Thu 9 Jan 2031",
        "Ask [b]two[/b] people",
        "Team report: 7 words; the task suggests 500 to 800",
        "no records yet for T1 1.2",
        "2 actions",
    ):
        assert words in told.out
    assert "\x1b" not in told.out
    assert "passed" not in told.out.lower()


def test_assignments(run: Run, set_up: Path) -> None:
    write_something(set_up)
    told = run("assignments")
    assert (told.code, told.err) == (0, "")
    assert told.out == (
        "team-report: Team report\n"
        "  7 words; the task suggests 500 to 800\n"
        "  What my team needs (20 marks, at least 10 needed, 7 words)\n"
        "    T1 1.1: 1 record\n"
        "    T1 1.2: nothing yet\n"
    )


def test_before_any_set_up_it_says_how(run: Run, home: Path) -> None:
    for command in ("status", "assignments"):
        told = run(command)
        assert (told.code, told.err) == (0, "")
        assert "No programme is set up yet" in told.out
    assert json.loads(run("status", "--json").out) == {
        "programme": None,
        "month": None,
        "months": None,
        "next_meeting": None,
        "actions_due": [],
        "records": dict.fromkeys(KINDS, 0),
        "assessments": [],
    }
    assert not home.exists()


def test_a_pack_that_went_away_is_said(run: Run, set_up: Path) -> None:
    (set_up / "packs" / "short-course" / "pack.md").unlink()
    for command in ("status", "assignments"):
        told = run(command)
        assert told.code == 0
        assert "short-course" in told.out
        assert "pack list" in told.out


def test_reading_takes_no_lock_and_writes_nothing(run: Run, set_up: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in set_up.rglob("*")}
    with PortfolioStore.open(set_up, disk=RealDisk(), clock=FixedClock(NOW), read_only=True):
        for command in ("status", "assignments"):
            assert run(command).code == 0
    assert {path: path.stat().st_mtime_ns for path in set_up.rglob("*")} == before


def test_they_work_while_another_window_is_open(run: Run, set_up: Path) -> None:
    with PortfolioStore.open(set_up, disk=RealDisk(), clock=FixedClock(NOW)):
        assert "Leading a small team" in run("status").out


def test_a_damaged_portfolio_is_told_and_left_alone(run: Run, set_up: Path) -> None:
    file = set_up / "portfolio.json"
    file.write_bytes(file.read_bytes()[:-7])
    damaged = file.read_bytes()
    for command in (["status"], ["assignments"], ["data", "export", str(set_up / "all.json")]):
        told = run(*command)
        assert (told.code, told.out) == (1, "")
        assert str(file) in told.err
    assert file.read_bytes() == damaged
