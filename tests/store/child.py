"""A program that saves until it is killed, and tells of each save once it is confirmed.

Called with what to do (`saves`, `writes`, `drafts`, `notes` or `erases`), the data folder, the
first number, and optionally a step of the write at which it kills itself and how many times that
step goes well before. `writes` saves the text under one heading, `erases`
deletes for good the record whose number that is.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ilmcoach.clock import SystemClock
from ilmcoach.files import RealDisk, SystemCalls
from ilmcoach.portfolio.records import Note, SectionText
from ilmcoach.store.drafts import Drafts
from ilmcoach.store.erasing import Erasure
from ilmcoach.store.store import PortfolioStore

MOMENT = datetime(2026, 11, 19, tzinfo=UTC)


class KillsItself(SystemCalls):
    """System calls that end the program, as a kill would, before or after one of them."""

    def __init__(self, step: str, well: int) -> None:
        self.step = step
        self.well = well

    @contextmanager
    def _around(self, call: str) -> Iterator[None]:
        self._end(f"before-{call}")
        yield
        self._end(f"after-{call}")

    def _end(self, step: str) -> None:
        if step == self.step:
            self.well -= 1
            if self.well < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def create(self, path: Path) -> int:
        with self._around("create"):
            return super().create(path)

    def write(self, descriptor: int, data: bytes) -> None:
        with self._around("write"):
            half = len(data) // 2
            super().write(descriptor, data[:half])
            self._end("within-write")
            super().write(descriptor, data[half:])

    def sync(self, descriptor: int) -> None:
        with self._around("sync"):
            super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        with self._around("replace"):
            super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        with self._around("sync_folder"):
            super().sync_folder(folder)


def confirm(number: int) -> None:
    os.write(1, f"{number}\n".encode())


def saves(folder: Path, start: int, disk: RealDisk) -> None:
    with PortfolioStore.open(folder, disk=disk, clock=SystemClock()) as store:
        confirm(-1)
        for number in range(start, start + 100_000):
            note = Note(id=f"{number:032x}", made=MOMENT, changed=MOMENT, text=f"{number} " * 50)
            store.save([note])
            confirm(number)


def writes(folder: Path, start: int, disk: RealDisk) -> None:
    clock = SystemClock()
    with PortfolioStore.open(folder, disk=disk, clock=clock) as store:
        for number in range(start, start + 100_000):
            moment = clock.now()
            text = SectionText(
                id="5" * 32,
                made=moment,
                changed=moment,
                assessment="task",
                section="goals",
                text=f"{number} " * 50,
            )
            store.save([text])
            confirm(number)


def drafts(folder: Path, start: int, disk: RealDisk) -> None:
    kept = Drafts(folder, disk)
    confirm(-1)
    for number in range(start, start + 100_000):
        kept.keep("run/step", f"{number} " * 200, MOMENT)
        confirm(number)


def notes(folder: Path, start: int, disk: RealDisk) -> None:
    from ilmcoach.services.notes import keep_note
    from ilmcoach.settings import Folders

    confirm(-1)
    for number in range(start, start + 100_000):
        keep_note(Folders(folder), f"note {number} " * 20, disk=disk)
        confirm(number)


def erases(folder: Path, number: int, disk: RealDisk) -> None:
    with PortfolioStore.open(folder, disk=disk, clock=SystemClock()) as store:
        store.erase(Erasure((f"{number:032x}",), ("section/one/two",)))
        confirm(number)


if __name__ == "__main__":
    what, where, first, *end = sys.argv[1:]
    calls = KillsItself(end[0], int(end[1])) if end else SystemCalls()
    works = {"saves": saves, "writes": writes, "drafts": drafts, "notes": notes, "erases": erases}
    work = works[what]
    work(Path(where), int(first), RealDisk(calls))
