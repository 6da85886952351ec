"""One writer at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from ilmcoach.errors import IlmcoachError
from ilmcoach.files import PRIVATE_FILE

from .layout import LOCK

OPEN_ELSEWHERE = "This portfolio is open in another window, so here it can only be read."
NOT_WRITABLE = "This folder cannot be written to, so the portfolio can only be read."


def take_lock(folder: Path) -> tuple[BaseFileLock | None, str]:
    """The lock of a data folder, or None and the reason why it was not to be had."""
    # Saves run in threads, so the lock belongs to the program and not to one thread of it.
    lock = FileLock(folder / LOCK, timeout=0, mode=PRIVATE_FILE, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        return None, OPEN_ELSEWHERE
    except OSError:
        return None, NOT_WRITABLE
    return lock, ""


def is_locked(folder: Path) -> bool:
    """True if some window has the portfolio open for writing. Changes nothing."""
    return why_locked(folder) == OPEN_ELSEWHERE


def why_locked(folder: Path) -> str:
    """Why the lock is not to be had at this moment; empty if it is. Changes nothing."""
    if not (folder / LOCK).exists():
        return ""
    lock, why = take_lock(folder)
    if lock is not None:
        lock.release()
    return why


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock for a while. Raises `IlmcoachError` if it is not to be had."""
    lock, why = take_lock(folder)
    if lock is None:
        raise IlmcoachError(why, "Close the other window, then try again.")
    try:
        yield
    finally:
        lock.release()
