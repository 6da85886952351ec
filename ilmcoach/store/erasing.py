"""Deleting for good: records leave every file of the data folder, whatever stops it half-way.

What is to go is written down first, by ids alone. So an erasure that was stopped is finished when
the portfolio is next opened for writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw, Struct

from ilmcoach.clock import Clock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk

from .attachments import Attachments
from .backups import Backups
from .drafts import Drafts
from .envelope import NOT_JSON, Damaged, NewerVersion, Tables, decode, encode
from .layout import ERASING, FOREIGN, INBOX, PORTFOLIO, kept_aside
from .lines import cut_lines
from .slips import Slips
from .versions import Versions

_TELLING_BYTES = 8
"""Texts shorter than this stand in other records by chance."""


class Erasure(Struct, frozen=True):
    """What is to go: records by their ids, and the keys of drafts that do not carry such an id."""

    ids: tuple[str, ...]
    drafts: tuple[str, ...] = ()


class Erased(Struct, frozen=True):
    """What was cleaned, beside the portfolio: how many backups, drafts, waiting notes, copies
    kept aside, attached files and versions of texts. `doubtful` are damaged files that may hold
    some of it still, for nobody can tell what their unreadable parts are."""

    backups: int = 0
    drafts: int = 0
    notes: int = 0
    copies: int = 0
    files: int = 0
    versions: int = 0
    doubtful: tuple[Path, ...] = ()


def write_down(folder: Path, erasure: Erasure, disk: Disk) -> None:
    """Note durably what is to go, before anything does. Raises `DiskProblem`."""
    disk.write_atomically(folder / ERASING, msgspec.json.encode(erasure) + b"\n")


def call_off(folder: Path, disk: Disk) -> None:
    """Forget what was to go. Raises `DiskProblem`."""
    disk.remove(folder / ERASING)


def unfinished(folder: Path, disk: Disk) -> Erasure | None:
    """The erasure that was begun and not finished, if there is one. Raises `DiskProblem`."""
    data = disk.read(folder / ERASING)
    if data is None:
        return None
    try:
        return msgspec.json.decode(data, type=Erasure)
    except NOT_JSON:
        return None


def without(tables: Tables, ids: Iterable[str]) -> tuple[Tables, tuple[Raw, ...]]:
    """The tables without the documents of those ids, and the documents that went."""
    gone = frozenset(ids)
    left = {
        name: {doc_id: raw for doc_id, raw in docs.items() if doc_id not in gone}
        for name, docs in tables.items()
    }
    went = [raw for docs in tables.values() for doc_id, raw in docs.items() if doc_id in gone]
    return left, tuple(went)


def finish(folder: Path, disk: Disk, clock: Clock) -> bool:
    """Finish an erasure that was stopped; True if there was one. Only for the holder of the lock.

    A damaged portfolio is left as it is. Raises `IlmcoachError`; it can be finished later then.
    """
    erasure = unfinished(folder, disk)
    if erasure is None:
        return False
    went: tuple[Raw, ...] = ()
    try:
        contents = decode(disk.read(folder / PORTFOLIO) or b"")
    except (Damaged, NewerVersion):
        contents = None
    if contents is not None:
        tables, went = without(contents.tables, erasure.ids)
        header = contents.header
        if went:
            data = encode(tables, save=header.save + 1, saved=clock.now(), version=header.version)
            disk.write_atomically(folder / PORTFOLIO, data)
    sweep(folder, erasure, went, disk, clock)
    return True


def sweep(folder: Path, erasure: Erasure, went: Sequence[Raw], disk: Disk, clock: Clock) -> Erased:
    """Clean everything but the portfolio itself, then forget the erasure. Only for the holder of
    the lock. `went` are the documents that left the portfolio, so that their texts are known
    again in damaged files.

    Raises `IlmcoachError`; doing it once more finishes it then.
    """
    sweeper = _Sweeper(erasure.ids, disk)
    for document in went:
        sweeper.remember(document)
    backups = [sweeper.clean(one.path) for one in Backups(folder, disk, clock).all()]
    aside = (*kept_aside(folder, disk), *kept_aside(folder, disk, FOREIGN))
    copies = [sweeper.clean(path) for path in aside]
    drafts = _drop_drafts(Drafts(folder, disk), erasure)
    notes = Slips(folder / INBOX, disk).forget(erasure.ids)
    files = Attachments(folder, disk).forget(erasure.ids)
    versions = Versions(folder, disk).forget(erasure.ids)
    call_off(folder, disk)
    return Erased(
        sum(backups), drafts, notes, sum(copies), files, versions, tuple(sweeper.doubtful)
    )


class _Sweeper:
    """Cleans one file of records after the other."""

    def __init__(self, ids: Sequence[str], disk: Disk) -> None:
        self._ids = ids
        self._disk = disk
        self._texts: set[bytes] = set()
        self.doubtful: list[Path] = []

    def remember(self, document: Raw) -> None:
        """Take in the texts of a document that goes."""
        self._texts.update(_texts(msgspec.json.decode(document)))

    def clean(self, path: Path) -> bool:
        """Write a file anew without what goes; True if there was anything in it."""
        data = self._disk.read(path) or b""
        try:
            new = self._without(data)
        except NewerVersion:
            self.doubtful.append(path)
            return False
        except Damaged:
            new, sure = cut_lines(data, self._ids)
            if not sure or any(text in new for text in self._texts):
                self.doubtful.append(path)
        if new == data:
            return False
        self._disk.write_atomically(path, new)
        if self._disk.read(path) != new:
            raise IlmcoachError(
                f"{path} was cleaned but reads back differently.",
                "The disk may be failing: copy your files to another one.",
            )
        return True

    def _without(self, data: bytes) -> bytes:
        contents = decode(data)
        tables, went = without(contents.tables, self._ids)
        for document in went:
            self.remember(document)
        if not went:
            return data
        header = contents.header
        return encode(tables, save=header.save, saved=header.saved, version=header.version)


def is_rows(text: str) -> bool:
    """True of a draft in which several records are typed, each as a row with its own id."""
    return bool(_rows(text))


def _drop_drafts(drafts: Drafts, erasure: Erasure) -> int:
    """Drop the drafts of what goes; how many. Where several rows share a draft, only those rows."""
    count = drafts.forget(erasure.ids, erasure.drafts)
    for draft in drafts.all():
        rows = _rows(draft.text)
        left = [row for row in rows if row.get("id") not in erasure.ids]
        if len(left) < len(rows):
            count += 1
            if left:
                drafts.keep(draft.key, msgspec.json.encode(left).decode(), draft.at)
            else:
                drafts.drop(draft.key)
    return count


def _rows(text: str) -> list[dict[str, Any]]:
    try:
        return msgspec.json.decode(text, type=list[dict[str, Any]])
    except NOT_JSON:
        return []


def _texts(value: Any) -> Iterable[bytes]:
    """Every text of some length in a document, as it stands in a file; no moments and no ids."""
    if isinstance(value, dict):
        for name, one in value.items():
            if name not in _NO_TEXTS:
                yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str) and not _DAY.fullmatch(value):
        encoded = msgspec.json.encode(value)[1:-1]
        if len(encoded) >= _TELLING_BYTES:
            yield encoded


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NO_TEXTS = (
    "kind made changed trashed run item links criteria walk subject place finished finding "
    "area area_label assessment section body sort outcome on by due held next_on reviews role "
    "start end planned at asked_on answered_on agreed_on source status state reading question "
    "criterion sha256 since way host model answered ended first last"
).split()
