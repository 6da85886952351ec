"""Folders given another name in one step, and taken away without following links."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ilmcoach.files import DiskProblem, RealDisk, SystemCalls


@pytest.fixture
def full(tmp_path: Path) -> Path:
    folder = tmp_path / "full"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "a.md").write_text("a", encoding="utf-8")
    return folder


def test_moving(full: Path, tmp_path: Path) -> None:
    RealDisk().move_folder(full, tmp_path / "moved")
    assert not full.exists()
    assert (tmp_path / "moved" / "inner" / "a.md").read_text(encoding="utf-8") == "a"


def test_nothing_is_moved_over_something(full: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(DiskProblem, match="could not be moved"):
        RealDisk().move_folder(full, tmp_path / "empty")
    assert (full / "inner").is_dir()


def test_a_move_that_fails_is_told(full: Path, tmp_path: Path) -> None:
    class Refuses(SystemCalls):
        def replace(self, source: Path, target: Path) -> None:
            raise PermissionError(13, "no")

    with pytest.raises(DiskProblem, match="not allowed"):
        RealDisk(Refuses()).move_folder(full, tmp_path / "moved")
    assert (full / "inner").is_dir()


def test_removing(full: Path, tmp_path: Path) -> None:
    disk = RealDisk()
    if hasattr(os, "symlink"):
        for place in (tmp_path / "link", full / "link"):
            place.symlink_to(tmp_path / "kept", target_is_directory=True)
        (tmp_path / "kept").mkdir()
        (tmp_path / "kept" / "b.md").write_text("b", encoding="utf-8")
        disk.remove_folder(tmp_path / "link")
        assert not os.path.lexists(tmp_path / "link")
    disk.remove_folder(full)
    disk.remove_folder(full)
    assert not full.exists()
    assert not hasattr(os, "symlink") or (tmp_path / "kept" / "b.md").is_file()
