"""An open workspace: its packs, its notes from outside, its lock."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import RealDisk
from ilmcoach.packs.library import Library
from ilmcoach.portfolio.records import Enrolment, Note
from ilmcoach.services.workspace import Workspace, new_id, open_workspace
from ilmcoach.settings import Folders
from ilmcoach.store.store import PortfolioStore

NOW = datetime(2026, 11, 21, 23, 30, tzinfo=timezone(timedelta(hours=2)))
CLOCK = FixedClock(NOW)
COURSE = Path(__file__).parents[1] / "data" / "short-course"
ENROLMENT = Enrolment(id="e", made=NOW, changed=NOW, pack="short-course")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A data folder with a pack of the learner's own."""
    folders = Folders(tmp_path / "home")
    shutil.copytree(COURSE, folders.packs / "short-course")
    return folders


def without_packs(folders: Folders) -> Workspace:
    """A workspace that finds no pack at all."""
    store = PortfolioStore.open(folders.data, disk=RealDisk(), clock=CLOCK)
    return Workspace(folders, store, Library.find([]), RealDisk(), CLOCK)


def test_before_set_up_there_is_no_programme_but_there_are_questions(folders: Folders) -> None:
    workspace = open_workspace(folders, clock=CLOCK)
    assert workspace.pack is None
    assert workspace.working_pack.id == "short-course"
    assert workspace.today == date(2026, 11, 21)
    workspace.close()


def test_after_set_up_the_programmes_pack_is_used(folders: Folders) -> None:
    workspace = open_workspace(folders, clock=CLOCK)
    workspace.store.save([replace(ENROLMENT, pack="level-3-certificate")])
    assert workspace.pack is not None
    assert workspace.pack.id == workspace.working_pack.id == "level-3-certificate"
    workspace.close()


def test_own_programmes_come_before_the_bundled_ones(folders: Folders) -> None:
    workspace = open_workspace(folders, clock=CLOCK, read_only=True)
    found = [pack.id for pack in workspace.programmes()]
    assert found[0] == "short-course"
    assert "level-3-certificate" in found
    assert "leadership-walks" not in found


def test_of_two_programmes_with_one_id_the_learner_is_offered_the_first(folders: Folders) -> None:
    shutil.copytree(COURSE, folders.packs / "zz-newer-copy")
    workspace = open_workspace(folders, clock=CLOCK, read_only=True)
    found = [pack for pack in workspace.programmes() if pack.id == "short-course"]
    assert [pack.folder.name for pack in found] == ["short-course"]
    assert found == [workspace.library.pack("short-course")]


def test_a_broken_pack_never_stops_the_app(folders: Folders) -> None:
    workspace = open_workspace(folders, clock=CLOCK)
    workspace.store.save([ENROLMENT])
    workspace.close()
    (folders.packs / "short-course" / "pack.md").write_text("---\nid: short-course\nnonsense")
    again = open_workspace(folders, clock=CLOCK)
    assert again.pack is None
    assert again.working_pack.programme is not None
    assert again.portfolio.enrolment == ENROLMENT
    again.close()


def test_with_no_pack_at_all_the_learner_is_told_what_to_do(tmp_path: Path) -> None:
    workspace = without_packs(Folders(tmp_path / "home"))
    assert workspace.programmes() == ()
    with pytest.raises(IlmcoachError, match="ilmcoach pack list"):
        _ = workspace.working_pack
    workspace.close()


def test_waiting_notes_are_taken_in_once(folders: Folders) -> None:
    workspace = open_workspace(folders, clock=CLOCK)
    earlier = NOW - timedelta(hours=1)
    workspace.inbox.put("a thought", earlier)
    workspace.inbox.put("another", NOW)
    assert workspace.take_inbox() == 2
    assert workspace.take_inbox() == 0
    notes = workspace.portfolio.live(Note)
    assert [(one.text, one.made) for one in notes] == [("a thought", earlier), ("another", NOW)]
    workspace.close()


def test_a_second_window_reads_and_leaves_notes_where_they_are(folders: Folders) -> None:
    first = open_workspace(folders, clock=CLOCK)
    second = open_workspace(folders, clock=CLOCK)
    assert second.store.read_only
    second.inbox.put("a thought", NOW)
    assert second.take_inbox() == 0
    assert first.take_inbox() == 1
    first.close()
    third = open_workspace(folders, clock=CLOCK)
    assert not third.store.read_only
    third.close()


def test_a_stamp_has_this_moment_and_ids_of_its_own(folders: Folders) -> None:
    workspace = open_workspace(folders, clock=CLOCK, read_only=True)
    stamp = workspace.stamp()
    assert stamp.now == NOW
    assert stamp.new_id is new_id
    assert len({new_id() for _ in range(1000)}) == 1000


def test_the_learners_own_day_counts_not_the_worlds(folders: Folders) -> None:
    late = FixedClock(datetime(2026, 11, 21, 22, 30, tzinfo=UTC).astimezone(NOW.tzinfo))
    assert open_workspace(folders, clock=late, read_only=True).today == date(2026, 11, 22)


def test_a_pack_beside_the_programme_adds_and_replaces_nothing(folders: Folders) -> None:
    beside = folders.packs / "night-shift"
    beside.mkdir()
    (beside / "pack.md").write_text(
        "---\nid: night-shift\ntitle: Nights\nuses: short-course\n---\n"
    )
    walk = (
        "---\nkind: walk\nid: {}\ntitle: {}\n---\n\n## Now\n\n### One\n\n"
        "`id: one` `answer: short text`\n\nWhat?\n"
    )
    (beside / "night.md").write_text(walk.format("night", "A night"))
    workspace = open_workspace(folders, clock=CLOCK)
    enrolment = replace(ENROLMENT, pack="level-3-award")
    workspace.store.save([enrolment])
    alone = workspace.pack
    assert alone is not None
    (beside / "same.md").write_text(walk.format(alone.walks[0].id, "Another under an id it has"))
    workspace.look_again(open_workspace(folders, clock=CLOCK, read_only=True).library)
    workspace.store.save([replace(enrolment, also=("night-shift",))])
    both = workspace.pack
    assert both is not None
    assert both.walks[: len(alone.walks)] == alone.walks
    assert [walk.id for walk in both.walks[len(alone.walks) :]] == ["night"]
    assert (both.id, both.title, both.programme) == (alone.id, alone.title, alone.programme)
    assert workspace.pack is both
    assert workspace.pack_trouble == ""
    workspace.close()


def test_a_pack_beside_that_is_gone_is_told_and_the_programme_goes_on(folders: Folders) -> None:
    workspace = open_workspace(folders, clock=CLOCK)
    workspace.store.save([replace(ENROLMENT, also=("gone",))])
    assert workspace.pack is not None
    assert "beside your programme, gone, cannot be used" in workspace.pack_trouble
    workspace.close()


def test_a_pack_may_stand_beside_before_a_programme_is_chosen(folders: Folders) -> None:
    workspace = open_workspace(folders, clock=CLOCK)
    workspace.store.save([replace(ENROLMENT, pack="", also=("set-walks",))])
    assert workspace.pack is None
    assert workspace.pack_trouble == ""
    first = workspace.programmes()[0]
    assert {walk.id for walk in first.walks} < {walk.id for walk in workspace.working_pack.walks}
    workspace.close()
