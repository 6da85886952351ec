"""`note` is killed at random; after each kill `doctor` and `data export` tell the truth."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

import ilmcoach
from ilmcoach.portfolio.records import Note
from ilmcoach.services.health import examine
from ilmcoach.services.takeaway import everything
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import Folders
from ilmcoach.store.lock import locked
from tests.store.killing import killed_at_random

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a signal of POSIX")

KILLS = 10
COMMAND_KILLS = 6


def kept(folders: Folders) -> set[str]:
    """Every note that an export has, saved or waiting."""
    workspace = open_workspace(folders, read_only=True)
    data = everything(workspace)
    workspace.close()
    texts = [one["text"] for one in (*data["records"]["note"], *data["inbox"])]
    assert len(texts) == len(set(texts)), "none is there twice"
    return set(texts)


def check_health(folders: Folders) -> None:
    concerns = [fact for fact in examine(folders).facts if not fact.ok]
    assert concerns == []


@pytest.mark.parametrize("open_elsewhere", [False, True])
def test_no_confirmed_note_is_lost(tmp_path: Path, open_elsewhere: bool) -> None:
    folders = Folders(tmp_path / "data")
    folders.data.mkdir(mode=0o700)
    wanted: set[int] = set()
    with ExitStack() as stack:
        if open_elsewhere:
            stack.enter_context(locked(folders.data))
        for turn in range(KILLS // 2):
            wanted |= set(killed_at_random(turn, "notes", folders.data, turn * 100_000))
            texts = kept(folders)
            there = {int(text.split()[1]) for text in texts}
            assert texts == {(f"note {number} " * 20).strip() for number in there}, "each is whole"
            assert wanted <= there
            assert len(there - wanted) <= turn + 1, "at most the one at work in each kill"
            check_health(folders)
    with_notes = open_workspace(folders)
    with_notes.take_inbox()
    assert wanted <= {int(one.text.split()[1]) for one in with_notes.portfolio.live(Note)}
    assert with_notes.inbox.waiting() == ()
    with_notes.close()
    check_health(folders)


def test_the_command_itself_killed_at_any_moment(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "data")
    confirmed: set[str] = set()
    kills = 0
    for turn in range(COMMAND_KILLS):
        text = f"thought {turn}"
        command = [sys.executable, "-m", "ilmcoach", "--data-dir", str(folders.data), "note", text]
        environment = {**os.environ, "PYTHONPATH": str(Path(ilmcoach.__file__).parents[1])}
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
            # Wherever this is in its life: the truth has to hold all the same.
            time.sleep(0.04 * (turn + 1))
            process.kill()
            told, _ = process.communicate()
        kills += process.returncode == -9
        if told:
            confirmed.add(text)
        assert confirmed <= kept(folders) <= {f"thought {n}" for n in range(turn + 1)}
        check_health(folders)
    assert kills > 0
