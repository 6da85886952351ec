from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ilmcoach.files import DiskProblem, RealDisk
from ilmcoach.portfolio.records import Note
from ilmcoach.store.drafts import Drafts
from ilmcoach.store.inbox import Inbox, take_in
from ilmcoach.store.store import PortfolioStore

NOW = datetime.fromisoformat("2026-11-19T14:02:03.456789+01:00")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
Open = Callable[..., PortfolioStore]


@pytest.fixture
def drafts(tmp_path: Path, disk: RealDisk) -> Drafts:
    return Drafts(tmp_path, disk)


@settings(max_examples=40, deadline=None)
@given(texts=st.dictionaries(TEXT, TEXT, max_size=5))
def test_each_place_has_its_own_text(
    tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str]
) -> None:
    drafts = Drafts(tmp_path_factory.mktemp("d"), RealDisk())
    for key, text in texts.items():
        drafts.keep(key, "earlier", NOW)
        drafts.keep(key, text, NOW)
    assert {one.key: one.text for one in drafts.all()} == texts
    for key, text in texts.items():
        found = drafts.get(key)
        assert found is not None
        assert (found.text, found.at) == (text, NOW)
        drafts.drop(key)
        assert drafts.get(key) is None
    assert drafts.all() == ()


@pytest.mark.parametrize(
    "key", ["run-id/step@item", "../../etc/passwd", "CON", "a" * 3000, "", ".", "naïve 中", "a\0b"]
)
def test_any_key_makes_a_safe_private_name(tmp_path: Path, drafts: Drafts, key: str) -> None:
    drafts.keep(key, "text", NOW)
    (path,) = (tmp_path / "drafts").iterdir()
    assert len(path.name) < 80
    assert path.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "drafts").stat().st_mode & 0o777 == 0o700
    found = drafts.get(key)
    assert found is not None
    assert found.key == key


def test_keys_that_look_alike_are_kept_apart(drafts: Drafts) -> None:
    for key in ("run/a", "run-a", "RUN/A", "run/a "):
        drafts.keep(key, f"for {key}", NOW)
    assert len(drafts.all()) == 4


def test_half_a_pair_and_a_moment_without_zone_do_not_cost_the_text(drafts: Drafts) -> None:
    drafts.keep("a", "before \ud83d after \ud83d\ude00", NOW.replace(tzinfo=None))
    found = drafts.get("a")
    assert found is not None
    assert found.text == "before \ufffd after 😀"


def test_the_oldest_comes_first(drafts: Drafts) -> None:
    for days in (3, 1, 2):
        drafts.keep(f"{days}", "", NOW - timedelta(days=days))
    assert [one.key for one in drafts.all()] == ["3", "2", "1"]


def test_every_damage_is_seen_and_the_file_kept_aside(tmp_path: Path, drafts: Drafts) -> None:
    drafts.keep("a", "the text", NOW)
    (path,) = (tmp_path / "drafts").iterdir()
    good = path.read_bytes()
    bad = [good[:n] for n in range(0, len(good), 7)]
    bad += [good[:n] + bytes([good[n] ^ 4]) + good[n + 1 :] for n in range(len(good))]
    for number, data in enumerate(bad, start=1):
        path.write_bytes(data)
        assert drafts.get("a") is None, data
        assert drafts.all() == ()
        assert not path.exists()
        assert len(drafts.damaged()) == number
    assert sorted(one.read_bytes() for one in drafts.damaged()) == sorted(bad)


def test_a_draft_under_another_name_is_not_handed_out(tmp_path: Path, drafts: Drafts) -> None:
    drafts.keep("a", "text of a", NOW)
    drafts.keep("b", "text of b", NOW)
    a, b = sorted((tmp_path / "drafts").iterdir())
    b.write_bytes(a.read_bytes())
    assert drafts.get("b") is None


