"""A moment that stands still, notes to save, and disks that fail or cannot be trusted."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.files import Disk, RealDisk, SystemCalls
from ilmcoach.portfolio.records import Note
from ilmcoach.store.store import PortfolioStore

NOW = datetime(2026, 11, 19, 14, 2, tzinfo=UTC)


class StopsAtCall(SystemCalls):
    """System calls of which the one with the number `at` (from 1), and all later ones while
    `broken`, answer that the disk is full."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.count = 0
        self.broken = True

    def _step(self) -> None:
        self.count += 1
        if self.broken and self.count >= self.at:
            raise OSError(errno.ENOSPC, "No space left on device")

    def create(self, path: Path) -> int:
        self._step()
        return super().create(path)

    def write(self, descriptor: int, data: bytes) -> None:
        if self.broken and self.count + 1 >= self.at:
            super().write(descriptor, data[: len(data) // 2])
        self._step()
        super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._step()
        super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._step()
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._step()
        super().sync_folder(folder)


class CountingDisk(RealDisk):
    """A disk that tells what was changed on it."""

    def __init__(self) -> None:
        super().__init__()
        self.changes: list[str] = []

    def write_atomically(self, path: Path, data: bytes) -> None:
        self.changes.append(f"write {path.name}")
        super().write_atomically(path, data)

    def remove(self, path: Path) -> None:
        self.changes.append(f"remove {path.name}")
        super().remove(path)

    def make_folder(self, folder: Path) -> None:
        self.changes.append(f"folder {folder.name}")
        super().make_folder(folder)

    def tidy(self, folder: Path, age: float = 0.0) -> None:
        self.changes.append(f"tidy {folder.name}")
        super().tidy(folder, age)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def disk() -> RealDisk:
    return RealDisk()


@pytest.fixture
def counting() -> CountingDisk:
    return CountingDisk()


@pytest.fixture
def stops_at() -> type[StopsAtCall]:
    return StopsAtCall


@pytest.fixture
def note() -> Callable[[int, str], Note]:
    def make(number: int, text: str) -> Note:
        moment = NOW + timedelta(seconds=number)
        return Note(id=f"{number:032x}", made=moment, changed=moment, text=text)

    return make


@pytest.fixture
def opened(tmp_path: Path, clock: FixedClock) -> Callable[..., PortfolioStore]:
    """Opens the portfolio of the test's folder `data`."""

    def make(disk: Disk | None = None, read_only: bool = False) -> PortfolioStore:
        return PortfolioStore.open(
            tmp_path / "data", disk=disk or RealDisk(), clock=clock, read_only=read_only
        )

    return make


@pytest.fixture
def saved(opened: Callable[..., PortfolioStore], note: Callable[[int, str], Note]) -> bytes:
    """A portfolio of five notes in the folder `data`, closed again; the bytes of its file."""
    with opened() as store:
        store.save([note(n, f"Thought {n} – naïve, 中, 😀") for n in range(5)])
        path = store.path
    return path.read_bytes()
