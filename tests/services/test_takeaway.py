"""Everything the learner put in, with nothing left behind."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.clock import FixedClock
from ilmcoach.portfolio.records import KINDS, Goal, Note, Run
from ilmcoach.services.documents import export_data
from ilmcoach.services.takeaway import everything
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from ilmcoach.store.envelope import decode, encode

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)


def opened(home: Path) -> Workspace:
    return open_workspace(Folders(home), clock=FixedClock(NOW))


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "home")
    records = [
        Note(id="n", made=NOW, changed=NOW, text="kept"),
        Note(id="t", made=NOW, changed=NOW, trashed=NOW, text="in the trash"),
        Goal(id="g", made=NOW, changed=NOW, what="Hand over", if_="If", by=NOW.date()),
        Run(id="r", made=NOW, changed=NOW, walk="w", answers={"a": "x", "b": 3, "c": ("d",)}),
    ]
    workspace.store.save(records)
    data = json.loads(export_data(workspace, tmp_path / "all.json").read_bytes())
    back = [
        msgspec.convert(one, KINDS[kind]) for kind, some in data["records"].items() for one in some
    ]
    assert sorted(back, key=lambda one: one.id) == sorted(records, key=lambda one: one.id)


def test_what_is_not_saved_yet_is_there_too(tmp_path: Path) -> None:
    workspace = opened(tmp_path)
    workspace.inbox.put("waiting", NOW)
    workspace.drafts.keep("run/step", "half a sent", NOW)
    data = everything(workspace)
    assert [one["text"] for one in data["inbox"]] == ["waiting"]
    assert [(one["key"], one["text"]) for one in data["drafts"]] == [("run/step", "half a sent")]


def test_documents_of_kinds_not_known_are_there_too(tmp_path: Path) -> None:
    workspace = opened(tmp_path)
    workspace.store.save([Note(id="n", made=NOW, changed=NOW, text="kept")])
    workspace.close()
    file = tmp_path / "portfolio.json"
    tables = decode(file.read_bytes()).tables
    tables["hours"] = {"h": msgspec.Raw(b'{"kind":"hours","number":3}')}
    tables["note"]["odd"] = msgspec.Raw(b'{"kind":"note","text":7}')
    file.write_bytes(encode(tables, save=2, saved=NOW))
    data = everything(opened(tmp_path))
    assert data["other"] == {
        "hours": {"h": {"kind": "hours", "number": 3}},
        "note": {"odd": {"kind": "note", "text": 7}},
    }
    assert [one["id"] for one in data["records"]["note"]] == ["n"]


@settings(max_examples=20, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_readable_again(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    workspace = opened(folder / "home")
    workspace.store.save([Note(id="n", made=NOW, changed=NOW, text=text)])
    data = json.loads(export_data(workspace, folder / "all.json").read_text(encoding="utf-8"))
    assert data["records"]["note"][0]["text"] == text
    workspace.close()
