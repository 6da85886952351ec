from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB
from tinydb.table import Document

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import DiskProblem, RealDisk
from ilmcoach.store.codec import RecordTable
from ilmcoach.store.envelope import decode
from ilmcoach.store.storage import SafeStorage


def storage_in(folder: Path, disk: RealDisk, clock: FixedClock) -> SafeStorage:
    return SafeStorage(folder / "portfolio.json", disk, clock, None)


def table_of(storage: SafeStorage) -> RecordTable:
    database = TinyDB(storage=lambda: storage)
    database.table_class = RecordTable
    table = database.table("note", cache_size=0)
    assert isinstance(table, RecordTable)
    return table


def document(doc_id: str, **fields: Any) -> Document:
    return Document(fields, doc_id=doc_id)  # type: ignore[arg-type]


def test_tinydb_reads_and_writes_through_it(
    tmp_path: Path, disk: RealDisk, clock: FixedClock
) -> None:
    storage = storage_in(tmp_path, disk, clock)
    assert storage.read() is None
    table = table_of(storage)
    table.put([document("a", text="one"), document("b", text="two")])
    assert {str(one.doc_id): one["text"] for one in table.all()} == {"a": "one", "b": "two"}
    contents = decode((tmp_path / "portfolio.json").read_bytes())
    assert contents.counts() == {"note": 2}
    assert contents.header.save == 1


def test_what_it_hands_out_are_copies(tmp_path: Path, disk: RealDisk, clock: FixedClock) -> None:
    storage = storage_in(tmp_path, disk, clock)
    table_of(storage).put([document("a", links=["x"])])
    handed = storage.read()
    assert handed is not None
    handed["note"]["a"]["links"].append("y")
    del handed["note"]["a"]
    assert storage.read() == {"note": {"a": {"links": ["x"]}}}


def test_an_updater_that_fails_half_way_leaves_no_trace(
    tmp_path: Path, disk: RealDisk, clock: FixedClock
) -> None:
    storage = storage_in(tmp_path, disk, clock)
    table = table_of(storage)
    table.put([document("a", n=1), document("b", n=0)])
    before = (tmp_path / "portfolio.json").read_bytes()

    def invert(doc: Any) -> None:
        doc["n"] = 1 / doc["n"]
        doc["n"] += 5

    with pytest.raises(ZeroDivisionError):
        table.update(invert)
    with pytest.raises(ZeroDivisionError), storage.transaction():
        table.update(invert)
    assert storage.read() == {"note": {"a": {"n": 1}, "b": {"n": 0}}}
    assert (tmp_path / "portfolio.json").read_bytes() == before


def test_a_transaction_is_one_save(tmp_path: Path, disk: RealDisk, clock: FixedClock) -> None:
    storage = storage_in(tmp_path, disk, clock)
    table = table_of(storage)
    with storage.transaction():
        for name in "abc":
            table.put([document(name, text=name)])
        assert len(table) == 3
        assert not (tmp_path / "portfolio.json").exists()
    contents = decode((tmp_path / "portfolio.json").read_bytes())
    assert (contents.header.save, contents.counts()) == (1, {"note": 3})


def test_a_transaction_that_fails_is_no_save(
    tmp_path: Path, disk: RealDisk, clock: FixedClock
) -> None:
    storage = storage_in(tmp_path, disk, clock)
    table = table_of(storage)
    table.put([document("a", text="kept")])
    before = (tmp_path / "portfolio.json").read_bytes()

    def fail_half_way() -> None:
        with storage.transaction():
            table.put([document("b", text="gone")])
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()
    assert [str(one.doc_id) for one in table.all()] == ["a"]
    assert (tmp_path / "portfolio.json").read_bytes() == before
    table.put([document("c", text="later")])
    assert len(table) == 2


def test_transactions_do_not_nest(tmp_path: Path, disk: RealDisk, clock: FixedClock) -> None:
    storage = storage_in(tmp_path, disk, clock)
    with storage.transaction(), pytest.raises(RuntimeError), storage.transaction():
        pass


@pytest.mark.parametrize("value", ["\ud800", object()])
def test_what_json_cannot_hold_is_refused_in_words(
    tmp_path: Path, disk: RealDisk, clock: FixedClock, value: object
) -> None:
    storage = storage_in(tmp_path, disk, clock)
    with pytest.raises(IlmcoachError, match="could not be saved"):
        table_of(storage).put([document("a", text=value)])
    assert storage.read() is None
    assert not (tmp_path / "portfolio.json").exists()


@pytest.mark.parametrize("call", [1, 2, 3, 4])
def test_memory_changes_only_after_the_disk(
    tmp_path: Path, clock: FixedClock, stops_at: Any, call: int
) -> None:
    calls = stops_at(call)
    storage = SafeStorage(tmp_path / "portfolio.json", RealDisk(calls), clock, None)
    with pytest.raises(DiskProblem, match="full"):
        table_of(storage).put([document("a", text="one")])
    assert storage.read() is None
    assert storage.saved_at is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_program_put_there_is_kept(
    tmp_path: Path, disk: RealDisk, clock: FixedClock
) -> None:
    storage = storage_in(tmp_path, disk, clock)
    table = table_of(storage)
    table.put([document("a", text="one")])
    (tmp_path / "portfolio.json").write_bytes(b"from another computer")
    table.put([document("b", text="two")])
    (kept,) = tmp_path.glob("portfolio.other-*.json")
    assert kept.read_bytes() == b"from another computer"
    assert decode((tmp_path / "portfolio.json").read_bytes()).counts() == {"note": 2}
    (tmp_path / "portfolio.json").touch()
    table.put([document("c", text="three")])
    assert list(tmp_path.glob("portfolio.other-*.json")) == [kept]
