"""Earlier texts of what is written under the headings, one small sealed file for each.

A file's name says the heading, the record, the moment (UTC) and the first part of a checksum:

    action-plan-and-log-goals-1f3a5b7c_3f0c…_20261119-140200-000000_9a2b4c6d8e0f.json

So one heading's files are found without opening any, and what goes for good is known by the
record's id even where a file is damaged. The portfolio's own file does not grow with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from ilmcoach.files import Disk

from .layout import VERSIONS
from .sealing import BAD, GOOD, Seal, put_aside

SAVED = "saved"
"""It was saved under its heading."""
RESTORED = "restored"
"""An earlier version took its place again."""
FROM_FILE = "from-file"
"""It came with a backup or an import."""
BROUGHT = "brought"
"""It came in a document; it never stood under its heading."""
UNSAVED = "unsaved"
"""It was typed and not saved when another version took its place."""

_ASIDE = (BROUGHT, UNSAVED)

_NAME = re.compile(
    r"(?P<place>[a-z0-9-]+)_(?P<record>[a-z0-9-]+)_"
    r"(?P<stamp>\d{8}-\d{6}-\d{6})_[0-9a-f]{12}(?:-\d+)?\.(?:json|damaged)"
)
_PLAIN_ID = re.compile(r"[a-z0-9-]{1,40}")


class Version(Struct, frozen=True, kw_only=True):
    """A text as it was under the heading `section` of `assessment`: the id of its `record`, the
    moment `at` which it was kept, its `text`, the `words` as counted then, and how it came
    (`source`, one of the names above; a later ilmcoach may know others)."""

    assessment: str
    section: str
    record: str
    at: Annotated[datetime, Meta(tz=True)]
    text: str
    words: int = 0
    source: str = SAVED

    @property
    def stood(self) -> bool:
        """True if this was the text under the heading, not one that was only kept beside it."""
        return self.source not in _ASIDE


_SEAL = Seal("ilmcoach text version", "version", Version)


class Versions:
    """The versions of one data folder."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder / VERSIONS
        self._disk = disk

    def keep(self, version: Version) -> Path:
        """Keep one version, durably, in a file of its own; its path. The same one is kept once.
        Raises `DiskProblem`; then nothing has changed."""
        path = self.path(version)
        self._disk.make_folder(self._folder)
        self._disk.write_atomically(path, _SEAL.sealed(version))
        return path

    def path(self, version: Version) -> Path:
        """Where a version lies, or would."""
        place, record = _place(version.assessment, version.section), _start(version.record)
        stamp = f"{version.at.astimezone(UTC):%Y%m%d-%H%M%S-%f}"
        name = f"{place}_{record}_{stamp}_{_SEAL.mark(version)[:12]}{GOOD}"
        return self._folder / name

    def of(self, assessment: str, section: str) -> tuple[Version, ...]:
        """Every version under one heading, oldest first, damaged ones left out. Changes nothing.
        Raises `DiskProblem`."""
        found = (self._read(path) for path in self._paths_of(assessment, section))
        return tuple(one for one in found if one is not None)

    def newest(self, assessment: str, section: str) -> Version | None:
        """The newest version that stood under a heading. Raises `DiskProblem`."""
        for path in reversed(self._paths_of(assessment, section)):
            version = self._read(path)
            if version is not None and version.stood:
                return version
        return None

    def all(self) -> tuple[Version, ...]:
        """Every version that is in order, by heading, then oldest first. Raises `DiskProblem`."""
        found = [one for path in self.files() if (one := self._read(path)) is not None]
        return tuple(sorted(found, key=lambda one: (one.assessment, one.section, one.at)))

    def files(self) -> tuple[Path, ...]:
        """Every file there is, damaged ones too. Raises `DiskProblem`."""
        return self._disk.list(self._folder)

    def damaged(self) -> tuple[Path, ...]:
        """The files that are not as they were kept; each is put aside under a name of its own.
        Raises `DiskProblem`."""
        return tuple(
            path
            if path.suffix == BAD
            else put_aside(self._disk, path, self._disk.read(path) or b"")
            for path in self.files()
            if path.suffix == BAD or (path.suffix == GOOD and self._read(path) is None)
        )

    def forget(self, records: Iterable[str]) -> int:
        """Remove every version of the records with these ids, damaged ones too; how many.
        Raises `DiskProblem`."""
        starts = frozenset(map(_start, records))
        gone = [
            path
            for path in self.files()
            if (name := _NAME.fullmatch(path.name)) and name["record"] in starts
        ]
        for path in gone:
            self._disk.remove(path)
        return len(gone)

    def remove(self, version: Version) -> None:
        """Take one version away. Raises `DiskProblem`."""
        self._disk.remove(self.path(version))

    def _paths_of(self, assessment: str, section: str) -> list[Path]:
        """The files of one heading, oldest first."""
        place = _place(assessment, section)
        found = [
            (name["stamp"], path)
            for path in self.files()
            if path.suffix == GOOD
            and (name := _NAME.fullmatch(path.name))
            and name["place"] == place
        ]
        return [path for _, path in sorted(found)]

    def _read(self, path: Path) -> Version | None:
        data = self._disk.read(path)
        version = None if data is None else _SEAL.opened(data)
        # A file under another's name would come back at a wrong place, or outlive its record.
        return version if version is not None and self.path(version) == path else None


def _place(assessment: str, section: str) -> str:
    """A heading as file names carry it: readable, and told from every other by a digest."""
    readable = re.sub(r"[^a-z0-9]+", "-", f"{assessment}-{section}".lower())[:32].strip("-")
    exact = sha256(msgspec.json.encode((assessment, section))).hexdigest()[:8]
    return f"{readable or 'text'}-{exact}"


def _start(record: str) -> str:
    """A record's id as file names carry it; one that could mean something to a file system is
    told by its digest."""
    plain = _PLAIN_ID.fullmatch(record)
    return record if plain else sha256(record.encode("utf-8", "replace")).hexdigest()[:40]
