"""What another version of a pack changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach.kit.changes import changes
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import Pack
from tests.kit.parcels import FRIDAY, QUESTIONS, WALK, folder_of


def pack(folder: Path, **pages: bytes) -> Pack:
    """The Friday pack with other pages in the place of some of its own."""
    names = {"walk": "walks/looking-back.md", "questions": "questions.md"}
    given = {names[name]: data for name, data in pages.items()}
    folder_of({**FRIDAY, **given}, folder)
    found = Library.find([folder]).pack("friday")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b"How did it feel?", b"How did that feel?", [("step", "reworded", "How it felt")]),
        (b"### How it felt", b"### The feeling", [("step", "reworded", "The feeling")]),
        (b"`short text`", b"`short text`", []),
        (b"answer: short text", b"answer: long text", [("step", "otherwise", "How it felt")]),
        (
            b"id: felt",
            b"id: feeling",
            [("step", "gone", "How it felt"), ("step", "new", "How it felt")],
        ),
        (
            b"## The week",
            b"## Seven days",
            [("stage", "gone", "The week"), ("stage", "new", "Seven days")],
        ),
        (b"title: Looking back", b"title: A look back", [("walk", "reworded", "A look back")]),
    ],
    ids=["question", "title", "nothing", "answer", "id", "stage", "walk"],
)
def test_one_change(
    tmp_path: Path, old: bytes, new: bytes, told: list[tuple[str, str, str]]
) -> None:
    before = pack(tmp_path / "1")
    after = pack(tmp_path / "2", walk=WALK.replace(old, new))
    assert [(one.sort, one.what, one.title) for one in changes(before, after)] == told


def test_a_question_in_other_words_is_another_question(tmp_path: Path) -> None:
    before = pack(tmp_path / "1")
    after = pack(tmp_path / "2", questions=QUESTIONS.replace(b"Who hears", b"Who gets"))
    assert [(one.what, one.title, one.within) for one in changes(before, after)] == [
        ("gone", "Who hears the news last?", "Nights"),
        ("new", "Who gets the news last?", "Nights"),
    ]


def test_without_one_before_all_is_new(tmp_path: Path) -> None:
    after = pack(tmp_path / "1")
    found = changes(None, after)
    assert {one.what for one in found} == {"new"}
    assert [one.sort for one in found] == ["walk", "question", "question"]
    assert changes(after, after) == ()