def test_reading_never_raises(tmp_path: Path) -> None:
    class Refuses(RealDisk):
        def read(self, path: Path) -> bytes | None:
            raise DiskProblem("no")

    Drafts(tmp_path, RealDisk()).keep("a", "text", NOW)
    drafts = Drafts(tmp_path, Refuses())
    assert drafts.get("a") is None
    assert drafts.all() == ()
    assert len(drafts.damaged()) == 1
    (tmp_path / "file").touch()
    assert Drafts(tmp_path / "file", RealDisk()).all() == ()


def test_a_damaged_draft_on_a_full_disk_stays_and_is_told(
    tmp_path: Path, drafts: Drafts, stops_at: Callable[[int], object]
) -> None:
    drafts.keep("a", "text", NOW)
    (path,) = (tmp_path / "drafts").iterdir()
    path.write_bytes(b"?")
    full = Drafts(tmp_path, RealDisk(stops_at(1)))  # type: ignore[arg-type]
    assert full.all() == ()
    assert full.damaged() == (path,)
    assert path.read_bytes() == b"?"


@pytest.mark.parametrize("call", [1, 2, 3, 4])
def test_a_draft_that_cannot_be_kept_leaves_the_one_before(
    tmp_path: Path, drafts: Drafts, stops_at: Callable[[int], object], call: int
) -> None:
    drafts.keep("a", "before", NOW)
    with pytest.raises(DiskProblem):
        Drafts(tmp_path, RealDisk(stops_at(call))).keep("a", "after", NOW)  # type: ignore[arg-type]
    found = drafts.get("a")
    assert found is not None
    assert found.text == "before"


def test_notes_wait_until_they_are_taken(tmp_path: Path, disk: RealDisk) -> None:
    inbox = Inbox(tmp_path, disk)
    first = inbox.put("one", NOW)
    second = inbox.put("two", NOW + timedelta(seconds=1))
    assert [(one.key, one.text) for one in inbox.waiting()] == [(first, "one"), (second, "two")]
    inbox.taken(first)
    inbox.taken(first)
    assert [one.key for one in inbox.waiting()] == [second]


def test_each_note_is_taken_in_once(opened: Open, tmp_path: Path, disk: RealDisk) -> None:
    inbox = Inbox(tmp_path / "data", disk)
    with opened() as store:
        note_id = inbox.put("while it was open", NOW)
        assert take_in(inbox, opened()) == (), "the second window only reads"
        (taken,) = take_in(inbox, store)
        assert (taken.id, taken.text, taken.made) == (note_id, "while it was open", NOW)
        assert take_in(inbox, store) == ()
        assert inbox.waiting() == ()
        assert len(store.portfolio) == 1


class ForgetsToRemove(RealDisk):
    """A computer that stops after the save, before the inbox is emptied."""

    def remove(self, path: Path) -> None:
        raise DiskProblem("The lights went out.")


def test_a_crash_between_save_and_removal_doubles_nothing(
    opened: Open, tmp_path: Path, disk: RealDisk
) -> None:
    note_id = Inbox(tmp_path / "data", disk).put("once", NOW)
    with opened() as store, pytest.raises(DiskProblem):
        take_in(Inbox(tmp_path / "data", ForgetsToRemove()), store)
    with opened() as store:
        found = store.portfolio.get(note_id)
        assert isinstance(found, Note)
        store.save([replace(found, text="once, and better")])
        assert take_in(Inbox(tmp_path / "data", disk), store) == ()
        assert [one.words() for one in store.portfolio] == [("once, and better",)]
    assert Inbox(tmp_path / "data", disk).waiting() == ()


def test_notes_that_cannot_be_saved_go_on_waiting(
    opened: Open, tmp_path: Path, disk: RealDisk, stops_at: Callable[[int], object]
) -> None:
    inbox = Inbox(tmp_path / "data", disk)
    inbox.put("patience", NOW)
    with opened(RealDisk(stops_at(2))) as store, pytest.raises(DiskProblem):  # type: ignore[arg-type]
        take_in(inbox, store)
    assert [one.text for one in inbox.waiting()] == ["patience"]
