"""`doctor`: all is well, or what is not and how to mend it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ilmcoach.files import RealDisk
from ilmcoach.store.drafts import Drafts
from ilmcoach.store.inbox import Inbox
from ilmcoach.store.lock import locked
from tests.cli.course import NOW, Run


def test_all_is_well(run: Run, set_up: Path) -> None:
    told = run("doctor")
    assert (told.code, told.err) == (0, "")
    assert told.out.endswith("All is well.\n")
    for words in (str(set_up / "portfolio.json"), str(set_up / "packs"), "short-course"):
        assert words in told.out


def test_before_anything_is_there(run: Run, home: Path) -> None:
    assert run("doctor").code == 0
    assert not home.exists()


def test_a_damaged_portfolio(run: Run, set_up: Path) -> None:
    file = set_up / "portfolio.json"
    file.write_bytes(file.read_bytes().replace(b"short-course", b"short-curse!"))
    told = run("doctor")
    assert (told.code, told.err) == (1, "")
    assert "LOOK  The portfolio is damaged" in told.out
    assert told.out.endswith("1 thing to look at.\n")


def test_a_broken_pack(run: Run, set_up: Path) -> None:
    (set_up / "packs" / "short-course" / "unit.md").write_text("---\nkind: nonsense\n---\n")
    told = run("doctor")
    assert told.code == 1
    assert "LOOK  short-course" in told.out
    assert "unit.md:" in told.out


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
def test_a_folder_that_others_can_read(run: Run, set_up: Path) -> None:
    set_up.chmod(0o755)
    told = run("doctor")
    assert told.code == 1
    assert "chmod 700" in told.out


def test_what_waits_and_what_was_stopped_is_told(run: Run, set_up: Path) -> None:
    Inbox(set_up, RealDisk()).put("waits", NOW)
    Drafts(set_up, RealDisk()).keep("form/one", "half", NOW)
    run("backup")
    told = run("doctor")
    assert told.code == 0
    for words in ("1 note waiting", "1 draft not saved", "1 backup in order, the newest of"):
        assert words in told.out
    (set_up / "portfolio.erasing").write_bytes(b'{"ids":["x"],"drafts":[]}\n')
    told = run("doctor")
    assert told.code == 1
    assert "Deleting for good was stopped" in told.out
    assert "Open ilmcoach" in told.out
    assert (set_up / "portfolio.erasing").exists(), "it changes nothing"


def test_it_is_open_in_a_window(run: Run, set_up: Path) -> None:
    with locked(set_up):
        told = run("doctor")
    assert told.code == 0
    assert "open in a window" in told.out
    assert "A lock left by an earlier run does no harm" in run("doctor").out


def test_a_lock_that_cannot_be_taken(run: Run, set_up: Path) -> None:
    (set_up / "portfolio.lock").unlink(missing_ok=True)
    (set_up / "portfolio.lock").mkdir()
    told = run("doctor")
    assert told.code == 1
    assert "its lock cannot be taken" in told.out
