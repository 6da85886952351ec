"""Taking in a portfolio: export, import and export again give the same; anything else is refused
with nothing changed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Goal, Meeting, Note, Record, Run
from ilmcoach.services.bringing_in import BroughtIn, bring_in
from ilmcoach.services.demo import write_demo
from ilmcoach.services.documents import export_data
from ilmcoach.services.incoming import read_incoming
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from ilmcoach.store.envelope import decode, encode
from ilmcoach.store.store import PortfolioStore
from ilmcoach.text import clean

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
CLOCK = FixedClock(NOW)
RECORDS: tuple[Record, ...] = (
    Note(id="n", made=NOW, changed=NOW, text="kept – naïve, 中, 😀\n\ta second line"),
    Note(id="t", made=NOW, changed=NOW, trashed=NOW, text="in the trash"),
    Goal(id="g", made=NOW, changed=NOW, what="Hand over", if_="If", by=NOW.date()),
    Run(id="r", made=NOW, changed=NOW, walk="w", answers={"a": "x", "b": 3, "c": ("d",)}),
)


def opened(home: Path, *, read_only: bool = False) -> Workspace:
    return open_workspace(Folders(home), clock=CLOCK, read_only=read_only)


def fill(home: Path, *records: Record) -> Path:
    """A portfolio with records, unsaved typing, a waiting note and documents not known here; the
    export of it."""
    workspace = opened(home)
    workspace.store.save(records)
    workspace.inbox.put("waiting", NOW)
    workspace.drafts.keep("run/step", "half a sent", NOW)
    workspace.close()
    file = home / "portfolio.json"
    tables = decode(file.read_bytes()).tables
    tables["badge"] = {"h": type(next(iter(tables["note"].values())))(b'{"text":"a\\u0007b"}')}
    tables["note"]["odd"] = type(tables["badge"]["h"])(b'{"kind":"note","text":7}')
    file.write_bytes(encode(tables, save=2, saved=NOW))
    return export(home)


def export(home: Path) -> Path:
    workspace = opened(home, read_only=True)
    try:
        return export_data(workspace, home.parent / f"{home.name}.json", force=True)
    finally:
        workspace.close()


def take_in(home: Path, file: Path, *, replace: bool = False) -> BroughtIn:
    return bring_in(Folders(home), file, replace=replace, clock=CLOCK)


def files(home: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(home)): one.read_bytes()
        for one in home.rglob("*")
        if one.is_file() and one.suffix != ".lock"
    }


def test_there_and_back_is_the_same(tmp_path: Path) -> None:
    file = fill(tmp_path / "one", *RECORDS)
    brought = take_in(tmp_path / "two", file)
    assert brought == BroughtIn({"note": 3, "goal": 1, "run": 1, "badge": 1}, 1, 1)
    assert export(tmp_path / "two").read_bytes() == file.read_bytes()
    with opened(tmp_path / "two").store as store:
        assert {one.id: one for one in store.portfolio} == {one.id: one for one in RECORDS}
        assert [one.id for one in store.unreadable] == ["odd"]


def test_there_and_back_for_the_whole_example(tmp_path: Path) -> None:
    write_demo(Folders(tmp_path / "one"), clock=CLOCK)
    file = export(tmp_path / "one")
    take_in(tmp_path / "two", file)
    assert export(tmp_path / "two").read_bytes() == file.read_bytes()


@settings(max_examples=25, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"])).map(clean))
def test_there_and_back_for_any_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    with opened(folder / "one").store as store:
        store.save([Meeting(id="m", made=NOW, changed=NOW, problem=text, in_log=True)])
    file = export(folder / "one")
    take_in(folder / "two", file)
    assert export(folder / "two").read_bytes() == file.read_bytes()


@pytest.mark.parametrize("name", ["portfolio.json", "backup"])
def test_a_portfolio_file_or_a_backup_is_taken_in(tmp_path: Path, name: str) -> None:
    fill(tmp_path / "one", *RECORDS)
    opened(tmp_path / "one").close()
    (backup,) = (tmp_path / "one" / "backups").iterdir()
    take_in(tmp_path / "two", backup if name == "backup" else tmp_path / "one" / name)
    with opened(tmp_path / "two").store as store:
        assert {one.id: one for one in store.portfolio} == {one.id: one for one in RECORDS}
        assert [one.id for one in store.unreadable] == ["odd"]


def test_texts_are_cleaned_and_what_is_not_known_is_left(tmp_path: Path) -> None:
    data = json.loads(fill(tmp_path / "one", *RECORDS).read_bytes())
    data["records"]["note"][0]["text"] = "a\x1b[31m red\x07\u202e word"
    data["records"]["run"][0]["answers"] = {"a": "b\x00c", "d": ["e\x07"]}
    data["drafts"][0]["text"] = "f\x1b]52;c;aGk=\x07"
    data["inbox"][0]["text"] = "g\x07"
    file = tmp_path / "changed.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    take_in(tmp_path / "two", file)
    after = json.loads(export(tmp_path / "two").read_bytes())
    assert after["records"]["note"][0]["text"] == "a red word"
    assert after["records"]["run"][0]["answers"] == {"a": "bc", "d": ["e"]}
    assert (after["drafts"][0]["text"], after["inbox"][0]["text"]) == ("f", "g")
    assert after["other"]["badge"] == {"h": {"text": "a\x07b"}}


def test_an_older_portfolio_file_is_cleaned_too(tmp_path: Path) -> None:
    with PortfolioStore.open(tmp_path / "one", disk=RealDisk(), clock=CLOCK) as store:
        store.save([Note(id="n", made=NOW, changed=NOW, text="a\x1b[31m red")])
    take_in(tmp_path / "two", tmp_path / "one" / "portfolio.json")
    with opened(tmp_path / "two").store as store:
        assert [one.words() for one in store.portfolio] == [("a red",)]


def test_kinds_and_fields_of_a_later_version_are_kept(tmp_path: Path) -> None:
    data = json.loads(fill(tmp_path / "one", *RECORDS).read_bytes())
    data["records"]["medal"] = [{"id": "b", "colour": "blue"}]
    data["records"]["note"][0]["mood"] = "glad"
    file = tmp_path / "later.json"
    file.write_text("\ufeff" + json.dumps(data, indent=1), encoding="utf-8")
    take_in(tmp_path / "two", file)
    text = (tmp_path / "two" / "portfolio.json").read_text(encoding="utf-8")
    assert '"b":{"kind":"medal","colour":"blue"}' in text
    assert '"mood":"glad"' in text


def test_only_into_an_empty_one_unless_told_to_replace(tmp_path: Path) -> None:
    file = fill(tmp_path / "one", *RECORDS)
    other = Note(id="mine", made=NOW, changed=NOW, text="mine")
    with opened(tmp_path / "two").store as store:
        store.save([other])
    before = files(tmp_path / "two")
    with pytest.raises(IlmcoachError) as caught:
        take_in(tmp_path / "two", file)
    assert "--replace" in caught.value.hint
    assert files(tmp_path / "two") == before
    take_in(tmp_path / "two", file, replace=True)
    with opened(tmp_path / "two").store as store:
        assert len(store.portfolio) == 4
    (backup, _) = sorted((tmp_path / "two" / "backups").iterdir(), key=lambda one: one.name[-6:])
    assert backup.read_bytes() == before["portfolio.json"]


def head(**fields: Any) -> bytes:
    return json.dumps({"format": "ilmcoach data", "version": 1, "records": {}, **fields}).encode()


def note(**fields: Any) -> bytes:
    moments = {"made": NOW.isoformat(), "changed": NOW.isoformat()}
    return head(records={"note": [{"id": "n", **moments, **fields}]})


def nested(depth: int) -> Any:
    return [nested(depth - 1)] if depth else []


BAD = {
    "empty": (b"", "not a file that ilmcoach wrote"),
    "no JSON": (b"{[", "not a file that ilmcoach wrote"),
    "a list": (b"[1, 2]", "not a file that ilmcoach wrote"),
    "binary": (bytes(range(256)) * 9, "not a file that ilmcoach wrote"),
    "another program's": (b'{"format":"diary","version":1}', "not a file that ilmcoach wrote"),
    "brackets": (b"[" * 200_000, "not a file that ilmcoach wrote"),
    "a newer one": (head(version=2), "newer ilmcoach"),
    "a newer portfolio": (encode({}, save=1, saved=NOW, version=2), "newer ilmcoach"),
    "a damaged portfolio": (encode({}, save=1, saved=NOW)[:-1], "bytes of records"),
    "records no table": (head(records=[]), "not in order"),
    "records no list": (head(records={"note": {}}), "not in order"),
    "no id": (head(records={"note": [{"text": "x"}]}), "note number 1 has no id"),
    "an id of 7": (note(id=7), "note number 1 has no id"),
    "an empty id": (note(id=""), "no name"),
    "an id that acts": (note(id="a\x1b[2J"), "no name"),
    "an id with a quote": (note(id='a":{"'), "no name"),
    "an id of a thousand": (note(id="a" * 1000), "no name"),
    "a text of 7": (note(text=7), "Expected `str`"),
    "no zone": (note(made="2026-11-19T14:02:00"), "time zone"),
    "no moment": (note(made="yesterday"), "note n cannot be read"),
    "twice": (head(other={"a": {"x": {}}, "b": {"x": {}}}), "twice"),
    "the header": (head(other={"_ilmcoach": {"1": {}}}), "no name"),
    "other no document": (head(other={"a": {"x": [1]}}), "not in order"),
    "nested deeply": (note(extra=nested(80)), "nested too deeply"),
    "nested more deeply": (note(extra=nested(400)), "nested too deeply"),
    "others nested": (head(other={"a": {"x": {"y": nested(80)}}}), "nested too deeply"),
    "a draft of 7": (head(drafts=[{"key": "k", "text": 7, "at": NOW.isoformat()}]), "in order"),
    "a draft of nowhere": (head(drafts=[{"key": "", "text": "", "at": NOW.isoformat()}]), "place"),
    "half a pair": (head(other={"a": {"x": {"y": "Z"}}}).replace(b"Z", b"\\ud83d"), "not a file"),
    "not a number": (note(extra=0).replace(b": 0}", b": NaN}"), "not a file"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_said_and_nothing_changes(tmp_path: Path, name: str) -> None:
    data, said = BAD[name]
    home = tmp_path / "home"
    fill(home, *RECORDS)
    before = files(home)
    file = tmp_path / "bad.json"
    file.write_bytes(data)
    with pytest.raises(IlmcoachError) as caught:
        take_in(home, file, replace=True)
    assert said in caught.value.message
    assert str(file) in caught.value.message
    assert "Nothing was changed" in caught.value.hint
    assert files(home) == before


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_file_changed_anywhere_is_taken_in_or_refused_in_words(data: st.DataObject) -> None:
    good = note(text="a thought", links=["x"], extra={"y": [1, None]})
    at = data.draw(st.integers(0, len(good)))
    gone = data.draw(st.integers(0, 6))
    bad = good[:at] + data.draw(st.binary(max_size=4)) + good[at + gone :]
    refused = ""
    try:
        read_incoming(bad)
    except IlmcoachError as error:
        refused = error.message
    assert "\x1b" not in refused


def test_a_folder_a_device_and_nothing_are_refused(tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "none", Path("/dev/zero"), Path("a\0b"), Path("~nobody/x")):
        with pytest.raises(IlmcoachError):
            take_in(tmp_path / "home", file)
    assert not (tmp_path / "home").exists()


def test_a_file_far_too_large_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "huge"
    with file.open("wb") as huge:
        huge.truncate(3_000_000_000)
    with pytest.raises(IlmcoachError, match="too large"):
        take_in(tmp_path / "home", file)
