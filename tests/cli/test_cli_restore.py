"""`restore`: the backups, and going back to one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ilmcoach.portfolio.records import Note
from ilmcoach.store.lock import locked
from tests.cli.course import NOW, ROOT, Run, look, put

Process = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def changed(home: Path) -> Path:
    """Two notes; one backup has the first of them only, none both."""
    for text in ("first", "second"):
        put(home, Note(id=text, made=NOW, changed=NOW, text=text))
    return home


def texts(home: Path) -> set[str]:
    return {one.text for one in look(home).live(Note)}


def test_the_list(run: Run, changed: Path) -> None:
    put(changed, Note(id="third", made=NOW, changed=NOW, text="third"))
    told = run("restore")
    assert (told.code, told.err) == (0, "")
    first, second = [line for line in told.out.splitlines() if line.startswith("  ")]
    assert first.split() == ["1", "Sat", "21", "Nov", "2026,", "18:40", "2", "notes"]
    assert second.split()[0] == "2"
    assert second.endswith("1 note")
    assert texts(changed) == {"first", "second", "third"}


def test_a_damaged_backup_is_named_and_not_numbered(run: Run, changed: Path) -> None:
    (backup,) = (changed / "backups").iterdir()
    backup.write_bytes(backup.read_bytes()[:-1])
    told = run("restore")
    assert told.code == 0
    assert "There are no backups yet" in told.out
    assert f"damaged: {backup}" in told.out
    assert run("restore", "1", "--yes").code == 2


def test_there_are_none(run: Run, home: Path) -> None:
    told = run("restore")
    assert told.code == 0
    assert "There are no backups yet" in told.out
    assert not home.exists()


def test_going_back_by_number(run: Run, changed: Path) -> None:
    before = (changed / "portfolio.json").read_bytes()
    told = run("restore", "1", "--yes")
    assert (told.code, told.err) == (0, "")
    assert "1 note" in told.out
    assert texts(changed) == {"first"}
    assert before in [one.read_bytes() for one in (changed / "backups").iterdir()]
    assert run("restore", "1", "--yes").code == 0
    assert texts(changed) == {"first", "second"}, "the newest is what was there before"


def test_going_back_to_a_file(run: Run, changed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "7"
    copy.write_bytes((changed / "portfolio.json").read_bytes())
    run("restore", "1", "--yes")
    assert run("restore", "7", "--yes").code == 2, "a number, not a file"
    assert run("restore", str(copy), "--yes").code == 0
    assert texts(changed) == {"first", "second"}


@pytest.mark.parametrize("how", ["damaged", "missing", "empty"])
def test_a_portfolio_that_does_not_open(run: Run, changed: Path, how: str) -> None:
    file = changed / "portfolio.json"
    damaged = file.read_bytes()[:-1]
    file.write_bytes(b"" if how == "empty" else damaged)
    if how == "missing":
        file.unlink()
    assert "1 note" in run("restore").out
    assert run("restore", "1", "--yes").code == 0
    assert texts(changed) == {"first"}
    kept = [one.read_bytes() for one in changed.glob("portfolio.damaged-*")]
    assert kept == ([damaged] if how == "damaged" else [])


def test_while_the_app_is_open(run: Run, changed: Path) -> None:
    with locked(changed):
        told = run("restore", "1", "--yes")
    assert (told.code, told.out) == (1, "")
    assert "open in another window" in told.err
    assert "Close the other window" in told.err
    assert texts(changed) == {"first", "second"}


@pytest.mark.parametrize("which", ["0", "2", "99999999999999999999", "-1"])
def test_a_number_that_is_not_there(run: Run, changed: Path, which: str) -> None:
    assert run("restore", "--yes", "--", which).code == (1 if which == "-1" else 2)
    assert texts(changed) == {"first", "second"}


@pytest.mark.parametrize("content", [b"", b"{}", b'{"format": "ilmcoach data"}', b"\0" * 99])
def test_a_file_that_is_none_of_ours(
    run: Run, changed: Path, tmp_path: Path, content: bytes
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(content)
    told = run("restore", str(bad), "--yes")
    assert told.code == 1
    assert f"{bad} cannot be put back" in told.err
    assert run("restore", str(tmp_path / "none"), "--yes").code == 1
    assert run("restore", str(tmp_path), "--yes").code == 1
    assert texts(changed) == {"first", "second"}


def test_without_a_terminal_it_wants_to_be_told(process: Process, changed: Path) -> None:
    done = process("restore", "1", given=b"y\n")
    assert done.returncode == 2
    assert b"--yes" in done.stderr
    assert texts(changed) == {"first", "second"}


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is a thing of POSIX")
@pytest.mark.parametrize(("answer", "code", "left"), [("y", 0, 1), ("", 1, 2), ("no", 1, 2)])
def test_in_a_terminal_it_asks(changed: Path, answer: str, code: int, left: int) -> None:
    import pty

    master, slave = pty.openpty()
    command = [sys.executable, "-m", "ilmcoach", "--data-dir", str(changed), "restore", "1"]
    with subprocess.Popen(
        command, stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        os.write(master, f"{answer}\n".encode())
        out, err = process.communicate(timeout=60)
    os.close(slave)
    os.close(master)
    assert b"Go back to what was saved" in err
    assert process.returncode == code
    assert (b"Nothing was changed" in out) == (code == 1)
    assert len(texts(changed)) == left
