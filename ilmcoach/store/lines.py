"""Getting documents out of a damaged portfolio file, line by line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import msgspec
from msgspec import Raw, Struct

from ilmcoach.portfolio.records import KINDS

from .envelope import HEADER_TABLE, NOT_JSON, Tables

FOUND_TABLE = "found"
"""Where documents go that do not say what kind they are."""

_HEADER = (b'{"_ilmcoach":', b'"format":"ilmcoach portfolio"', b',"seal":"')
"""What tells the first line, damaged or not; the quotes inside a learner's text are escaped."""

_TABLE = re.compile(rb',?"([^"\\]{1,100})":\{')
_DOCUMENT = re.compile(rb'(?="[^"\\]{1,100}":\{"kind":")')


class Salvage(Struct, frozen=True):
    """What a damaged file still gives: its documents by table, how many they are, and how many
    lines could not be read."""

    tables: Tables
    found: int
    lost: int

    def counts(self) -> dict[str, int]:
        """How many documents of each table were found."""
        return {name: len(docs) for name, docs in self.tables.items() if docs}


def salvage_lines(data: bytes) -> Salvage:
    """Every document that can be read in `data`, which need not be a portfolio at all.

    A byte that is no text becomes a replacement mark: better one letter wrong than a record
    gone.
    """
    tables: Tables = {}
    lost = 0
    table = ""
    for line in data.replace(b"\r\n", b"\n").split(b"\n"):
        stripped = line.strip().removesuffix(b",")
        if stripped in (b"", b"{", b"}", b"}}") or any(mark in stripped for mark in _HEADER):
            continue
        if start := _TABLE.fullmatch(stripped):
            table = start[1].decode("utf-8", "replace")
            continue
        pieces = list(_documents(stripped))
        lost += sum(1 for piece in pieces if piece is None)
        for doc_id, doc in filter(None, pieces):
            tables.setdefault(_table_of(doc, table), {})[doc_id] = Raw(msgspec.json.encode(doc))
    return _better(Salvage(tables, _count(tables), lost), _whole(data))


def cut_lines(data: bytes, ids: Collection[str]) -> tuple[bytes, bool]:
    """A damaged file without the lines of the documents of those ids, to the byte as it was
    otherwise; and whether they are gone for certain. They are not where a line is unreadable, or
    where one of them shares its line with another document."""
    lines = data.split(b"\n")
    left = b"\n".join(line for line in lines if not _is_one_of(line, ids))
    starts = (rb'"%s"\s*:\s*\{' % re.escape(one.encode()) for one in ids)
    sure = not any(re.search(start, left) for start in starts)
    return left, sure and salvage_lines(left).lost == 0


def _is_one_of(line: bytes, ids: Collection[str]) -> bool:
    whole = _document(line.strip().removesuffix(b","))
    return whole is not None and whole[0] in ids


def _documents(line: bytes) -> Iterator[tuple[str, dict[str, object]] | None]:
    """The documents of one line; None for each stretch that is unreadable."""
    whole = _document(line)
    if whole is not None:
        yield whole
        return
    for piece in filter(None, _DOCUMENT.split(line)):
        yield _document(piece[: piece.rfind(b"}") + 1])


def _document(text: bytes) -> tuple[str, dict[str, object]] | None:
    json = b"{" + text.decode("utf-8", "replace").encode() + b"}"
    try:
        found = msgspec.json.decode(json, type=dict[str, dict[str, object]])
    except NOT_JSON:
        return None
    return next(iter(found.items())) if len(found) == 1 else None


def _table_of(doc: dict[str, object], table: str) -> str:
    """A document's own word goes before the table it stands under, whose line may be gone."""
    kind = doc.get("kind")
    return kind if isinstance(kind, str) and kind in KINDS else table or FOUND_TABLE


def _whole(data: bytes) -> Salvage:
    """The same for a file that another program wrote again, with other line ends."""
    try:
        everything = msgspec.json.decode(data, type=dict[str, dict[str, dict[str, object]]])
    except NOT_JSON:
        return Salvage({}, 0, 0)
    everything.pop(HEADER_TABLE, None)
    tables = {
        name: {doc_id: Raw(msgspec.json.encode(doc)) for doc_id, doc in docs.items()}
        for name, docs in everything.items()
    }
    return Salvage(tables, _count(tables), 0)


def _better(first: Salvage, second: Salvage) -> Salvage:
    return second if second.found >= first.found and second.found else first


def _count(tables: Tables) -> int:
    return sum(len(docs) for docs in tables.values())
