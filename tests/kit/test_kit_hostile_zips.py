"""Zips from a stranger: refused with the name of what is wrong, or made harmless."""

from __future__ import annotations

import io
import json
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ilmcoach.kit.manifest import NAME
from ilmcoach.kit.receiving import look_at
from ilmcoach.kit.unpacking import unpack
from ilmcoach.packs.limits import FILE_BYTES
from tests.kit.parcels import FRIDAY, PACK, built_zip, no_library, plain_zip, with_entry, zip_of


def only_problem(data: bytes) -> tuple[str, str]:
    found = unpack(data, "sent.zip")
    assert found.pages == {}
    (problem,) = found.problems
    assert problem.mend
    return problem.file, problem.what


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../out.md", "leads out"),
        ("friday/../../out.md", "leads out"),
        ("/etc/out.md", "top of a disk"),
        ("C:/out.md", "top of a disk"),
        ("c:out.md", "top of a disk"),
        ("//server/share/out.md", "top of a disk"),
        ("friday\\out.md", "backslash"),
        ("..\\out.md", "backslash"),
        ("friday/a.md\0.txt", "NUL"),
        ("friday/CON", "Windows keeps"),
        ("friday/aux.md", "Windows keeps"),
        ("friday/Com1.x.md", "Windows keeps"),
        ("friday/a:b.md", "not every system"),
        ("friday/a?.md", "not every system"),
        ("friday/walks./a.md", "ends with"),
        ("friday/a.md ", "ends with"),
        ("friday/ a.md", "begins"),
        ("friday//a.md", "empty part"),
        ("friday/./a.md", "empty part"),
        ("friday/\u202edm.exe", "cannot be seen"),
        ("friday/a\x1b[2J.md", "cannot be seen"),
        ("friday/a\nb.md", "cannot be seen"),
        ("friday/" + "x" * 120 + ".md", "too long"),
        ("friday/" + "x/" * 110 + "a.md", "too long"),
        ("friday/" + "x/" * 12 + "a.md", "too deep"),
        ("FRIDAY/Questions.MD", "take it for"),
        ("friday/questions.md/a.md", "folder has this name"),
        ("friday/questions.md", "more than once"),
    ],
    ids=lambda value: ascii(value)[:24],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names(name: str, said: str) -> None:
    file, what = only_problem(with_entry(name))
    assert said in what
    assert file.isprintable()


def link(entry: zipfile.ZipInfo) -> None:
    entry.create_system, entry.external_attr = 3, 0o120777 << 16


def pipe(entry: zipfile.ZipInfo) -> None:
    entry.create_system, entry.external_attr = 3, 0o010644 << 16


def lzma(entry: zipfile.ZipInfo) -> None:
    entry.compress_type = zipfile.ZIP_LZMA


@pytest.mark.parametrize(
    ("change", "said"), [(link, "a link"), (pipe, "no plain file"), (lzma, "not read")]
)
def test_kinds_of_entries(change: Callable[[zipfile.ZipInfo], None], said: str) -> None:
    file, what = only_problem(with_entry("friday/walks/a.md", b"/etc/passwd", change))
    assert file == "friday/walks/a.md"
    assert said in what


def changed(data: bytes, name: bytes, local: int, central: int, value: int) -> bytes:
    """The 16-bit field of one entry changed in both its headers (offsets before the name)."""
    out = bytearray(data)
    struct.pack_into("<H", out, data.index(name) - local, value)
    struct.pack_into("<H", out, data.rindex(name) - central, value)
    return bytes(out)


def test_a_locked_entry() -> None:
    data = changed(plain_zip(), b"friday/questions.md", 24, 38, 1)
    assert only_problem(data)[1] == "It is locked with a password."


def test_a_way_of_packing_that_nobody_knows() -> None:
    data = changed(plain_zip(), b"friday/questions.md", 22, 36, 99)
    assert "packed in a way" in only_problem(data)[1]


def test_a_wrong_checksum_and_a_cut_stream() -> None:
    whole = zip_of([("friday/pack.md", PACK), ("friday/a.md", b"a" * 500)], zipfile.ZIP_STORED)
    assert only_problem(whole.replace(b"aaa", b"aab", 1)) == (
        "friday/a.md",
        "It is damaged and cannot be unpacked.",
    )


def test_what_is_smaller_in_its_header_than_in_truth() -> None:
    data = bytearray(zip_of([("friday/pack.md", PACK), ("friday/a.md", b"a" * 5_000_000)]))
    at = bytes(data).rindex(b"friday/a.md") - 46 + 24
    struct.pack_into("<L", data, at, 10)
    assert only_problem(bytes(data))[0] == "friday/a.md"


