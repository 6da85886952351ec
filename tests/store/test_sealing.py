"""The files of drafts and versions: the same bytes for good, and any change is seen."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ilmcoach.files import RealDisk
from ilmcoach.store.drafts import Drafts
from ilmcoach.store.sealing import Seal
from ilmcoach.store.slips import Slip
from ilmcoach.store.versions import Version, Versions

AT = datetime(2026, 11, 19, 14, 2, 3, tzinfo=UTC)
SLIP = (
    '{"format":"ilmcoach slip","slip":{"key":"a/b","text":"Zoë said “no”\\n","at":"2026-11-19T'
    '14:02:03Z"},"sha256":"d53d0592c06bc0f26cff6164d519be780c0dafd12fa182230a4ce4e971f5a8bd"}\n'
)
VERSION = Version(assessment="task", section="goals", record="5" * 32, at=AT, text="Zoë", words=1)
KEPT = (
    '{"format":"ilmcoach text version","version":{"assessment":"task","section":"goals","record":"'
    '55555555555555555555555555555555","at":"2026-11-19T14:02:03Z","text":"Zoë","words":1,"source":'
    '"saved"},"sha256":"16495d70dd2870ba73a94bed3cd278ea0f309a002e0da5d0d86e4bd975d9152e"}\n'
)
"""What the first ilmcoach wrote."""


def test_a_draft_and_a_version_lie_on_the_disk_as_they_always_did(tmp_path: Path) -> None:
    Drafts(tmp_path, RealDisk()).keep("a/b", "Zoë said “no”\n", AT)
    (draft,) = (tmp_path / "drafts").iterdir()
    assert draft.read_text(encoding="utf-8") == SLIP
    version = Versions(tmp_path, RealDisk()).keep(VERSION)
    assert version.read_text(encoding="utf-8") == KEPT
    assert version.name.endswith("_20261119-140203-000000_16495d70dd28.json")


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[:-1],
        lambda data: data + b"\n",
        lambda data: data.replace(b"slip", b"slop", 1),
        lambda data: data.replace(b'"slip":{', b'"slop":{'),
        lambda data: data.replace(b"no", b"on"),
        lambda data: data.replace(b'{"f', b'{"more":1,"f', 1),
        lambda data: b"[]\n",
        lambda data: b"",
        lambda data: b"\xff",
        lambda data: b'{"slip":null}',
    ],
)
def test_any_change_is_seen(change: object) -> None:
    seal = Seal("ilmcoach slip", "slip", Slip)
    data = seal.sealed(Slip("a", "no", AT))
    assert seal.opened(data) == Slip("a", "no", AT)
    assert callable(change)
    assert change(data) != data
    assert seal.opened(change(data)) is None
