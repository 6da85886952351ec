"""`pack preview` where the app does not open: a broken pack, no terminal, no pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.course import Run
from tests.kit.parcels import FRIDAY, WALK, built_zip, folder_of


def test_a_broken_pack_is_told_of_as_by_the_check(run: Run, tmp_path: Path) -> None:
    pages = {**FRIDAY, "walks/looking-back.md": WALK.replace(b"long text", b"[red]\x1b[31m")}
    folder = folder_of(pages, tmp_path / "friday")

    told = run("pack", "preview", str(folder))

    assert told.code == 1
    assert told.out.startswith(f"{folder}/walks/looking-back.md:11: ")
    assert "\x1b" not in told.out
    assert "1 problem" in told.err
    checked = run("pack", "check", str(folder))
    assert told.out.splitlines()[0] == checked.out.splitlines()[0]


def test_a_zip_that_is_none(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "friday.zip"
    path.write_bytes(built_zip()[:200])
    told = run("pack", "preview", str(path))
    assert told.code == 1
    assert told.out


@pytest.mark.parametrize("made", [True, False])
def test_without_a_terminal_or_without_a_pack(run: Run, tmp_path: Path, made: bool) -> None:
    folder = folder_of(FRIDAY, tmp_path / "friday") if made else tmp_path / "nowhere"
    told = run("pack", "preview", str(folder))
    assert told.code == 2
    assert told.out == ""
    assert ("opens in a terminal" if made else "There is no file or folder") in told.err