def test_entries_that_share_their_bytes() -> None:
    data = bytearray(plain_zip())
    first = struct.unpack_from("<L", data, bytes(data).rindex(b"friday/pack.md") - 4)[0]
    struct.pack_into("<L", data, bytes(data).rindex(b"friday/questions.md") - 4, first)
    assert "does not lie where" in only_problem(bytes(data))[1]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no zip file"),
        (b"%PDF-1.7", "no zip file"),
        (plain_zip()[:-30], "end is missing"),
        (plain_zip()[:400], "end is missing"),
        (zip_of([]), "holds no pack"),
        (zip_of([("a/notes.md", b"x")]), "holds no pack"),
        (zip_of([("friday.zip", plain_zip())]), "another zip in it, friday.zip"),
        (zip_of([("a/pack.md", PACK), ("b/pack.md", PACK)]), "several packs: a and b"),
    ],
    ids=["nothing", "pdf", "cut", "half", "empty", "no pack", "zip in zip", "two packs"],
)
def test_what_is_no_pack_at_all(data: bytes, said: str) -> None:
    file, what = only_problem(data)
    assert file == "sent.zip"
    assert said in what


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([(f"f/{number}.md", b"x") for number in range(10_000)], "more than 2,000 files"),
        ([(f"f/{number}.md", b"x") for number in range(210)], "200 files"),
        ([("f/a.md", b"x" * 50_000_000)], "longer than 64 KB"),
        ([(f"f/{number}.md", b"x" * FILE_BYTES) for number in range(150)], "5 MB"),
    ],
    ids=["10,000 files", "210 files", "bomb", "many small bombs"],
)
def test_bombs_are_counted_as_they_come_out(entries: list[tuple[str, bytes]], said: str) -> None:
    data = zip_of([("f/pack.md", PACK), *entries])
    del entries
    tracemalloc.start()
    try:
        found = unpack(data, "sent.zip")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found.pages == {}
    assert said in found.problems[-1].what
    assert most < 50_000_000


def test_what_desktops_add_is_passed_over_in_silence() -> None:
    extra = [
        ("__MACOSX/friday/._pack.md", b"\0\5\x16\7"),
        ("friday/.DS_Store", b"\0\0\0\1Bud1"),
        ("friday/walks/Thumbs.db", b"x"),
        ("friday/walks/", b""),
        ("friday/picture.png", b"\x89PNG"),
        ("elsewhere/a.md", b"x"),
    ]
    found = unpack(
        zip_of([*((f"friday/{name}", data) for name, data in FRIDAY.items()), *extra]), "s.zip"
    )
    assert found.problems == ()
    assert found.pages == dict(FRIDAY)
    assert found.manifest is None
    assert found.passed_over == ("friday/picture.png", "elsewhere/a.md")


def with_comment(comment: bytes) -> bytes:
    out = io.BytesIO(plain_zip(top="repository-main/packs/friday/"))
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = comment
    return out.getvalue()


def test_a_pack_deep_in_an_archive_with_a_comment_of_its_own() -> None:
    assert unpack(with_comment(b"0123456789abcdef"), "s.zip").pages == dict(FRIDAY)


@pytest.mark.parametrize("trick", [b"PK\5\6", b"PK\5\6" + b"\0" * 40, b"PK\6\7" + b"\0" * 40])
def test_a_comment_that_looks_like_the_end_of_another_zip(trick: bytes) -> None:
    found = unpack(with_comment(trick), "s.zip")
    assert found.pages in ({}, dict(FRIDAY))
    assert bool(found.problems) != bool(found.pages)


def resealed(change: Callable[[dict[str, object]], None]) -> bytes:
    """A built zip whose list was changed."""
    with zipfile.ZipFile(io.BytesIO(built_zip())) as archive:
        entries = [(name, archive.read(name)) for name in archive.namelist()]
    told = json.loads(entries[0][1])
    change(told)
    return zip_of([(NAME, json.dumps(told).encode()), *entries[1:]])


def test_a_file_that_was_changed_after_the_build(tmp_path: Path) -> None:
    pages = {**FRIDAY, "questions.md": FRIDAY["questions.md"] + b"- What else?\n"}
    with zipfile.ZipFile(io.BytesIO(built_zip())) as archive:
        listed = archive.read(NAME)
    sent = tmp_path / "friday.zip"
    entries = [(f"friday/{name}", data) for name, data in pages.items()]
    sent.write_bytes(zip_of([(NAME, listed), *entries, ("friday/more.md", b"x")]))

    parcel = look_at(sent, tmp_path / "work", no_library())

    assert (parcel.usable, parcel.sealed) == (False, False)
    told = {one.file: one.what for one in parcel.problems}
    assert told["questions.md"] == "This file is not as it was built."
    assert told["more.md"] in (
        "This file was added after the build.",
        "The file does not begin with a line --- and the keys after it.",
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda told: told.update(format=2), "newer ilmcoach"),
        (lambda told: told.update(format="x"), "cannot be read"),
        (lambda told: told.update(files=[1]), "cannot be read"),
        (lambda told: told.update(title="x" * 70_000), "too long"),
    ],
    ids=["newer", "no number", "no list", "huge"],
)
def test_a_list_that_is_not_in_order(
    change: Callable[[dict[str, object]], None], said: str
) -> None:
    found = unpack(resealed(change), "s.zip")
    assert said in found.problems[0].what or "64 KB" in found.problems[0].what
    assert found.pages == {}


def test_the_list_of_another_pack(tmp_path: Path) -> None:
    sent = tmp_path / "friday.zip"
    sent.write_bytes(resealed(lambda told: told.update(id="monday")))
    parcel = look_at(sent, tmp_path / "work", no_library())
    assert not parcel.usable
    assert "another pack" in parcel.problems[0].what
