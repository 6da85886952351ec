"""`pack new`, `pack show` and `pack workbook` as a tutor types them."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.cli.course import Run


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    """A small document of a tutor's."""
    file = docx.Document()
    file.add_heading("Nights [/red]", 0)
    file.add_heading("Before your shift", 1)
    file.add_paragraph("Who is on tonight?")
    file.add_paragraph("How awake are you? ☐ 1 ☐ 2 ☐ 3")
    file.add_heading("House rules", 1)
    file.add_paragraph("No phones.")
    path = tmp_path / "brief.docx"
    file.save(str(path))
    return path


def test_a_new_pack_is_made_checked_shown_and_printed(run: Run, tmp_path: Path) -> None:
    made = run("pack", "new", "Night shift", "--into", str(tmp_path))
    folder = tmp_path / "night-shift"
    assert made.code == 0
    assert "called night-shift" in made.out
    assert "no problems" in made.out
    shown = run("pack", "show", str(folder))
    assert shown.code == 0
    assert "Which moment of this week" in shown.out
    assert "[what-happened]" in shown.out
    assert "[what-happened]" not in run("pack", "show", str(folder / "pack.md"), "--plain").out
    book = tmp_path / "book.docx"
    written = run("pack", "workbook", str(folder), "--out", str(book))
    assert written.code == 0
    assert "1 set of guided questions" in written.out
    assert docx.Document(str(book)).paragraphs[0].text == "Night shift"
    again = run("pack", "new", "Night shift", "--into", str(tmp_path))
    assert again.code == 1
    assert "was left as it is" in again.err
    before = book.read_bytes()
    assert run("pack", "workbook", str(folder), "--out", str(book)).code == 1
    assert book.read_bytes() == before


def test_a_pack_made_of_word_comes_with_its_report(run: Run, tmp_path: Path, brief: Path) -> None:
    made = run("pack", "new", "nights", "--from", str(brief), "--into", str(tmp_path))
    assert made.code == 0
    assert "under “House rules” (nothing is asked under this heading): “No phones.”" in made.out
    assert "belongs to the awarding body" in made.out
    folder = tmp_path / "nights"
    assert "No phones." in (folder / "README.md").read_text(encoding="utf-8")
    assert "Our own centre only" in (folder / "pack.md").read_text(encoding="utf-8")
    shown = run("pack", "show", str(folder)).out
    assert "Who is on tonight" in shown
    assert shown.count("Who is on tonight") == 1
    assert "      (1)\n      (2)\n      (3)\n" in shown
    assert run("pack", "check", str(folder)).code == 0


def test_a_copy_says_what_it_keeps(run: Run, tmp_path: Path) -> None:
    made = run("pack", "new", "Ours", "--from", "level-3-award", "--into", str(tmp_path))
    assert made.code == 0
    assert "Licence: MIT" in made.out
    own = run("pack", "show", str(tmp_path / "ours"), "--own")
    assert "GUIDED QUESTIONS" not in own.out
    assert "GUIDED QUESTIONS" in run("pack", "show", str(tmp_path / "ours")).out
    taken = run("pack", "new", "set-walks", "--from", "action-learning", "--into", str(tmp_path))
    assert "There is a pack set-walks already" in taken.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new", "../x"], "is a place, not a name"),
        (["new", "x", "--from", "level-3-awrd"], "Did you mean 'level-3-award'?"),
        (["new", "x", "--from", "missing.docx"], "There is no file missing.docx"),
        (["new", "x", "--from", "pyproject.toml"], "is no Word document"),
        (["show", "level-3-awrd"], "Did you mean 'level-3-award'?"),
        (["workbook", "level-3-award", "--out", "x.odt"], "There is no format odt"),
        (["workbook", "level-3-award", "--out", "x"], "--format docx"),
    ],
)
def test_wrong_use_is_said(run: Run, arguments: list[str], said: str) -> None:
    told = run("pack", *arguments)
    assert told.code == 2
    assert said in told.err


def test_a_broken_pack_is_not_shown_and_says_where(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pack.md").write_text("---\nid: x y\ntitle: X\n---\n", encoding="utf-8")
    told = run("pack", "show", str(tmp_path))
    assert told.code == 1
    assert "pack.md:2" in told.err


def test_a_pack_in_one_file_is_shown_and_printed_as_it_is(run: Run, tmp_path: Path) -> None:
    run("pack", "new", "Night shift", "--into", str(tmp_path))
    box = tmp_path / "night-shift.zip"
    assert run("pack", "build", str(tmp_path / "night-shift"), "--out", str(box)).code == 0
    for own in ([], ["--own"]):
        shown = run("pack", "show", str(box), *own)
        assert shown.code == 0
        assert "Which moment of this week" in shown.out
    book = tmp_path / "book.html"
    assert run("pack", "workbook", str(box), "--out", str(book)).code == 0
    assert "Which moment of this week" in book.read_text(encoding="utf-8")
    (tmp_path / "broken.zip").write_bytes(b"PK")
    assert run("pack", "show", str(tmp_path / "broken.zip")).code == 1


def test_a_pack_without_guided_questions_is_printed_with_all_the_rest(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "pack.md").write_text("---\nid: p\ntitle: P\n---\n", encoding="utf-8")
    asked = "---\nkind: questions\nid: q\ntitle: Q\n---\n\n## Handover\n\n- Who hears last?\n"
    (tmp_path / "questions.md").write_text(asked, encoding="utf-8")
    book = tmp_path / "book.md"
    refused = run("pack", "workbook", str(tmp_path), "--out", str(book))
    assert refused.code == 1
    assert "--all" in refused.err
    assert run("pack", "workbook", str(tmp_path), "--all", "--out", str(book)).code == 0
    assert "Who hears last?" in book.read_text(encoding="utf-8")
