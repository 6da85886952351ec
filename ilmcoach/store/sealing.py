"""Small files of one record each, sealed: one changed bit anywhere in them is seen.

    {"format":"ilmcoach slip","slip":{…},"sha256":"…"}

`sha256` is that of the record alone, as JSON. The files are written by `Disk.write_atomically`.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
from msgspec import Raw, Struct

from ilmcoach.files import Disk

from .envelope import NOT_JSON

GOOD = ".json"
"""What the name of a file that is in order ends in."""
BAD = ".damaged"
"""What that of a damaged one ends in that was put aside."""

Kept = TypeVar("Kept", bound=Struct)


class Seal(Generic[Kept]):
    """How records of one `kind` are sealed: `form` names the format in the file, `field` is
    what the record is called there. Both stay as they are for good."""

    def __init__(self, form: str, field: str, kind: type[Kept]) -> None:
        self._form = form
        self._field = field
        self._kind = kind

    def mark(self, record: Kept) -> str:
        """The checksum of a record, in 64 letters."""
        return sha256(msgspec.json.encode(record)).hexdigest()

    def sealed(self, record: Kept) -> bytes:
        """All that is in the file of a record; the same in, the same out."""
        parts = {"format": self._form, self._field: record, "sha256": self.mark(record)}
        return msgspec.json.encode(parts) + b"\n"

    def opened(self, data: bytes) -> Kept | None:
        """The record in the file `data`; None if that is not as it was written."""
        try:
            parts = msgspec.json.decode(data, type=dict[str, Raw])
            record = msgspec.json.decode(parts.get(self._field, b""), type=self._kind)
        except NOT_JSON:
            return None
        # Written once more it must give the same bytes: so what is outside the seal counts too.
        return record if data == self.sealed(record) else None


def put_aside(disk: Disk, path: Path, data: bytes) -> Path:
    """Moves a damaged file, in which `data` is, to a name of its own beside it; the new path.
    Raises `DiskProblem`."""
    aside, number = path.with_suffix(BAD), 1
    while disk.read(aside) not in (None, data):
        number += 1
        aside = path.with_name(f"{path.stem}-{number}{BAD}")
    disk.write_atomically(aside, data)
    disk.remove(path)
    return aside
