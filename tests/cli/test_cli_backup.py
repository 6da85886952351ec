"""`backup`: a verified copy, now."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.store.lock import locked
from tests.cli.course import Run


def backups(home: Path) -> list[Path]:
    return sorted((home / "backups").iterdir())


def test_it_says_where_the_backup_is(run: Run, set_up: Path) -> None:
    told = run("backup")
    (backup,) = backups(set_up)
    assert (told.code, told.err) == (0, "")
    assert str(backup) in told.out
    assert backup.read_bytes() == (set_up / "portfolio.json").read_bytes()
    assert run("backup").code == 0
    assert backups(set_up) == [backup], "the same is kept once"


def test_while_the_app_is_open(run: Run, set_up: Path) -> None:
    with locked(set_up):
        assert run("backup").code == 0
    assert len(backups(set_up)) == 1


def test_one_more_copy_elsewhere(run: Run, set_up: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.json"
    told = run("backup", "--out", str(out))
    assert (told.code, told.err) == (0, "")
    assert str(out) in told.out
    assert out.read_bytes() == (set_up / "portfolio.json").read_bytes()
    out.write_bytes(b"something else")
    told = run("backup", "--out", str(out))
    assert told.code == 1
    assert "there already" in told.err
    assert out.read_bytes() == b"something else"
    assert run("backup", "--out", str(out), "--force").code == 0
    assert out.read_bytes() == (set_up / "portfolio.json").read_bytes()


def test_never_over_the_portfolio(run: Run, set_up: Path) -> None:
    before = (set_up / "portfolio.json").read_bytes()
    assert run("backup", "--out", str(set_up / "portfolio.json"), "--force").code == 1
    assert (set_up / "portfolio.json").read_bytes() == before


def test_before_anything_was_saved(run: Run, home: Path) -> None:
    told = run("backup")
    assert (told.code, told.out) == (1, "")
    assert "Nothing was saved yet" in told.err
    assert not home.exists()


def test_a_damaged_portfolio_is_not_backed_up(run: Run, set_up: Path) -> None:
    file = set_up / "portfolio.json"
    file.write_bytes(file.read_bytes()[:-1])
    told = run("backup")
    assert told.code == 1
    assert "cannot be opened" in told.err
    assert not (set_up / "backups").exists()
