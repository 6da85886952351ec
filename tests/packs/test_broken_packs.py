"""Broken packs, and what word processors make of good ones: each message at its place, no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach.packs.library import Library
from tests.packs.broken_packs import EXPECTED, FOLDERS, shelf, told_of


@pytest.fixture(scope="module")
def library() -> Library:
    return shelf()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_broken_pack_is_told_as_expected(folder: Path, library: Library) -> None:
    expected = (folder / EXPECTED).read_text(encoding="utf-8")

    assert told_of(folder, library) == expected
    assert expected


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_errors_come_before_advice_in_each_file(folder: Path) -> None:
    lines = (folder / EXPECTED).read_text(encoding="utf-8").splitlines()
    places = [(line.removeprefix("advice: ").partition(":")[0], line) for line in lines]
    for file in {one for one, _ in places}:
        advice = [line.startswith("advice: ") for one, line in places if one == file]
        assert advice == sorted(advice)


def test_there_are_enough_of_them() -> None:
    assert len(FOLDERS) >= 40


def test_one_slip_in_a_unit_is_one_message() -> None:
    """The criteria that sections and steps name are not missed for want of their unit's id."""
    by_name = {one.name: one for one in FOLDERS}
    for name in ("unit-without-id", "table-without-dashes", "table-with-too-few-dashes"):
        told = (by_name[name] / EXPECTED).read_text(encoding="utf-8").splitlines()
        assert len(told) == 1
        assert told[0].startswith("unit.md:")
