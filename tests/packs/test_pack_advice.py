"""Advice that helps and does not pester; and what a slip must not bring up with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach.packs.keyline import unquoted
from ilmcoach.packs.library import Library, check
from ilmcoach.packs.loader import load_pack
from ilmcoach.packs.names import likely_id, lookalike, plain_id
from tests.packs.pack_cases import good_library, load_file

WALK = """---
kind: walk
id: friday
title: Friday
---

## The week

### One moment

`id: moment` `answer: {answer}` `topics: week`

{ask}

- What else?
"""
BANK = """---
kind: questions
id: night
title: Night
---

## Handover

`topics: {topics}`

- What does the next shift need?
"""


def write(shelf: Path, name: str, uses: str = "", **files: str) -> Path:
    folder = shelf / name
    folder.mkdir(parents=True)
    head = f"uses: {uses}\n" if uses else ""
    (folder / "pack.md").write_text(f"---\nid: {name}\ntitle: {name}\n{head}---\n")
    for stem, text in files.items():
        (folder / f"{stem}.md").write_text(text, encoding="utf-8")
    return folder


def advice(folder: Path, library: Library | None = None) -> list[str]:
    found = check(folder, library or Library.find([folder.parent]))
    assert all(one.advice for one in found)
    return [f"{one.file}:{one.line} {one.what}" for one in found]


def walk(ask: str = "What do you remember best?", answer: str = "long text") -> str:
    return WALK.format(ask=ask, answer=answer)


def test_questions_that_no_step_leads_to(tmp_path: Path) -> None:
    folder = write(tmp_path, "mine", walk=walk(), bank=BANK.format(topics="nights"))
    assert advice(folder) == [
        "bank.md:7 No step has a topic of 'Handover': nights.",
        "walk.md:11 No question and no reading has the topic 'week'.",
    ]
    again = write(tmp_path / "well", "mine", walk=walk(), bank=BANK.format(topics="nights, week"))
    assert advice(again) == []


def test_a_pack_that_others_build_on_may_leave_that_to_them(tmp_path: Path) -> None:
    bank = BANK.format(topics="nights, week")
    folder = write(tmp_path, "mine", walk=walk(), bank=bank, more=BANK.format(topics="days"))
    (folder / "more.md").write_text(
        BANK.format(topics="days").replace("id: night", "id: day").replace("need?", "bring?")
    )
    assert advice(folder) == ["more.md:7 No step has a topic of 'Handover': days."]
    write(tmp_path, "above", uses="mine")
    assert advice(folder) == []


def test_questions_by_themselves_are_for_the_packs_that_use_them(tmp_path: Path) -> None:
    assert advice(write(tmp_path, "mine", bank=BANK.format(topics="nights"))) == []


@pytest.mark.parametrize(
    ("ask", "answer", "told"),
    [
        ("Have you tried to ask them?", "long text", True),
        ("Did it go well?", "short text", True),
        ("Did it go well?", "number", False),
        ("Say where you were.", "long text", False),
        ("What did you do, and what came of it?", "long text", False),
        ("You were there. What did you do?", "long text", False),
    ],
)
def test_what_a_step_asks_is_looked_at_too(
    tmp_path: Path, ask: str, answer: str, told: bool
) -> None:
    bank = BANK.format(topics="week")
    found = advice(write(tmp_path, "mine", walk=walk(ask, answer), bank=bank))
    assert found[:1] == ([one for one in found if one.startswith("walk.md:13 Look again")])
    assert bool(found) == told


def test_opening_a_pack_has_no_time_for_advice(tmp_path: Path) -> None:
    folder = write(tmp_path, "mine", walk=walk("Did it go well?"), bank=BANK.format(topics="week"))
    library = Library.find([tmp_path])
    assert load_pack(folder, library).problems == ()
    assert len(load_pack(folder, library, advise=True).problems) == 1


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("“Friday, ten minutes”", "Friday, ten minutes"),
        ("‘Friday’", "Friday"),
        ("«Vendredi»", "Vendredi"),
        ("“Friday’s ten minutes”", "Friday’s ten minutes"),
        ("Friday and “the rest”", "Friday and “the rest”"),
        ("“Friday” and “the rest”", "“Friday” and “the rest”"),
        ("O’Brien’s week", "O’Brien’s week"),
        ("”", "”"),
        ("", ""),
    ],
)
def test_quotation_marks_around_all_of_it_are_no_part_of_it(written: str, title: str) -> None:
    assert unquoted(written) == title


def test_the_quotation_marks_of_a_word_processor_leave_a_title(tmp_path: Path) -> None:
    text = BANK.format(topics="week").replace("title: Night", "title: “The night”")
    loaded = load_file(tmp_path, text, uses="")
    assert loaded.pack is not None
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("name", "letter", "likely"),
    [
        ("fridаy", "letter 5, 'а', is a Cyrillic", "friday"),
        ("tοne", "letter 2, 'ο', is a Greek", "tone"),
        ("friday", "", "friday"),
        ("пятница", "", ""),
        ("été", "", "ete"),
    ],
)
def test_a_letter_that_only_looks_right(name: str, letter: str, likely: str) -> None:
    assert letter in lookalike(name)
    assert bool(lookalike(name)) == bool(letter)
    assert likely_id(name) == likely


def test_any_dash_is_a_hyphen_in_an_id() -> None:
    assert plain_id("My–First—Wa\u00adlk") == "my-first-walk"


def test_what_is_shown_as_an_example_is_the_tutors_own(tmp_path: Path) -> None:
    text = WALK.format(ask="What?", answer="long text").replace("topics: week", "criteria: {}")
    (problem,) = [
        one
        for one in load_file(tmp_path, text.format("2.1, x"), uses="canal-award").problems
        if "'2.1'" in one.what
    ]
    assert problem.mend == "Did you mean 'c1/2.1'?"
    assert "m3-37" not in "".join(map(str, load_file(tmp_path, text.format("x"), uses="").problems))


def test_good_packs_hold_nothing_to_tell_of() -> None:
    for name in ("river-walks", "canal-award"):
        (folder,) = [one.folder for one in good_library().entries if one.id == name]
        assert [str(one) for one in check(folder, good_library()) if not one.advice] == []
