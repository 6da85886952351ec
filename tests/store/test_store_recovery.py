from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Note
from ilmcoach.store.backups import Backups
from ilmcoach.store.envelope import Damaged, NewerVersion, decode, encode
from ilmcoach.store.lines import salvage_lines
from ilmcoach.store.recovery import NeedsRecovery, restore_backup, salvage
from ilmcoach.store.store import PortfolioStore

Open = Callable[..., PortfolioStore]
MakeNote = Callable[[int, str], Note]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def recovery(opened: Open, **options: bool) -> NeedsRecovery:
    with pytest.raises(NeedsRecovery) as caught:
        opened(**options)
    return caught.value


def test_a_file_cut_anywhere_is_a_choice_and_stays_as_it_is(
    opened: Open, saved: bytes, folder: Path
) -> None:
    opened().close()
    for length in [*range(0, len(saved), 61), len(saved) - 1]:
        (folder / "portfolio.json").write_bytes(saved[:length])
        found = recovery(opened)
        assert (folder / "portfolio.json").read_bytes() == saved[:length]
        assert found.newest is not None
        assert found.newest.counts == {"note": 5}
        whole_lines = saved[:length].count(b"}\n") + saved[:length].count(b"},\n")
        assert found.salvageable >= min(whole_lines - 1, 5)


def test_an_empty_file_is_not_an_empty_portfolio(opened: Open, saved: bytes, folder: Path) -> None:
    (folder / "portfolio.json").write_bytes(b"")
    found = recovery(opened)
    assert "empty" in found.what
    assert (found.newest, found.salvageable) == (None, 0)
    assert recovery(opened, read_only=True).what == found.what


def test_a_missing_file_is_no_new_start_where_backups_are(
    opened: Open, saved: bytes, folder: Path, clock: FixedClock
) -> None:
    opened().close()
    (folder / "portfolio.json").unlink()
    found = recovery(opened)
    assert "gone" in found.what
    assert found.newest is not None
    assert found.newest.taken == clock.now()
    assert not (folder / "portfolio.json").exists()


def test_nor_where_a_damaged_copy_is(
    opened: Open, saved: bytes, folder: Path, disk: RealDisk, clock: FixedClock
) -> None:
    (folder / "portfolio.json").rename(folder / "portfolio.damaged-20260101-000000.json")
    assert recovery(opened).salvageable == 5
    salvage(folder, disk, clock)
    assert len(opened().portfolio) == 5


def test_drafts_and_notes_alone_do_not_stop_a_new_start(opened: Open, folder: Path) -> None:
    for name in ("drafts", "inbox"):
        (folder / name).mkdir(parents=True)
        (folder / name / "a.json").write_bytes(b"x")
    assert len(opened().portfolio) == 0


def test_the_newest_good_backup_is_offered_not_a_damaged_one(
    opened: Open, saved: bytes, folder: Path, clock: FixedClock, note: MakeNote
) -> None:
    for number in range(3):
        with opened() as store:
            store.save([note(10 + number, "more")])
    backups = sorted((folder / "backups").iterdir())
    backups[-1].write_bytes(b"")
    (folder / "portfolio.json").write_bytes(b"")
    found = recovery(opened)
    assert [one.path for one in found.good] == backups[-2::-1]
    assert found.newest is not None
    assert found.newest.counts == {"note": 6}


def test_a_backup_takes_the_place_of_a_damaged_file_which_is_kept(
    opened: Open, saved: bytes, folder: Path, clock: FixedClock, note: MakeNote
) -> None:
    with opened() as store:
        store.save([note(9, "after the backup")])
    damaged = (folder / "portfolio.json").read_bytes()[:-9]
    (folder / "portfolio.json").write_bytes(damaged)
    newest = recovery(opened).newest
    assert newest is not None
    assert restore_backup(folder, newest.path, RealDisk(), clock) == {"note": 5}
    (kept,) = folder.glob("portfolio.damaged-*.json")
    assert kept.read_bytes() == damaged
    with opened() as store:
        assert len(store.portfolio) == 5
        assert decode(store.path.read_bytes()).header.save == 3, "higher than any save known"


def test_going_back_from_a_good_file_backs_it_up(
    opened: Open, saved: bytes, folder: Path, clock: FixedClock, note: MakeNote
) -> None:
    with opened() as store:
        store.save([note(9, "new")])
        (backup,) = Backups(folder, RealDisk(), clock).all()
        with pytest.raises(IlmcoachError, match="another window"):
            restore_backup(folder, backup.path, RealDisk(), clock)
    before = (folder / "portfolio.json").read_bytes()
    restore_backup(folder, backup.path, RealDisk(), clock)
    assert before in [one.read_bytes() for one in (folder / "backups").iterdir()]
    assert not list(folder.glob("portfolio.damaged-*"))
    assert len(opened().portfolio) == 5


def test_a_bad_backup_is_refused_and_nothing_changes(
    opened: Open, saved: bytes, folder: Path, disk: RealDisk, clock: FixedClock
) -> None:
    bad = folder / "bad.json"
    for content, error in [
        (b"", Damaged),
        (saved[:-1], Damaged),
        (encode({}, save=1, saved=clock.now(), version=2), NewerVersion),
    ]:
        bad.write_bytes(content)
        with pytest.raises(error):
            restore_backup(folder, bad, disk, clock)
    with pytest.raises(Damaged):
        restore_backup(folder, folder / "none.json", disk, clock)
    assert (folder / "portfolio.json").read_bytes() == saved
    assert not list(folder.glob("portfolio.damaged-*"))


