"""Every text that was saved under a heading can be had again."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from ilmcoach.clock import FixedClock, SystemClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import SectionText
from ilmcoach.store.backups import Backups
from ilmcoach.store.checkup import checkup
from ilmcoach.store.envelope import decode
from ilmcoach.store.erasing import Erasure
from ilmcoach.store.recovery import restore_backup
from ilmcoach.store.replacing import Incoming, replace_all
from ilmcoach.store.store import PortfolioStore
from ilmcoach.store.versions import BROUGHT, FROM_FILE, Version, Versions
from tests.store.conftest import NOW, CountingDisk
from tests.store.killing import killed_by_itself
from tests.tui.driving import FullDisk

Open = Callable[..., PortfolioStore]
PLACE = ("task", "goals")
KILLS = [
    (step, well)
    for step in ("within-write", "before-replace", "after-replace")
    for well in (4, 5, 6, 7, 8)
]


def text(words: str, minute: int = 0, **fields: object) -> SectionText:
    made = NOW - timedelta(days=1)
    record = SectionText(
        id="5" * 32,
        made=made,
        changed=made + timedelta(minutes=minute),
        assessment="task",
        section="goals",
        text=words,
    )
    return replace(record, **fields)


def texts(folder: Path) -> list[str]:
    return [one.text for one in Versions(folder, RealDisk()).of(*PLACE)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_every_save_is_kept_once_and_in_order(opened: Open, folder: Path) -> None:
    wanted = ["One", "One two", "", "One", "中 😀 [/red]\n"]
    with opened() as store:
        for minute, words in enumerate(wanted):
            store.save([text(words, minute)])
            store.save([text(words, minute, criteria=("a/1.1",))])
    found = Versions(folder, RealDisk()).of(*PLACE)
    assert [one.text for one in found] == wanted
    assert [one.words for one in found] == [1, 2, 0, 1, 2]
    assert [one.at for one in found] == [text("", n).changed for n in range(5)]
    assert all(one.stat().st_mode & 0o777 == 0o600 for one in (folder / "versions").iterdir())
    assert (folder / "versions").stat().st_mode & 0o777 == 0o700


def test_none_is_thinned_and_the_portfolio_does_not_grow(opened: Open, folder: Path) -> None:
    with opened() as store:
        for number in range(60):
            store.save([text(f"{number} words " * 200, number)])
        assert store.path.stat().st_size < 5000
    assert len(texts(folder)) == 60


def test_headings_and_records_are_told_apart(opened: Open, folder: Path) -> None:
    other = text("Other", id="6" * 32, section="Goals")
    with opened() as store:
        store.save([text("Mine"), other, text("Hostile", id="../x", section="../../x")])
    versions = Versions(folder, RealDisk())
    assert [one.text for one in versions.of("task", "Goals")] == ["Other"]
    assert [one.text for one in versions.of("task", "../../x")] == ["Hostile"]
    assert texts(folder) == ["Mine"]
    assert {path.parent for path in versions.files()} == {folder / "versions"}


def test_an_older_portfolio_gets_its_first_version_with_the_next_save(
    opened: Open, folder: Path
) -> None:
    with opened() as store:
        store.save([text("From before")])
    for path in (folder / "versions").iterdir():
        path.unlink()
    with opened() as store:
        assert texts(folder) == []
        store.save([text("And after", 5)])
    assert texts(folder) == ["From before", "And after"]


def test_a_text_that_comes_again_is_newer_than_what_it_replaces(
    opened: Open, folder: Path, clock: FixedClock
) -> None:
    with opened() as store:
        store.save([text("One", 0)])
        store.save([text("Two", 1)])
        store.save([text("One", 0)])
        clock.moment -= timedelta(days=30)
        store.save([text("Clock set back", 2)])
    found = Versions(folder, RealDisk()).of(*PLACE)
    assert [one.text for one in found] == ["One", "Two", "One", "Clock set back"]
    assert found[2].at == NOW
    assert found[3].at > found[2].at


def test_a_deleted_text_is_no_version_and_one_brought_back_is_none_twice(
    opened: Open, folder: Path
) -> None:
    with opened() as store:
        store.save([text("One")])
        store.save([text("One", trashed=NOW)])
        store.save([text("Two", trashed=NOW)])
        store.save([text("One")])
    assert texts(folder) == ["One"]


def test_a_save_does_not_fail_for_its_version_and_that_is_made_up_for(
    opened: Open, folder: Path
) -> None:
    disk = FullDisk()
    disk.part = "versions"
    with opened(disk) as store:
        store.save([text("One")])
        disk.full = True
        store.save([text("Two", 1)])
        store.save([text("Three", 2)])
        assert store.portfolio.get("5" * 32) == text("Three", 2)
        assert "the disk is full" in store.version_problem
        assert "saved" in store.version_problem
        disk.full = False
        store.save([text("Four", 3)])
        assert store.version_problem == ""
    assert texts(folder) == ["One", "Two", "Three", "Four"]


def test_what_was_not_kept_is_kept_at_the_latest_by_the_checkup(
    opened: Open, folder: Path, clock: FixedClock
) -> None:
    disk = FullDisk()
    disk.part, disk.full = "versions", True
    with opened(disk) as store:
        store.save([text("One")])
        assert texts(folder) == []
    told = [one.what for one in checkup(folder, disk, clock) if not one.ok]
    assert told == ["1 text not kept as a version yet."]
    disk.full = False
    facts = checkup(folder, disk, clock)
    assert all(one.ok for one in facts)
    assert any("1 version of your texts in order" in one.what for one in facts)
    assert texts(folder) == ["One"]


def test_a_save_of_other_records_leaves_versions_alone(opened: Open, note: object) -> None:
    disk = CountingDisk()
    with opened(disk) as store:
        assert callable(note)
        store.save([note(1, "A thought")])
    assert not any("versions" in one for one in disk.changes if not one.startswith("tidy"))


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a signal of POSIX")
@pytest.mark.parametrize(("step", "well"), KILLS)
def test_nothing_is_lost_by_a_kill(folder: Path, step: str, well: int) -> None:
    told = killed_by_itself("writes", folder, 0, step, well)
    with PortfolioStore.open(folder, disk=RealDisk(), clock=SystemClock()) as store:
        (now,) = store.portfolio.live(SectionText)
        store.save([replace(now, text="last", changed=SystemClock().now())])
    *before, last = texts(folder)
    assert (before[-1], last) == (now.text, "last"), "what was in the portfolio is kept too"
    numbers = [int(one.split()[0]) for one in before]
    assert told, "it was killed before anything was confirmed"
    assert numbers == list(range(len(numbers)))
    assert len(numbers) - len(told) in (0, 1)
    assert Versions(folder, RealDisk()).damaged() == ()
    assert not list(folder.rglob("*.tmp"))


def test_a_damaged_one_is_named_and_put_aside_and_the_others_stay(
    opened: Open, folder: Path, clock: FixedClock
) -> None:
    with opened() as store:
        for minute, words in enumerate(("One", "Two", "Three")):
            store.save([text(words, minute)])
    path = sorted((folder / "versions").iterdir())[1]
    path.write_bytes(path.read_bytes().replace(b"Two", b"Tvo"))
    assert texts(folder) == ["One", "Three"]
    (bad,) = [one for one in checkup(folder, RealDisk(), clock) if not one.ok]
    aside = path.with_suffix(".damaged")
    assert str(aside) in bad.what
    assert b"Tvo" in aside.read_bytes()
    assert not path.exists()
    assert [one.ok for one in checkup(folder, RealDisk(), clock)].count(False) == 1


@pytest.mark.parametrize(
    "change", [b"", b"{}", b"\xff", b"[" * 5000], ids=["empty", "json", "byte", "deep"]
)
def test_any_bytes_are_only_damaged(opened: Open, folder: Path, change: bytes) -> None:
    with opened() as store:
        store.save([text("One")])
    (path,) = (folder / "versions").iterdir()
    path.write_bytes(change)
    assert texts(folder) == []
    with opened() as store:
        store.save([text("Two", 1)])
    assert texts(folder) == ["One", "Two"]


def test_a_file_under_another_name_is_not_taken_for_its_own(opened: Open, folder: Path) -> None:
    with opened() as store:
        store.save([text("One")])
    (path,) = (folder / "versions").iterdir()
    path.rename(path.with_name(path.name.replace("5" * 32, "6" * 32)))
    assert texts(folder) == []


def test_for_good_means_versions_too_damaged_ones_as_well(opened: Open, folder: Path) -> None:
    kept = text("Kept words", id="6" * 32, section="other")
    with opened() as store:
        for minute, words in enumerate(("Secret one", "Secret two", "Secret three")):
            store.save([text(words, minute), kept])
        path = sorted(one for one in (folder / "versions").iterdir() if "5555" in one.name)[0]
        path.write_bytes(b"?Secret one")
        Versions(folder, RealDisk()).damaged()
        erased = store.erase(Erasure(("5" * 32,)))
        assert erased.versions == 3
        store.save([replace(kept, text="Kept on")])
    everything = b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())
    assert b"Secret" not in everything
    assert [one.text for one in Versions(folder, RealDisk()).all()] == ["Kept words", "Kept on"]


def test_what_waits_to_be_kept_goes_for_good_too(opened: Open, folder: Path) -> None:
    disk = FullDisk()
    disk.part, disk.full = "versions", True
    with opened(disk) as store:
        store.save([text("Secret")])
        disk.full = False
        store.erase(Erasure(("5" * 32,)))
        store.save([text("Kept", id="6" * 32)])
    assert texts(folder) == ["Kept"]


def test_going_back_to_a_backup_loses_no_text(
    opened: Open, folder: Path, clock: FixedClock
) -> None:
    with opened() as store:
        store.save([text("One")])
    opened().close()
    with opened() as store:
        store.save([text("Two", 1)])
    oldest = Backups(folder, RealDisk(), clock).all()[0]
    restore_backup(folder, oldest.path, RealDisk(), clock)
    with opened() as store:
        assert store.portfolio.get("5" * 32) == text("One")
        store.save([text("Three", 2)])
    found = Versions(folder, RealDisk()).of(*PLACE)
    assert [one.text for one in found] == ["One", "Two", "One", "Three"]
    assert found[2].source == FROM_FILE


def test_an_import_keeps_the_texts_on_both_sides(
    opened: Open, folder: Path, tmp_path: Path, clock: FixedClock
) -> None:
    with opened() as store:
        store.save([text("Here", 3)])
    away = tmp_path / "away"
    with PortfolioStore.open(away, disk=RealDisk(), clock=clock) as store:
        store.save([text("There one", 0)])
        store.save([text("There two", 1)])
        versions = store.versions.all()
    tables = decode((away / "portfolio.json").read_bytes()).tables
    incoming = Incoming(tables, versions=versions)
    for _ in range(2):
        replace_all(folder, incoming, RealDisk(), clock, only_if_empty=False)
        assert texts(folder) == ["There one", "There two", "Here", "There two"]


def test_an_import_that_fails_leaves_no_versions(
    folder: Path, tmp_path: Path, clock: FixedClock
) -> None:
    disk = FullDisk()
    disk.part, disk.full = "portfolio.json", True
    version = Version(assessment="task", section="goals", record="r", at=NOW, text="One")
    with pytest.raises(IlmcoachError, match="full"):
        replace_all(folder, Incoming({}, versions=(version,)), disk, clock, only_if_empty=True)
    assert texts(folder) == []


def test_one_kept_beside_never_counts_as_what_stood_there(opened: Open, folder: Path) -> None:
    beside = Version(
        assessment="task", section="goals", record="r", at=NOW, text="Two", source=BROUGHT
    )
    with opened() as store:
        store.save([text("One")])
        store.keep_version(beside)
        store.save([text("Two", 1)])
        newest = store.versions.newest(*PLACE)
        assert newest is not None
        assert (newest.text, newest.stood) == ("Two", True)
    with opened(read_only=True) as store, pytest.raises(IlmcoachError, match="reading only"):
        store.keep_version(beside)
    assert len(texts(folder)) == 3


def test_a_version_is_plain_json_that_anybody_can_read(opened: Open, folder: Path) -> None:
    with opened() as store:
        store.save([text("Naïve, 中")])
    (path,) = (folder / "versions").iterdir()
    assert path.name.startswith("task-goals-")
    found = msgspec.json.decode(path.read_bytes())
    assert found["version"]["text"] == "Naïve, 中"
