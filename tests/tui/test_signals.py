"""The program is ended from outside, or breaks inside: not one word is lost, and the terminal is
left as it was."""

from __future__ import annotations

import random
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec import Struct

from ilmcoach.store.lock import is_locked
from tests.tui.driving import draft
from tests.tui.terminal import CTRL, Terminal
from tests.tui.typing_in import PLACES, kept, type_words

AT_ONCE = 3
LEFT_SCREEN = b"\x1b[?1049l"
MOUSE_OFF = b"\x1b[?1000l"
CURSOR_BACK = b"\x1b[?25h"


class Ending(Struct, frozen=True):
    """What was left of one run: words typed and kept, the exit code, the terminal's last bytes,
    and whether the portfolio is still locked."""

    name: str
    typed: str
    kept: str
    code: int
    raw: bytes
    locked: bool


def close_window(terminal: Terminal) -> int:
    terminal.hang_up()
    return terminal.wait()


WAYS: dict[str, Callable[[Terminal], int]] = {
    "SIGTERM": lambda terminal: terminal.signal(signal.SIGTERM),
    "SIGHUP": lambda terminal: terminal.signal(signal.SIGHUP),
    "SIGINT": lambda terminal: terminal.signal(signal.SIGINT),
    "closed": close_window,
}


def end(home: Path, place_name: str, way: str, seed_of_chance: int) -> Ending:
    """Types into a place as fast as it goes and ends the program at once in one of the ways."""
    chance = random.Random(seed_of_chance)
    place = PLACES[place_name]
    place.before(home)
    with Terminal(home) as terminal:
        place.go(terminal)
        words = 3 if place_name.startswith("day") else chance.randrange(2, 12)
        typed = type_words(terminal, chance, words, pace=0.002)
        # The space after the last word is not seen; a letter is.
        terminal.send("Z")
        terminal.wait_for("Z")
        code = WAYS[way](terminal)
        terminal.watch(0.05)
        name = f"{way} in {place_name}"
        words_kept = kept(home, place)
        return Ending(name, f"{typed.text}Z", words_kept, code, terminal.raw, is_locked(home))


def test_nothing_is_lost_by_a_signal_or_a_closed_window(tmp_path: Path) -> None:
    places = list(PLACES)
    pairs = [(places[n % len(places)], way) for n, way in enumerate([*WAYS, *WAYS])]
    with ThreadPoolExecutor(AT_ONCE) as hands:
        work = [
            hands.submit(end, tmp_path / f"home{number}", place, way, number)
            for number, (place, way) in enumerate(pairs)
        ]
        endings = [one.result() for one in work]
    for one in endings:
        assert one.kept == one.typed, one.name
        assert one.code == 1, one.name
        assert not one.locked, one.name
        if "closed" not in one.name:
            assert LEFT_SCREEN in one.raw, one.name
            assert MOUSE_OFF in one.raw.rpartition(b"\x1b[?1000h")[2], one.name
            assert CURSOR_BACK in one.raw.rpartition(b"\x1b[?25l")[2], one.name


def test_a_note_over_a_walk_is_kept_and_so_is_the_walk(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Terminal(home) as terminal:
        PLACES["walk"].go(terminal)
        terminal.send("The rota, again.")
        terminal.wait_for("The rota, again.")
        terminal.send(CTRL["t"])
        terminal.wait_for("Close, keep for later")
        terminal.send("Ring K.")
        terminal.wait_for("Ring K.")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait() == 1
    assert draft(home, "walk/") == "The rota, again."
    assert kept(home, PLACES["note"]) == "Ring K."


BREAKING = Path(__file__).with_name("breaking.py")
SECRET = "what I said to Priya"


def break_down(home: Path, part: str) -> tuple[Terminal, int]:
    """Types, then lets the disk break wherever a path has `part` in it, and saves."""
    sign = home.with_name("now")
    command = [sys.executable, str(BREAKING), str(home), str(sign), part]
    with Terminal(home, command=command) as terminal:
        PLACES["walk"].go(terminal)
        terminal.send(SECRET)
        terminal.wait_for(SECRET)
        if not part:
            # Where drafts break too, only what was kept before can be there afterwards.
            terminal.wait_until(lambda: draft(home, "walk/") == SECRET)
        sign.write_text("now", encoding="utf-8")
        if not part:
            terminal.send("!")
            terminal.wait_for("!")
        terminal.send(CTRL["s"])
        code = terminal.wait()
        terminal.watch(0.05)
    return terminal, code


@pytest.mark.parametrize("part", ["portfolio.json", ""])
def test_an_error_inside_ends_with_a_plain_sentence(tmp_path: Path, part: str) -> None:
    home = tmp_path / "home"
    terminal, code = break_down(home, part)
    assert code == 1
    assert LEFT_SCREEN in terminal.raw
    assert "Something went wrong" in terminal.last_words
    assert "RuntimeError" in terminal.last_words
    assert len(terminal.last_words) < 400, terminal.last_words
    for word in ("Priya", "Traceback", "locals", "what_it_worked_on", "self ="):
        assert word not in terminal.last_words
    promised = "What you had written is kept" in terminal.last_words
    assert promised == bool(part), "only what is true is promised"
    assert draft(home, "walk/") == SECRET
    assert not is_locked(home)
