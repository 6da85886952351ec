from __future__ import annotations

import json
import stat
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Thread

import msgspec
import pytest
from msgspec import Raw

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Finding, Goal, Meeting, Note, Run
from ilmcoach.store.envelope import NewerVersion, Tables, decode, encode
from ilmcoach.store.recovery import NeedsRecovery
from ilmcoach.store.store import PortfolioStore

Open = Callable[..., PortfolioStore]
MakeNote = Callable[[int, str], Note]


def raw(**fields: object) -> Raw:
    return Raw(msgspec.json.encode(fields))


def test_a_new_folder_is_an_empty_portfolio_without_a_file(opened: Open) -> None:
    with opened() as store:
        assert len(store.portfolio) == 0
        assert store.saved_at is None
        assert not store.read_only
        assert not store.path.exists()


def test_records_of_many_kinds_come_back(opened: Open, now: datetime) -> None:
    records = [
        Goal(
            id="g",
            made=now,
            changed=now,
            what="Hand over",
            by=date(2027, 2, 26),
            reviews=(date(2027, 1, 1),),
        ),
        Meeting(id="m", made=now, changed=now, held=date(2026, 11, 19), in_log=True),
        Finding(id="f", made=now, changed=now, rating=2, sort="limitation", links=("g", "m")),
        Run(
            id="r",
            made=now,
            changed=now,
            walk="after",
            answers={"a": "text", "b": 3, "c": ("x", "y")},
            finished=now,
        ),
        Note(id="n", made=now, changed=now, trashed=now, text="Line\nline\ttab “quoted” \\ / {}"),
    ]
    with opened() as store:
        snapshot = store.save(records)
        assert store.saved_at == now
    with opened() as again:
        assert again.portfolio == snapshot
        assert {one.id: one for one in again.portfolio} == {one.id: one for one in records}
        assert again.saved_at == now


def test_a_save_takes_the_place_of_the_same_id(opened: Open, note: MakeNote) -> None:
    with opened() as store:
        store.save([note(1, "first"), note(2, "other")])
        store.save([note(1, "second"), note(1, "third")])
    with opened() as again:
        assert sorted(" ".join(one.words()) for one in again.portfolio) == ["other", "third"]


def test_many_records_are_one_save(opened: Open, note: MakeNote, now: datetime) -> None:
    with opened() as store:
        store.save([*(note(n, "x") for n in range(20)), Goal(id="g", made=now, changed=now)])
        assert decode(store.path.read_bytes()).header.save == 1


def test_saving_nothing_writes_nothing(opened: Open) -> None:
    with opened() as store:
        store.save([])
        assert not store.path.exists()


def test_records_that_would_not_come_back_are_refused(
    opened: Open, note: MakeNote, now: datetime
) -> None:
    naive = datetime(2026, 1, 1)  # noqa: DTZ001
    bad = [
        Finding(id="f", made=now, changed=now, rating="high"),  # type: ignore[arg-type]
        Goal(id="", made=now, changed=now),
        Note(id="n", made=naive, changed=now),
        Note(id="n", made=now, changed=now, text="\ud800"),
        Goal(id=f"{1:032x}", made=now, changed=now),
    ]
    with opened() as store:
        before = store.save([note(1, "kept")])
        data = store.path.read_bytes()
        for one in bad:
            with pytest.raises(IlmcoachError):
                store.save([note(2, "with it"), one])
            assert store.portfolio == before
            assert store.path.read_bytes() == data


