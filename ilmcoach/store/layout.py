"""Where things lie in the data folder."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ilmcoach.files import Disk

PORTFOLIO = "portfolio.json"
LOCK = "portfolio.lock"
BACKUPS = "backups"
DRAFTS = "drafts"
INBOX = "inbox"

_DAMAGED = "portfolio.damaged-"


def stamp(moment: datetime) -> str:
    """A moment as file names carry it: `YYYYMMDD-HHMMSS`."""
    return f"{moment:%Y%m%d-%H%M%S}"


def damaged_copies(folder: Path, disk: Disk) -> tuple[Path, ...]:
    """Portfolio files that were kept aside, oldest first. Raises `DiskProblem`."""
    return tuple(one for one in disk.list(folder) if one.name.startswith(_DAMAGED))


def keep_aside(folder: Path, data: bytes, at: datetime, disk: Disk) -> Path:
    """Keep a copy of a portfolio file that will be replaced; the path of the copy.

    The same bytes are kept once only, and no other copy is ever written over.
    Raises `DiskProblem`.
    """
    copies = damaged_copies(folder, disk)
    for one in copies:
        if disk.read(one) == data:
            return one
    number, taken = 1, {one.name for one in copies}
    name = f"{_DAMAGED}{stamp(at)}.json"
    while name in taken:
        number += 1
        name = f"{_DAMAGED}{stamp(at)}-{number}.json"
    disk.write_atomically(folder / name, data)
    return folder / name
