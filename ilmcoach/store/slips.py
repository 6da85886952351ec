"""Single texts kept safe, one sealed file each: drafts, and notes that wait to be taken in."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from ilmcoach.files import Disk, DiskProblem

from .sealing import BAD, GOOD, Seal, put_aside

_PARTING = re.compile("[/@]")
_TELLING = 24
"""A key's part of so many characters, or as many of a longer one, tells whose a file is."""


class Slip(Struct, frozen=True):
    """A text, what it belongs to, and when it was kept."""

    key: str
    text: str
    at: Annotated[datetime, Meta(tz=True)]


_SEAL = Seal("ilmcoach slip", "slip", Slip)


class Slips:
    """A folder of slips, by key."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._disk = disk

    def keep(self, key: str, text: str, at: datetime) -> None:
        """Keep `text` under `key`, durably, in place of what was there; `at` is a moment, local
        if it says no zone.

        Half of a surrogate pair becomes a replacement mark. Raises `DiskProblem`; then what was
        there is there still.
        """
        moment = at if at.tzinfo else at.astimezone()
        slip = Slip(_encodable(key), _encodable(text), moment)
        self._disk.make_folder(self._folder)
        self._disk.write_atomically(self._path(key), _SEAL.sealed(slip))

    def get(self, key: str) -> Slip | None:
        """The slip of that key; None if there is none or it is damaged. Never raises."""
        slip = self._read(self._path(key))
        return slip if slip is not None and slip.key == _encodable(key) else None

    def forget(self, parts: Collection[str], keys: Collection[str] = ()) -> int:
        """Remove every slip whose key has one of `parts` in it or is one of `keys`, and damaged
        ones whose file name says so; how many. Raises `DiskProblem`."""
        wanted, exact = frozenset(parts), frozenset(keys)
        gone = {
            self._path(one.key)
            for one in self.all()
            if one.key in exact or not wanted.isdisjoint(_PARTING.split(one.key))
        }
        gone.update(path for path in self.damaged() if _names_one_of(path, wanted, exact))
        for path in gone:
            self._disk.remove(path)
        return len(gone)

    def drop(self, key: str) -> None:
        """Remove the slip of that key, if there is one. Raises `DiskProblem`."""
        self._disk.remove(self._path(key))

    def all(self) -> tuple[Slip, ...]:
        """Every slip that is in order, oldest first. Never raises."""
        found = (self._read(path) for path in self._files(GOOD))
        return tuple(sorted((one for one in found if one is not None), key=lambda one: one.at))

    def damaged(self) -> tuple[Path, ...]:
        """Files that are not as they were kept. Never raises."""
        bad = {path for path in self._files(GOOD) if self._read(path) is None}
        return (*self._files(BAD), *(path for path in self._files(GOOD) if path in bad))

    def _files(self, end: str) -> tuple[Path, ...]:
        try:
            return tuple(one for one in self._disk.list(self._folder) if one.suffix == end)
        except DiskProblem:
            return ()

    def _read(self, path: Path) -> Slip | None:
        try:
            data = self._disk.read(path)
            if data is None:
                return None
            slip = _SEAL.opened(data)
            if slip is None:
                put_aside(self._disk, path, data)
        except DiskProblem:
            # Somebody who wants to write must not be stopped by an old draft.
            return None
        return slip

    def _path(self, key: str) -> Path:
        name = f"{_readable(key)}-{sha256(_encodable(key).encode()).hexdigest()[:16]}"
        return self._folder / f"{name}{GOOD}"


def _readable(key: str) -> str:
    """The start of a key as a file name carries it."""
    return re.sub(r"[^a-z0-9]+", "-", key.lower())[:40].strip("-") or "text"


def _names_one_of(path: Path, parts: Collection[str], keys: Collection[str]) -> bool:
    """Whether a damaged file was for one of these, as far as its name tells."""
    long = (_readable(one)[:_TELLING] for one in parts if len(one) >= _TELLING)
    starts = (f"{_readable(one)}-" for one in keys)
    return any(one in path.name for one in long) or path.name.startswith(tuple(starts))


def _encodable(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
