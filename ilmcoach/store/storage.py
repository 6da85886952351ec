"""A TinyDB storage whose every write is whole, durable and verified when read again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw, Struct
from tinydb.storages import Storage

from ilmcoach.clock import Clock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk

from .envelope import (
    Contents,
    Damaged,
    NewerVersion,
    Tables,
    decode,
    encode_table,
    seal,
)
from .layout import FOREIGN, keep_aside


class _Block(Struct, frozen=True):
    """A table's documents, which never change, and the same as they stand in the file."""

    docs: dict[str, Raw]
    text: bytes


class SafeStorage(Storage):
    """Keeps all documents in memory as encoded JSON; a write reaches the disk before memory.

    What `read` hands out are copies: changing them, or failing half-way, leaves no trace.
    """

    def __init__(self, path: Path, disk: Disk, clock: Clock, contents: Contents | None) -> None:
        self.path = path
        self._disk = disk
        self._clock = clock
        self._tables: Tables = contents.tables if contents else {}
        self._header = contents.header if contents else None
        self._save = contents.header.save if contents else 0
        self._mark = disk.mark(path)
        self._pending: Tables | None = None
        self._blocks: dict[str, _Block] = {}
        self._in_transaction = False

    @property
    def tables(self) -> Tables:
        """Every document as it was last durably saved. Not to be changed."""
        return self._tables

    @property
    def saved_at(self) -> datetime | None:
        """When the last durable save was; None before the first."""
        return self._header.saved if self._header else None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """A fresh copy of all tables, None if there are none."""
        tables = self._tables if self._pending is None else self._pending
        if not tables:
            return None
        decode = msgspec.json.Decoder().decode
        return {
            name: {doc_id: decode(raw) for doc_id, raw in docs.items()}
            for name, docs in tables.items()
        }

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Save all tables durably, or within a transaction hold them until it ends.

        Raises `IlmcoachError`; then nothing has changed.
        """
        self._take(_encoded(data))

    def put(self, table: str, documents: Mapping[str, Mapping[str, Any]]) -> None:
        """Like `write`, for some documents of one table only: each is added, or laid over the
        older one of the same id, whose other fields stay."""
        tables = self._tables if self._pending is None else self._pending
        docs = tables.get(table, {})
        new = {
            doc_id: {**(msgspec.json.decode(docs[doc_id]) if doc_id in docs else {}), **document}
            for doc_id, document in documents.items()
        }
        self._take({**tables, table: {**docs, **_encoded({table: new})[table]}})

    def _take(self, tables: Tables) -> None:
        if self._in_transaction:
            self._pending = tables
        else:
            self._commit(tables)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make one durable save of all that is written inside; if anything in it fails, of
        nothing. Raises `IlmcoachError` if the save fails. Transactions do not nest."""
        if self._in_transaction:
            raise RuntimeError("A transaction is open already.")
        self._in_transaction = True
        try:
            yield
            if self._pending is not None:
                self._commit(self._pending)
        finally:
            self._in_transaction = False
            self._pending = None

    def replace(self, tables: Tables) -> None:
        """Save these tables durably in the place of all there are. Raises `IlmcoachError`; then
        nothing has changed."""
        self._commit(tables)

    def _commit(self, tables: Tables) -> None:
        # The number goes up even if the save fails: no two different files ever share one.
        self._save += 1
        moment = self._clock.now()
        self._blocks = {name: self._block(name, docs) for name, docs in tables.items()}
        blocks = [block.text for block in self._blocks.values()]
        header, data = seal(blocks, save=self._save, saved=moment)
        self._keep_foreign_file(moment)
        self._disk.write_atomically(self.path, data)
        self._mark = self._disk.mark(self.path)
        self._tables = tables
        self._header = header

    def _block(self, name: str, docs: dict[str, Raw]) -> _Block:
        known = self._blocks.get(name)
        return known if known and known.docs is docs else _Block(docs, encode_table(name, docs))

    def _keep_foreign_file(self, moment: datetime) -> None:
        """Keep what a program that knows no lock (say, one that synchronises folders) has put
        in the file's place meanwhile: it may hold saves made on another computer."""
        mark = self._disk.mark(self.path)
        if mark is not None and mark != self._mark:
            data = self._disk.read(self.path)
            if data and not self._is_ours(data):
                keep_aside(self.path.parent, data, moment, self._disk, FOREIGN)

    def _is_ours(self, data: bytes) -> bool:
        try:
            return decode(data).header == self._header
        except (Damaged, NewerVersion):
            return False


def _encoded(data: Mapping[str, Mapping[str, Any]]) -> Tables:
    encode_one = msgspec.json.Encoder().encode
    try:
        return {
            name: {str(doc_id): Raw(encode_one(doc)) for doc_id, doc in docs.items()}
            for name, docs in data.items()
        }
    except (TypeError, ValueError, OverflowError, msgspec.MsgspecError) as error:
        raise IlmcoachError(
            f"This could not be saved: it holds something that no file can keep ({error}).",
            "Take out unusual characters, then save again.",
        ) from error
