"""A whole portfolio from elsewhere, put in the place of the one that is here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from msgspec import Struct

from ilmcoach.clock import Clock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk, DiskProblem

from .attachments import Attachments, Copy, State
from .backups import Backups
from .drafts import Draft, Drafts
from .envelope import VERSION, Damaged, Tables, decode
from .erasing import finish
from .layout import INBOX, PORTFOLIO, kept_aside
from .lock import locked
from .placing import put_by, write_new
from .slips import Slip, Slips
from .versions import Version, Versions


class NotEmpty(IlmcoachError):  # noqa: N818
    """A portfolio in whose place nothing is put without being asked to."""


class Incoming(Struct, frozen=True):
    """Everything of one learner's that comes from elsewhere."""

    tables: Tables
    notes: tuple[Slip, ...] = ()
    drafts: tuple[Draft, ...] = ()
    files: tuple[Copy, ...] = ()
    versions: tuple[Version, ...] = ()


def replace_all(
    folder: Path, incoming: Incoming, disk: Disk, clock: Clock, *, only_if_empty: bool
) -> None:
    """Let `incoming` take the portfolio's place. A damaged file is kept aside first, a good one
    backed up; drafts and notes that wait here stay, and so do copies of attached files and earlier
    versions of texts.

    Raises `NotEmpty` if `only_if_empty` and something is here, `NewerVersion` if a newer ilmcoach
    wrote the portfolio, and `IlmcoachError` if it is open elsewhere or the disk fails; then the
    portfolio is as it was.
    """
    disk.make_folder(folder)
    with locked(folder):
        if only_if_empty and not _is_empty(folder, disk, clock):
            raise NotEmpty(
                "There is something in your portfolio already, and it was left as it is.",
                "Say --replace to put the file in its place; a backup is made first.",
            )
        put_by(folder, disk, clock)
        finish(folder, disk, clock)
        take_back: list[Callable[[], None]] = []
        try:
            # The portfolio last: until it is there, the same can be done once more.
            _put_files(folder, incoming, disk, take_back)
            _put_slips(folder, incoming, disk, take_back)
            _put_versions(folder, incoming, disk, take_back)
            write_new(folder, incoming.tables, VERSION, disk, clock)
        except IlmcoachError:
            for undo in take_back:
                with suppress(DiskProblem):
                    undo()
            raise


def _put_files(
    folder: Path, incoming: Incoming, disk: Disk, take_back: list[Callable[[], None]]
) -> None:
    """Keep copies of attached files; `take_back` learns how to remove each, as it is kept."""
    copies = Attachments(folder, disk)
    for one in incoming.files:
        state = copies.state(one.record)
        if state is State.MISSING:
            take_back.append(partial(copies.remove, one.record))
        if state is not State.GOOD:
            copies.keep(one.record, one.data)


def _put_slips(
    folder: Path, incoming: Incoming, disk: Disk, take_back: list[Callable[[], None]]
) -> None:
    """Keep what waits and what was typed; `take_back` learns how to drop each, as it is kept."""
    inbox, drafts = Slips(folder / INBOX, disk), Drafts(folder, disk)
    for slips, some in ((inbox, incoming.notes), (drafts, incoming.drafts)):
        for one in some:
            if slips.get(one.key) is None:
                take_back.append(partial(slips.drop, one.key))
                slips.keep(one.key, one.text, one.at)


def _put_versions(
    folder: Path, incoming: Incoming, disk: Disk, take_back: list[Callable[[], None]]
) -> None:
    """Keep versions beside those that are here; `take_back` learns how to remove each."""
    versions = Versions(folder, disk)
    there = frozenset(versions.files())
    for one in incoming.versions:
        if versions.path(one) not in there:
            take_back.append(partial(versions.remove, one))
            versions.keep(one)


def _is_empty(folder: Path, disk: Disk, clock: Clock) -> bool:
    data = disk.read(folder / PORTFOLIO)
    if data is None:
        return not Backups(folder, disk, clock).all() and not kept_aside(folder, disk)
    try:
        return not decode(data).counts()
    except Damaged:
        return False
