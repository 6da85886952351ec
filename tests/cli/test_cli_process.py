"""The program as a process: no terminal, odd streams, what it imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ilmcoach.portfolio.records import Note
from tests.cli.course import NOW, look, put

Process = Callable[..., subprocess.CompletedProcess[bytes]]

SCREEN_OR_NETWORK = {"textual", "rich", "openai", "httpx"}
HEAVY = SCREEN_OR_NETWORK | {"dateparser", "ruamel", "markdown_it"}

needs_posix = pytest.mark.skipif(os.name == "nt", reason="closes descriptors by number")


def imported(home: Path, *arguments: str) -> set[str]:
    """The packages that one command imports."""
    script = (
        "import sys; from ilmcoach.cli.main import main\n"
        "code = main(sys.argv[1:])\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)\n"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "--data-dir", str(home), *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (["--version"], HEAVY | {"tinydb", "msgspec"}),
        (["--help"], HEAVY | {"tinydb", "msgspec"}),
        (["note", "a thought"], HEAVY),
        (["status"], SCREEN_OR_NETWORK | {"dateparser"}),
        (["assignments"], SCREEN_OR_NETWORK | {"dateparser"}),
    ],
)
def test_a_command_imports_only_what_it_needs(
    home: Path, arguments: list[str], never: set[str]
) -> None:
    assert not imported(home, *arguments) & never


def test_no_terminal_no_term_and_another_encoding(process: Process, home: Path) -> None:
    done = process("note", "-", given="Ein Gedanke – 中 😀".encode(), LC_ALL="C", TERM="")
    assert (done.returncode, done.stderr) == (0, b"")
    out = home / "all.json"
    assert process("data", "export", str(out), PYTHONIOENCODING="latin-1").returncode == 0
    (note,) = json.loads(out.read_text(encoding="utf-8"))["records"]["note"]
    assert note["text"] == "Ein Gedanke – 中 😀"


def test_results_leave_as_utf_8_in_any_locale(process: Process, home: Path) -> None:
    (home / "packs" / "p").mkdir(parents=True)
    title = "Führen – 中 😀"
    (home / "packs" / "p" / "pack.md").write_text(
        f"---\nid: p\ntitle: {title}\n---\n", encoding="utf-8"
    )
    done = process("pack", "list", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert title in done.stdout.decode()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (b"nul\x00 and bell\x07\r\n\xef\xbb\xbfmark\n", "nul and bell\nmark"),
        ("\ufeffwith a mark".encode(), "with a mark"),
        (b"caf\xe9", None),
    ],
)
def test_a_note_from_the_standard_input(
    process: Process, home: Path, given: bytes, kept: str | None
) -> None:
    assert process("note", "-", given=given).returncode == 0
    (note,) = look(home).live(Note)
    assert note.text == kept if kept else note.text.startswith("caf")


def test_an_endless_input_ends(process: Process) -> None:
    done = process("note", "-", given=b"word " * 300_000)
    assert done.returncode == 2
    assert b"too long" in done.stderr


@needs_posix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_do_no_harm(home: Path, closed: str) -> None:
    command = f'"{sys.executable}" -m ilmcoach --data-dir "{home}"'
    script = (
        f"{command} note kept {closed} || exit 11\n"
        f"{command} status {closed} || exit 12\n"
        f"{command} note - {closed} <&-; [ $? = 2 ] || exit 13\n"
        f"{command} {closed}; [ $? = 2 ] || exit 14\n"
    )
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    assert [note.text for note in look(home).live(Note)] == ["kept"]


@needs_posix
def test_a_reader_that_stops_reading_gets_no_complaint(home: Path) -> None:
    words = "word " * 2_000
    put(home, *(Note(id=f"n{i}", made=NOW, changed=NOW, text=words) for i in range(20)))
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ilmcoach", "--data-dir", str(home), "doctor"],
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_results_that_cannot_be_written_are_a_problem(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ilmcoach", "--data-dir", str(home), "status"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert b"OSError" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
