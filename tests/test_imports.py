"""What a command must not import: the screen and the network for any that needs neither, and
what is slow to load for those that people type in passing."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path

import pytest

from ilmcoach.cli.parser import build_parser
from tests.cli.course import enrol

SCREEN = {"textual", "rich"}
NETWORK = {"openai", "httpx", "httpx2", "requests", "socketserver", "http"}
SLOW = {"dateparser", "ruamel", "markdown_it", "mdit_py_plugins", "asyncio", "pydantic"}
CALENDAR = {"icalendar"}
IN_PASSING = SCREEN | NETWORK | SLOW | CALENDAR

ALWAYS = SCREEN | NETWORK | CALENDAR
LATE = ALWAYS | {"dateparser"}

# What is typed, what it must not import, and its exit code: a command that fails early would
# show nothing.
CASES: list[tuple[str, set[str], int]] = [
    ("--version", IN_PASSING | {"tinydb", "msgspec", "inspect"}, 0),
    ("--help", IN_PASSING | {"tinydb", "msgspec", "inspect"}, 0),
    ("note thought", IN_PASSING, 0),
    ("", IN_PASSING, 2),
    ("status", LATE, 0),
    ("status --json", LATE, 0),
    ("search words", LATE, 1),
    ("assignments", LATE, 0),
    ("export reflective-review --out review.md", LATE, 1),
    ("export calendar --out days.ics", LATE, 1),
    ("export log --out log.md", LATE, 0),
    ("data export all.json", LATE, 0),
    ("summary", LATE, 0),
    ("cohort .", LATE | {"tinydb", "docx"}, 1),
    ("pack list", LATE, 0),
    ("pack check .", LATE | {"tinydb"}, 1),
    ("doctor", LATE, 0),
    ("backup", LATE, 1),
    ("restore", LATE, 0),
    ("coach status", LATE, 0),
    ("coach bench corpus.jsonl", LATE | {"tinydb", "asyncio"}, 0),
    ("demo --into demo", ALWAYS, 0),
]

SCRIPT = (
    "import sys; from ilmcoach.cli.main import main\n"
    "code = main(sys.argv[1:])\n"
    "print('imported', *{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)\n"
    "sys.exit(code)"
)


def commands(parser: ArgumentParser) -> Iterator[str]:
    """The names of all commands."""
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            yield from action.choices


def imported(folder: Path, typed: str, code: int) -> set[str]:
    """The packages that a command imported, run in `folder`; it ends with `code`."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *typed.split()],
        cwd=folder,
        env={
            **os.environ,
            "ILMCOACH_HOME": str(folder / "home"),
            "PYTHONPATH": os.pathsep.join(sys.path),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    told, _, names = done.stderr.rpartition("imported ")
    assert names, done.stderr
    assert done.returncode == code, told
    return set(names.split())


@pytest.mark.parametrize(("typed", "never", "code"), CASES, ids=[one[0] for one in CASES])
def test_a_command_imports_only_what_it_needs(
    tmp_path: Path, typed: str, never: set[str], code: int
) -> None:
    (tmp_path / "corpus.jsonl").write_text('{"text": "", "learner_text": "", "label": "reject"}')
    assert not imported(tmp_path, typed, code) & never


def test_a_calendar_with_days_in_it_needs_no_screen(tmp_path: Path) -> None:
    enrol(tmp_path / "home")
    found = imported(tmp_path, "export calendar --out days.ics", 0)
    assert found >= CALENDAR
    assert not found & (LATE - CALENDAR)


def test_every_command_has_a_case() -> None:
    assert {typed.split()[0] for typed, _, _ in CASES if typed} >= set(commands(build_parser()))
