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
ATTACHMENTS = "attachments"
VERSIONS = "versions"
ERASING = "portfolio.erasing"

DAMAGED = "portfolio.damaged-"
FOREIGN = "portfolio.other-"


def stamp(moment: datetime) -> str:
    """A moment as file names carry it: `YYYYMMDD-HHMMSS`."""
    return f"{moment:%Y%m%d-%H%M%S}"


def kept_aside(folder: Path, disk: Disk, prefix: str = DAMAGED) -> tuple[Path, ...]:
    """Portfolio files that were kept aside, oldest first. Raises `DiskProblem`."""
    return tuple(one for one in disk.list(folder) if one.name.startswith(prefix))


def keep_aside(folder: Path, data: bytes, at: datetime, disk: Disk, prefix: str = DAMAGED) -> Path:
    """Keep a copy of a portfolio file that is about to be replaced; the path of the copy.

    The same bytes are kept once only, and no other copy is ever written over.
    Raises `DiskProblem`.
    """
    copies = kept_aside(folder, disk, prefix)
    for one in copies:
        if disk.read(one) == data:
            return one
    number, taken = 1, {one.name for one in copies}
    name = f"{prefix}{stamp(at)}.json"
    while name in taken:
        number += 1
        name = f"{prefix}{stamp(at)}-{number}.json"
    disk.write_atomically(folder / name, data)
    return folder / name
