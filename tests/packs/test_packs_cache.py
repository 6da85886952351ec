"""The cache of packs: what comes out is what reading gives, and nothing that is wrong with it
stops a start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.files import DiskProblem, RealDisk
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.cache import PackCache
from ilmcoach.packs.library import Library
from ilmcoach.packs.state import state
from tests.packs.pack_cases import DATA, GOOD


class Counting(RealDisk):
    """A disk that counts what is written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.written = 0

    def write_atomically(self, path: Path, data: bytes) -> None:
        self.written += 1
        super().write_atomically(path, data)


class Failing(RealDisk):
    """A disk that neither reads nor writes."""

    def read(self, path: Path) -> bytes | None:
        raise DiskProblem("It cannot be read.")

    def write_atomically(self, path: Path, data: bytes) -> None:
        raise DiskProblem("It cannot be saved.")


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A search folder with packs of which two build on a third, and one is broken."""
    folder = tmp_path / "packs"
    shutil.copytree(GOOD, folder)
    shutil.copytree(DATA / "ten-mistakes", folder / "ten-mistakes")
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the cache is kept."""
    return tmp_path / "cache" / "packs.msgpack"


def library(packs: Path, file: Path, disk: RealDisk | None = None, writes: bool = True) -> Library:
    """A library that a program just started has."""
    return Library.find([packs], PackCache(file, disk or RealDisk(), writes=writes))


def filled(packs: Path, file: Path) -> Library:
    """A library that has read every pack and kept them."""
    found = library(packs, file)
    assert found.entries
    found.keep()
    return found


def hits(packs: Path, file: Path) -> int:
    """How many packs a program that starts now finds in the cache."""
    cache = PackCache(file, RealDisk(), writes=False)
    glances = cache.open(sorted(one for one in packs.iterdir() if one.is_dir())) or ()
    return sum(1 for one in glances if cache.pack(one.folder))


def test_what_was_kept_is_what_reading_gives(packs: Path, file: Path) -> None:
    read = filled(packs, file)
    assert hits(packs, file) == len(read.entries)

    kept = library(packs, file)

    assert kept.entries == read.entries == Library.find([packs]).entries
    assert any(entry.pack is None and entry.problems for entry in kept.entries)


def test_the_bundled_packs_come_back_as_they_were_read(file: Path) -> None:
    read = filled(bundled_folder(), file)

    kept = library(bundled_folder(), file)

    assert [kept.pack(one) for one in kept.ids()] == [read.pack(one) for one in read.ids()]


SCRIPT = """
import sys
from pathlib import Path
from ilmcoach.files import RealDisk
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.cache import PackCache
from ilmcoach.packs.library import Library

library = Library.find([bundled_folder()], PackCache(Path(sys.argv[1]), RealDisk(), writes=True))
assert library.pack("level-3-certificate")
library.keep()
print(*{"markdown_it", "mdit_py_plugins", "ruamel"} & {name.partition(".")[0] for name in sys.modules})
"""  # noqa: E501


def test_a_pack_from_the_cache_is_had_without_what_reads_markdown(file: Path) -> None:
    def imported() -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(file)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        return set(done.stdout.split())

    assert imported() == {"markdown_it", "mdit_py_plugins", "ruamel"}
    assert imported() == set()


def edited(packs: Path) -> None:
    path = packs / "river-walks" / "pack.md"
    times = path.stat()
    path.write_text(path.read_text("utf-8").replace("river", "RIVER"), "utf-8")
    # An editor or a copy may put the time back; the size is the same anyway.
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def added(packs: Path) -> None:
    (packs / "river-walks" / "more.md").write_text("---\nkind: questions\n---\n", "utf-8")


def removed(packs: Path) -> None:
    last = max(one for one in (packs / "river-walks").rglob("*.md") if one.name != "pack.md")
    last.unlink()


def renamed(packs: Path) -> None:
    (packs / "river-walks").rename(packs / "stream-walks")


def another(packs: Path) -> None:
    (packs / "new").mkdir()
    (packs / "new" / "pack.md").write_text("---\nid: new\ntitle: New\n---\n", "utf-8")


@pytest.mark.parametrize("change", [edited, added, removed, renamed, another])
def test_any_change_of_a_pack_is_seen(
    packs: Path, file: Path, change: Callable[[Path], None]
) -> None:
    filled(packs, file)

    change(packs)

    assert hits(packs, file) == 0
    assert library(packs, file).entries == Library.find([packs]).entries


def test_other_code_or_another_version_reads_anew(tmp_path: Path, packs: Path) -> None:
    code = tmp_path / "code"
    code.mkdir()
    (code / "reader.py").write_text("one", "utf-8")
    before = state([packs / "river-walks"], code, "1.0")
    assert before == state([packs / "river-walks"], code, "1.0") != b""

    assert state([packs / "river-walks"], code, "1.1") != before
    (code / "reader.py").write_text("two", "utf-8")
    assert state([packs / "river-walks"], code, "1.0") != before


