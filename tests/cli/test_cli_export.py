"""`export` and `data export`: files for the learner, never over something else by accident."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ilmcoach.portfolio.records import DocumentMade, Goal, Note, Person, SectionText
from tests.cli.course import NOW, Run, look, put

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


@pytest.mark.parametrize(
    ("options", "start"),
    [
        (["--format", "docx", "--out", "out"], b"PK"),
        (["--out", "out.PDF"], b"%PDF"),
        (["--out", "out.html"], b"<!"),
        (["--out", "out.odt"], b"# Team report"),
        (["--format", "md", "--out", "out.docx"], b"# Team report"),
    ],
)
def test_the_format_is_asked_for_or_told_by_the_files_name(
    run: Run, written: Path, tmp_path: Path, options: list[str], start: bytes
) -> None:
    *others, name = options
    told = run("export", "team-report", *others, str(tmp_path / name))
    assert (told.code, told.err) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(start)
    (made,) = look(written).live(DocumentMade)
    assert (made.what, made.path) == ("team-report", str(tmp_path / name))


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["team-report", "--format", "nonsense"], "There is no format nonsense"),
        (["team-report", "--with", "goals,diary"], "--with cannot take diary"),
        (["team-report", "--hide-names", "numbers"], "Say roles or initials"),
        (["team-report", "--standardisation", "perhaps"], "Say yes or no"),
        (["team-report", "--cover", "cover.docx"], "Word or PDF only"),
        (["calendar", "--with", "goals"], "--with goes with an assessment only"),
        (["manager-sheet", "--hide-names", "roles"], "--hide-names goes with an assessment"),
        (["workbook:zzz"], "no guided questions called zzz"),
        (["mark-sheet:zzz"], "no assessment called zzz"),
    ],
)
def test_what_cannot_be_is_refused(
    run: Run, written: Path, tmp_path: Path, options: list[str], says: str
) -> None:
    told = run("export", *options, "--out", str(tmp_path / "out"))
    assert (told.code, told.out) == (2, "")
    assert says in told.err
    assert not (tmp_path / "out").exists()
    assert not look(written).live(DocumentMade)


def test_what_is_chosen_stands_after_the_work(run: Run, written: Path, tmp_path: Path) -> None:
    put(written, Goal(id="g", made=NOW, changed=NOW, what="Ask first"))
    out = tmp_path / "report.md"
    chosen = ["--with", "references, goals", "--standardisation", "no"]
    assert run("export", "team-report", *chosen, "--out", str(out)).code == 0
    text = out.read_text(encoding="utf-8")
    assert text.index("## References") < text.index("## Appendix A: Goals")
    assert "Ask first" in text
    assert "☒ My work may not be used" in text


def test_hidden_names_are_searched_for_in_the_file(run: Run, written: Path, tmp_path: Path) -> None:
    put(
        written,
        Person(id="p", made=NOW, changed=NOW, name="Kerry", role="member"),
        SectionText(
            id="s", made=NOW, changed=NOW, assessment="team-report", section="needs",
            text="Kerry asked me.",
        ),
    )  # fmt: skip
    out = tmp_path / "report.md"
    told = run("export", "team-report", "--hide-names", "roles", "--out", str(out))
    assert told.code == 0
    assert "no listed name found" in told.out
    assert "anonymous" not in told.out
    assert "A member of my set asked me." in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("manager-sheet", "# My goals as a leader"),
        ("mark-sheet:team-report", "# Mark sheet: Team report"),
        ("cue-cards:team-report", "# Cue cards: Team report"),
    ],
)
def test_other_documents(run: Run, written: Path, tmp_path: Path, asked: str, title: str) -> None:
    out = tmp_path / "sheet.md"
    assert run("export", asked, "--out", str(out)).code == 0
    assert out.read_text(encoding="utf-8").startswith(title)
    assert [one.what for one in look(written).live(DocumentMade)] == [asked]


def test_a_walk_on_paper_before_set_up(run: Run, tmp_path: Path, home: Path) -> None:
    out = tmp_path / "walk.md"
    assert run("export", "workbook:smart-goal", "--out", str(out)).code == 0
    assert out.read_text(encoding="utf-8").startswith("# Set a goal")
    assert not home.exists()


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
