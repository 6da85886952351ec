"""Records as documents and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Raw, Struct
from tinydb.table import Document, Table

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import KINDS, Record

from .envelope import NOT_JSON
from .storage import SafeStorage


class RecordTable(Table):
    """A table whose documents are known by text, not by number (TinyDB uses numbers again)."""

    document_id_class = str  # type: ignore[assignment]

    def put(self, documents: Iterable[Document]) -> None:
        """Add documents or let them take the places of those with the same ids, in one write.

        What an older document holds beyond the new one's fields stays.
        """
        storage = self.storage
        assert isinstance(storage, SafeStorage)
        storage.put(self.name, {str(one.doc_id): one for one in documents})


class Unreadable(Struct, frozen=True):
    """A document that is kept as it is but cannot be shown: where it lies, and why not."""

    table: str
    id: str
    why: str


def to_document(record: Record) -> Document:
    """A record as TinyDB keeps it; `kind` is in it so that a line can stand for itself.

    Raises `IlmcoachError` for a record that would not come back as it is.
    """
    fields: dict[str, Any] = {"kind": record.kind, **msgspec.to_builtins(record)}
    del fields["id"]
    # TinyDB's annotations know number ids only.
    document = Document(fields, doc_id=record.id)  # type: ignore[arg-type]
    try:
        same = KINDS[record.kind] is type(record) and bool(record.id)
        same = same and _convert(type(record), record.id, document) == record
    except (KeyError, msgspec.ValidationError) as error:
        raise _unfit(record, str(error)) from error
    if not same:
        raise _unfit(record, "it would be read back differently")
    return document


def to_records(
    tables: Mapping[str, Mapping[str, Raw]],
) -> tuple[dict[str, Record], tuple[Unreadable, ...]]:
    """The records of all known tables by id, and the documents that are none.

    Tables of kinds that this version does not know are passed over.
    """
    records: dict[str, Record] = {}
    unreadable: list[Unreadable] = []
    decode = msgspec.json.Decoder(dict[str, Any]).decode
    for kind, record_type in KINDS.items():
        for doc_id, raw in tables.get(kind, {}).items():
            try:
                records[doc_id] = _convert(record_type, doc_id, decode(raw))
            except NOT_JSON as error:
                unreadable.append(Unreadable(kind, doc_id, str(error)))
    return records, tuple(unreadable)


def _convert(record_type: type[Record], doc_id: str, fields: Mapping[str, Any]) -> Record:
    record = msgspec.convert({**fields, "id": doc_id}, record_type)
    if record.made.tzinfo is None or record.changed.tzinfo is None:
        # One such moment among the others would stop every list from being sorted.
        raise msgspec.ValidationError("A moment says no time zone")
    return record


def _unfit(record: Record, why: str) -> IlmcoachError:
    return IlmcoachError(f"A {record.kind or 'record'} could not be saved: {why}.")
