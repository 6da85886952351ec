"""The real program in a pseudo-terminal, for tests that end it the hard way. POSIX only."""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

import ilmcoach

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is a thing of POSIX", allow_module_level=True)

import fcntl
import pty
import struct
import termios

PATIENCE = 30.0
"""Seconds until a test gives up on something that ought to come."""

CTRL = {letter: bytes([ord(letter) - 96]) for letter in "abcdefghijklmnopqrstuvwxyz"}
ENTER, TAB, ESCAPE = b"\r", b"\t", b"\x1b"
PASTE = (b"\x1b[200~", b"\x1b[201~")

_STEERING = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP[^\x1b]*\x1b\\"
    rb"|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]"
)

_OWN_TERMINAL = (
    "import os, sys; os.close(os.open(os.ttyname(0), os.O_RDWR)); "
    "os.execv(sys.argv[1], sys.argv[1:])"
)
"""Opening it makes it the terminal that a program belongs to, as in a window of its own."""


class Terminal:
    """One run of the program on a data folder, with what it has shown so far as `shown`.

    `command` may stand in the place of the program itself. The clock and the disk are real.
    """

    def __init__(
        self, home: Path, *, size: tuple[int, int] = (120, 36), command: list[str] | None = None
    ) -> None:
        self._master, slave = pty.openpty()
        self._raw = b""
        self.resize(*size)
        environment = {
            **os.environ,
            "PYTHONPATH": str(Path(ilmcoach.__file__).parents[1]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "TEXTUAL_ANIMATIONS": "none",
        }
        program = command or [sys.executable, "-m", "ilmcoach", "--data-dir", str(home)]
        self.process = subprocess.Popen(
            [sys.executable, "-S", "-E", "-c", _OWN_TERMINAL, *program],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
        )
        os.close(slave)
        self._open = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()
        self.hang_up()

    @property
    def shown(self) -> str:
        """All text that was ever shown, without colours and places."""
        return _STEERING.sub(b"", self._raw).decode(errors="replace")

    @property
    def raw(self) -> bytes:
        """Every byte that the terminal was sent."""
        return self._raw

    @property
    def last_words(self) -> str:
        """What was written after the app had left the screen."""
        return _STEERING.sub(b"", self._raw.rpartition(b"\x1b[?1049l")[2]).decode(errors="replace")

    def forget(self) -> None:
        """Begins `shown` anew, to wait for something that was there before."""
        self.take_in()
        self._raw = b""

    def resize(self, width: int, height: int) -> None:
        """Makes the window another size, and tells the program."""
        facts = struct.pack("HHHH", height, width, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, facts)

    def send(self, keys: bytes | str) -> None:
        """Types, all at once."""
        data = keys.encode() if isinstance(keys, str) else keys
        while data:
            self.take_in()
            data = data[os.write(self._master, data[:512]) :]

    def take_in(self, seconds: float = 0.0) -> bool:
        """Reads what the program shows for at most so long; False once there is no more."""
        try:
            if not select.select([self._master], [], [], seconds)[0]:
                return True
            more = os.read(self._master, 65536)
        except OSError:
            return False
        self._raw += more
        return bool(more)

    def watch(self, seconds: float) -> None:
        """Reads what the program shows for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and self.take_in(left):
            pass

    def settle(self, seconds: float = 0.15) -> None:
        """Waits until the program has shown nothing new for so long."""
        end = time.monotonic() + PATIENCE
        before = -1
        while before != len(self._raw) and time.monotonic() < end:
            before = len(self._raw)
            self.watch(seconds)

    def wait_for(self, *words: str) -> None:
        """Waits until all of these words were shown, however far apart."""
        end = time.monotonic() + PATIENCE
        while not all(word in self.shown for word in words):
            alive = self.take_in(0.02)
            assert alive, f"it ended instead of showing {words}: {self.last_words}"
            assert time.monotonic() < end, f"{words} never came: {self.shown[-2000:]}"

    def wait_until(self, true: Callable[[], bool]) -> None:
        """Waits until something holds, the program running on meanwhile."""
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, "it never came to hold"
            self.watch(0.02)

    def kill(self) -> None:
        """Ends the program with SIGKILL, if it runs still."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)

    def signal(self, number: signal.Signals) -> int:
        """Sends a signal; the exit code the program ends with."""
        self.process.send_signal(number)
        return self.wait()

    def wait(self) -> int:
        """Waits until the program has ended; its exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, "it does not end"
            if self._open:
                self.take_in(0.02)
            else:
                time.sleep(0.02)
        return self.process.returncode

    def hang_up(self) -> None:
        """Closes the terminal's window."""
        if self._open:
            self._open = False
            with contextlib.suppress(OSError):
                os.close(self._master)
