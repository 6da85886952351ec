"""The portfolio's file: plain TinyDB JSON, one document a line, under a sealed first line.

    {"_ilmcoach":{"1":{"format":"ilmcoach portfolio","version":1,…,"seal":"…"}}
    ,"note":{
    "3f0c…":{"kind":"note",…},
    "81aa…":{"kind":"note",…}
    }
    }

The header tells how many bytes follow its line and their SHA-256; `seal` is the SHA-256 of the
first line as far as the seal itself. So one changed bit anywhere is seen. Every later version
keeps `format` and `version` where they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256

import msgspec
from msgspec import Raw, Struct

from ilmcoach.errors import IlmcoachError

FORMAT = "ilmcoach portfolio"
VERSION = 1
HEADER_TABLE = "_ilmcoach"

Tables = dict[str, dict[str, Raw]]
"""Documents as encoded JSON, by table and by id."""

NOT_JSON = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What decoding raises for bytes that are no JSON, or not of the shape asked for."""

_START = b'{"_ilmcoach":{"1":'
_SEAL = b',"seal":"'
_END = b'"}}\n'


class Damaged(IlmcoachError):  # noqa: N818
    """A portfolio file that is not as it was saved."""


class NewerVersion(IlmcoachError):  # noqa: N818
    """A portfolio file that a newer ilmcoach has written."""


class Header(Struct, frozen=True, kw_only=True):
    """What a file says about itself. `save` counts up by one with each save, `saved` is when it
    was; `length` (bytes) and `sha256` are those of everything after the first line."""

    format: str = FORMAT
    version: int = VERSION
    save: int
    saved: datetime
    length: int
    sha256: str


class Contents(Struct, frozen=True):
    """A portfolio file read and verified."""

    header: Header
    tables: Tables

    def counts(self) -> dict[str, int]:
        """How many documents each table that has any holds."""
        return {name: len(docs) for name, docs in self.tables.items() if docs}


class _Start(Struct):
    """As much of a header as tells whose it is."""

    format: str
    version: int


def encode(
    tables: Mapping[str, Mapping[str, Raw]], *, save: int, saved: datetime, version: int = VERSION
) -> bytes:
    """The whole file for `tables`; `save` is the save's number and `saved` its time."""
    blocks = [encode_table(name, docs) for name, docs in tables.items()]
    return seal(blocks, save=save, saved=saved, version=version)[1]


def seal(
    blocks: Iterable[bytes], *, save: int, saved: datetime, version: int = VERSION
) -> tuple[Header, bytes]:
    """The whole file for tables that are encoded already, and what its first line says."""
    body = b"".join([*blocks, b"}\n"])
    header = Header(
        version=version, save=save, saved=saved, length=len(body), sha256=sha256(body).hexdigest()
    )
    line = _START + msgspec.json.encode(header)[:-1]
    return header, b"".join((line, _SEAL, sha256(line).hexdigest().encode(), _END, body))


def encode_table(name: str, docs: Mapping[str, Raw]) -> bytes:
    """One table as it stands in the file."""
    encode_key = msgspec.json.Encoder().encode
    lines = b",\n".join([b"%b:%b" % (encode_key(doc_id), raw) for doc_id, raw in docs.items()])
    return b"," + encode_key(name) + b":{\n" + lines + b"\n}\n"


def decode(data: bytes) -> Contents:
    """Read and verify a whole file.

    Raises `NewerVersion` if a newer ilmcoach wrote it and `Damaged` if it is not, to the bit, as
    it was saved.
    """
    if not data:
        raise Damaged("The file is empty.")
    header = read_header(data)
    body = memoryview(data)[data.index(b"\n") + 1 :]
    if len(body) != header.length:
        raise Damaged(f"The file should have {header.length} bytes of records and has {len(body)}.")
    if sha256(body).hexdigest() != header.sha256:
        raise Damaged("The file was changed after it was saved: its checksum does not fit.")
    try:
        everything = msgspec.json.decode(data, type=dict[str, dict[str, Raw]])
    except NOT_JSON as error:
        raise Damaged(f"The file is not in order: {error}.") from error
    del everything[HEADER_TABLE]
    # A Raw from the decoder keeps the whole file in memory alive; a copy keeps its own bytes.
    tables = {
        name: {doc_id: raw.copy() for doc_id, raw in docs.items()}
        for name, docs in everything.items()
    }
    return Contents(header, tables)


def read_header(data: bytes) -> Header:
    """The verified first line of a file. Raises `NewerVersion` and `Damaged`."""
    end = data.find(b"\n") + 1 or len(data)
    line = data[:end].removesuffix(b"\n")
    content, _, mark = data[:end].rpartition(_SEAL)
    sealed = mark == sha256(content).hexdigest().encode() + _END
    start = _start(line + b"}") or (None if sealed else _start(data))
    if start is not None and start.version > VERSION:
        raise NewerVersion(
            f"A newer ilmcoach wrote this portfolio (file version {start.version}; "
            f"this ilmcoach reads up to {VERSION}). Nothing was changed.",
            "Update ilmcoach. If you never used a newer one, the file may be damaged: "
            "go back to a backup.",
        )
    if not sealed:
        raise Damaged("The first line of the file is not as it was saved.")
    try:
        header = msgspec.json.decode(content.removeprefix(_START) + b"}", type=Header)
    except NOT_JSON as error:
        raise Damaged(f"The first line of the file is not in order: {error}.") from error
    if header.format != FORMAT:
        raise Damaged("The file is not an ilmcoach portfolio.")
    return header


def _start(text: bytes) -> _Start | None:
    """Whose file this is, also where another program or a later version laid it out anew."""
    try:
        tables = msgspec.json.decode(text, type=dict[str, Raw])
        headers = msgspec.json.decode(tables.get(HEADER_TABLE, Raw(b"{}")), type=dict[str, _Start])
    except NOT_JSON:
        return None
    start = headers.get("1")
    return start if start is not None and start.format == FORMAT else None
