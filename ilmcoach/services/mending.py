"""Ways back to a portfolio that opens, or that is as it was before."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from ilmcoach.clock import Clock, SystemClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk, RealDisk
from ilmcoach.settings import Folders
from ilmcoach.store.backups import Backups, GoodBackup
from ilmcoach.store.envelope import Contents, Damaged, decode
from ilmcoach.store.recovery import restore_backup, salvage
from ilmcoach.store.store import PortfolioStore

from .given import find_given, read_given
from .workspace import Workspace, find_library


class Choices(Struct, frozen=True):
    """The backups that verify, newest first, and the files of those that do not."""

    good: tuple[GoodBackup, ...]
    damaged: tuple[Path, ...]


def backups_to_choose(
    folders: Folders, *, clock: Clock | None = None, disk: Disk | None = None
) -> Choices:
    """The backups there are. Raises IlmcoachError if they cannot be looked at."""
    backups = Backups(folders.data, disk or RealDisk(), clock or SystemClock())
    good = backups.good()
    paths = {one.path for one in good}
    return Choices(good, tuple(one.path for one in backups.all() if one.path not in paths))


def look_at(file: Path, *, disk: Disk | None = None) -> Contents:
    """What a backup, or another portfolio file, holds. Raises IlmcoachError if it does not
    verify."""
    path = find_given(file)
    data = read_given(path, disk or RealDisk())
    try:
        return decode(data)
    except Damaged as error:
        exported = data.lstrip()[:200].startswith(b"{") and b'"ilmcoach data"' in data[:200]
        raise IlmcoachError(
            f"{path} cannot be put back. {error.message}",
            "`ilmcoach data import FILE` takes in what `data export` wrote."
            if exported
            else "Choose another one: `ilmcoach restore` lists your backups.",
        ) from error


def go_back_to(
    folders: Folders, backup: Path, *, clock: Clock | None = None, disk: Disk | None = None
) -> dict[str, int]:
    """Puts a backup, or another portfolio file, in the portfolio's place; how many documents of
    each kind it brought. What was there is kept: a good file as a backup, a damaged one aside.

    Raises IlmcoachError; nothing is changed then.
    """
    path = find_given(backup)
    return restore_backup(folders.data, path, disk or RealDisk(), clock or SystemClock())


def save_readable(
    folders: Folders, *, clock: Clock | None = None, disk: Disk | None = None
) -> None:
    """Makes a portfolio of what can be read in the damaged file, which is kept aside.

    Raises IlmcoachError; nothing is changed then.
    """
    salvage(folders.data, disk or RealDisk(), clock or SystemClock())


def only_look(
    folders: Folders, *, clock: Clock | None = None, disk: Disk | None = None
) -> Workspace:
    """Opens what can be read in the damaged file, for reading only; nothing at all is changed.

    Raises IlmcoachError if the disk cannot be read.
    """
    clock = clock or SystemClock()
    disk = disk or RealDisk()
    store = PortfolioStore.look(folders.data, disk=disk, clock=clock)
    return Workspace(folders, store, find_library(folders), disk, clock)
