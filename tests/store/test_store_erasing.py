"""Deleting for good: the text leaves every file, nothing else does, however it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec import Raw

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import RealDisk, SystemCalls
from ilmcoach.store.backups import Backups
from ilmcoach.store.drafts import Drafts
from ilmcoach.store.envelope import Tables, decode, encode
from ilmcoach.store.erasing import Erased, unfinished
from ilmcoach.store.layout import ERASING
from ilmcoach.store.lines import cut_lines, salvage_lines
from ilmcoach.store.recovery import restore_backup, salvage
from ilmcoach.store.replacing import Incoming, replace_all
from ilmcoach.store.store import PortfolioStore
from tests.store.erasure_case import (
    ERASURE,
    GONE,
    KEPT,
    NOW,
    SECRET,
    check_nothing_else_went,
    fill,
    places,
)

DAMAGED = "portfolio.damaged-20261101-000000.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill(tmp_path / "data")
    return tmp_path / "data"


def open_it(folder: Path, disk: RealDisk | None = None) -> PortfolioStore:
    return PortfolioStore.open(folder, disk=disk or RealDisk(), clock=FixedClock(NOW))


def erase(folder: Path) -> Erased:
    with open_it(folder) as store:
        erased = store.erase(ERASURE)
        assert set(store.portfolio) == set(KEPT)
    return erased


def test_it_leaves_every_file_and_nothing_else_does(folder: Path) -> None:
    assert len(places(folder)) == 11, places(folder)
    erased = erase(folder)
    assert places(folder) == []
    check_nothing_else_went(folder)
    assert erased == Erased(backups=2, drafts=5, notes=1, copies=2)
    assert not (folder / ERASING).exists()


def test_a_backup_keeps_its_number_and_its_moment(folder: Path) -> None:
    backups = Backups(folder, RealDisk(), FixedClock(NOW))
    before = [decode(one.path.read_bytes()).header for one in backups.all()]
    erase(folder)
    after = [decode(one.path.read_bytes()).header for one in backups.all()]
    assert [(one.save, one.saved) for one in after] == [(one.save, one.saved) for one in before]


def test_saving_goes_on_as_before(folder: Path) -> None:
    with open_it(folder) as store:
        store.erase(ERASURE)
        new = msgspec.structs.replace(KEPT[0], text="Changed")
        store.save([new])
    with open_it(folder) as store:
        assert store.portfolio.get(new.id) == new
        assert len(store.portfolio) == 3
        assert store.backup_problem == ""
    assert places(folder) == []


def test_a_window_that_only_reads_erases_nothing(folder: Path) -> None:
    before = places(folder)
    with open_it(folder), open_it(folder) as second:
        with pytest.raises(IlmcoachError, match="another window"):
            second.erase(ERASURE)
        assert second.portfolio.get(GONE.id) is not None
    assert places(folder) == before


class Stopped(BaseException):
    """The computer stops."""


class StopsDead(SystemCalls):
    """System calls that stop everything at the one with the number `at`, from 1."""

    def __init__(self, at: int) -> None:
        self.left = at

    def _step(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise Stopped

    def create(self, path: Path) -> int:
        self._step()
        return super().create(path)

    def sync(self, descriptor: int) -> None:
        self._step()
        super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._step()
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._step()
        super().sync_folder(folder)


def test_stopped_anywhere_it_is_finished_at_the_next_opening(tmp_path: Path) -> None:
    stops = 0
    for at in range(1, 100):
        folder = tmp_path / f"data{at}"
        fill(folder)
        calls = StopsDead(at)
        try:
            with open_it(folder, RealDisk(calls)) as store:
                store.erase(ERASURE)
        except Stopped:
            stops += 1
        check_nothing_else_went(folder)
        begun = (folder / ERASING).exists()
        with open_it(folder) as store:
            assert store.backup_problem == ""
            there = store.portfolio.get(GONE.id) is not None
        assert there == (not begun and bool(places(folder)))
        assert there or places(folder) == [], at
        check_nothing_else_went(folder)
        if calls.left > 0:
            break
    assert stops > 25


@pytest.mark.parametrize("call", [1, 3, 5, 8, 11, 15, 19, 25, 30, 35])
def test_on_a_disk_that_fails_either_nothing_goes_or_the_rest_goes_later(
    folder: Path, stops_at: Callable[[int], SystemCalls], call: int
) -> None:
    before = places(folder)
    disk = RealDisk(stops_at(call))
    with open_it(folder, disk) as store:
        with pytest.raises(IlmcoachError) as caught:
            store.erase(ERASURE)
        if store.portfolio.get(GONE.id) is None:
            assert "not yet from every copy" in caught.value.message
            assert "next opened" in caught.value.hint
        else:
            assert set(before) - {"portfolio.json"} <= set(places(folder))
    check_nothing_else_went(folder)


def test_a_disk_that_still_fails_at_opening_locks_nobody_out(
    folder: Path, stops_at: Callable[[int], SystemCalls]
) -> None:
    (folder / ERASING).write_bytes(msgspec.json.encode(ERASURE))
    with open_it(folder, RealDisk(stops_at(1))) as store:
        assert "could not be finished" in store.backup_problem
        assert not store.read_only
    assert unfinished(folder, RealDisk()) == ERASURE
    open_it(folder).close()
    assert places(folder) == []


def test_an_erasure_written_badly_erases_nothing(folder: Path) -> None:
    (folder / ERASING).write_bytes(b'{"ids":"all"}')
    before = places(folder)
    open_it(folder).close()
    assert places(folder) == before


@pytest.mark.parametrize("way", ["restore", "salvage", "import"])
def test_one_that_was_stopped_is_finished_by_a_recovery(folder: Path, way: str) -> None:
    (folder / ERASING).write_bytes(msgspec.json.encode(ERASURE))
    portfolio = folder / "portfolio.json"
    disk, clock = RealDisk(), FixedClock(NOW)
    if way == "salvage":
        portfolio.write_bytes(portfolio.read_bytes()[:-3])
        salvage(folder, disk, clock)
    elif way == "restore":
        restore_backup(folder, Backups(folder, disk, clock).all()[-1].path, disk, clock)
    else:
        tables = decode(portfolio.read_bytes()).tables
        tables["note"].pop(GONE.id)
        replace_all(folder, Incoming(tables), disk, clock, only_if_empty=False)
    assert places(folder) == []
    assert not (folder / ERASING).exists()
    with open_it(folder) as store:
        assert set(store.portfolio) == set(KEPT)


def test_what_somebody_brings_back_on_purpose_stays(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "copy.json"
    outside.write_bytes((folder / "portfolio.json").read_bytes())
    (folder / ERASING).write_bytes(msgspec.json.encode(ERASURE))
    restore_backup(folder, outside, RealDisk(), FixedClock(NOW))
    with open_it(folder) as store:
        assert store.portfolio.get(GONE.id) == GONE


def test_a_damaged_copy_that_may_hold_it_is_named_and_left(folder: Path) -> None:
    data = (folder / "portfolio.json").read_bytes()
    copies = {
        DAMAGED: data.replace(SECRET.encode(), b'"' + SECRET.encode()),
        "portfolio.damaged-20261102-000000.json": data.replace(GONE.id.encode(), b"c" * 32)[:-2],
        "portfolio.damaged-20261103-000000.json": data.replace(b"},\n", b"},J"),
        "portfolio.damaged-20261104-000000.json": encode({}, save=1, saved=NOW, version=2),
    }
    for name, bad in copies.items():
        (folder / name).write_bytes(bad)
    backup = next((folder / "backups").glob("*-2.json"))
    backup.write_bytes(backup.read_bytes().replace(b'"text"', b'"te\0t"'))
    erased = erase(folder)
    assert {one.name for one in erased.doubtful} == {*copies, backup.name}
    for note in KEPT:
        assert note.text.encode() in (folder / DAMAGED).read_bytes()


def test_a_damaged_copy_without_it_is_left_to_the_byte(folder: Path) -> None:
    without = (folder / "portfolio.json").read_bytes().split(b"\n")
    bad = b"\n".join(line for line in without if GONE.id.encode() not in line[:40])[:-4]
    (folder / DAMAGED).write_bytes(bad)
    assert erase(folder).doubtful == ()
    assert (folder / DAMAGED).read_bytes() == bad


def test_cutting_takes_whole_lines_of_those_ids_only() -> None:
    docs: Tables = {"note": {f"n{n}": Raw(b'{"kind":"note","text":"%d"}' % n) for n in range(4)}}
    data = encode(docs, save=1, saved=NOW)[:-2]
    for gone in (["n0"], ["n3"], ["n1", "n2"], ["n0", "n1", "n2", "n3"], ["none"]):
        left, sure = cut_lines(data, gone)
        assert sure
        found = salvage_lines(left)
        assert set(found.tables.get("note", {})) == {"n0", "n1", "n2", "n3"} - set(gone)
        assert found.lost == 0


def test_a_draft_typed_for_another_record_stays(folder: Path) -> None:
    drafts = Drafts(folder, RealDisk())
    drafts.keep("form/" + "aa" * 20, "Another's", NOW)
    erase(folder)
    assert drafts.get("form/" + "aa" * 20) is not None
