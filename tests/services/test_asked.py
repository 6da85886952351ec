"""What was asked lately: a small file of ids, which may be lost and never stops anything."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from ilmcoach.files import DiskProblem, RealDisk
from ilmcoach.services.asked import ASKED, DAYS, LONGEST, MOST, Asked

TODAY = date(2026, 11, 21)
FULL = b'{"format":"ilmcoach asked","asked":{"a":"2026-11-21"}}'


class DeadDisk(RealDisk):
    """A disk that cannot be read or written."""

    def read(self, path: Path) -> bytes | None:
        raise DiskProblem("gone")

    def write_atomically(self, path: Path, data: bytes) -> None:
        raise DiskProblem("gone")


def test_it_is_noted_for_a_fortnight(tmp_path: Path) -> None:
    asked = Asked(tmp_path, RealDisk())
    assert asked.lately(TODAY) == {}
    asked.note(["a", "b"], TODAY)
    asked.note(["b"], TODAY + timedelta(2))
    assert asked.lately(TODAY + timedelta(2)) == {"a": TODAY, "b": TODAY + timedelta(2)}
    assert asked.lately(TODAY + timedelta(DAYS)) == {"b": TODAY + timedelta(2)}
    assert asked.lately(TODAY + timedelta(DAYS + 2)) == {}


def test_a_clock_that_was_wrong_holds_nothing_back(tmp_path: Path) -> None:
    asked = Asked(tmp_path, RealDisk())
    asked.note(["a"], TODAY + timedelta(400))
    assert asked.lately(TODAY) == {}


def test_only_ids_and_days_are_written_and_not_too_many(tmp_path: Path) -> None:
    asked = Asked(tmp_path, RealDisk())
    asked.note([f"old/{n}" for n in range(MOST)], TODAY - timedelta(1))
    asked.note(["new", "", "x" * (LONGEST + 1)], TODAY)
    found = asked.lately(TODAY)
    assert len(found) == MOST
    assert found["new"] == TODAY
    kept = msgspec.json.decode((tmp_path / ASKED).read_bytes())
    assert set(kept) == {"format", "asked"}
    assert set(kept["asked"].values()) == {"2026-11-20", "2026-11-21"}


def test_what_is_known_is_not_written_again(tmp_path: Path) -> None:
    asked = Asked(tmp_path, RealDisk())
    asked.note(["a"], TODAY)
    before = (tmp_path / ASKED).stat().st_ino
    asked.note(["a"], TODAY)
    assert (tmp_path / ASKED).stat().st_ino == before


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b'{"format":"ilmcoach asked"}',
        b'{"format":"other","asked":{"a":"2026-11-21"}}',
        b'{"format":"ilmcoach asked","asked":{"a":"yesterday"}}',
        b'{"format":"ilmcoach asked","asked":{"a":7}}',
        b"\xff\xfe",
        pytest.param(FULL + b" " * 300_000, id="far too long"),
    ],
)
def test_a_damaged_file_is_nothing_asked_and_is_written_afresh(tmp_path: Path, data: bytes) -> None:
    (tmp_path / ASKED).write_bytes(data)
    asked = Asked(tmp_path, RealDisk())
    assert asked.lately(TODAY) == {}
    asked.note(["b"], TODAY)
    assert asked.lately(TODAY) == {"b": TODAY}


def test_a_disk_that_fails_is_nothing_asked_and_says_so_when_written(tmp_path: Path) -> None:
    asked = Asked(tmp_path, DeadDisk())
    assert asked.lately(TODAY) == {}
    with pytest.raises(DiskProblem):
        asked.note(["a"], TODAY)
