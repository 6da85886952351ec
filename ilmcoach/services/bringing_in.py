"""Taking in a whole portfolio from a file."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from ilmcoach.clock import Clock, SystemClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk, RealDisk
from ilmcoach.settings import Folders
from ilmcoach.store.replacing import replace_all

from .given import find_given, read_given
from .incoming import read_incoming


class BroughtIn(Struct, frozen=True):
    """What a file brought: documents by kind, notes that wait, texts not saved yet."""

    counts: dict[str, int]
    notes: int
    drafts: int


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
    return BroughtIn(counts, len(incoming.notes), len(incoming.drafts))
