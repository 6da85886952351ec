"""Reading what `data export` wrote, or a portfolio's file, as something to take in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Raw, Struct

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import KINDS
from ilmcoach.store.codec import to_records
from ilmcoach.store.drafts import Draft
from ilmcoach.store.envelope import HEADER_TABLE, NOT_JSON, Tables, decode
from ilmcoach.store.inbox import Waiting
from ilmcoach.store.migrations import STEPS, migrate
from ilmcoach.store.replacing import Incoming
from ilmcoach.store.versions import Version
from ilmcoach.text import clean, clean_line, count_words

from .incoming_files import IncomingFile, UnfitFile, copies_in
from .takeaway import FORMAT, VERSION

_LONGEST_NAME = 200
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_DEEPEST = 50
"""Levels of lists within lists that a document may have; no record has more than a few."""
_TOO_DEEP = "Something in it is nested too deeply"


class _Head(Struct):
    """As much of a file as tells whether `data export` wrote it."""

    format: str
    version: int


class _Export(Struct):
    """What `data export` writes, as far as it is taken in."""

    records: dict[str, list[dict[str, Any]]]
    other: dict[str, dict[str, dict[str, Any]]] = {}
    inbox: list[Waiting] = []
    drafts: list[Draft] = []
    attachments: list[IncomingFile] = []
    versions: list[Version] = []


def read_incoming(data: bytes) -> Incoming:
    """Everything in a file, verified, its texts cleaned; documents of kinds not known here stay
    as they are.

    Raises `NewerVersion`, `Damaged` or another IlmcoachError that says where the file is wrong.
    """
    try:
        return _read(data.removeprefix(_BYTE_ORDER_MARK))
    except RecursionError as error:
        raise _wrong(_TOO_DEEP) from error


def _read(data: bytes) -> Incoming:
    if data.lstrip().startswith(b'{"' + HEADER_TABLE.encode() + b'"'):
        return Incoming(_of_portfolio(data))
    try:
        head = msgspec.json.decode(data, type=_Head)
    except NOT_JSON:
        head = None
    if head is None or head.format != FORMAT:
        raise IlmcoachError(
            "It is not a file that ilmcoach wrote.",
            "It takes what `ilmcoach data export` wrote, a backup, or a portfolio.json.",
        )
    if head.version > VERSION:
        raise IlmcoachError("A newer ilmcoach wrote it.", "Update ilmcoach, then try again.")
    try:
        export = msgspec.json.decode(data, type=_Export)
    except NOT_JSON as error:
        raise _wrong(str(error)) from error
    return _of_export(export)


def _of_portfolio(data: bytes) -> Tables:
    tables = migrate(decode(data), STEPS)
    readable, _ = to_records(tables)
    return {
        name: {
            doc_id: _encoded(_cleaned(fields) if doc_id in readable else fields)
            for doc_id, fields in ((one, msgspec.json.decode(raw)) for one, raw in docs.items())
        }
        for name, docs in tables.items()
    }


def _of_export(export: _Export) -> Incoming:
    tables: Tables = {}
    seen: set[str] = set()
    for kind, doc_id, document in _documents(export):
        if not _is_name(kind) or not _is_name(doc_id) or kind == HEADER_TABLE:
            raise _wrong(f"A {clean_line(kind)[:40]} in it has no name that can be kept")
        if doc_id in seen:
            raise _wrong(f"The id {doc_id} is there twice")
        seen.add(doc_id)
        tables.setdefault(kind, {})[doc_id] = _encoded(document)
    records, unreadable = to_records(tables)
    for one in unreadable:
        if one.id not in export.other.get(one.table, {}):
            raise _wrong(f"The {one.table} {one.id} cannot be read: {one.why}")
    try:
        files = copies_in(export.attachments, records)
    except UnfitFile as error:
        raise _wrong(str(error)) from error
    notes, drafts = _slips(export.inbox), _slips(export.drafts)
    return Incoming(tables, notes, drafts, files, tuple(map(_version, export.versions)))


def _documents(export: _Export) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Kind, id and fields of each document, those of kinds known here cleaned."""
    for kind, documents in export.records.items():
        for number, fields in enumerate(documents, 1):
            doc_id = fields.get("id")
            if not isinstance(doc_id, str):
                raise _wrong(f"The {clean_line(kind)[:40]} number {number} has no id")
            own = {name: value for name, value in fields.items() if name not in ("id", "kind")}
            yield kind, doc_id, {"kind": kind, **(_cleaned(own) if kind in KINDS else own)}
    for kind, others in export.other.items():
        for doc_id, document in others.items():
            yield kind, doc_id, document


def _slips(slips: list[Waiting]) -> tuple[Waiting, ...]:
    for one in slips:
        if not _is_name(one.key):
            raise _wrong("An unsaved text in it says no place that can be kept")
    return tuple(msgspec.structs.replace(one, text=clean(one.text)) for one in slips)


def _version(one: Version) -> Version:
    if not all(map(_is_name, (one.assessment, one.section, one.record, one.source))):
        raise _wrong("A version of a text in it says no heading that can be kept")
    text = clean(one.text)
    return msgspec.structs.replace(one, text=text, words=count_words(text))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {clean(name): _cleaned(one) for name, one in value.items()}
    return value


def _encoded(document: dict[str, Any]) -> Raw:
    _refuse_deep(document, _DEEPEST)
    return Raw(msgspec.json.encode(document))


def _refuse_deep(value: Any, levels: int) -> None:
    if not levels:
        raise _wrong(_TOO_DEEP)
    parts = value.values() if isinstance(value, dict) else value
    if isinstance(value, dict | list):
        for one in parts:
            _refuse_deep(one, levels - 1)


def _is_name(text: str) -> bool:
    """Ids and kinds stand at the start of lines by which a damaged file is read."""
    fits = 0 < len(text) <= _LONGEST_NAME and clean_line(text) == text
    return fits and '"' not in text and "\\" not in text


def _wrong(what: str) -> IlmcoachError:
    return IlmcoachError(f"It is not in order. {what}.", "Was it changed by hand?")
