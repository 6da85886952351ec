"""Taking in a whole portfolio from a file."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from ilmcoach.clock import Clock, SystemClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk, RealDisk
from ilmcoach.portfolio.records import Attachment
from ilmcoach.settings import Folders
from ilmcoach.store.attachments import Attachments, State
from ilmcoach.store.codec import to_records
from ilmcoach.store.replacing import Incoming, replace_all

from .given import find_given, read_given
from .incoming import read_incoming


class BroughtIn(Struct, frozen=True):
    """What a file brought: documents by kind, notes that wait, texts not saved yet, attached
    files, versions of texts; `lacking` is how many attached files are told of and not there."""

    counts: dict[str, int]
    notes: int
    drafts: int
    files: int = 0
    lacking: int = 0
    versions: int = 0


def bring_in(
    folders: Folders,
    file: Path,
    *,
    replace: bool = False,
    clock: Clock | None = None,
    disk: Disk | None = None,
) -> BroughtIn:
    """Takes in what `data export` wrote, a backup or a portfolio.json: into an empty portfolio,
    or with `replace` in the place of the one there, which is backed up first (a damaged one is
    kept aside). Drafts and notes that wait here stay.

    Raises IlmcoachError; nothing is changed then.
    """
    clock = clock or SystemClock()
    disk = disk or RealDisk()
    path = find_given(file)
    try:
        incoming = read_incoming(read_given(path, disk))
    except IlmcoachError as error:
        hint = f"{error.hint} Nothing was changed.".strip()
        raise IlmcoachError(f"{path} was not taken in. {error.message}", hint) from error
    replace_all(folders.data, incoming, disk, clock, only_if_empty=not replace)
    counts = {name: len(docs) for name, docs in incoming.tables.items() if docs}
    lacking = _lacking(folders, incoming, disk)
    return BroughtIn(
        counts,
        len(incoming.notes),
        len(incoming.drafts),
        len(incoming.files),
        lacking,
        len(incoming.versions),
    )


def _lacking(folders: Folders, incoming: Incoming, disk: Disk) -> int:
    records, _ = to_records({Attachment.kind: incoming.tables.get(Attachment.kind, {})})
    copies = Attachments(folders.data, disk)
    told = (one for one in records.values() if isinstance(one, Attachment))
    return sum(copies.state(one) is not State.GOOD for one in told)
