"""Attaching a file, taking it away and bringing it back; what is refused on the way."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk, DiskProblem, RealDisk
from ilmcoach.portfolio.records import Activity, Attachment
from ilmcoach.services.attachments import attach, attached, choose, may_have_files, not_in_order
from ilmcoach.services.bringing_in import bring_in
from ilmcoach.services.documents import export_data
from ilmcoach.services.erasing import erase_for_good
from ilmcoach.services.outside import write_outside
from ilmcoach.services.outside_viewer import open_outside, viewer
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from ilmcoach.store.attachments import MOST_BYTES, MOST_TOGETHER, State, digest

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
CLOCK = FixedClock(NOW)
ACTIVITY = Activity(id="a" * 32, made=NOW, changed=NOW, what="Shadow Priya")
DATA = b"\x89PNG rota \x00\xff"


class FailsOn(RealDisk):
    """A disk that takes nothing under a name with `part` in it, while that is not empty."""

    def __init__(self) -> None:
        super().__init__()
        self.part = ""

    def write_atomically(self, path: Path, data: bytes) -> None:
        if self.part and self.part in path.name:
            raise DiskProblem(f"{path} could not be saved: the disk is full.")
        super().write_atomically(path, data)


def opened(home: Path, disk: Disk | None = None, *, read_only: bool = False) -> Workspace:
    return open_workspace(Folders(home), clock=CLOCK, disk=disk, read_only=read_only)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    file = tmp_path / "my rota.png"
    file.write_bytes(DATA)
    return file


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    workspace = opened(tmp_path / "home")
    workspace.store.save([ACTIVITY])
    return workspace


def put(space: Workspace, file: Path, text: str = "") -> Attachment:
    return attach(space, ACTIVITY.id, choose(space, str(file)), text)


def files(home: Path) -> dict[str, bytes]:
    found = (one for one in home.rglob("*") if one.is_file() and one.suffix != ".lock")
    return {str(one.relative_to(home)): one.read_bytes() for one in found}


def test_the_copy_and_its_record_are_there_and_the_file_is_untouched(
    space: Workspace, sheet: Path
) -> None:
    before = sheet.stat()
    record = put(space, sheet, "What she drew")
    assert (record.name, record.size, record.sha256) == ("my rota.png", 12, digest(DATA))
    assert (record.links, record.text) == ((ACTIVITY.id,), "What she drew")
    assert space.portfolio.get(record.id) == record
    (one,) = attached(space, ACTIVITY)
    assert (one.path.read_bytes(), one.state) == (DATA, State.GOOD)
    assert (sheet.read_bytes(), sheet.stat().st_mtime_ns) == (DATA, before.st_mtime_ns)
    sheet.unlink()
    assert attached(space, record) == (one,)
    assert not_in_order(space) == ()
    one.path.unlink()
    assert [one.state for one in not_in_order(space)] == [State.MISSING]


@pytest.mark.parametrize("part", ["portfolio.json", "my rota"])
def test_on_a_full_disk_nothing_at_all_is_kept(tmp_path: Path, sheet: Path, part: str) -> None:
    disk = FailsOn()
    space = opened(tmp_path / "home", disk)
    space.store.save([ACTIVITY])
    before = files(tmp_path / "home")
    disk.part = part
    with pytest.raises(IlmcoachError, match="disk is full"):
        put(space, sheet)
    assert files(tmp_path / "home") == before
    assert attached(space, ACTIVITY) == ()


def test_what_cannot_be_attached_is_said(space: Workspace, tmp_path: Path, sheet: Path) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(IlmcoachError, match="up to 25 MB"):
        choose(space, str(large))
    with pytest.raises(IlmcoachError, match="ilmcoach's own files"):
        choose(space, str(space.store.path))
    with pytest.raises(IlmcoachError, match="not there any more"):
        attach(space, "nobody", choose(space, str(sheet)), "")
    full = Attachment(id="f", made=NOW, changed=NOW, size=MOST_BYTES, name="x")
    some = [replace(full, id=f"f{n}") for n in range(MOST_TOGETHER // MOST_BYTES)]
    space.store.save([*some, replace(full, id="odd", size=-(10**12))])
    with pytest.raises(IlmcoachError, match="together may have 100 MB"):
        put(space, sheet)
    space.close()
    reading = opened(tmp_path / "home", read_only=True)
    with pytest.raises(IlmcoachError, match="reading only"):
        put(reading, sheet)


def test_a_document_that_was_exported_may_be_attached(space: Workspace) -> None:
    space.folders.exports.mkdir()
    document = space.folders.exports / "task.md"
    document.write_text("words", encoding="utf-8")
    assert choose(space, str(document)).size == 5
    (space.folders.data / "attachments").mkdir()
    with pytest.raises(IlmcoachError, match="keeps your portfolio"):
        write_outside(space, space.folders.data / "attachments" / "x", b"")


def test_what_is_offered_to_attach_to(space: Workspace, sheet: Path) -> None:
    blank = Activity(id="b", made=NOW, changed=NOW)
    space.store.save([blank])
    put(space, sheet)
    assert may_have_files(space.portfolio) == (ACTIVITY,)


def test_deleted_it_stays_and_for_good_it_goes(space: Workspace, sheet: Path) -> None:
    record = put(space, sheet)
    (one,) = attached(space, ACTIVITY)
    gone = replace(record, trashed=NOW)
    space.store.save([gone])
    assert attached(space, ACTIVITY) == ()
    assert one.path.read_bytes() == DATA
    erased = erase_for_good(space, [gone])
    assert erased.files == 1
    assert not one.path.exists()
    assert sheet.read_bytes() == DATA


def export(home: Path) -> Path:
    workspace = opened(home, read_only=True)
    return export_data(workspace, home.parent / f"{home.name}.json", force=True)


def test_there_and_back_with_its_bytes(space: Workspace, sheet: Path, tmp_path: Path) -> None:
    put(space, sheet, "Said")
    deleted = put(space, sheet)
    space.store.save([replace(deleted, trashed=NOW)])
    file = export(tmp_path / "home")
    brought = bring_in(Folders(tmp_path / "two"), file, clock=CLOCK)
    assert (brought.counts["attachment"], brought.files, brought.lacking) == (2, 2, 0)
    assert export(tmp_path / "two").read_bytes() == file.read_bytes()
    other = opened(tmp_path / "two")
    assert not_in_order(other) == ()
    (one,) = attached(other, ACTIVITY)
    assert (one.path.read_bytes(), one.path.stat().st_mode & 0o777) == (DATA, 0o600)


def test_a_missing_one_does_not_keep_the_rest_from_coming_back(
    space: Workspace, sheet: Path, tmp_path: Path
) -> None:
    record = put(space, sheet)
    attached(space, record)[0].path.write_bytes(b"spoilt")
    file = export(tmp_path / "home")
    assert json.loads(file.read_bytes())["attachments"] == []
    brought = bring_in(Folders(tmp_path / "two"), file, clock=CLOCK)
    assert (brought.files, brought.lacking) == (0, 1)
    assert opened(tmp_path / "two").portfolio.get(record.id) == record


def test_a_spoilt_copy_is_mended_by_bringing_it_back(
    space: Workspace, sheet: Path, tmp_path: Path
) -> None:
    record = put(space, sheet)
    (one,) = attached(space, record)
    file = export(tmp_path / "home")
    space.close()
    one.path.write_bytes(b"spoilt")
    bring_in(Folders(tmp_path / "home"), file, replace=True, clock=CLOCK)
    assert one.path.read_bytes() == DATA


HOSTILE: dict[str, tuple[dict[str, Any], str]] = {
    "no base64": ({"data": "%%%%"}, "cannot be read"),
    "loose base64": ({"data": b64encode(DATA).decode() + "\n"}, "cannot be read"),
    "other bytes": ({"data": b64encode(b"other").decode()}, "not as it was exported"),
    "another digest": ({"sha256": "0" * 64}, "not as it was exported"),
    "a path": ({"name": "../../x.png"}, "no name that can be kept"),
    "another name": ({"name": "other.png"}, "no name that can be kept"),
    "a name that acts": ({"name": "a\x1b[2J.png"}, "no name that can be kept"),
    "nobody's": ({"id": "nobody"}, "belongs to nothing"),
    "a goal's": ({"id": ACTIVITY.id}, "belongs to nothing"),
    "huge": ({"data": "A" * (MOST_BYTES // 3 + 2) * 4}, "larger than 25 MB"),
    "a number": ({"data": 7}, "not in order"),
    "text that is no ASCII": ({"data": "é" * 20}, "cannot be read"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_spoilt_import_changes_nothing(
    space: Workspace, sheet: Path, tmp_path: Path, name: str
) -> None:
    put(space, sheet)
    data = json.loads(export(tmp_path / "home").read_bytes())
    change, said = HOSTILE[name]
    data["attachments"][0].update(change)
    check_refused(data, said, tmp_path)


def test_the_same_file_twice_and_a_record_that_leads_out(
    space: Workspace, sheet: Path, tmp_path: Path
) -> None:
    put(space, sheet)
    data = json.loads(export(tmp_path / "home").read_bytes())
    check_refused({**data, "attachments": data["attachments"] * 2}, "belongs to nothing", tmp_path)
    data["attachments"][0]["name"] = data["records"]["attachment"][0]["name"] = "../../x.png"
    check_refused(data, "no name that can be kept", tmp_path)


def check_refused(data: dict[str, Any], said: str, tmp_path: Path) -> None:
    other = tmp_path / "two"
    if not other.exists():
        opened(other).store.save([replace(ACTIVITY, id="mine")])
    file = tmp_path / "bad.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    before = files(other)
    with pytest.raises(IlmcoachError) as caught:
        bring_in(Folders(other), file, replace=True, clock=CLOCK)
    assert said in caught.value.message
    assert "\x1b" not in caught.value.message
    assert "Nothing was changed" in caught.value.hint
    assert files(other) == before


def test_an_import_on_a_full_disk_leaves_no_copy(
    space: Workspace, sheet: Path, tmp_path: Path
) -> None:
    put(space, sheet)
    file = export(tmp_path / "home")
    disk = FailsOn()
    disk.part = "portfolio.json"
    with pytest.raises(IlmcoachError, match="disk is full"):
        bring_in(Folders(tmp_path / "two"), file, clock=CLOCK, disk=disk)
    assert files(tmp_path / "two") == {}


def test_opening_goes_to_the_program_for_it_and_never_starts_one() -> None:
    asked: list[list[str]] = []

    def start(command: Any) -> None:
        asked.append(list(command))

    open_outside(Path("/x/a.PDF"), ("xdg-open",), start)
    assert asked == [["xdg-open", "/x/a.PDF"]]
    for name in ("run.sh", "a.desktop", "x.exe", "page.html", "none"):
        with pytest.raises(IlmcoachError, match="not opened from here") as caught:
            open_outside(Path("/x") / name, ("xdg-open",), start)
        assert f"/x/{name}" in caught.value.hint
    with pytest.raises(IlmcoachError, match="nothing here to open it with"):
        open_outside(Path("/x/a.pdf"), (), start)
    with pytest.raises(IlmcoachError, match="could not be started"):
        open_outside(Path("/x/a.pdf"), ("/nowhere/at-all",))
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("platform", "environment", "there", "expected"),
    [
        ("darwin", {}, "", ("open",)),
        ("win32", {}, "", ("explorer.exe",)),
        ("linux", {}, "xdg-open", ()),
        ("linux", {"DISPLAY": ":0"}, "xdg-open", ("xdg-open",)),
        ("linux", {"WAYLAND_DISPLAY": "w"}, "gio", ("gio", "open")),
        ("linux", {"WSL_DISTRO_NAME": "u"}, "wslview", ("wslview",)),
        ("linux", {"DISPLAY": ":0"}, "", ()),
    ],
)
def test_the_program_of_each_system(
    platform: str, environment: dict[str, str], there: str, expected: tuple[str, ...]
) -> None:
    assert viewer(platform, environment, lambda name: name if name == there else None) == expected
