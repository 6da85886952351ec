"""A program in a terminal of its own (POSIX): when its first picture stands, and its memory."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .measure import ENVIRONMENT

LINES, COLUMNS = 40, 120
PATIENCE = 30.0
"""Seconds after which a picture is given up."""


def first_paint(arguments: list[str], marker: str) -> float:
    """Milliseconds from the start of Python with `arguments` until `marker` is on its screen."""
    begin = time.perf_counter()
    with _started(arguments) as (_, screen):
        _wait_for(screen, marker)
        return (time.perf_counter() - begin) * 1000


def memory(arguments: list[str], marker: str) -> float:
    """Megabytes that the program took at most until `marker` was on its screen (Linux)."""
    with _started(arguments) as (process, screen):
        _wait_for(screen, marker)
        lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
        peak = next(line for line in lines if line.startswith("VmHWM:"))
        return int(peak.split()[1]) / 1024


@contextmanager
def _started(arguments: list[str]) -> Iterator[tuple[int, int]]:
    process, screen = pty.fork()
    if process == 0:
        environment = {**ENVIRONMENT, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.execve(sys.executable, [sys.executable, *arguments], environment)
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    try:
        yield process, screen
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(screen)


def _wait_for(screen: int, marker: str) -> None:
    seen = b""
    wanted = marker.encode()
    end = time.monotonic() + PATIENCE
    while wanted not in seen:
        ready, _, _ = select.select([screen], [], [], max(end - time.monotonic(), 0))
        if not ready:
            raise TimeoutError(f"{marker!r} never came on the screen.")
        seen += os.read(screen, 65536)
