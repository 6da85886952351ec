"""What goes when a deleted record goes for good, and what does not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ilmcoach.clock import FixedClock
from ilmcoach.portfolio.records import (
    Action,
    Enrolment,
    Finding,
    Goal,
    Note,
    Record,
    Run,
    SectionText,
)
from ilmcoach.services.erasing import (
    erase_for_good,
    exported,
    in_trash,
    remove_doubtful,
)
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from ilmcoach.store.erasing import Erased

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
BEFORE, AFTER = NOW - timedelta(hours=1), NOW + timedelta(hours=1)


def deleted(record: Record) -> Record:
    return replace(record, trashed=NOW)


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return open_workspace(Folders(tmp_path / "home"), clock=FixedClock(NOW))


def keys(space: Workspace) -> set[str]:
    return {one.key for one in space.drafts.all()}


def test_a_record_that_is_not_deleted_stays(space: Workspace) -> None:
    note = Note(id="n", made=NOW, changed=NOW, text="kept")
    space.store.save([note])
    assert erase_for_good(space, [note]) == Erased()
    assert space.portfolio.get("n") == note


def test_the_deleted_questions_about_it_go_with_it_and_what_links_to_it_stays(
    space: Workspace,
) -> None:
    goal = deleted(Goal(id="g", made=NOW, changed=NOW, what="Go"))
    shared: dict[str, Any] = {"made": NOW, "changed": NOW, "walk": "w"}
    records = [
        goal,
        deleted(Run(id="r1", subject="g", answers={"a": "Go too"}, **shared)),
        Run(id="r2", subject="g", **shared),
        deleted(Run(id="r3", subject="another", **shared)),
        Action(id="a", made=NOW, changed=NOW, links=("g",), text="Mine"),
    ]
    space.store.save(records)
    space.drafts.keep("walk/r1/a", "typed", AFTER)
    space.drafts.keep("walk/r2/a", "typed", AFTER)
    erase_for_good(space, [goal])
    assert {one.id for one in space.portfolio} == {"r2", "r3", "a"}
    assert keys(space) == {"walk/r2/a"}


def test_many_at_once_are_backed_up_first_and_the_backup_is_cleaned(space: Workspace) -> None:
    kept = Note(id="k", made=NOW, changed=NOW, text="kept")
    gone = [deleted(Note(id=f"n{n}", made=NOW, changed=NOW, text=f"gone {n}")) for n in range(3)]
    space.store.save([kept, *gone])
    assert erase_for_good(space, in_trash(space.portfolio)).backups == 1
    assert set(space.portfolio) == {kept}
    (backup,) = (space.folders.data / "backups").iterdir()
    assert b"kept" in backup.read_bytes()
    assert b"gone" not in backup.read_bytes()


@pytest.mark.parametrize(("typed", "left"), [(BEFORE, False), (NOW, False), (AFTER, True)])
def test_typing_for_its_heading_goes_unless_it_is_newer(
    space: Workspace, typed: datetime, left: bool
) -> None:
    text = deleted(SectionText(id="s", made=BEFORE, changed=BEFORE, assessment="a", section="b"))
    space.store.save([text])
    space.drafts.keep("section/a/b", "typed", typed)
    space.drafts.keep("section/a/c", "typed", BEFORE)
    erase_for_good(space, [text])
    assert keys(space) == ({"section/a/b"} if left else set()) | {"section/a/c"}


def test_typing_for_its_turn_of_a_walk_goes_and_no_other(space: Workspace) -> None:
    pack = space.working_pack
    walk, step = next(
        (walk, step)
        for walk in pack.walks
        for stage in walk.stages
        for step in stage.steps
        if stage.each and any(fill.startswith("finding.") for fill in step.fills)
    )
    others = [one for one in walk.steps() if not any(f.startswith("finding.") for f in one.fills)]
    shared: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}
    run = Run(id="r", walk=walk.id, **shared)
    finding = deleted(Finding(id="f", run="r", item="area", evidence="x", **shared))
    space.store.save([Enrolment(id="e", pack=pack.id, **shared), run, finding])
    others_keys = {
        f"walk/r/{step.id}@other",
        f"walk/q/{step.id}@area",
        f"walk/r/{others[0].id}@area",
    }
    for key in (f"walk/r/{step.id}@area", *others_keys):
        space.drafts.keep(key, "typed", BEFORE)
    erase_for_good(space, [finding])
    assert keys(space) == others_keys
    assert space.portfolio.get("r") == run


def test_documents_and_damaged_files(space: Workspace) -> None:
    assert exported(space) == ()
    space.folders.exports.mkdir()
    document = space.folders.exports / "assignment.md"
    document.write_text("gone words", encoding="utf-8")
    note = deleted(Note(id="n", made=NOW, changed=NOW, text="gone words"))
    space.store.save([note, Note(id="k", made=NOW, changed=NOW, text="kept")])
    copy = space.folders.data / "portfolio.damaged-20260101-000000.json"
    copy.write_bytes(b'"x":{"kind":"note","text":"gone wo')
    erased = erase_for_good(space, [note])
    assert erased.doubtful == (copy,)
    assert copy.exists()
    remove_doubtful(space, erased.doubtful)
    assert not copy.exists()
    assert exported(space) == (document,)
    assert document.read_text(encoding="utf-8") == "gone words"
