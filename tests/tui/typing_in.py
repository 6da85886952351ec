"""Where a learner types in the real program, how to get there, and typing that is timed."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from tests.tui.driving import CERTIFICATE, draft, seed
from tests.tui.terminal import CTRL, ENTER, Terminal


class Place(Struct, frozen=True):
    """A place to type in: what has to be there before, the way to it from the start of the
    program, the beginning of its draft's key, and how its draft holds the words."""

    before: Callable[[Path], None]
    go: Callable[[Terminal], None]
    key: str
    read: Callable[[str], str]


def _nothing(home: Path) -> None:
    """A first start."""


def _enrolled(home: Path) -> None:
    seed(home, CERTIFICATE)


def _to_walk(terminal: Terminal) -> None:
    terminal.wait_for("Just had a meeting?", "Look round")
    terminal.send(ENTER)
    terminal.wait_for("What hit you most?")


def _to_rows(terminal: Terminal) -> None:
    _to_walk(terminal)
    terminal.send(CTRL["n"])
    terminal.wait_for("What will you do, and by when?", "Add another")


def _to_day_of_row(terminal: Terminal) -> None:
    _to_rows(terminal)
    terminal.send(b"ask the deputy\r")
    terminal.wait_for("ask the deputy")
    terminal.settle()


def _to_day(terminal: Terminal) -> None:
    _to_rows(terminal)
    terminal.send(CTRL["n"])
    terminal.wait_for("When do you meet next?")


def _to_note(terminal: Terminal) -> None:
    terminal.wait_for("Just had a meeting?", "Look round")
    terminal.send(CTRL["t"])
    terminal.wait_for("Quick note", "Close, keep for later")


def _to_desk(terminal: Terminal) -> None:
    terminal.wait_for("Today", "Assignment", "Carry on")
    terminal.send("6")
    terminal.wait_for("30 marks, at least 15")
    terminal.settle()
    terminal.send(ENTER)
    terminal.wait_for("Mine, for this heading", "Hand in…")


def _whole(text: str) -> str:
    return text


def _row(number: int) -> Callable[[str], str]:
    def read(text: str) -> str:
        rows = json.loads(text) if text else []
        return list(rows[0].values())[1 + number] if rows else ""

    return read


def _first(text: str) -> str:
    return json.loads(text)[0] if text else ""


PLACES = {
    "walk": Place(_nothing, _to_walk, "walk/", _whole),
    "row": Place(_nothing, _to_rows, "walk/", _row(0)),
    "day of a row": Place(_nothing, _to_day_of_row, "walk/", _row(1)),
    "day": Place(_nothing, _to_day, "walk/", _whole),
    "note": Place(_nothing, _to_note, "note/", _first),
    "desk": Place(_enrolled, _to_desk, "section/", _whole),
}


class Typed(Struct, frozen=True):
    """What was typed before the end: all of it, how much of it was there when (seconds), and by
    how much this computer was late."""

    text: str
    seen: tuple[tuple[float, int], ...]
    stall: float

    def by(self, moment: float) -> int:
        """How many characters the program had shown by that moment."""
        return max((count for at, count in self.seen if at <= moment), default=0)


def type_words(terminal: Terminal, chance: random.Random, words: int, pace: float = 0.012) -> Typed:
    """Types that many words, key by key, each word shown by the program before the next."""
    seen, text, stall = [], "", 0.0
    for number in range(words):
        terminal.forget()
        word = f"w{number:02}{chance.choice('abcdefghij')}"
        for letter in f"{word} ":
            began = time.monotonic()
            terminal.send(letter)
            terminal.watch(pace)
            stall = max(stall, time.monotonic() - began - pace)
        terminal.wait_for(word)
        text += f"{word} "
        # The space after it may not have been handled yet; it is counted with the next word.
        seen.append((time.monotonic(), len(text) - 1))
    return Typed(text, tuple(seen), stall)


def kept(home: Path, place: Place) -> str:
    """What the place's draft holds now."""
    return place.read(draft(home, place.key))
