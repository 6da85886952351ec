"""Installing and removing, and being stopped at any moment of it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from ilmcoach.errors import IlmcoachError
from ilmcoach.files import DiskProblem, RealDisk, SystemCalls
from ilmcoach.kit.installing import EARLIER, install, remove
from ilmcoach.kit.receiving import Parcel, look_at
from ilmcoach.packs.library import Library
from tests.kit.parcels import FRIDAY, PACK, folder_of, no_library

NEWER = {**FRIDAY, "pack.md": PACK.replace(b"version: 1.0", b"version: 2.0")}
SMALL = ("pack.md", "walks/looking-back.md")
"""Two files are enough to be stopped between them."""


class Killed(BaseException):
    """The program ends here."""


class Stops(SystemCalls):
    """System calls of which the one with that number, and all after it, do not happen."""

    def __init__(self, after: int, error: BaseException) -> None:
        self.left = after
        self.error = error

    def _step(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise self.error

    def create(self, path: Path) -> int:
        self._step()
        return super().create(path)

    def write(self, descriptor: int, data: bytes) -> None:
        super().write(descriptor, data[: len(data) // 2])
        self._step()
        super().write(descriptor, data[len(data) // 2 :])

    def sync(self, descriptor: int) -> None:
        """Takes long, and changes nothing that can be seen here."""

    def replace(self, source: Path, target: Path) -> None:
        self._step()
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._step()


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return tmp_path / "packs"


def parcel_of(tmp_path: Path, pages: dict[str, bytes], pack_id: str = "friday") -> Parcel:
    work = tmp_path / f"work{len(list(tmp_path.iterdir()))}"
    parcel = look_at(folder_of(pages, work / "sent" / pack_id), work / "copy", no_library())
    assert parcel.usable
    return parcel


def version(packs: Path) -> str:
    """The version that is in use; it has to be whole."""
    found = Library.find([packs]).pack("friday")
    assert found is not None
    assert [step.id for step in found.walks[0].steps()] == ["moment", "felt"]
    return found.version


def names(packs: Path) -> list[str]:
    return sorted(one.relative_to(packs).as_posix() for one in packs.glob("*/")) + sorted(
        one.relative_to(packs).as_posix() for one in (packs / EARLIER).glob("*/")
    )


def test_the_first_and_the_next(tmp_path: Path, packs: Path) -> None:
    done = install(parcel_of(tmp_path, dict(FRIDAY)), packs, RealDisk())
    assert (done.folder, done.earlier) == (packs / "friday", None)
    assert {one: (done.folder / one).read_bytes() for one in FRIDAY} == dict(FRIDAY)
    if os.name == "posix":
        assert not (done.folder / "pack.md").stat().st_mode & 0o077

    for _ in range(2):
        done = install(parcel_of(tmp_path, NEWER), packs, RealDisk())
        assert version(packs) == "2.0"
        assert done.earlier == packs / EARLIER / "friday"
        assert names(packs) == [EARLIER, "friday", f"{EARLIER}/friday"]


@pytest.mark.parametrize("there", ["friday", "An older one"])
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_one_whole(
    tmp_path: Path, packs: Path, there: str
) -> None:
    seen: list[str] = []
    parcel = parcel_of(tmp_path, {name: NEWER[name] for name in SMALL})
    for number in range(100):
        RealDisk().remove_folder(packs)
        folder_of({name: FRIDAY[name] for name in SMALL}, packs / there)
        folder_of({"pack.md": PACK}, packs / EARLIER / "friday")
        try:
            install(parcel, packs, RealDisk(Stops(number, Killed())))
        except Killed:
            seen.append(version(packs))
            if number % 4 == 0:
                # Whoever tries again gets there, and nothing is left lying about.
                install(parcel, packs, RealDisk())
                assert names(packs) == [EARLIER, "friday", f"{EARLIER}/friday"]
                assert version(packs) == "2.0"
            continue
        assert version(packs) == "2.0"
        break
    assert number < 99
    assert seen == sorted(seen)
    assert set(seen) == {"1.0", "2.0"}


def test_a_disk_that_fails_at_any_moment_leaves_the_old_one_and_tells(
    tmp_path: Path, packs: Path
) -> None:
    parcel = parcel_of(tmp_path, {name: NEWER[name] for name in SMALL})
    told: list[str] = []
    for number in range(100):
        RealDisk().remove_folder(packs)
        folder_of({name: FRIDAY[name] for name in SMALL}, packs / "friday")
        try:
            install(parcel, packs, RealDisk(Stops(number, OSError(errno.ENOSPC, "full"))))
            break
        except DiskProblem as error:
            told.append(error.message)
            assert version(packs) == "1.0"
            assert {"friday"} == set(names(packs)) - {EARLIER}
    assert version(packs) == "2.0"
    assert len(told) > 10
    assert all("the disk is full" in one for one in told)


def test_a_first_one_that_does_not_fit_leaves_nothing(tmp_path: Path, packs: Path) -> None:
    parcel = parcel_of(tmp_path, dict(FRIDAY))
    full = RealDisk(Stops(6, OSError(errno.ENOSPC, "full")))
    with pytest.raises(DiskProblem):
        install(parcel, packs, full)
    assert list(packs.iterdir()) == []


def test_removing_keeps_a_copy_and_takes_every_folder_of_that_id(packs: Path) -> None:
    folder_of(FRIDAY, packs / "friday")
    folder_of(NEWER, packs / "friday-2")
    folder_of({"pack.md": PACK.replace(b"friday", b"monday", 1)}, packs / "monday")

    kept = remove("friday", packs, RealDisk())

    assert kept == packs / EARLIER / "friday"
    assert (kept / "pack.md").read_bytes() == PACK
    assert Library.find([packs]).ids() == ("monday",)
    assert remove("friday", packs, RealDisk()) is None


def test_something_else_in_its_place_is_left_alone(tmp_path: Path, packs: Path) -> None:
    folder_of({"pack.md": PACK.replace(b"friday", b"monday", 1)}, packs / "friday")
    with pytest.raises(IlmcoachError, match="the pack 'monday'"):
        install(parcel_of(tmp_path, dict(FRIDAY)), packs, RealDisk())
    assert Library.find([packs]).ids() == ("monday",)


def test_a_tutors_link_to_their_own_folder_is_put_aside_and_not_followed(
    tmp_path: Path, packs: Path
) -> None:
    if not hasattr(os, "symlink"):
        pytest.skip("no links here")
    working = folder_of(FRIDAY, tmp_path / "working")
    packs.mkdir()
    (packs / "friday").symlink_to(working, target_is_directory=True)

    for _ in range(2):
        install(parcel_of(tmp_path, NEWER), packs, RealDisk())

    assert version(packs) == "2.0"
    assert (working / "pack.md").read_bytes() == PACK


def test_a_pack_with_a_problem_is_not_installed(tmp_path: Path, packs: Path) -> None:
    work = tmp_path / "work"
    sent = folder_of({"pack.md": b"---\nid: friday\n---\n"}, work / "friday")
    with pytest.raises(IlmcoachError, match="has problems"):
        install(look_at(sent, work / "copy", no_library()), packs, RealDisk())
    assert not packs.exists()


def test_a_copy_that_was_changed_meanwhile_is_not_installed(tmp_path: Path, packs: Path) -> None:
    parcel = parcel_of(tmp_path, dict(FRIDAY))
    (parcel.folder / "more.md").write_bytes(b"x")
    with pytest.raises(IlmcoachError, match="changed while"):
        install(parcel, packs, RealDisk())
    assert not packs.exists()
