"""Copies of attached files: their names, keeping them whole or not at all, and letting them go."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Attachment, Note
from ilmcoach.store.attachments import Attachments, State, digest, safe_name
from ilmcoach.store.checkup import checkup
from ilmcoach.store.erasing import Erasure
from ilmcoach.store.store import PortfolioStore
from ilmcoach.text import clean_line
from tests.store.conftest import StopsAtCall

NOW = datetime(2026, 11, 19, 14, 2, tzinfo=UTC)
DATA = b"%PDF rota"

NAMES = {
    "rota.pdf": "rota.pdf",
    "/etc/passwd": "passwd",
    "..": "file",
    "../../x": "x",
    "C:\\Users\\x.doc": "x.doc",
    ".bashrc": "bashrc",
    "a\x1b[2Jb\nc.txt": "ab c.txt",
    'a:b*c?"<>|.txt': "a-b-c-----.txt",
    "name. ": "name",
    "": "file",
    "\u202egpj.exe": "gpj.exe",
    "cafe\u0301.pdf": "café.pdf",
    "x" * 300 + ".pdf": "x" * 96 + ".pdf",
    "ü" * 300 + ".pdf": "ü" * 48 + ".pdf",
    "a." + "b" * 300: "a." + "b" * 98,
}


def about(record_id: str = "f" * 32, name: str = "rota.pdf", data: bytes = DATA) -> Attachment:
    return Attachment(
        id=record_id, made=NOW, changed=NOW, name=name, size=len(data), sha256=digest(data)
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_made_safe(name: str) -> None:
    assert safe_name(name) == NAMES[name]


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_name_is_one_that_every_system_takes(name: str) -> None:
    safe = safe_name(name)
    assert safe == safe_name(safe) == clean_line(safe)
    assert 0 < len(safe.encode()) <= 100
    assert not set(safe) & set('\\/:*?"<>|')
    assert safe[0] not in ". "
    assert safe[-1] not in ". "


@pytest.fixture
def copies(tmp_path: Path, disk: RealDisk) -> Attachments:
    return Attachments(tmp_path, disk)


def test_a_copy_is_private_and_reads_back(copies: Attachments, tmp_path: Path) -> None:
    one = about()
    assert copies.state(one) is State.MISSING
    path = copies.keep(one, DATA)
    assert path == copies.path(one)
    assert path.parent == tmp_path / "attachments"
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert (copies.read(one), copies.state(one)) == (DATA, State.GOOD)
    path.write_bytes(b"other")
    assert (copies.read(one), copies.state(one)) == (None, State.CHANGED)
    copies.remove(one)
    assert copies.all() == ()


def test_files_of_one_name_do_not_meet(copies: Attachments) -> None:
    first, second = about("a" * 32), about("b" * 32, data=b"other")
    copies.keep(first, DATA)
    copies.keep(second, b"other")
    assert (copies.read(first), copies.read(second)) == (DATA, b"other")
    assert copies.forget(["a" * 32]) == 1
    assert (copies.read(first), copies.read(second)) == (None, b"other")


@pytest.mark.parametrize(
    "one",
    [
        about("../../etc"),
        about("a/b"),
        about("A" * 32),
        about("x" * 300),
        replace(about(), sha256="../../../x"),
        replace(about(), name="../../x"),
    ],
)
def test_a_record_from_elsewhere_cannot_reach_out(copies: Attachments, one: Attachment) -> None:
    path = copies.path(one)
    assert path.resolve().parent == path.parent
    assert path.parent.name == "attachments"
    assert copies.state(one) is State.MISSING


def test_other_bytes_than_the_record_tells_of_are_not_kept(copies: Attachments) -> None:
    for one in (about(data=b"other"), replace(about(), size=1), replace(about(), name="../x")):
        with pytest.raises(IlmcoachError):
            copies.keep(one, DATA)
    assert copies.all() == ()


def test_no_link_is_followed(copies: Attachments, tmp_path: Path) -> None:
    one = about()
    secret = tmp_path / "secret"
    secret.write_bytes(DATA)
    path = copies.path(one)
    path.parent.mkdir()
    path.symlink_to(secret)
    assert copies.state(one) is State.MISSING
    with pytest.raises(IlmcoachError, match="link"):
        copies.keep(one, DATA)
    assert secret.read_bytes() == DATA


def test_a_disk_that_fails_anywhere_leaves_all_or_nothing(tmp_path: Path) -> None:
    for at in range(1, 6):
        folder = tmp_path / str(at)
        folder.mkdir()
        copies = Attachments(folder, RealDisk(StopsAtCall(at)))
        try:
            copies.keep(about(), DATA)
        except IlmcoachError:
            left = [one for one in folder.rglob("*") if one.is_file()]
            assert [one.read_bytes() for one in left] in ([], [DATA])
        else:
            assert copies.read(about()) == DATA


class Stubborn(RealDisk):
    """A disk that does not let go of attached files while `stubborn`."""

    stubborn = True

    def remove(self, path: Path) -> None:
        if self.stubborn and path.parent.name == "attachments":
            raise IlmcoachError("it is held")
        super().remove(path)


def opened(folder: Path, disk: RealDisk) -> PortfolioStore:
    return PortfolioStore.open(folder, disk=disk, clock=FixedClock(NOW))


def test_for_good_takes_the_copy_too_even_when_stopped(tmp_path: Path) -> None:
    folder, disk = tmp_path / "data", Stubborn()
    gone, kept = replace(about("a" * 32), trashed=NOW), about("b" * 32)
    copies = Attachments(folder, disk)
    with opened(folder, disk) as store:
        for one in (gone, kept):
            copies.keep(one, DATA)
        store.save([gone, kept])
        with pytest.raises(IlmcoachError, match="not yet from every copy"):
            store.erase(Erasure((gone.id,)))
        assert store.portfolio.get(gone.id) is None
    assert copies.state(gone) is State.GOOD
    disk.stubborn = False
    opened(folder, disk).close()
    assert copies.all() == (copies.path(kept),)
    with opened(folder, disk) as store:
        store.save([replace(kept, trashed=NOW)])
        assert store.erase(Erasure((kept.id,))).files == 1
    assert copies.all() == ()


def test_doctor_tells_of_files_that_are_missing_changed_or_told_of_nowhere(tmp_path: Path) -> None:
    folder, disk = tmp_path / "data", RealDisk()
    copies = Attachments(folder, disk)
    good, changed, missing, loose = (about(letter * 32, f"{letter}.pdf") for letter in "abcd")
    with opened(folder, disk) as store:
        store.save([Note(id="n", made=NOW, changed=NOW, text="x"), good, changed, missing])
    for one in (good, changed, loose):
        copies.keep(one, DATA)
    copies.path(changed).write_bytes(b"other")
    facts = checkup(folder, disk, FixedClock(NOW))
    bad = [one.what for one in facts if not one.ok]
    assert bad == ["The attached file b.pdf was changed.", "The attached file c.pdf is missing."]
    well = "\n".join(one.what for one in facts if one.ok)
    assert "1 attached file in order. Backups do not hold them." in well
    assert "1 attached file that only an earlier portfolio tells of." in well
    (folder / "attachments").chmod(0o755)
    assert any("can look into" in one.what for one in checkup(folder, disk, FixedClock(NOW)))
    (folder / "portfolio.json").write_bytes(b"{")
    told = "\n".join(one.what for one in checkup(folder, disk, FixedClock(NOW)))
    assert "3 attached files kept." in told
