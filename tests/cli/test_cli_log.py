"""`export log`: everything written, in one file, never over another."""

from __future__ import annotations

from pathlib import Path

from tests.cli.course import Run


def test_the_log_of_the_made_up_learner(run: Run, tmp_path: Path) -> None:
    folder, out = tmp_path / "demo", tmp_path / "log.md"
    assert run("demo", "--into", str(folder)).code == 0
    told = run("--data-dir", str(folder), "export", "log", "--out", str(out))
    assert (told.code, told.out) == (0, f"Written: {out}\n")
    text = out.read_text(encoding="utf-8")
    assert text.index("June 2026") < text.index("November 2026")
    assert "Zoë" in text
    again = run("--data-dir", str(folder), "export", "log", "--out", str(out))
    assert again.code == 1
    assert out.read_text(encoding="utf-8") == text


def test_the_log_has_one_format(run: Run, tmp_path: Path) -> None:
    told = run("export", "log", "--format", "ics", "--out", str(tmp_path / "log.ics"))
    assert told.code == 2
    assert "Markdown" in told.err
