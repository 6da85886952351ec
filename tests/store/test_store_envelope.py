from __future__ import annotations

import json
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Raw
from msgspec.json import encode as to_json

from ilmcoach.store.envelope import Damaged, NewerVersion, Tables, decode, encode

MOMENT = datetime.fromisoformat("2026-11-19T14:02:03+01:00")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
DOCUMENTS = st.dictionaries(TEXT, st.dictionaries(TEXT, JSON, max_size=4), max_size=4)
TABLES = st.dictionaries(TEXT.filter(lambda name: name != "_ilmcoach"), DOCUMENTS, max_size=4)


def packed(tables: dict[str, dict[str, object]]) -> Tables:
    return {
        name: {one: Raw(to_json(doc)) for one, doc in docs.items()} for name, docs in tables.items()
    }


def some_file() -> bytes:
    tables: dict[str, dict[str, object]] = {
        "note": {"a1": {"text": "Thought"}, "b2": {"text": "naïve 😀"}},
        "goal": {},
        "run": {"c3": {"answers": {}}},
    }
    return encode(packed(tables), save=7, saved=MOMENT)


@settings(max_examples=100, deadline=None)
@given(TABLES)
def test_what_goes_in_comes_out(tables: dict[str, dict[str, object]]) -> None:
    contents = decode(encode(packed(tables), save=3, saved=MOMENT))
    assert contents.tables == packed(tables)
    assert (contents.header.save, contents.header.saved) == (3, MOMENT)


def test_it_is_plain_json_with_one_document_a_line() -> None:
    data = some_file()
    plain = json.loads(data)
    assert plain["note"] == {"a1": {"text": "Thought"}, "b2": {"text": "naïve 😀"}}
    assert plain["_ilmcoach"]["1"]["save"] == 7
    assert next(iter(plain)) == "_ilmcoach"
    lines = data.decode().split("\n")
    assert '"a1":{"text":"Thought"},' in lines
    assert '"c3":{"answers":{}}' in lines


def test_empty_tables_and_no_tables() -> None:
    assert decode(encode({}, save=1, saved=MOMENT)).tables == {}
    assert decode(some_file()).counts() == {"note": 2, "run": 1}


def test_every_flipped_bit_is_seen() -> None:
    data = some_file()
    missed = []
    for place in range(len(data)):
        for bit in range(8):
            changed = bytearray(data)
            changed[place] ^= 1 << bit
            try:
                decode(bytes(changed))
            except (Damaged, NewerVersion):
                continue
            missed.append((place, bit))
    assert missed == []


def test_every_cut_is_seen() -> None:
    data = some_file()
    for length in range(len(data)):
        with pytest.raises(Damaged):
            decode(data[:length])


@pytest.mark.parametrize("more", [b"\n", b" ", b"\0", b"{}", b"x" * 4096])
def test_what_was_added_is_seen(more: bytes) -> None:
    with pytest.raises(Damaged):
        decode(some_file() + more)
    with pytest.raises(Damaged):
        decode(more + some_file())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_rubbish_is_damaged_and_nothing_worse(data: bytes) -> None:
    with pytest.raises(Damaged):
        decode(data)


def test_the_file_of_a_newer_version_is_known_as_such() -> None:
    with pytest.raises(NewerVersion, match="file version 2"):
        decode(encode({}, save=1, saved=MOMENT, version=2))


def test_also_when_it_was_laid_out_anew_or_sealed_otherwise() -> None:
    plain = json.loads(some_file())
    plain["_ilmcoach"]["1"] = {"format": "ilmcoach portfolio", "version": 9, "seals": ["x"]}
    for indent in (None, 2):
        with pytest.raises(NewerVersion):
            decode(json.dumps(plain, indent=indent).encode())


def test_another_program_s_file_is_no_portfolio() -> None:
    data = some_file().replace(b"ilmcoach portfolio", b"somebody else's")
    with pytest.raises(Damaged):
        decode(data)
    with pytest.raises(Damaged):
        decode(b'{"_default": {"1": {"text": "stock TinyDB"}}}')
