"""`search`: what was written, found by its words."""

from __future__ import annotations

import json
from pathlib import Path

from ilmcoach.portfolio.records import Action, Note
from tests.cli.course import NOW, Run, put


def write_something(home: Path) -> None:
    put(
        home,
        Note(id="n", made=NOW, changed=NOW, text="The rota,\nagain: [b]who[/b] \x1b[31mdoes it?"),
        Action(id="a", made=NOW, changed=NOW, text="Hand over the rota"),
        Note(id="gone", made=NOW, changed=NOW, text="The old rota", trashed=NOW),
    )


def test_what_is_found_for_people(run: Run, set_up: Path) -> None:
    write_something(set_up)
    told = run("search", "rota", "wh")
    assert (told.code, told.err) == (0, "")
    assert told.out == (
        "2026-11-21  Note: The rota, again: [b]who[/b] does it?\n"
        "    The rota, again: [b]who[/b] does it?\n"
    )


def test_what_is_found_for_a_program(run: Run, set_up: Path) -> None:
    write_something(set_up)
    told = run("search", "--json", "ROTA")
    assert (told.code, told.err) == (0, "")
    found = {one["id"]: one for one in json.loads(told.out)}
    assert set(found) == {"n", "a"}
    assert found["a"] == {
        "id": "a",
        "date": "2026-11-21",
        "kind": "Action",
        "title": "Hand over the rota",
        "snippet": "Hand over the rota",
    }


def test_nothing_found_is_said(run: Run, set_up: Path) -> None:
    write_something(set_up)
    told = run("search", "budget")
    assert (told.code, told.out) == (1, "")
    assert "Nothing that you wrote has these words" in told.err
    told = run("search", "--json", '"* (')
    assert (told.code, json.loads(told.out)) == (1, [])


def test_the_best_of_many_are_shown_and_all_counted(run: Run, set_up: Path) -> None:
    put(set_up, *(Note(id=f"{n}", made=NOW, changed=NOW, text=f"rota {n}") for n in range(60)))
    told = run("search", "rota")
    assert told.out.count("\n    ") == 50
    assert "These 50 fit best; 10 more have the words." in told.out


def test_words_are_asked_for(run: Run, set_up: Path) -> None:
    assert run("search").code == 2
