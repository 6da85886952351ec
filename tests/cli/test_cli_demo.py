"""`demo`: a portfolio to look round in, and never one's own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from ilmcoach.cli.main import main
from ilmcoach.demo import DEMO_NOW, attached_bytes
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Attachment, Note
from ilmcoach.services.demo import demo_clock, passing_demo
from ilmcoach.services.status import status
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import Folders
from ilmcoach.store.attachments import Attachments, safe_name
from ilmcoach.store.store import PortfolioStore
from tests.cli.course import NOW, Run, look, put

Process = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def written(tmp_path: Path, run: Run) -> Path:
    """A folder with the example in it."""
    place = tmp_path / "above" / "example"
    told = run("demo", "--into", str(place))
    assert (told.code, told.err) == (0, "")
    assert str(place) in told.out
    return place


def test_it_is_among_the_commands(run: Run) -> None:
    assert "\n    demo " in run("--help").out
    assert "--into DIR" in run("demo", "--help").out


def test_into_a_folder_touches_nothing_else(written: Path, home: Path) -> None:
    assert not home.exists()
    assert len(look(written)) > 50
    assert all(RealDisk().is_private(path) for path in [written, *written.rglob("*")])


def test_what_was_written_opens_as_it_was_built(written: Path) -> None:
    with (
        passing_demo() as example,
        PortfolioStore.open(
            example.data, disk=RealDisk(), clock=demo_clock(), read_only=True
        ) as store,
    ):
        assert store.portfolio == look(written)
        assert store.unreadable == ()


@pytest.mark.parametrize("there", ["portfolio", "file", "folder"])
def test_a_folder_in_use_is_left_as_it_is(run: Run, tmp_path: Path, there: str) -> None:
    place = tmp_path / "used"
    if there == "portfolio":
        put(place, Note(id="n", made=NOW, changed=NOW, text="mine"))
    elif there == "file":
        place.mkdir()
        (place / ".hidden").write_text("mine")
    else:
        (place / "within").mkdir(parents=True)
    before = {path: path.is_file() and path.read_bytes() for path in place.rglob("*")}
    told = run("demo", "--into", str(place))
    assert (told.code, told.out) == (1, "")
    assert str(place) in told.err
    assert {path: path.is_file() and path.read_bytes() for path in place.rglob("*")} == before


def test_a_file_in_the_folders_place_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("mine")
    for into in (place, place / "within"):
        told = run("demo", "--into", str(into))
        assert (told.code, told.out) == (1, "")
        assert str(into) in told.err
    assert place.read_text() == "mine"


def test_an_empty_folder_will_do(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "empty"
    place.mkdir()
    assert run("demo", "--into", str(place)).code == 0
    assert run("demo", "--into", str(place)).code == 1


def test_no_folder_is_wrong_use(run: Run, home: Path) -> None:
    assert run("demo", "--into", "").code == 2
    assert run("demo", "--into").code == 2
    assert not home.exists()


def test_without_a_terminal_it_says_so_and_makes_nothing(process: Process, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = process("demo", TMPDIR=str(temporary))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"terminal" in done.stderr
    assert list(temporary.iterdir()) == []


def test_writing_it_needs_no_screen(tmp_path: Path) -> None:
    script = (
        "import sys; from ilmcoach.cli.main import main\n"
        "code = main(sys.argv[1:])\n"
        "print('textual' in sys.modules)\n"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "demo", "--into", str(tmp_path / "example")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("False\n")


def test_the_passing_example_passes() -> None:
    with passing_demo() as example:
        put(example.data, Note(id="n", made=NOW, changed=NOW, text="something new"))
        assert look(example.data).get("n")
    assert not example.data.exists()


def test_no_place_for_the_passing_example_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(IlmcoachError, match="no place for the example") as told, passing_demo():
        pytest.fail("there was a place")
    assert "--into" in told.value.hint


def test_status_on_its_own_day(written: Path) -> None:
    workspace = open_workspace(Folders(written), clock=demo_clock(), read_only=True)
    facts = status(workspace)
    assert facts["programme"] == "ILM Level 3 Certificate in Leadership"
    assert (facts["month"], facts["months"]) == (6, 12)
    assert facts["next_meeting"] == "2026-12-17"
    due = [one["due"] for one in facts["actions_due"]]
    assert due == sorted(due)
    assert sum(datetime.fromisoformat(day).date() < DEMO_NOW.date() for day in due) == 2


def test_status_with_the_computers_own_clock(
    written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data-dir", str(written), "status", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert set(facts) == {
        "programme",
        "month",
        "months",
        "next_meeting",
        "actions_due",
        "records",
        "assessments",
    }
    assert facts["months"] == 12
    assert len(facts["actions_due"]) == 4
    assert {frozenset(one) for one in facts["actions_due"]} == {frozenset({"id", "text", "due"})}
    assert {one["id"] for one in facts["assessments"]} == {
        "action-plan-and-log",
        "reflective-review",
    }
    assert main(["--data-dir", str(written), "status"]) == 0


def test_doctor_finds_all_well(written: Path, run: Run) -> None:
    told = run("--data-dir", str(written), "doctor")
    assert told.code == 0
    assert "2 attached files in order" in told.out


def test_her_files_are_there_and_as_she_attached_them(written: Path) -> None:
    copies = Attachments(written, RealDisk())
    attached = [one for one in look(written) if isinstance(one, Attachment)]
    assert len(attached) == len(copies.all()) == 2
    for one in attached:
        assert one.name == safe_name(one.name)
        assert copies.read(one) == attached_bytes(one.name)


def test_it_can_be_exported(written: Path, tmp_path: Path) -> None:
    for name, words in (
        ("action-plan-and-log", "Siân Prosser"),
        ("action-plan-and-log", "Set meeting on Thu 16 Jul 2026"),
        ("reflective-review", "212 suppers"),
    ):
        out = tmp_path / f"{name}.md"
        command = ["--data-dir", str(written), "export", name, "--out", str(out), "--force"]
        assert main(command) == 0
        assert words in out.read_text(encoding="utf-8")
    assert main(["--data-dir", str(written), "data", "export", str(tmp_path / "all.json")]) == 0
    kept = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert len(kept["records"]["action"]) == 15
