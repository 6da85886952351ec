"""Everything the learner put in, ready for JSON."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ilmcoach import __version__
from ilmcoach.portfolio.records import KINDS, Attachment, Record
from ilmcoach.store.attachments import Attachments
from ilmcoach.store.envelope import decode
from ilmcoach.store.layout import PORTFOLIO

from .workspace import Workspace

FORMAT = "ilmcoach data"
VERSION = 1


def everything(workspace: Workspace) -> dict[str, Any]:
    """All that is kept, with `format` and `version` first.

    `records` are by kind, those in the trash too. `other` are documents that this version cannot
    read as records, as they stand in the file. `inbox` and `drafts` are notes and texts that are
    not saved into the portfolio yet. `attachments` are the attached files: the id of each one's
    record, its name, its SHA-256 and its bytes in base64; one that is missing or changed is left
    out. `versions` are the earlier texts under headings, oldest first. Days and moments are ISO
    text. Raises IlmcoachError.
    """
    records = list(workspace.portfolio)
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": f"ilmcoach {__version__}",
        "written": workspace.clock.now().isoformat(timespec="seconds"),
        "records": {
            name: [msgspec.to_builtins(one) for one in records if isinstance(one, kind)]
            for name, kind in KINDS.items()
        },
        "other": _other(workspace),
        "inbox": msgspec.to_builtins(workspace.inbox.waiting()),
        "drafts": msgspec.to_builtins(workspace.drafts.all()),
        "attachments": list(_files(workspace, records)),
        "versions": msgspec.to_builtins(workspace.store.versions.all()),
    }


def _files(workspace: Workspace, records: Iterable[Record]) -> Iterator[dict[str, str]]:
    copies = Attachments(workspace.folders.data, workspace.disk)
    for one in records:
        data = copies.read(one) if isinstance(one, Attachment) else None
        if isinstance(one, Attachment) and data is not None:
            yield {
                "id": one.id,
                "name": one.name,
                "sha256": one.sha256,
                "data": b64encode(data).decode(),
            }


def _other(workspace: Workspace) -> dict[str, Any]:
    data = workspace.disk.read(workspace.folders.data / PORTFOLIO)
    if not data:
        return {}
    known = workspace.portfolio
    found: dict[str, dict[str, Any]] = {}
    for table, documents in decode(data).tables.items():
        for doc_id, raw in documents.items():
            if table not in KINDS or known.get(doc_id) is None:
                found.setdefault(table, {})[doc_id] = msgspec.json.decode(raw)
    return found
