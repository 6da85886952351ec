"""`export calendar`: the learner's days in a file of their own, never over another."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest
import vobject

from ilmcoach.portfolio.records import Action
from tests.cli.course import NOW, Run, enrol, put


@pytest.fixture
def dated(home: Path) -> Path:
    """A portfolio with one action that has a day, and no programme."""
    put(home, Action(id="a", made=NOW, changed=NOW, text="Ask Sam 😀", due=date(2026, 12, 3)))
    return home


def titles(out: Path) -> dict[str, str]:
    events = vobject.readOne(out.read_text(encoding="utf-8")).vevent_list
    return {one.uid.value: one.summary.value for one in events}


def test_the_file_holds_every_day(run: Run, dated: Path, tmp_path: Path) -> None:
    enrol(dated)
    out = tmp_path / "days.ics"
    told = run("export", "calendar", "--out", str(out))
    assert (told.code, told.out, told.err) == (0, f"Written: {out}\n", "")
    assert titles(out)["a-action@ilmcoach"] == "Action due: Ask Sam 😀"
    assert titles(out)["enrolment-programme-end@ilmcoach"] == "My programme: the planned end"
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_without_a_programme_and_without_words(run: Run, dated: Path, tmp_path: Path) -> None:
    out = tmp_path / "days.ics"
    assert run("export", "calendar", "--format", "ics", "--no-words", "--out", str(out)).code == 0
    assert titles(out) == {"a-action@ilmcoach": "Action due"}


def test_a_file_that_is_there_stays_without_force(run: Run, dated: Path, tmp_path: Path) -> None:
    out = tmp_path / "days.ics"
    out.write_text("something of mine")
    told = run("export", "calendar", "--out", str(out))
    assert (told.code, told.out) == (1, "")
    assert "--force" in told.err
    assert out.read_text() == "something of mine"
    assert run("export", "calendar", "--out", str(out), "--force").code == 0
    assert titles(out)


def test_never_through_a_link(run: Run, dated: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("something of mine")
    link = tmp_path / "days.ics"
    link.symlink_to(mine)
    told = run("export", "calendar", "--out", str(link), "--force")
    assert told.code == 1
    assert mine.read_text() == "something of mine"


def test_nothing_with_a_day_says_what_to_do(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "days.ics"
    told = run("export", "calendar", "--out", str(out))
    assert told.code == 1
    assert "Nothing has a day yet" in told.err
    assert not out.exists()


@pytest.mark.parametrize(
    "odd", [["calendar", "--format", "pdf"], ["reflective-review", "--no-words"]]
)
def test_options_that_do_not_go_together(
    run: Run, dated: Path, tmp_path: Path, odd: list[str]
) -> None:
    out = tmp_path / "out"
    assert run("export", *odd, "--out", str(out)).code == 2
    assert not out.exists()
