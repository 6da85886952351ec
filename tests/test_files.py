from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from ilmcoach.files import DiskProblem, RealDisk, SystemCalls

DISK = RealDisk()
posix = pytest.mark.skipif(os.name == "nt", reason="modes and links are those of POSIX")


class Answers(SystemCalls):
    """System calls of which one answers with an error for a number of times."""

    def __init__(self, call: str, error: OSError, times: int = 1) -> None:
        self.call = call
        self.error = error
        self.made: list[str] = []
        self.times = times
        self.waited: list[float] = []

    def _answer(self, call: str) -> None:
        self.made.append(call)
        if call == self.call and self.times:
            self.times -= 1
            raise self.error

    def create(self, path: Path) -> int:
        self._answer("create")
        return super().create(path)

    def write(self, descriptor: int, data: bytes) -> None:
        self._answer("write")
        super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._answer("sync")
        super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._answer("replace")
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._answer("sync_folder")
        super().sync_folder(folder)

    def pause(self, seconds: float) -> None:
        self.waited.append(seconds)


def held() -> PermissionError:
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    return error


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    DISK.write_atomically(tmp_path / "a", b"one")
    DISK.write_atomically(tmp_path / "a", b"two \x00\n\r\n")
    assert DISK.read(tmp_path / "a") == b"two \x00\n\r\n"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_what_is_not_there() -> None:
    nowhere = Path("/no-such-place/at-all")
    assert DISK.read(nowhere) is None
    assert DISK.list(nowhere) == ()
    assert DISK.mark(nowhere) is None
    assert DISK.is_private(nowhere)
    DISK.remove(nowhere)
    DISK.tidy(nowhere)


@posix
def test_files_and_folders_are_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        DISK.make_folder(tmp_path / "deep" / "er")
        DISK.write_atomically(tmp_path / "deep" / "er" / "a", b"")
    finally:
        os.umask(before)
    assert mode(tmp_path / "deep" / "er") == 0o700
    assert mode(tmp_path / "deep" / "er" / "a") == 0o600
    assert DISK.is_private(tmp_path / "deep" / "er" / "a")


@posix
def test_a_file_that_others_could_read_becomes_private(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o644)
    assert not DISK.is_private(tmp_path / "a")
    DISK.write_atomically(tmp_path / "a", b"new")
    assert mode(tmp_path / "a") == 0o600


@posix
def test_an_empty_folder_is_made_private_and_one_in_use_left_alone(tmp_path: Path) -> None:
    for name in ("empty", "used"):
        (tmp_path / name).mkdir()
        (tmp_path / name).chmod(0o755)
    (tmp_path / "used" / "holiday.txt").touch()
    DISK.make_folder(tmp_path / "empty")
    DISK.make_folder(tmp_path / "used")
    assert mode(tmp_path / "empty") == 0o700
    assert mode(tmp_path / "used") == 0o755


@posix
@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_refused(tmp_path: Path, there: bool) -> None:
    target = tmp_path / "target"
    if there:
        target.write_bytes(b"mine")
    (tmp_path / "a").symlink_to(target)
    with pytest.raises(DiskProblem, match="link"):
        DISK.write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").is_symlink()
    assert (target.read_bytes() == b"mine") if there else not target.exists()


def test_the_data_is_on_the_disk_before_it_takes_its_place(tmp_path: Path) -> None:
    calls = Answers("none", OSError())
    RealDisk(calls).write_atomically(tmp_path / "a", b"new")
    assert calls.made == ["create", "write", "sync", "replace", "sync_folder"]


