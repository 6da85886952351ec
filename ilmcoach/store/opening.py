"""What happens to a portfolio file when it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from ilmcoach.clock import Clock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk

from .backups import Backups
from .envelope import VERSION, Contents, Damaged, decode, encode
from .erasing import finish
from .layout import ATTACHMENTS, BACKUPS, DRAFTS, INBOX, PORTFOLIO, VERSIONS, kept_aside
from .migrations import Step, migrate
from .recovery import diagnose

_INBOX_AGE_SECONDS = 3600.0
"""Other programs may be putting a note in at this moment."""


class Found(Struct, frozen=True):
    """A portfolio file: its bytes, and its contents with tables of the present version."""

    data: bytes
    contents: Contents

    @property
    def outdated(self) -> bool:
        """True if the file itself is of an older version."""
        return self.contents.header.version < VERSION


def find(folder: Path, steps: Mapping[int, Step], disk: Disk, clock: Clock) -> Found | None:
    """Read the portfolio; None in a folder that never had one. Changes nothing.

    Raises `NewerVersion`, `NeedsRecovery`, `DiskProblem`.
    """
    data = disk.read(folder / PORTFOLIO)
    if data is None:
        if Backups(folder, disk, clock).all() or kept_aside(folder, disk):
            raise diagnose(folder, "The file is gone.", disk, clock)
        return None
    try:
        contents = decode(data)
        return Found(data, Contents(contents.header, migrate(contents, steps)))
    except Damaged as error:
        raise diagnose(folder, error.message, disk, clock) from error


def tidy(folder: Path, disk: Disk) -> None:
    """Clear away half-written files. Only for the one who holds the lock."""
    for name in ("", BACKUPS, DRAFTS, ATTACHMENTS, VERSIONS):
        disk.tidy(folder / name)
    disk.tidy(folder / INBOX, age=_INBOX_AGE_SECONDS)


def back_up(folder: Path, found: Found, disk: Disk, clock: Clock) -> str:
    """Back up what was found, unless a backup holds it already; why that failed, or empty.

    Raises `IlmcoachError` if it failed and the file has to be brought up to date.
    """
    try:
        Backups(folder, disk, clock).make(found.data)
    except IlmcoachError as error:
        if found.outdated:
            raise
        # Reading and writing on a nearly full disk is still better than being locked out.
        return str(error)
    return ""


def finish_erasing(folder: Path, disk: Disk, clock: Clock) -> tuple[bool, str]:
    """Finish deleting for good what was stopped: whether anything may have changed, and why it
    failed, or empty. Only for the one who holds the lock."""
    try:
        return finish(folder, disk, clock), ""
    except IlmcoachError as error:
        return True, f"Deleting for good could not be finished yet. {error.message}"


def bring_up_to_date(folder: Path, found: Found, disk: Disk, clock: Clock) -> Contents:
    """Write an older file's tables in the present version. Raises `IlmcoachError`."""
    data = encode(found.contents.tables, save=found.contents.header.save + 1, saved=clock.now())
    contents = decode(data)
    disk.write_atomically(folder / PORTFOLIO, data)
    return contents
