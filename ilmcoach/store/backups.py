"""Dated copies of the portfolio, and which of them to keep."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from ilmcoach.clock import Clock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk

from .envelope import Contents, Damaged, NewerVersion, decode
from .layout import BACKUPS, stamp

KEEP_LAST = 10
KEEP_DAYS = 30

_NAME = re.compile(r"portfolio-(\d{8}-\d{6})-(\d{1,18})\.json")


class Backup(Struct, frozen=True):
    """One backup: its file, when it was taken, and the number of the save that it holds."""

    path: Path
    taken: datetime
    save: int


class GoodBackup(Struct, frozen=True):
    """A verified backup and how many documents of each kind it holds."""

    path: Path
    taken: datetime
    save: int
    counts: dict[str, int]


class Backups:
    """The backups of one data folder."""

    def __init__(self, folder: Path, disk: Disk, clock: Clock) -> None:
        self._folder = folder / BACKUPS
        self._disk = disk
        self._clock = clock

    def all(self) -> tuple[Backup, ...]:
        """Every backup by its name, verified or not, oldest first. Raises `DiskProblem`."""
        zone = self._clock.now().tzinfo
        found = []
        for path in self._disk.list(self._folder):
            if match := _NAME.fullmatch(path.name):
                try:
                    taken = datetime.fromisoformat(match[1].replace("-", "T")).replace(tzinfo=zone)
                except ValueError:
                    continue
                found.append(Backup(path, taken, int(match[2])))
        return tuple(sorted(found, key=_age))

    def good(self) -> tuple[GoodBackup, ...]:
        """The backups that verify, newest first. Raises `DiskProblem`."""
        found = []
        for one in reversed(self.all()):
            contents = read_backup(one.path, self._disk)
            if contents is not None:
                found.append(GoodBackup(one.path, one.taken, one.save, contents.counts()))
        return tuple(found)

    def make(self, data: bytes) -> Backup:
        """Back up the bytes of a good portfolio file; drop what need not be kept any longer.

        Nothing is written if a backup holds the same bytes already. Raises `Damaged` or
        `NewerVersion` if `data` does not verify and `IlmcoachError` if the backup cannot be
        written or does not read back; then no other backup was dropped.
        """
        save = decode(data).header.save
        kept = self.all()
        for one in kept:
            if one.save == save and self._disk.read(one.path) == data:
                return one
        now = self._clock.now()
        backup = Backup(self._folder / f"portfolio-{stamp(now)}-{save}.json", now, save)
        self._disk.make_folder(self._folder)
        self._disk.write_atomically(backup.path, data)
        if self._disk.read(backup.path) != data:
            self._disk.remove(backup.path)
            raise IlmcoachError(
                f"The backup {backup.path} was written but reads back differently.",
                "The disk may be failing: copy your files to another one.",
            )
        others = [one for one in kept if one.path != backup.path]
        for one in to_drop([*others, backup], now):
            if one != backup:
                self._disk.remove(one.path)
        return backup


def read_backup(path: Path, disk: Disk) -> Contents | None:
    """A verified backup, None if it does not verify. Raises `DiskProblem`."""
    try:
        return decode(disk.read(path) or b"")
    except (Damaged, NewerVersion):
        return None


def to_drop(backups: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """The backups that need not be kept: all but the last ten, the newest of each of the last
    thirty days, and the newest of each month."""
    ordered = sorted(backups, key=_age)
    kept = set(ordered[-KEEP_LAST:])
    by_day = {one.taken.date(): one for one in ordered}
    kept |= {one for day, one in by_day.items() if (now.date() - day).days < KEEP_DAYS}
    kept |= set({(one.taken.year, one.taken.month): one for one in ordered}.values())
    return tuple(one for one in ordered if one not in kept)


def _age(backup: Backup) -> tuple[int, datetime]:
    # Saves only ever count up, whereas a computer's clock may be set back.
    return backup.save, backup.taken
