"""A command line with a data folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ilmcoach.cli.main import main
from tests.cli.course import ROOT, Outcome, Run, enrol


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "home"


@pytest.fixture
def set_up(home: Path) -> Path:
    """A data folder in which the small programme was chosen."""
    enrol(home)
    return home


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process, on `home`."""

    def run_command(*arguments: str) -> Outcome:
        code = main(["--data-dir", str(home), *arguments])
        told = capsys.readouterr()
        return Outcome(code, told.out, told.err)

    return run_command


@pytest.fixture
def process(home: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs a command as a process of its own, with no terminal."""

    def run_process(
        *arguments: str, given: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "ilmcoach", *arguments],
            input=given,
            capture_output=True,
            env={"PATH": os.environ["PATH"], "ILMCOACH_HOME": str(home), **environment},
            cwd=ROOT,
            timeout=60,
            check=False,
        )

    return run_process
