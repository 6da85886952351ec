"""The attached files in what `data export` wrote, each held against the record that tells of it."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Iterable, Mapping

from msgspec import Struct

from ilmcoach.portfolio.records import Attachment, Record
from ilmcoach.portfolio.wording import say_size
from ilmcoach.store.attachments import MOST_BYTES, MOST_TOGETHER, Copy, digest, safe_name
from ilmcoach.text import clean_line


class IncomingFile(Struct):
    """One attached file: `id` is its record's, `data` its bytes in base64."""

    id: str
    name: str
    sha256: str
    data: str


class UnfitFile(ValueError):  # noqa: N818 - it is about the file, no error of ours
    """What is wrong with a file, as a sentence without its full stop."""


def copies_in(files: Iterable[IncomingFile], records: Mapping[str, Record]) -> tuple[Copy, ...]:
    """The files, verified: each belongs to a record among `records` that tells of its very
    bytes, has a name that is no path, and none is too large, nor are all together. Raises
    UnfitFile."""
    found: dict[str, Copy] = {}
    together = 0
    for one in files:
        name = clean_line(one.name)[:80] or "without a name"
        record = records.get(one.id)
        if not isinstance(record, Attachment) or one.id in found:
            raise UnfitFile(f"The attached file {name} belongs to nothing in it")
        if one.name != record.name or safe_name(one.name) != one.name:
            raise UnfitFile(f"The attached file {name} has no name that can be kept")
        # Four signs of base64 are three bytes: so nothing huge is ever decoded.
        if len(one.data) > (MOST_BYTES // 3 + 1) * 4:
            raise UnfitFile(f"The attached file {name} is larger than {say_size(MOST_BYTES)}")
        try:
            data = b64decode(one.data, validate=True)
        except (binascii.Error, ValueError) as error:
            raise UnfitFile(f"The attached file {name} cannot be read") from error
        if digest(data) != one.sha256 or one.sha256 != record.sha256 or len(data) != record.size:
            raise UnfitFile(f"The attached file {name} is not as it was exported")
        together += len(data)
        if together > MOST_TOGETHER:
            raise UnfitFile(f"All attached files together are over {say_size(MOST_TOGETHER)}")
        found[one.id] = Copy(record, data)
    return tuple(found.values())
