"""Saving some documents: the file is what encoding everything anew would give."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Raw

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import DiskProblem, RealDisk
from ilmcoach.store.envelope import decode, encode
from ilmcoach.store.storage import SafeStorage

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
DOCUMENTS = st.dictionaries(
    st.text("abc", min_size=1, max_size=2),
    st.dictionaries(st.sampled_from(["text", "due"]), st.text(max_size=5), max_size=2),
    max_size=3,
)
PUTS = st.lists(st.tuples(st.sampled_from(["note", "goal"]), DOCUMENTS, st.booleans()), max_size=8)


class Moody(RealDisk):
    """A disk that is full now and then."""

    full = False

    def write_atomically(self, path: Path, data: bytes) -> None:
        if self.full:
            raise DiskProblem("The disk is full.")
        super().write_atomically(path, data)


@given(PUTS)
@settings(max_examples=40, deadline=None)
def test_after_any_saves_the_file_is_the_whole_encoded_anew(
    puts: list[tuple[str, dict[str, dict[str, str]], bool]],
) -> None:
    expected: dict[str, dict[str, dict[str, str]]] = {}
    disk = Moody()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "portfolio.json"
        storage = SafeStorage(path, disk, FixedClock(NOW), None)
        for number, (table, documents, full) in enumerate(puts, 1):
            disk.full = full
            if full:
                with pytest.raises(DiskProblem):
                    storage.put(table, documents)
                continue
            storage.put(table, documents)
            rows = expected.setdefault(table, {})
            for name, fields in documents.items():
                rows[name] = {**rows.get(name, {}), **fields}
            raw = {
                kind: {name: Raw(msgspec.json.encode(one)) for name, one in some.items()}
                for kind, some in expected.items()
            }
            assert path.read_bytes() == encode(raw, save=number, saved=NOW)
            assert storage.read() == expected
            assert storage.saved_at == decode(path.read_bytes()).header.saved


def test_several_puts_in_a_transaction_are_one_save(tmp_path: Path) -> None:
    storage = SafeStorage(tmp_path / "portfolio.json", RealDisk(), FixedClock(NOW), None)
    with storage.transaction():
        storage.put("note", {"a": {"text": "one", "due": "then"}})
        storage.put("note", {"a": {"text": "two"}})
        storage.put("goal", {"b": {"text": "three"}})
    contents = decode(storage.path.read_bytes())
    assert contents.header.save == 1
    assert storage.read() == {
        "note": {"a": {"text": "two", "due": "then"}},
        "goal": {"b": {"text": "three"}},
    }


def test_a_put_that_fails_takes_the_transaction_with_it(tmp_path: Path) -> None:
    storage = SafeStorage(tmp_path / "portfolio.json", RealDisk(), FixedClock(NOW), None)
    storage.put("note", {"a": {"text": "one"}})

    def both() -> None:
        with storage.transaction():
            storage.put("note", {"b": {"text": "two"}})
            storage.put("note", {"c": {"text": object()}})

    with pytest.raises(IlmcoachError):
        both()
    assert storage.read() == {"note": {"a": {"text": "one"}}}
    storage.put("goal", {"d": {"text": "three"}})
    assert decode(storage.path.read_bytes()).counts() == {"note": 1, "goal": 1}
