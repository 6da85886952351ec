"""Packs as they were read, kept from one run of the program to the next.

Reading Markdown takes longer than anything else at the start. What the file holds is pack text
and nothing of the learner's; it may be deleted at any time. Whatever is wrong with it, the packs
are read from their own files then.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw, Struct

from ilmcoach.files import Disk, DiskProblem

from .loaded import Glance, LoadedPack
from .state import state

_DIGEST = 32
_NOT_OURS = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
_LEFT_AFTER = 3600.0
"""Seconds after which a half-written file is nobody's any more."""


class _Kept(Struct, frozen=True):
    """The file after its checksum: the state of the packs' files, and packs by their folder."""

    state: bytes
    glances: tuple[Glance, ...]
    packs: dict[str, Raw]


class PackCache:
    """The packs of some folders in one file at `path`, valid for one state of their files.

    `open` comes first. With `writes` False nothing is ever written. No method raises for what
    the file or the disk is like.
    """

    def __init__(self, path: Path, disk: Disk, *, writes: bool) -> None:
        self._path = path
        self._disk = disk
        self._writes = writes
        self._state = b""
        self._packs: dict[str, Raw] = {}
        self._glances: tuple[Glance, ...] = ()
        self._changed = False

    def open(self, folders: Sequence[Path]) -> tuple[Glance, ...] | None:
        """What was seen in these folders of packs; None if that is not known or no longer so."""
        self._state = state(folders)
        kept = self._kept() if self._state else None
        if kept is None or kept.state != self._state:
            return None
        self._glances, self._packs = kept.glances, kept.packs
        return kept.glances

    def pack(self, folder: Path) -> LoadedPack | None:
        """The pack of that folder; None if it has to be read."""
        raw = self._packs.get(str(folder))
        if raw is None:
            return None
        try:
            return msgspec.msgpack.decode(raw, type=LoadedPack, dec_hook=_from_text)
        except _NOT_OURS:
            return None

    def put(self, glances: Sequence[Glance], folder: Path, loaded: LoadedPack) -> None:
        """Takes in a pack just read, for `keep`."""
        try:
            raw = Raw(msgspec.msgpack.encode(loaded, enc_hook=_as_text))
        except (msgspec.MsgspecError, UnicodeEncodeError):
            return
        self._glances = tuple(glances)
        self._packs = {**self._packs, str(folder): raw}
        self._changed = True

    def keep(self) -> None:
        """Writes the file, if a pack was put in since."""
        if not (self._writes and self._changed and self._state):
            return
        kept = _Kept(self._state, self._glances, self._packs)
        try:
            body = msgspec.msgpack.encode(kept, enc_hook=_as_text)
            self._disk.make_folder(self._path.parent)
            self._disk.tidy(self._path.parent, _LEFT_AFTER)
            self._disk.write_atomically(self._path, _digest(body) + body)
        except (DiskProblem, UnicodeEncodeError):
            return
        self._changed = False

    def _kept(self) -> _Kept | None:
        try:
            data = self._disk.read(self._path) or b""
            body = data[_DIGEST:]
            if data[:_DIGEST] != _digest(body):
                return None
            return msgspec.msgpack.decode(body, type=_Kept, dec_hook=_from_text)
        except (DiskProblem, *_NOT_OURS):
            return None


def _digest(body: bytes) -> bytes:
    return blake2b(body, digest_size=_DIGEST).digest()


def _as_text(value: Any) -> str:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value).__name__)


def _from_text(kind: type, value: Any) -> Path:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise NotImplementedError(kind.__name__)