def test_a_newer_file_is_never_replaced(
    opened: Open, saved: bytes, folder: Path, disk: RealDisk, clock: FixedClock
) -> None:
    opened().close()
    (backup,) = Backups(folder, disk, clock).all()
    newer = encode({}, save=1, saved=clock.now(), version=2)
    (folder / "portfolio.json").write_bytes(newer)
    with pytest.raises(NewerVersion):
        restore_backup(folder, backup.path, disk, clock)
    with pytest.raises(NewerVersion):
        salvage(folder, disk, clock)
    assert (folder / "portfolio.json").read_bytes() == newer


def test_salvage_brings_every_whole_line_and_keeps_the_damaged_file(
    opened: Open, saved: bytes, folder: Path, disk: RealDisk, clock: FixedClock
) -> None:
    damaged = saved[: saved.index(b"Thought 3")]
    (folder / "portfolio.json").write_bytes(damaged)
    brought = salvage(folder, disk, clock)
    assert (brought.counts, brought.lost) == ({"note": 3}, 1)
    assert brought.kept is not None
    assert brought.kept.read_bytes() == damaged
    texts = {word for one in opened().portfolio for word in one.words()}
    assert texts == {f"Thought {n} – naïve, 中, 😀" for n in range(3)}


def test_salvage_is_a_way_on_even_from_nothing(
    opened: Open, saved: bytes, folder: Path, disk: RealDisk, clock: FixedClock
) -> None:
    (folder / "portfolio.json").write_bytes(b"\0" * 500)
    assert recovery(opened).newest is None
    assert salvage(folder, disk, clock).counts == {}
    assert len(opened().portfolio) == 0
    assert list(folder.glob("portfolio.damaged-*"))


def test_a_good_file_needs_no_salvage(
    saved: bytes, folder: Path, disk: RealDisk, clock: FixedClock
) -> None:
    with pytest.raises(IlmcoachError, match="in order"):
        salvage(folder, disk, clock)
    assert (folder / "portfolio.json").read_bytes() == saved


@pytest.mark.parametrize("call", range(1, 11))
def test_a_recovery_that_fails_leaves_the_file_as_it_was(
    saved: bytes,
    folder: Path,
    clock: FixedClock,
    stops_at: Callable[[int], object],
    call: int,
) -> None:
    damaged = saved[:-3]
    (folder / "portfolio.json").write_bytes(damaged)
    calls = stops_at(call)
    try:
        salvage(folder, RealDisk(calls), clock)  # type: ignore[arg-type]
    except IlmcoachError:
        kept = [one.read_bytes() for one in folder.glob("portfolio*.json")]
        assert damaged in kept
    calls.broken = False  # type: ignore[attr-defined]
    (folder / "portfolio.json").write_bytes(damaged)
    assert salvage(folder, RealDisk(calls), clock).counts == {"note": 5}  # type: ignore[arg-type]


def test_two_damaged_files_of_one_second_are_both_kept(
    saved: bytes, folder: Path, disk: RealDisk, clock: FixedClock
) -> None:
    for damaged in (saved[:-5], saved[:-6], saved[:-5]):
        (folder / "portfolio.json").write_bytes(damaged)
        salvage(folder, disk, clock)
    kept = {one.read_bytes() for one in folder.glob("portfolio.damaged-*.json")}
    assert kept == {saved[:-5], saved[:-6]}


def test_looking_at_what_is_left_changes_nothing(
    opened: Open, saved: bytes, folder: Path, counting: RealDisk, clock: FixedClock
) -> None:
    (folder / "portfolio.json").write_bytes(saved[:-3])
    store = PortfolioStore.look(folder, disk=counting, clock=clock)
    assert len(store.portfolio) == 5
    assert store.read_only
    assert counting.changes == []  # type: ignore[attr-defined]


def test_one_bad_line_costs_one_record_at_most(saved: bytes) -> None:
    lines = saved.splitlines(keepends=True)
    for number, line in enumerate(lines):
        for bad in (b"\0" * len(line), line[: len(line) // 2] + b"\n", b"\x07" + line, b""):
            found = salvage_lines(b"".join([*lines[:number], bad, *lines[number + 1 :]]))
            assert found.found >= 4, (number, bad)
            assert set(found.tables) == {"note"}, (number, bad)


def test_a_lost_line_end_costs_nothing(saved: bytes) -> None:
    found = salvage_lines(saved[5:].replace(b"},\n", b"},J"))
    assert found.found == 5


def test_a_byte_that_is_no_text_costs_a_letter(saved: bytes) -> None:
    found = salvage_lines(saved.replace(b"Thought 2", b"Thought \xff"))
    assert (found.found, found.lost) == (5, 0)


def test_a_file_that_an_editor_laid_out_anew_is_salvaged_whole(saved: bytes) -> None:
    plain = json.loads(saved)
    for text in (json.dumps(plain, indent=4), json.dumps(plain), saved.decode()):
        found = salvage_lines(text.replace("\n", "\r\n").encode())
        assert (found.counts(), found.lost) == ({"note": 5}, 0)
