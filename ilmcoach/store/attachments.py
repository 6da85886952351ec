"""Copies of the files that a learner attached, each in a file of its own in the data folder.

A copy's name begins with the id of the record that it belongs to. So two files of one name never
meet, nothing is shared, and what goes for good is known by ids alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk, DiskProblem
from ilmcoach.portfolio.records import Attachment
from ilmcoach.text import clean_line

from .layout import ATTACHMENTS

MOST_BYTES = 25_000_000
"""The largest file that may be attached: what a mail takes, too. (practice)"""

MOST_TOGETHER = 100_000_000
"""All attached files together: what `data export` writes has to be small enough to come back."""

_LONGEST_NAME = 100
"""Bytes of a name, so that file systems take it with what stands before it."""

_PLAIN_ID = re.compile(r"[a-z0-9-]{1,64}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_UNFIT = re.compile(r'[\\/:*?"<>|]')


class State(StrEnum):
    """How a copy stands beside what its record says of it."""

    GOOD = "in order"
    MISSING = "missing"
    CHANGED = "changed"


class Copy(Struct, frozen=True):
    """An attached file by itself: the record that tells of it, and its bytes."""

    record: Attachment
    data: bytes


def safe_name(name: str) -> str:
    """A file's own name, without any folder, as every system takes it: no signs that mean
    something to one, no dots in front or behind, no longer than 100 bytes; its ending stays."""
    last = clean_line(unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2]))
    fit = _UNFIT.sub("-", last).strip(". ")
    stem, dot, end = fit.rpartition(".")
    if not dot or len(end.encode()) > 16:
        stem, dot, end = fit, "", ""
    room = _LONGEST_NAME - len(f"{dot}{end}".encode())
    stem = stem.encode()[:room].decode("utf-8", "ignore").strip(". ")
    return f"{stem or 'file'}{dot}{end}"


def digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return sha256(data).hexdigest()


class Attachments:
    """The copies of one data folder."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder / ATTACHMENTS
        self._disk = disk

    def path(self, one: Attachment) -> Path:
        """Where the copy of a record lies, or would. It is in the folder for copies, whatever
        the record says."""
        told = one.sha256[:8] if _DIGEST.fullmatch(one.sha256) else "none"
        return self._folder / f"{_start(one.id)}{told}_{safe_name(one.name)}"

    def keep(self, one: Attachment, data: bytes) -> Path:
        """Keep the copy of a record, durably; its path. The bytes have to be those that the
        record tells of, and its name a safe one. Raises `IlmcoachError`; then nothing new is
        kept."""
        told = safe_name(one.name) == one.name and len(data) == one.size
        if not told or digest(data) != one.sha256:
            raise IlmcoachError(f"{one.name} is not the file that was meant to be attached.")
        path = self.path(one)
        self._disk.make_folder(self._folder)
        self._disk.write_atomically(path, data)
        if self._disk.read(path) != data:
            self._disk.remove(path)
            raise IlmcoachError(
                f"{path} was written but reads back differently.",
                "The disk may be failing: copy your files to another one.",
            )
        return path

    def read(self, one: Attachment) -> bytes | None:
        """The copy's bytes if it is as it was kept; None if it is missing or changed. Raises
        `DiskProblem`."""
        data = self._found(one)
        return data if data is not None and digest(data) == one.sha256 else None

    def state(self, one: Attachment) -> State:
        """How the copy of a record stands. Never raises: what cannot be read is missing."""
        try:
            data = self._found(one)
        except DiskProblem:
            return State.MISSING
        if data is None:
            return State.MISSING
        return State.GOOD if digest(data) == one.sha256 else State.CHANGED

    def remove(self, one: Attachment) -> None:
        """Take the copy of a record away. Raises `DiskProblem`."""
        self._disk.remove(self.path(one))

    def forget(self, ids: Iterable[str]) -> int:
        """Remove every copy of the records with these ids; how many. Raises `DiskProblem`."""
        starts = tuple(map(_start, ids))
        gone = [one for one in self.all() if one.name.startswith(starts)]
        for path in gone:
            self._disk.remove(path)
        return len(gone)

    def all(self) -> tuple[Path, ...]:
        """Every copy there is, whether a record tells of it or not. Raises `DiskProblem`."""
        return self._disk.list(self._folder)

    def _found(self, one: Attachment) -> bytes | None:
        path = self.path(one)
        if not _DIGEST.fullmatch(one.sha256) or path.is_symlink():
            return None
        return self._disk.read(path)


def _start(record_id: str) -> str:
    """What the names of a record's copies begin with; an id that could mean something to a file
    system, which only a file from elsewhere brings, is told by its digest."""
    plain = _PLAIN_ID.fullmatch(record_id)
    return f"{record_id if plain else digest(record_id.encode('utf-8', 'replace'))[:40]}_"
