"""`note`: kept as written, wherever it can be kept."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Note
from ilmcoach.store.inbox import Inbox
from ilmcoach.store.store import PortfolioStore
from tests.cli.course import NOW, Run, look


def notes(home: Path) -> list[str]:
    return [note.text for note in look(home).live(Note)]


def waiting(home: Path) -> list[str]:
    return [slip.text for slip in Inbox(home, RealDisk()).waiting()]


def test_words_are_joined_and_it_says_where(run: Run, home: Path) -> None:
    told = run("note", "I", "let the  deputy", "chair.")
    assert (told.code, told.err) == (0, "")
    assert "portfolio" in told.out
    assert notes(home) == ["I let the  deputy chair."]


@pytest.mark.parametrize("words", [[], [""], ["  ", "\t"], ["\x1b[2J\x07"], ["\u202e\ufeff"]])
def test_nothing_to_keep_is_wrong_use(run: Run, home: Path, words: list[str]) -> None:
    told = run("note", *words)
    assert told.code == 2
    assert told.out == ""
    assert "Nothing was noted" in told.err
    assert not home.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("[/notes] [bold]x[@click=app.quit]y[/]", "[/notes] [bold]x[@click=app.quit]y[/]"),
        ("before\x1b]52;c;cm0gLXJm\x07 after", "before after"),
        ("she said \u202eyes\u202c", "she said yes"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467 at home", None),
        ("line one\r\nline two", "line one\nline two"),
        ("中文 ünïcödé – ‘quoted’", None),
        ("lone \udc80 surrogate", "lone  surrogate"),
        ('$(rm -rf) `x` "quoted" \\n', None),
    ],
)
def test_hostile_words_are_kept_as_plain_text(
    run: Run, home: Path, typed: str, kept: str | None
) -> None:
    assert run("note", typed).code == 0
    assert notes(home) == [typed if kept is None else kept]


def test_words_that_look_like_an_option_come_after_two_dashes(run: Run, home: Path) -> None:
    assert run("note", "--", "-5 degrees, and --data-dir too").code == 0
    assert notes(home) == ["-5 degrees, and --data-dir too"]


def test_while_another_window_is_open_it_waits_in_the_inbox(run: Run, home: Path) -> None:
    with PortfolioStore.open(home, disk=RealDisk(), clock=FixedClock(NOW)):
        told = run("note", "meanwhile")
        assert (told.code, told.err) == (0, "")
        assert "inbox" in told.out
    assert notes(home) == []
    assert waiting(home) == ["meanwhile"]


def test_while_the_portfolio_is_damaged_it_waits_in_the_inbox(run: Run, home: Path) -> None:
    run("note", "first")
    broken = (home / "portfolio.json").read_bytes()[:-9]
    (home / "portfolio.json").write_bytes(broken)
    told = run("note", "second")
    assert told.code == 0
    assert "inbox" in told.out
    assert (home / "portfolio.json").read_bytes() == broken
    assert waiting(home) == ["second"]


def test_a_data_folder_that_is_a_file_is_told_plainly(run: Run, home: Path) -> None:
    home.write_text("not a folder")
    told = run("note", "x")
    assert told.code == 1
    assert str(home) in told.err
    assert "did not expect" not in told.err


def test_eight_at_once_lose_nothing(home: Path) -> None:
    command = [sys.executable, "-m", "ilmcoach", "--data-dir", str(home), "note"]
    texts = [f"thought {number}" for number in range(8)]
    started = [Popen([*command, text], stdout=PIPE, stderr=PIPE) for text in texts]
    for one in started:
        out, err = one.communicate(timeout=60)
        assert (one.returncode, err) == (0, b""), (out, err)
    assert sorted(notes(home) + waiting(home)) == texts
