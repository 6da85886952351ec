"""Pages of nothing but signs: they would take seconds, so they are refused, with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach.packs.crowding import ALL, PAGE, PAIRED, crowded_line, overfull_line, signs
from ilmcoach.packs.library import Library
from ilmcoach.packs.loader import load_pack
from tests.kit.parcels import FRIDAY, folder_of

FRONT = b"---\nkind: questions\nid: q\ntitle: Q\ntopics: x\n---\n\n"


@pytest.mark.parametrize("sign", ["[", "![", "*a ", "**a*", "<", "[a](x)"])
def test_a_page_full_of_pairs(tmp_path: Path, sign: str) -> None:
    body = FRONT + b"- Who?\n\n" + (sign * 60_000)[:60_000].encode()
    found = load_pack(folder_of({**FRIDAY, "a.md": body}, tmp_path / "friday"), Library.find([]))
    assert found.pack is None
    (problem,) = [one for one in found.problems if not one.advice]
    assert (problem.file, problem.line) == ("a.md", 10)
    assert "signs" in problem.what


def test_a_pack_full_of_lines(tmp_path: Path) -> None:
    pages = {f"p{number}.md": FRONT + b"x\n\n" * 3_000 for number in range(20)}
    found = load_pack(folder_of({**FRIDAY, **pages}, tmp_path / "friday"), Library.find([]))
    assert found.pack is None
    assert any("in good time" in one.what for one in found.problems)


def test_a_page_full_of_lines_and_a_label_full_of_pairs(tmp_path: Path) -> None:
    pages = {**FRIDAY, "a.md": FRONT + b"- a\n" * 5_000}
    found = load_pack(folder_of(pages, tmp_path / "friday"), Library.find([]))
    (problem,) = [one for one in found.problems if not one.advice]
    assert (problem.file, problem.line) == ("a.md", 3_999)
    assert "good time" in problem.what

    label = FRIDAY["pack.md"] + b"[" * 60_000
    folder_of({"pack.md": label}, tmp_path / "packs" / "friday")
    assert Library.find([tmp_path / "packs"]).ids() == ()


def test_counting() -> None:
    assert crowded_line("a\n" + "[" * PAIRED) is None
    assert crowded_line("a\n" + "[" * PAIRED + "\n\n[") == 4
    assert signs("a *b*\n[c](d)\n") == 6
    assert overfull_line("a\n" * PAGE) is None
    assert overfull_line("a\n" * PAGE + "-") == PAGE + 1
    assert ALL > 6 * 6_000
