"""`export` and `data export`: files for the learner, never over something else by accident."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ilmcoach.portfolio.records import Note, SectionText
from tests.cli.course import NOW, Run, put

WORDS = "My team needs to hear things first.\n\nI asked *each* of them."


@pytest.fixture
def written(set_up: Path) -> Path:
    """A portfolio with one section written."""
    section = SectionText(
        id="s", made=NOW, changed=NOW, assessment="team-report", section="needs", text=WORDS
    )
    put(set_up, section)
    return set_up


def test_the_document_holds_the_learners_words(run: Run, written: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.md"
    told = run("export", "team-report", "--format", "md", "--out", str(out))
    assert (told.code, told.out, told.err) == (0, f"Written: {out}\n", "")
    text = out.read_text(encoding="utf-8")
    assert WORDS in text
    assert "What my team needs" in text


@pytest.mark.parametrize("command", [["export", "team-report", "--out"], ["data", "export"]])
def test_a_file_that_is_there_stays_without_force(
    run: Run, written: Path, tmp_path: Path, command: list[str]
) -> None:
    out = tmp_path / "mine.txt"
    out.write_text("something of mine")
    told = run(*command, str(out))
    assert (told.code, told.out) == (1, "")
    assert "--force" in told.err
    assert out.read_text() == "something of mine"
    assert run(*command, str(out), "--force").code == 0
    assert "something of mine" not in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["docx", "html", "pdf", "nonsense"])
def test_other_formats_are_not_there_yet(
    run: Run, written: Path, tmp_path: Path, form: str
) -> None:
    told = run("export", "team-report", "--format", form, "--out", str(tmp_path / "out"))
    assert (told.code, told.out) == (2, "")
    assert "Not yet: this version writes md" in told.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("asked", "hint"), [("team-reprot", "Did you mean team-report?"), ("zzz", "team-report")]
)
def test_an_unknown_id_gets_the_nearest(
    run: Run, written: Path, tmp_path: Path, asked: str, hint: str
) -> None:
    told = run("export", asked, "--out", str(tmp_path / "out.md"))
    assert (told.code, told.out) == (2, "")
    assert hint in told.err
    assert not (tmp_path / "out.md").exists()


def test_before_set_up_it_says_what_to_do(run: Run, tmp_path: Path) -> None:
    told = run("export", "team-report", "--out", str(tmp_path / "out.md"))
    assert told.code == 1
    assert "No programme is set up yet" in told.err


def test_all_data_as_one_readable_file(run: Run, written: Path, tmp_path: Path) -> None:
    put(
        written,
        Note(id="live", made=NOW, changed=NOW, text="中 😀 “kept”"),
        Note(id="gone", made=NOW, changed=NOW, trashed=NOW, text="in the trash"),
    )
    out = tmp_path / "all.json"
    told = run("data", "export", str(out))
    assert (told.code, told.out, told.err) == (0, f"Written: {out}\n", "")
    text = out.read_text(encoding="utf-8")
    assert "中 😀 “kept”" in text
    data = json.loads(text)
    assert (data["format"], data["version"]) == ("ilmcoach data", 1)
    assert {one["id"] for one in data["records"]["note"]} == {"live", "gone"}
    assert data["records"]["section"][0]["text"] == WORDS
    assert data["records"]["enrolment"][0]["start"] == "2026-09-01"


def test_an_empty_portfolio_can_be_taken_away_too(run: Run, tmp_path: Path, home: Path) -> None:
    out = tmp_path / "all.json"
    assert run("data", "export", str(out)).code == 0
    records = json.loads(out.read_text(encoding="utf-8"))["records"]
    assert all(found == [] for found in records.values())
    assert not home.exists()