@pytest.mark.parametrize("call", ["create", "write", "sync", "replace"])
@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "not allowed"),
        (errno.EROFS, "only be read"),
        (errno.EIO, "answered with an error"),
        (errno.ELOOP, "Odd thing"),
    ],
)
def test_a_failed_write_leaves_what_was_there(
    tmp_path: Path, call: str, number: int, says: str
) -> None:
    disk = RealDisk(Answers(call, OSError(number, "Odd thing")))
    DISK.write_atomically(tmp_path / "a", b"old")
    with pytest.raises(DiskProblem, match=says) as caught:
        disk.write_atomically(tmp_path / "a", b"new")
    assert str(tmp_path / "a") in caught.value.message
    assert DISK.read(tmp_path / "a") == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]
    disk.write_atomically(tmp_path / "a", b"new")
    assert DISK.read(tmp_path / "a") == b"new"


def test_a_file_that_a_scanner_holds_is_tried_again(tmp_path: Path) -> None:
    calls = Answers("replace", held(), times=7)
    RealDisk(calls).write_atomically(tmp_path / "a", b"new")
    assert DISK.read(tmp_path / "a") == b"new"
    assert len(calls.waited) == 7


def test_trying_again_ends_after_about_a_second(tmp_path: Path) -> None:
    calls = Answers("replace", held(), times=1000)
    with pytest.raises(DiskProblem):
        RealDisk(calls).write_atomically(tmp_path / "a", b"new")
    assert 0.8 <= sum(calls.waited) <= 1.2


def test_a_refusal_is_not_tried_again(tmp_path: Path) -> None:
    calls = Answers("replace", PermissionError(errno.EACCES, "no"), times=1000)
    with pytest.raises(DiskProblem):
        RealDisk(calls).write_atomically(tmp_path / "a", b"new")
    assert calls.waited == []


def test_a_file_system_that_cannot_sync_folders_will_do(tmp_path: Path) -> None:
    disk = RealDisk(Answers("sync_folder", OSError(errno.EINVAL, "Invalid argument")))
    disk.write_atomically(tmp_path / "a", b"new")
    assert DISK.read(tmp_path / "a") == b"new"


def test_a_folder_that_fails_to_sync_is_told(tmp_path: Path) -> None:
    disk = RealDisk(Answers("sync_folder", OSError(errno.EIO, "Input/output error")))
    with pytest.raises(DiskProblem):
        disk.write_atomically(tmp_path / "a", b"new")


def test_half_written_files_are_not_listed_and_are_tidied_by_age(tmp_path: Path) -> None:
    DISK.write_atomically(tmp_path / "b", b"")
    DISK.write_atomically(tmp_path / "a", b"")
    (tmp_path / ".a.0123.tmp").write_bytes(b"half")
    (tmp_path / "folder").mkdir()
    assert [one.name for one in DISK.list(tmp_path)] == ["a", "b"]
    DISK.tidy(tmp_path, age=3600)
    assert (tmp_path / ".a.0123.tmp").exists()
    DISK.tidy(tmp_path)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "b", "folder"]


def test_a_file_is_removed(tmp_path: Path) -> None:
    DISK.write_atomically(tmp_path / "a", b"")
    DISK.remove(tmp_path / "a")
    assert DISK.read(tmp_path / "a") is None


def test_a_mark_changes_with_the_file(tmp_path: Path) -> None:
    DISK.write_atomically(tmp_path / "a", b"one")
    first = DISK.mark(tmp_path / "a")
    assert DISK.mark(tmp_path / "a") == first
    (tmp_path / "a").write_bytes(b"other")
    assert DISK.mark(tmp_path / "a") != first


def test_wrong_things_in_the_way_are_told_in_words(tmp_path: Path) -> None:
    DISK.write_atomically(tmp_path / "file", b"")
    DISK.make_folder(tmp_path / "folder")
    with pytest.raises(DiskProblem, match="a file stands where a folder should be"):
        DISK.make_folder(tmp_path / "file")
    with pytest.raises(DiskProblem, match="a folder stands where a file should be"):
        DISK.read(tmp_path / "folder")
    with pytest.raises(DiskProblem):
        DISK.write_atomically(tmp_path / "folder", b"")
    with pytest.raises(DiskProblem):
        DISK.write_atomically(tmp_path / "missing" / "a", b"")
    with pytest.raises(DiskProblem):
        DISK.list(tmp_path / "file")
