"""Zips with bits turned, pieces cut and pieces swapped: a pack or a message, never a traceback."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from ilmcoach.kit.receiving import look_at
from ilmcoach.kit.unpacking import unpack
from tests.kit.parcels import built_zip, no_library, plain_zip

TRIES = 500
"""Of each of the five ways; each is quick, for nearly all are refused before they are unpacked."""


def turned(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 6)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def in_its_directory(data: bytearray, chance: random.Random) -> None:
    """As most of the names, sizes and places stand near the end."""
    start = data.index(b"PK\1\2")
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(start, len(data))] = chance.choice((0, 1, 0x2E, 0x2F, 0x7F, 0xFF))


def cut(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, len(data))]


def doubled(data: bytearray, chance: random.Random) -> None:
    start, end = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
    data[chance.randrange(len(data)) : 0] = data[start:end]


def renamed(data: bytearray, chance: random.Random) -> None:
    old = chance.choice((b"pack.md", b"friday", b"questions", b"walks", b"README.md"))
    signs = b"abc./\\:\0 *\x1b\xff"
    new = bytes(chance.choice(signs) for _ in old)
    data[:] = data.replace(old, new)


@pytest.mark.parametrize("spoil", [turned, in_its_directory, cut, doubled, renamed])
def test_no_zip_makes_it_raise(
    spoil: Callable[[bytearray, random.Random], None], tmp_path: Path
) -> None:
    chance = random.Random(spoil.__name__)
    whole = (built_zip(), plain_zip())
    outside = set(tmp_path.iterdir())
    sent, work = tmp_path / "sent.zip", tmp_path / "work"
    for number in range(TRIES):
        data = bytearray(whole[number % 2])
        spoil(data, chance)
        found = unpack(bytes(data), "sent.zip")
        assert bool(found.pages) != bool(found.problems)
        for one in found.problems:
            assert one.what
            assert f"{one}".isprintable()
        if found.pages and number % 4 == 0:
            sent.write_bytes(data)
            assert look_at(sent, work, no_library()).files
    assert set(tmp_path.iterdir()) - outside <= {sent, work}
