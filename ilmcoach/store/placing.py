"""Putting a file in the portfolio's place, with the one that was there kept."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.clock import Clock
from ilmcoach.files import Disk

from .backups import Backups
from .envelope import Damaged, NewerVersion, Tables, decode, encode, read_header
from .layout import PORTFOLIO, keep_aside, kept_aside
from .versioning import keep_texts
from .versions import FROM_FILE, SAVED


def is_good(data: bytes) -> bool:
    """True if a file is as it was saved. Raises `NewerVersion`."""
    try:
        decode(data)
    except Damaged:
        return False
    return True


def put_by(folder: Path, disk: Disk, clock: Clock) -> Path | None:
    """Keep the present file where nothing overwrites it: a good one as a backup, and its texts
    as versions, a damaged one aside. Where a damaged one was kept; None otherwise. Raises
    `NewerVersion` and `IlmcoachError`."""
    data = disk.read(folder / PORTFOLIO)
    if not data:
        return None
    if is_good(data):
        Backups(folder, disk, clock).make(data)
        keep_texts(folder, decode(data).tables, SAVED, disk, clock)
        return None
    return keep_aside(folder, data, clock.now(), disk)


def write_new(folder: Path, tables: Tables, version: int, disk: Disk, clock: Clock) -> None:
    """Write the portfolio's file under a number higher than any known. Raises `DiskProblem`."""
    save = 1 + max([0, *_numbers(folder, disk, clock)])
    data = encode(tables, save=save, saved=clock.now(), version=version)
    disk.write_atomically(folder / PORTFOLIO, data)
    keep_texts(folder, tables, FROM_FILE, disk, clock)


def _numbers(folder: Path, disk: Disk, clock: Clock) -> list[int]:
    """The numbers of all saves known, so that the next one is higher than any."""
    numbers = [one.save for one in Backups(folder, disk, clock).all()]
    for path in (folder / PORTFOLIO, *kept_aside(folder, disk)):
        try:
            numbers.append(read_header(disk.read(path) or b"").save)
        except (Damaged, NewerVersion):
            continue
    return numbers
