"""Earlier texts: told in order, held against hand-ins, brought back, taken away."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import HandedIn, SectionText
from ilmcoach.services.bringing_in import bring_in
from ilmcoach.services.erasing import erase_for_good
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.takeaway import everything
from ilmcoach.services.versions import (
    history,
    keep_brought,
    restore,
    seen_by_tutor,
    text_at,
    unsaved,
    versions_of,
)
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from ilmcoach.store.versions import BROUGHT, RESTORED, UNSAVED
from tests.tui.driving import FullDisk

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
PLACE = ("task", "goals")
ONE = SectionText(
    id="s", made=NOW, changed=NOW, assessment="task", section="goals", text="One word"
)


def later(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(later(60))


@pytest.fixture
def space(tmp_path: Path, clock: FixedClock) -> Workspace:
    return open_workspace(Folders(tmp_path / "home"), clock=clock)


def write(space: Workspace, words: str, minute: int) -> SectionText:
    record = replace(ONE, text=words, changed=later(minute))
    space.store.save([record])
    return record


def texts(space: Workspace) -> list[str]:
    return [one.text for one in versions_of(space, *PLACE)]


def handed(name: str, minute: int) -> HandedIn:
    return HandedIn(id=name, made=later(minute), changed=later(minute), assessment="task")


def test_nothing_yet(space: Workspace) -> None:
    assert versions_of(space, *PLACE) == ()
    assert history(space, *PLACE) == ()
    assert text_at(space, *PLACE, NOW) == ""
    assert seen_by_tutor(space, *PLACE) is None


def test_the_text_of_an_older_portfolio_is_shown_and_nothing_is_written(space: Workspace) -> None:
    write(space, "From before", 5)
    for path in space.store.versions.files():
        path.unlink()
    (only,) = versions_of(space, *PLACE)
    assert (only.text, only.at, only.words) == ("From before", later(5), 2)
    assert space.store.versions.files() == ()


def test_what_the_tutor_saw_is_what_stood_at_the_last_hand_in(space: Workspace) -> None:
    write(space, "First words", 0)
    space.store.save([handed("draft", 10)])
    write(space, "First words and more", 20)
    space.store.save([handed("again", 30), replace(handed("not", 50), trashed=NOW)])
    write(space, "Other words", 40)
    assert [text_at(space, *PLACE, later(n)) for n in (-1, 0, 19, 20, 99)] == [
        "",
        "First words",
        "First words",
        "First words and more",
        "Other words",
    ]
    seen = seen_by_tutor(space, *PLACE)
    assert seen is not None
    assert seen.text == "First words and more"
    told = [
        (one.version.text, one.more, [each.id for each in one.handed], one.now)
        for one in history(space, *PLACE)
    ]
    assert told == [
        ("Other words", -2, [], True),
        ("First words and more", 2, ["again"], False),
        ("First words", None, ["draft"], False),
    ]


def test_restoring_is_a_save_and_restoring_the_other_undoes_it(
    space: Workspace, clock: FixedClock
) -> None:
    write(space, "One", 0)
    write(space, "Two", 10)
    one, two = versions_of(space, *PLACE)
    restored = restore(space, one)
    assert space.portfolio.get("s") == restored
    assert (restored.text, restored.changed) == ("One", clock.now())
    assert versions_of(space, *PLACE)[-1].source == RESTORED
    restore(space, two)
    assert texts(space) == ["One", "Two", "One", "Two"]
    assert restore(space, versions_of(space, *PLACE)[-1]).text == "Two"
    assert len(texts(space)) == 4


def test_what_was_typed_and_not_saved_is_kept_before_a_version_takes_its_place(
    space: Workspace, clock: FixedClock
) -> None:
    write(space, "One", 0)
    write(space, "Two", 10)
    space.drafts.keep("section/task/goals", "Two and half a", clock.now())
    assert unsaved(space, *PLACE) == "Two and half a"
    restore(space, versions_of(space, *PLACE)[0])
    assert space.drafts.all() == ()
    typed = [one for one in versions_of(space, *PLACE) if one.source == UNSAVED]
    assert [one.text for one in typed] == ["Two and half a"]
    assert text_at(space, *PLACE, later(99)) == "One"


def test_a_version_of_a_text_that_is_gone_makes_a_new_one(space: Workspace) -> None:
    record = write(space, "One", 0)
    (version,) = versions_of(space, *PLACE)
    space.store.save([replace(record, trashed=later(5))])
    new = restore(space, version)
    assert new.id != record.id
    assert space.portfolio.live(SectionText) == (new,)


def test_a_document_that_came_back_stands_beside_and_is_never_the_text(
    space: Workspace, clock: FixedClock
) -> None:
    write(space, "One", 0)
    brought = keep_brought(space, *PLACE, "One, by Word\x07")
    assert (brought.text, brought.source) == ("One, by Word", BROUGHT)
    assert text_at(space, *PLACE, later(99)) == "One"
    assert [one.now for one in history(space, *PLACE)] == [False, True]
    restore(space, brought)
    clock.moment = later(70)
    assert text_at(space, *PLACE, later(99)) == "One, by Word"


def test_a_window_that_only_reads_looks_and_restores_nothing(
    space: Workspace, clock: FixedClock
) -> None:
    write(space, "One", 0)
    other = open_workspace(space.folders, clock=clock)
    assert other.store.read_only
    write(space, "Two", 10)
    assert texts(other) == ["One", "Two"]
    with pytest.raises(IlmcoachError, match="another window"):
        restore(other, versions_of(other, *PLACE)[0])
    assert texts(space) == ["One", "Two"]


def test_they_go_along_with_an_export_and_come_back(
    space: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    write(space, "One 中", 0)
    write(space, "Two", 10)
    keep_brought(space, *PLACE, "Three")
    before = versions_of(space, *PLACE)
    file = tmp_path / "all.json"
    file.write_text(json.dumps(everything(space)), encoding="utf-8")
    away = Folders(tmp_path / "away")
    assert bring_in(away, file, clock=clock).versions == 3
    with open_workspace(away, clock=clock).store as store:
        assert store.versions.of(*PLACE) == before
    data = json.loads(file.read_bytes())
    data["versions"][0]["text"] = "Es\u001b[31mcape"
    data["versions"][1]["section"] = 'a"b'
    file.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(IlmcoachError, match="no heading"):
        bring_in(away, file, replace=True, clock=clock)
    data["versions"].pop(1)
    file.write_text(json.dumps(data), encoding="utf-8")
    bring_in(away, file, replace=True, clock=clock)
    with open_workspace(away, clock=clock).store as store:
        assert "Escape" in [one.text for one in store.versions.of(*PLACE)]


def test_an_export_from_before_there_were_versions_is_taken_in(
    space: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    write(space, "One", 0)
    data = everything(space)
    del data["versions"]
    file = tmp_path / "all.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    away = Folders(tmp_path / "away")
    assert bring_in(away, file, clock=clock).versions == 0
    assert texts(open_workspace(away, clock=clock)) == ["One"]


def test_for_good_takes_what_an_earlier_record_left_under_the_heading(space: Workspace) -> None:
    write(space, "Secret", 0)
    keep_brought(space, *PLACE, "Secret from Word")
    elsewhere = replace(ONE, id="t", section="other", text="Kept")
    (first, _) = versions_of(space, *PLACE)
    space.store.keep_version(replace(first, record="before an import", text="Secret too"))
    gone = replace(ONE, text="Secret", trashed=later(5))
    space.store.save([gone, elsewhere])
    assert erase_for_good(space, [gone]).versions == 3
    assert [one.text for one in space.store.versions.all()] == ["Kept"]


def test_what_another_text_left_stays_while_something_is_written_there(space: Workspace) -> None:
    write(space, "One", 0)
    gone = replace(ONE, id="t", text="Gone", changed=later(5))
    space.store.save([gone])
    gone = replace(gone, trashed=later(6))
    space.store.save([gone])
    assert erase_for_good(space, [gone]).versions == 1
    assert texts(space) == ["One"]


async def test_a_learner_is_told_once_that_a_version_could_not_be_kept(
    tmp_path: Path, clock: FixedClock
) -> None:
    disk = FullDisk()
    disk.part = "versions"
    keeper = Keeper(open_workspace(Folders(tmp_path), clock=clock, disk=disk))
    told: list[str] = []
    keeper.warn = told.append
    disk.full = True
    for minute, words in enumerate(("One", "Two", "Three")):
        await keeper.save([replace(ONE, text=words, changed=later(minute))])
    assert len(told) == 1
    assert "Your text is saved" in told[0]
    disk.full = False
    await keeper.save([replace(ONE, text="Four", changed=later(4))])
    assert texts(keeper.workspace) == ["One", "Two", "Three", "Four"]
    keeper.close()