def test_a_folder_that_cannot_be_told_about_is_never_cached(tmp_path: Path, file: Path) -> None:
    huge = tmp_path / "packs" / "huge"
    huge.mkdir(parents=True)
    (huge / "pack.md").write_text("---\nid: huge\ntitle: Huge\n---\n", "utf-8")
    for number in range(2001):
        (huge / f"{number}.txt").touch()

    found = filled(tmp_path / "packs", file)

    assert state([huge]) == b""
    assert [entry.id for entry in found.entries] == ["huge"]
    assert not file.exists()


def test_a_second_run_adds_what_it_read_and_writes_nothing_else(packs: Path, file: Path) -> None:
    disk = Counting()
    for name, writes in (("river-walks", 1), ("river-walks", 1), ("canal-award", 2)):
        found = library(packs, file, disk)
        assert found.pack(name)
        found.keep()
        found.keep()
        assert disk.written == writes
    assert library(packs, file).pack("river-walks") == Library.find([packs]).pack("river-walks")
    assert hits(packs, file) >= 2


def test_reading_only_writes_nothing(packs: Path, file: Path) -> None:
    found = library(packs, file, writes=False)
    assert found.entries
    found.keep()
    assert not file.parent.exists()


def test_the_file_is_the_owners_alone(packs: Path, file: Path) -> None:
    filled(packs, file)
    assert RealDisk().is_private(file)
    assert RealDisk().is_private(file.parent)


def test_a_disk_that_fails_only_costs_time(packs: Path, file: Path) -> None:
    filled(packs, file)
    found = library(packs, file, Failing())
    assert found.entries == Library.find([packs]).entries
    found.keep()


def test_a_folder_in_the_files_place_only_costs_time(packs: Path, file: Path) -> None:
    file.mkdir(parents=True)
    found = filled(packs, file)
    assert found.entries == Library.find([packs]).entries


def test_two_programs_at_once_leave_a_whole_cache(packs: Path, file: Path) -> None:
    first, second = library(packs, file), library(packs, file)
    assert first.pack("river-walks")
    assert second.pack("canal-award")
    first.keep()
    second.keep()

    third = library(packs, file)

    assert third.entries == Library.find([packs]).entries
    assert hits(packs, file) >= 1


def test_well_sealed_nonsense_is_passed_over(packs: Path, file: Path) -> None:
    filled(packs, file)
    body = file.read_bytes()[32:]
    kept = msgspec.msgpack.decode(body)
    for bad in (
        {**kept, "packs": {name: {"id": 1} for name in kept["packs"]}},
        {**kept, "packs": []},
        {**kept, "glances": [[{"folder": 5}]]},
        [kept],
        None,
    ):
        data = msgspec.msgpack.encode(bad)
        file.write_bytes(blake2b(data, digest_size=32).digest() + data)
        assert library(packs, file).entries == Library.find([packs]).entries


def test_a_whole_cache_of_other_packs_is_passed_over(packs: Path, file: Path) -> None:
    filled(bundled_folder(), file)
    assert hits(packs, file) == 0


with TemporaryDirectory() as _folder:
    _file = Path(_folder) / "packs.msgpack"
    filled(GOOD, _file)
    WHOLE = _file.read_bytes()


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255), st.booleans())
@settings(max_examples=40, deadline=None)
def test_one_wrong_byte_or_a_cut_makes_it_worthless(at: int, change: int, cut: bool) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "packs.msgpack"
        changed = bytes([WHOLE[at] ^ change])
        file.write_bytes(WHOLE[:at] if cut else WHOLE[:at] + changed + WHOLE[at + 1 :])
        assert hits(GOOD, file) == 0


LINES = st.text(st.characters(codec="utf-8"), max_size=30)


@given(st.lists(LINES, max_size=6), LINES)
@settings(max_examples=25, deadline=None)
def test_whatever_stands_in_a_pack_comes_back(lines: list[str], title: str) -> None:
    with TemporaryDirectory() as folder:
        packs, file = Path(folder) / "packs", Path(folder) / "cache" / "packs.msgpack"
        (packs / "odd").mkdir(parents=True)
        front = f"---\nid: odd\ntitle: {title}\n---\n\n"
        (packs / "odd" / "pack.md").write_bytes((front + "\n".join(lines)).encode())
        (packs / "odd" / "words.md").write_bytes("\n".join(lines).encode())
        filled(packs, file)
        assert hits(packs, file) == 1
        assert library(packs, file).entries == Library.find([packs]).entries
