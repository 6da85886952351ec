"""The example in a real terminal: it opens, and however it ends its folder is gone."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.terminal import CTRL, Terminal


def leave(terminal: Terminal) -> int:
    terminal.send(CTRL["q"])
    return terminal.wait()


@pytest.mark.parametrize(
    ("end", "code"),
    [(leave, 0), (lambda terminal: terminal.signal(signal.SIGTERM), 1)],
    ids=["left", "SIGTERM"],
)
def test_it_opens_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: Callable[[Terminal], int], code: int
) -> None:
    temporary, home = tmp_path / "temporary", tmp_path / "home"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setenv("ILMCOACH_HOME", str(home))
    with Terminal(home, command=[sys.executable, "-m", "ilmcoach", "demo"]) as terminal:
        terminal.wait_for("month 6 of 12", "Thank Marjorie", "You stopped at question")
        assert [one.name[:14] for one in temporary.iterdir()] == ["ilmcoach-demo-"]
        terminal.settle()
        assert end(terminal) == code
    assert list(temporary.iterdir()) == []
    assert not home.exists()
