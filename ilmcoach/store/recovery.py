"""Ways back from a portfolio file that is damaged, empty or gone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from ilmcoach.clock import Clock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk

from .backups import Backups, GoodBackup
from .envelope import VERSION, Contents, decode
from .erasing import finish, unfinished, without
from .layout import BACKUPS, PORTFOLIO, kept_aside
from .lines import Salvage, salvage_lines
from .lock import locked
from .placing import is_good, put_by, write_new


class NeedsRecovery(IlmcoachError):  # noqa: N818
    """The portfolio cannot be opened as it is, and the learner chooses what to do.

    `what` is wrong with the file `path`; `good` are the backups that verify, newest first;
    `salvageable` is how many documents a salvage would bring.
    """

    def __init__(self, path: Path, what: str, good: Sequence[GoodBackup], salvageable: int) -> None:
        super().__init__(
            f"Your portfolio {path} cannot be opened. {what}",
            "Go back to a backup, or save what can still be read. Nothing has been changed.",
        )
        self.path = path
        self.what = what
        self.good = tuple(good)
        self.salvageable = salvageable

    @property
    def newest(self) -> GoodBackup | None:
        """The newest backup that verifies."""
        return self.good[0] if self.good else None


class Salvaged(Struct, frozen=True):
    """What a salvage brought: documents by kind, lines that could not be read, and where the
    damaged file was kept (None if there was none)."""

    counts: dict[str, int]
    lost: int
    kept: Path | None


def diagnose(folder: Path, what: str, disk: Disk, clock: Clock) -> NeedsRecovery:
    """The choice to put before the learner. Changes nothing. Raises `DiskProblem`."""
    good = Backups(folder, disk, clock).good()
    return NeedsRecovery(folder / PORTFOLIO, what, good, look(folder, disk).found)


def look(folder: Path, disk: Disk) -> Salvage:
    """What a salvage would bring, without doing it. Raises `DiskProblem`."""
    return salvage_lines(_damaged_bytes(folder, disk))


def restore_backup(folder: Path, backup: Path, disk: Disk, clock: Clock) -> dict[str, int]:
    """Let a backup take the portfolio's place; how many documents of each kind it brought.

    A damaged file is kept aside first, a good one backed up. Raises `Damaged` if the backup does
    not verify, `NewerVersion` if a newer ilmcoach wrote it or the portfolio, and `IlmcoachError`
    if the portfolio is open elsewhere or the disk fails; then the portfolio is as it was.
    """
    disk.make_folder(folder)
    with locked(folder):
        contents = decode(disk.read(backup) or b"")
        erasure = unfinished(folder, disk)
        if erasure is not None and backup.parent == folder / BACKUPS:
            # What was deleted for good does not come back with a backup made before.
            contents = Contents(contents.header, without(contents.tables, erasure.ids)[0])
        put_by(folder, disk, clock)
        finish(folder, disk, clock)
        write_new(folder, contents.tables, contents.header.version, disk, clock)
        return contents.counts()


def salvage(folder: Path, disk: Disk, clock: Clock) -> Salvaged:
    """Make a portfolio of what can still be read in the damaged file, which is kept aside; if
    the file is gone, in the newest copy kept aside before.

    Raises `NewerVersion` if a newer ilmcoach wrote the file, and `IlmcoachError` if it is in
    order, is open elsewhere or the disk fails; then the portfolio is as it was.
    """
    disk.make_folder(folder)
    with locked(folder):
        data = disk.read(folder / PORTFOLIO)
        if data and is_good(data):
            raise IlmcoachError(f"{folder / PORTFOLIO} is in order: there is nothing to salvage.")
        found = look(folder, disk)
        kept = put_by(folder, disk, clock)
        write_new(folder, found.tables, VERSION, disk, clock)
        finish(folder, disk, clock)
        return Salvaged(found.counts(), found.lost, kept)


def _damaged_bytes(folder: Path, disk: Disk) -> bytes:
    copies = kept_aside(folder, disk)
    for path in (folder / PORTFOLIO, *reversed(copies)):
        if data := disk.read(path):
            return data
    return b""
