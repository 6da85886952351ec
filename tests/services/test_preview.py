"""A pack on trial: shown with a programme around it, read again when its files change."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.services.preview import PackOnTrial, enrolled, open_preview, passing_folder
from ilmcoach.settings import Folders
from tests.kit.parcels import FRIDAY, PACK, WALK, built_zip, folder_of

NOW = FixedClock(datetime(2026, 11, 21, 18, 30, tzinfo=UTC))
COURSE: Mapping[str, bytes] = {
    **FRIDAY,
    "course.md": b"---\nkind: programme\ntitle: Short course\n---\n\nA course.\n",
}


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Where a zip is unpacked."""
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def on_trial(path: Path, work: Path) -> PackOnTrial:
    return PackOnTrial(path, work.parent / "own", work)


def save(path: Path, data: bytes) -> None:
    """Saves as an editor does, so that the time of the file tells it."""
    path.write_bytes(data)
    it = path.stat()
    os.utime(path, ns=(it.st_atime_ns, it.st_mtime_ns + 1))


def test_without_a_programme_its_own_questions_stand_before_those_of_a_bundled_one(
    tmp_path: Path, work: Path
) -> None:
    uses = {**FRIDAY, "pack.md": PACK.replace(b"version", b"uses: leadership-walks\nversion")}
    trial = on_trial(folder_of(uses, tmp_path / "friday"), work).read()

    assert trial.pack is not None
    assert trial.pack.programme is not None
    assert trial.pack.programme.has_set
    assert trial.pack.walks[0].id == "looking-back"
    assert trial.pack.assessments
    assert trial.library is not None
    assert trial.library.pack("friday") is trial.pack
    assert (trial.counts.walks, trial.counts.questions, trial.counts.units) == (1, 2, 0)


def test_the_programme_is_that_of_a_pack_it_builds_on(tmp_path: Path, work: Path) -> None:
    uses = {**FRIDAY, "pack.md": PACK.replace(b"version", b"uses: level-3-award\nversion")}
    trial = on_trial(folder_of(uses, tmp_path / "friday"), work).read()
    award = Library.find([bundled_folder()]).pack("level-3-award")
    assert trial.pack is not None
    assert award is not None
    assert trial.pack.programme == award.programme


def test_a_pack_with_a_programme_is_shown_as_it_is(tmp_path: Path, work: Path) -> None:
    trial = on_trial(folder_of(COURSE, tmp_path / "friday"), work).read()
    assert trial.pack is not None
    assert trial.pack.programme is not None
    assert trial.pack.programme.title == "Short course"
    assert [one.id for one in trial.pack.walks] == ["looking-back"]


def test_it_is_read_again_when_a_file_changes_and_only_then(tmp_path: Path, work: Path) -> None:
    folder = folder_of(FRIDAY, tmp_path / "friday")
    pack = on_trial(folder / "pack.md", work)
    assert pack.read().pack is not None
    assert pack.look() is None

    save(folder / "walks" / "looking-back.md", WALK.replace(b"long text", b"lnog text"))
    broken = pack.look()
    assert broken is not None
    assert broken.pack is None
    (error,) = broken.errors
    assert broken.place(error) == f"{folder}/walks/looking-back.md:11"
    assert "'long text'" in error.mend
    assert pack.look() is None

    save(folder / "walks" / "looking-back.md", WALK.replace(b"remember best", b"think of"))
    mended = pack.look()
    assert mended is not None
    assert mended.pack is not None
    assert mended.pack.walks[0].steps()[0].ask == "Which moment do you think of?"

    (folder / ".looking-back.md.swp").write_bytes(b"an editor's own")
    assert pack.look() is None

    folder.rename(tmp_path / "elsewhere")
    gone = pack.look()
    assert gone is not None
    assert "pack.md" in gone.errors[0].what or "no file or folder" in gone.errors[0].what


def test_a_zip_is_read_again_too(tmp_path: Path, work: Path) -> None:
    path = tmp_path / "friday-1.0.zip"
    path.write_bytes(built_zip())
    pack = on_trial(path, work)
    first = pack.read()
    assert first.pack is not None
    assert first.errors == ()

    save(path, built_zip())
    assert pack.look() is None
    save(path, built_zip({**FRIDAY, "walks/looking-back.md": WALK + b"\n<b>bold</b>\n"}))
    second = pack.look()
    assert second is not None
    assert second.pack is None
    assert second.library is None
    assert second.place(second.errors[0]).startswith(f"{path}/walks/looking-back.md:")

    save(path, b"PK\x03\x04 half of it")
    half = pack.look()
    assert half is not None
    assert half.errors


def test_the_learner_of_the_preview_follows_the_pack_whatever_it_is_called(
    tmp_path: Path, work: Path
) -> None:
    folder = folder_of(FRIDAY, tmp_path / "friday")
    pack = on_trial(folder, work)
    with closing(open_preview(Folders(tmp_path / "data"), pack.read(), clock=NOW)) as space:
        assert space.pack is not None
        assert space.pack.id == "friday"
        assert space.portfolio.enrolment is not None
        assert space.portfolio.enrolment.start == space.today

        save(folder / "pack.md", PACK.replace(b"id: friday", b"id: saturday"))
        trial = pack.look()
        assert trial is not None
        assert trial.library is not None
        space.look_again(trial.library)
        change = enrolled(space, trial)
        assert change is not None
        space.store.save([change])
        assert space.pack is not None
        assert space.pack.id == "saturday"
        assert enrolled(space, trial) is None


def test_its_folder_is_gone_afterwards() -> None:
    with passing_folder() as folder:
        (folder / "portfolio").mkdir()
        (folder / "portfolio" / "words").write_text("x", encoding="utf-8")
    assert not folder.exists()
