"""`summary` and `cohort`: from a learner to a tutor, without a server and without a word."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

from ilmcoach.portfolio.records import Note
from tests.cli.course import NOW, Run, put


def test_a_summary_is_shown_then_written_and_holds_no_words(
    run: Run, set_up: Path, tmp_path: Path
) -> None:
    put(set_up, Note(id="n", made=NOW, changed=NOW, text="Bethan was furious"))
    shown = run("summary", "--as", "A. Learner")
    assert (shown.code, shown.err) == (0, "")
    assert "Shown as: A. Learner" in shown.out
    assert "1 note" in shown.out
    assert "Nothing that you wrote is in it." in shown.out
    out = tmp_path / "mine.json"
    assert run("summary", "--out", str(out)).code == 0
    assert "Bethan" not in out.read_text()
    assert json.loads(out.read_text())["about"].startswith("A summary that a learner chose")
    if os.name == "posix":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
    again = run("summary", "--out", str(out))
    assert again.code == 1
    assert "is there already" in again.err


def test_a_cohort_in_three_forms(run: Run, set_up: Path, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    for name in ("Ann", "Bo"):
        run("summary", "--as", name, "--out", str(folder / f"{name}.json"))
    told = run("cohort", str(folder))
    assert (told.code, told.err) == (0, "")
    assert [line.split()[0] for line in told.out.splitlines()[2:4]] == ["Ann", "Bo"]
    for ending, sign in (("html", "<!DOCTYPE html>"), ("csv", '\ufeff"Name"'), ("txt", "Name")):
        out = tmp_path / f"cohort.{ending}"
        assert run("cohort", str(folder), "--out", str(out)).code == 0
        assert out.read_text(encoding="utf-8").startswith(sign)


def test_what_is_amiss_is_said_on_the_standard_error(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    assert run("cohort", str(folder)).code == 2
    folder.mkdir()
    none = run("cohort", str(folder))
    assert (none.code, none.out) == (1, "")
    assert "There is no summary in" in none.err
    (folder / "x.json").write_text("{}")
    assert "Passed over: x.json: no summary of ilmcoach" in run("cohort", str(folder)).err
