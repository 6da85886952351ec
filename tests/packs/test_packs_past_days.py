"""A day that lies behind, said in a pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach.packs.library import Library

HEAD = "---\nid: p\ntitle: P\n---\n"
WALK = "---\nkind: walk\nid: w\ntitle: W\n---\n\n## S\n\n### T\n\n`id: t` {}\n\nWhen was it?\n"


def library(folder: Path, keys: str) -> Library:
    (folder / "p").mkdir()
    (folder / "p" / "pack.md").write_text(HEAD)
    (folder / "p" / "w.md").write_text(WALK.format(keys))
    return Library.find([folder])


@pytest.mark.parametrize(
    ("keys", "past"),
    [
        ("`answer: date` `past`", True),
        ("`answer: dates` `past: yes`", True),
        ("`answer: date` `past: no`", False),
        ("`answer: date`", False),
    ],
)
def test_a_day_may_lie_behind(tmp_path: Path, keys: str, past: bool) -> None:
    found = library(tmp_path, keys)
    assert [str(problem) for one in found.entries for problem in one.problems] == []
    pack = found.pack("p")
    assert pack is not None
    assert [step.past for step in pack.walks[0].steps()] == [past]


def test_what_is_no_day_cannot_lie_behind(tmp_path: Path) -> None:
    found = library(tmp_path, "`answer: long text` `past`")
    (problem,) = [str(problem) for one in found.entries for problem in one.problems]
    assert problem.startswith("w.md:11: 'long text' asks for no day")
    assert "take `past` out" in problem
