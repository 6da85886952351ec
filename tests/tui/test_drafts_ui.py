"""The program is killed while somebody types; what was lost is counted.

The promise: at most the last second or the last 20 keystrokes, whichever is less, and the rest
is offered back.
"""

from __future__ import annotations

import random
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import Opened, press, screen_text, settle, write
from driving import CERTIFICATE, draft, seed, the, until
from msgspec import Struct
from terminal import Terminal
from textual.pilot import Pilot
from typing_in import PLACES, kept, type_words

from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.desk import DeskScreen
from ilmcoach.tui.screens.form import FormScreen
from ilmcoach.tui.screens.note import NoteScreen
from ilmcoach.tui.screens.setup import SetupScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.widgets.answers.repeat import RowLine
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.line import Line

KEYSTROKES = 20
SECONDS = 1.0
AT_ONCE = 3
"""Programs driven at the same time, to be quick on two processors."""


class Loss(Struct, frozen=True):
    """One kill: what was typed, what was kept, and what had been shown a second before."""

    place: str
    typed: str
    kept: str
    a_second_before: int


def kill_once(home: Path, name: str, seed_of_chance: int) -> Loss:
    """Types into a place, and kills the program at a random moment of it."""
    chance = random.Random(seed_of_chance)
    place = PLACES[name]
    place.before(home)
    with Terminal(home) as terminal:
        place.go(terminal)
        words = 4 if name.startswith("day") else chance.randrange(6, 16)
        typed = type_words(terminal, chance, words, pace=chance.choice([0.004, 0.02, 0.05]))
        terminal.watch(chance.uniform(0, 1.2))
        moment = time.monotonic()
        terminal.kill()
    before = typed.by(moment - SECONDS - typed.stall)
    return Loss(name, typed.text, kept(home, place), before)


def test_a_kill_loses_at_most_a_second_or_twenty_keystrokes(tmp_path: Path) -> None:
    names = [*PLACES, *PLACES, "walk", "desk"]
    with ThreadPoolExecutor(AT_ONCE) as hands:
        work = [
            hands.submit(kill_once, tmp_path / f"home{number}", name, number)
            for number, name in enumerate(names)
        ]
        losses = [one.result() for one in work]
    lost = {one: len(one.typed) - len(one.kept) for one in losses}
    for one in losses:
        assert one.typed.startswith(one.kept), "what was kept is what was typed"
        assert lost[one] <= KEYSTROKES, one
        assert len(one.kept) >= one.a_second_before, one
    assert len(losses) >= 12
    assert sum(len(one.kept) for one in losses) > sum(lost.values()), "most of it was kept"
