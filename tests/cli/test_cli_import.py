"""`data import`: what `data export` wrote comes back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Note
from ilmcoach.store.drafts import Drafts
from ilmcoach.store.inbox import Inbox
from ilmcoach.store.lock import locked
from tests.cli.course import NOW, Run, look, put


@pytest.fixture
def file(run: Run, set_up: Path, tmp_path: Path) -> Path:
    """An export of a portfolio with two notes, one waiting, and unsaved typing; the portfolio is
    gone."""
    put(set_up, *(Note(id=n, made=NOW, changed=NOW, text=n) for n in ("one", "two")))
    Inbox(set_up, RealDisk()).put("waits", NOW)
    Drafts(set_up, RealDisk()).keep("form/one", "half", NOW)
    out = tmp_path / "all.json"
    assert run("data", "export", str(out)).code == 0
    for one in (set_up / "portfolio.json", *(set_up / "inbox").iterdir()):
        one.unlink()
    for one in (*(set_up / "drafts").iterdir(), *set_up.glob("backups/*")):
        one.unlink()
    return out


def facts(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_bytes())
    del data["written"]
    return data


def test_it_comes_back_and_is_counted(run: Run, home: Path, file: Path, tmp_path: Path) -> None:
    told = run("data", "import", str(file))
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("Taken in: 2 notes, 1 programme.\n")
    assert "1 note waiting" in told.out
    assert "1 text not saved yet" in told.out
    assert run("data", "export", str(tmp_path / "again.json")).code == 0
    assert facts(tmp_path / "again.json") == facts(file)


def test_not_over_something_unless_told(run: Run, home: Path, file: Path) -> None:
    put(home, Note(id="mine", made=NOW, changed=NOW, text="mine"))
    told = run("data", "import", str(file))
    assert told.code == 1
    assert "--replace" in told.err
    assert {one.text for one in look(home).live(Note)} == {"mine"}
    told = run("data", "import", "--replace", str(file))
    assert told.code == 0
    assert "`ilmcoach restore` lists your backups" in told.out
    assert {one.text for one in look(home).live(Note)} == {"one", "two"}
    assert run("restore", "1", "--yes").code == 0
    assert {one.text for one in look(home).live(Note)} == {"mine"}


def test_while_the_app_is_open(run: Run, home: Path, file: Path) -> None:
    with locked(home):
        told = run("data", "import", str(file))
    assert told.code == 1
    assert "another window" in told.err
    assert not (home / "portfolio.json").exists()


def test_a_file_that_is_wrong(run: Run, home: Path, file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b'"text": "one"', b'"text": 1'))
    told = run("data", "import", str(file))
    assert (told.code, told.out) == (1, "")
    assert "The note one cannot be read" in told.err
    assert "Nothing was changed" in told.err
    assert not (home / "portfolio.json").exists()


def test_no_file_at_all(run: Run, home: Path) -> None:
    assert run("data", "import").code == 2
    assert run("data", "import", str(home / "none.json")).code == 1
    assert not home.exists()