def test_saves_from_many_threads_are_all_there(opened: Open, note: MakeNote) -> None:
    with opened() as store:

        def some(start: int) -> None:
            for number in range(start, start + 10):
                store.save([note(number, f"{number}")])

        threads = [Thread(target=some, args=(start,)) for start in range(0, 80, 10)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        assert len(store.portfolio) == 80
    with opened() as again:
        assert len(again.portfolio) == 80


def test_everything_is_private(opened: Open, saved: bytes, tmp_path: Path) -> None:
    with opened():
        for one in [tmp_path / "data", *(tmp_path / "data").rglob("*")]:
            wanted = 0o700 if one.is_dir() else 0o600
            assert stat.S_IMODE(one.stat().st_mode) == wanted, one


def test_opened_twice_the_second_reads_only(opened: Open, saved: bytes, note: MakeNote) -> None:
    with opened() as first:
        second = opened()
        assert second.read_only
        assert "another window" in second.why_read_only
        assert len(second.portfolio) == 5
        with pytest.raises(IlmcoachError, match="another window"):
            second.save([note(9, "no")])
        first.save([note(8, "yes")])
        second.close()
        assert opened().read_only
    with opened() as third:
        assert not third.read_only
        assert len(third.portfolio) == 6


def test_reading_only_changes_nothing_at_all(
    opened: Open, saved: bytes, counting: RealDisk, tmp_path: Path, note: MakeNote
) -> None:
    names = sorted((tmp_path / "data").rglob("*"))
    store = opened(counting, read_only=True)
    assert store.read_only
    assert store.why_read_only
    with pytest.raises(IlmcoachError):
        store.save([note(9, "no")])
    store.close()
    assert counting.changes == []  # type: ignore[attr-defined]
    assert sorted((tmp_path / "data").rglob("*")) == names


def test_reading_only_where_there_is_nothing(tmp_path: Path, clock: FixedClock) -> None:
    store = PortfolioStore.open(tmp_path / "none", disk=RealDisk(), clock=clock, read_only=True)
    assert len(store.portfolio) == 0
    assert not (tmp_path / "none").exists()


def test_a_closed_store_saves_nothing(opened: Open, note: MakeNote) -> None:
    store = opened()
    store.close()
    store.close()
    with pytest.raises(IlmcoachError, match="closed"):
        store.save([note(1, "late")])


def test_a_lock_that_cannot_be_had_means_reading_only(
    opened: Open, saved: bytes, tmp_path: Path
) -> None:
    (tmp_path / "data" / "portfolio.lock").unlink()
    (tmp_path / "data" / "portfolio.lock").mkdir()
    store = opened()
    assert "cannot be written" in store.why_read_only
    assert len(store.portfolio) == 5


def test_a_newer_version_is_left_untouched(opened: Open, tmp_path: Path, now: datetime) -> None:
    path = tmp_path / "data" / "portfolio.json"
    path.parent.mkdir(mode=0o700)
    data = encode({"note": {"a": raw(text="x")}}, save=1, saved=now, version=2)
    path.write_bytes(data)
    for read_only in (False, True):
        with pytest.raises(NewerVersion):
            opened(read_only=read_only)
        assert path.read_bytes() == data
        assert not (tmp_path / "data" / "backups").exists()
    path.unlink()
    assert not opened().read_only, "the lock was given back"


def test_what_this_version_does_not_know_is_kept(
    opened: Open, tmp_path: Path, now: datetime
) -> None:
    stamp = now.isoformat()
    tables: Tables = {
        "dream": {"d": raw(text="of another version")},
        "note": {"n": raw(made=stamp, changed=stamp, text="mine", mood="calm")},
    }
    path = tmp_path / "data" / "portfolio.json"
    path.parent.mkdir(mode=0o700)
    path.write_bytes(encode(tables, save=4, saved=now))
    with opened() as store:
        (only,) = store.portfolio
        store.save([msgspec.structs.replace(only, text="mine, changed")])
    plain = json.loads(path.read_bytes())
    assert plain["dream"] == {"d": {"text": "of another version"}}
    assert plain["note"]["n"]["mood"] == "calm"
    assert plain["note"]["n"]["text"] == "mine, changed"
    assert plain["_ilmcoach"]["1"]["save"] == 5


def test_a_record_that_cannot_be_read_does_not_vanish(
    opened: Open, tmp_path: Path, now: datetime, note: MakeNote
) -> None:
    stamp = now.isoformat()
    bad = {
        "x": raw(made=stamp, changed=stamp, text=5),
        "y": raw(made="yesterday", changed=stamp, text="words"),
        "z": raw(made="2026-01-01T00:00:00", changed=stamp, text="no zone"),
    }
    good = raw(made=stamp, changed=stamp, text="good")
    path = tmp_path / "data" / "portfolio.json"
    path.parent.mkdir(mode=0o700)
    path.write_bytes(encode({"note": {**bad, "good": good}}, save=1, saved=now))
    with opened() as store:
        assert len(store.portfolio) == 1
        assert [(one.table, one.id) for one in store.unreadable] == [
            ("note", "x"),
            ("note", "y"),
            ("note", "z"),
        ]
        store.save([note(1, "more")])
    tables = decode(path.read_bytes()).tables
    assert {one: tables["note"][one] for one in bad} == bad


def older_file(folder: Path, now: datetime) -> bytes:
    stamp = now.isoformat()
    data = encode(
        {"thought": {"n": raw(made=stamp, changed=stamp, text="old")}},
        save=3,
        saved=now - timedelta(days=400),
        version=0,
    )
    folder.mkdir(mode=0o700)
    (folder / "portfolio.json").write_bytes(data)
    return data


def rename_table(tables: Tables) -> Tables:
    return {"note": tables["thought"]}


def test_an_older_file_is_backed_up_and_brought_up_to_date(
    tmp_path: Path, disk: RealDisk, clock: FixedClock
) -> None:
    folder = tmp_path / "data"
    old = older_file(folder, clock.now())
    steps = {0: rename_table}
    look = PortfolioStore.open(folder, disk=disk, clock=clock, steps=steps, read_only=True)
    assert [one.words() for one in look.portfolio] == [("old",)]
    assert (folder / "portfolio.json").read_bytes() == old
    with PortfolioStore.open(folder, disk=disk, clock=clock, steps=steps) as store:
        assert store.portfolio == look.portfolio
    assert [one.read_bytes() for one in (folder / "backups").iterdir()] == [old]
    contents = decode((folder / "portfolio.json").read_bytes())
    assert (contents.header.version, contents.header.save) == (1, 4)
    assert contents.counts() == {"note": 1}


def test_without_a_backup_an_older_file_stays_as_it_is(
    tmp_path: Path, clock: FixedClock, stops_at: Callable[[int], object]
) -> None:
    folder = tmp_path / "data"
    old = older_file(folder, clock.now())
    disk = RealDisk(stops_at(2))  # type: ignore[arg-type]
    with pytest.raises(IlmcoachError, match="full"):
        PortfolioStore.open(folder, disk=disk, clock=clock, steps={0: rename_table})
    assert (folder / "portfolio.json").read_bytes() == old


def test_a_version_that_never_was_is_damage(opened: Open, tmp_path: Path, now: datetime) -> None:
    old = older_file(tmp_path / "data", now)
    with pytest.raises(NeedsRecovery, match="version 0"):
        opened()
    assert (tmp_path / "data" / "portfolio.json").read_bytes() == old


def test_half_written_files_of_a_stopped_program_are_cleared(
    opened: Open, saved: bytes, tmp_path: Path
) -> None:
    left = tmp_path / "data" / ".portfolio.json.abc.tmp"
    left.write_bytes(saved[:100])
    opened(read_only=True)
    assert left.exists()
    opened().close()
    assert not left.exists()


def test_a_full_disk_at_opening_does_not_lock_the_learner_out(
    opened: Open, saved: bytes, stops_at: Callable[[int], object]
) -> None:
    with opened(RealDisk(stops_at(1))) as store:  # type: ignore[arg-type]
        assert len(store.portfolio) == 5
        assert "full" in store.backup_problem


def test_each_failing_call_changes_nothing_and_a_later_save_works(
    opened: Open, saved: bytes, stops_at: Callable[[int], object], note: MakeNote
) -> None:
    opened().close()
    tried = 0
    for call in range(1, 20):
        calls = stops_at(call)
        with opened(RealDisk(calls)) as store:  # type: ignore[arg-type]
            before, data = store.portfolio, store.path.read_bytes()
            count = calls.count  # type: ignore[attr-defined]
            calls.at = count + call  # type: ignore[attr-defined]
            try:
                store.save([note(50 + call, "new")])
            except IlmcoachError:
                tried += 1
                assert store.portfolio == before
                # Where only the folder's fsync failed, the new file stands there whole.
                left = store.path.read_bytes()
                assert left == data or decode(left).header.save > decode(data).header.save
                assert (left == data) or call == 5
            calls.broken = False  # type: ignore[attr-defined]
            store.save([note(80 + call, "later")])
            wanted = store.portfolio
            assert store.portfolio.get(f"{80 + call:032x}") is not None
        with opened() as again:
            assert again.portfolio == wanted
    assert tried == 5


def test_saved_times_keep_their_moment(tmp_path: Path, note: MakeNote) -> None:
    summer = FixedClock(datetime.fromisoformat("2026-07-01T10:00:00+01:00"))
    with PortfolioStore.open(tmp_path, disk=RealDisk(), clock=summer) as store:
        store.save([note(1, "x")])
    with PortfolioStore.open(tmp_path, disk=RealDisk(), clock=summer) as store:
        assert store.saved_at == datetime(2026, 7, 1, 9, tzinfo=UTC)
