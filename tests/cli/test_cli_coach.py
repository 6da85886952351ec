"""`coach bench`: figures for the guard, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.course import Run

NOTE = "I do the stock checks myself because two pallets were missed last month."
CASES = [
    ("What worries you most about the stock checks?", "admit"),
    ("\x1b[31mWhat [b]about[/b] the checks?", "reject"),
    ("You should hand the checks over.", "reject"),
    ("Hand them over today.", "admit"),
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    file = tmp_path / "cases.jsonl"
    lines = [{"text": text, "learner_text": NOTE, "label": label} for text, label in CASES]
    file.write_text("\n".join(map(json.dumps, lines)))
    return file


def test_the_figures_for_a_program(run: Run, corpus: Path) -> None:
    told = run("coach", "bench", str(corpus), "--json")
    assert (told.code, told.err) == (0, "")
    found = json.loads(told.out)
    counts = ("items", "good", "bad", "good_admitted", "bad_admitted", "precision", "recall")
    assert [found[key] for key in counts] == [4, 2, 2, 1, 0, 1, 0.5]
    assert sum(one["bad"] for one in found["by_rule"].values()) == 2
    assert sum(one["good"] for one in found["by_rule"].values()) == 1
    assert (found["bad_admitted_lines"], found["good_refused_lines"]) == ([], [4])


def test_the_figures_for_people(run: Run, corpus: Path) -> None:
    told = run("coach", "bench", str(corpus))
    assert (told.code, told.err) == (0, "")
    rows = [one.split() for one in told.out.splitlines()]
    assert rows[:4] == [
        ["good", "bad"],
        ["cases", "2", "2"],
        ["admitted", "1", "0"],
        ["share", "admitted", "50.0%", "0.0%"],
    ]
    assert told.out.endswith("precision 100.0% (good among those admitted), recall 50.0%\n")
    assert "Hand them over" not in told.out
    assert max(map(len, told.out.splitlines())) < 80


def test_the_cases_that_went_wrong_are_named_if_asked_for(run: Run, corpus: Path) -> None:
    told = run("coach", "bench", "--cases", str(corpus))
    assert told.out.endswith(f"good, but refused\n{corpus}:4: Hand them over today.\n")
    assert "bad, but admitted" not in told.out
    corpus.write_text(
        json.dumps({"text": CASES[0][0], "learner_text": NOTE, "label": "reject"}) + "\n"
    )
    told = run("coach", "bench", "--cases", str(corpus))
    assert told.out.endswith(f"bad, but admitted\n{corpus}:1: {CASES[0][0]}\n")
    assert "recall none" in told.out


def test_nothing_of_a_case_acts_on_the_terminal(run: Run, corpus: Path) -> None:
    text = "\x1b]52;c;QQ==\x07See\nthis \x1b[2J[/b]"
    corpus.write_text(json.dumps({"text": text, "learner_text": "", "label": "admit"}))
    told = run("coach", "bench", "--cases", str(corpus))
    assert "\x1b" not in told.out + told.err
    assert told.out.endswith(":1: See this [/b]\n")


def test_a_broken_line_is_told_and_nothing_measured(run: Run, corpus: Path) -> None:
    with corpus.open("a") as file:
        file.write('\n{"text": \n')
    told = run("coach", "bench", str(corpus))
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith(f"{corpus}:5: it is not JSON")


def test_a_file_that_is_not_there(run: Run, home: Path) -> None:
    told = run("coach", "bench", "nowhere.jsonl")
    assert (told.code, told.out) == (1, "")
    assert "nowhere.jsonl" in told.err
    assert run("coach", "bench").code == 2
    assert not home.exists()
