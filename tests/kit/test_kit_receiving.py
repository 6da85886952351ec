"""What a learner may be sent: a zip, a folder, one file, or something else altogether."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ilmcoach.errors import IlmcoachError
from ilmcoach.kit.receiving import look_at
from ilmcoach.packs.library import Library
from tests.kit.parcels import FRIDAY, PACK, WALK, folder_of, no_library, plain_zip


def test_a_zip_from_a_desktop_has_no_checksums(tmp_path: Path) -> None:
    sent = tmp_path / "Friday (1).zip"
    sent.write_bytes(plain_zip())
    parcel = look_at(sent, tmp_path / "work", no_library())
    assert (parcel.usable, parcel.sealed, parcel.id) == (True, False, "friday")
    assert parcel.folder == tmp_path / "work" / "friday"


def test_a_zip_without_a_folder_of_its_own(tmp_path: Path) -> None:
    sent = tmp_path / "friday.zip"
    sent.write_bytes(plain_zip(top=""))
    assert look_at(sent, tmp_path / "work", no_library()).usable


def test_a_folder_and_one_within_another(tmp_path: Path) -> None:
    inner = folder_of(FRIDAY, tmp_path / "friday" / "friday")
    for folder in (inner, inner.parent):
        parcel = look_at(folder, tmp_path / "work", no_library())
        assert parcel.usable
        assert set(parcel.files) == set(FRIDAY)
        assert inner.is_dir()


def test_a_folder_with_links_is_refused_and_nothing_of_theirs_is_copied(tmp_path: Path) -> None:
    if not hasattr(os, "symlink"):
        pytest.skip("no links here")
    folder = folder_of(FRIDAY, tmp_path / "friday")
    secret = tmp_path / "secret.md"
    secret.write_bytes(WALK.replace(b"looking-back", b"secret"))
    (folder / "a.md").symlink_to(secret)
    (folder / "README.md").unlink()
    (folder / "README.md").symlink_to(secret)

    parcel = look_at(folder, tmp_path / "work", no_library())

    assert not parcel.usable
    assert ("a.md", 1) in {(one.file, one.line) for one in parcel.problems}
    assert not (parcel.folder / "a.md").exists()
    assert not (parcel.folder / "README.md").exists()


def test_one_file_that_is_a_whole_pack(tmp_path: Path) -> None:
    sent = tmp_path / "downloaded" / "pack (2).md"
    folder_of({sent.name: PACK}, sent.parent)
    parcel = look_at(sent, tmp_path / "work", no_library())
    assert (parcel.usable, parcel.id, parcel.files) == (True, "friday", ("pack.md",))


def test_a_page_that_is_no_pack_is_told_with_its_lines(tmp_path: Path) -> None:
    sent = tmp_path / "walk.md"
    sent.write_bytes(WALK)
    parcel = look_at(sent, tmp_path / "work", no_library())
    assert not parcel.usable
    assert {one.file for one in parcel.problems} == {"pack.md"}


@pytest.mark.parametrize(
    ("name", "data", "said", "mend"),
    [
        ("unit.docx", b"PK\3\4", "word processor", "pack new NAME --from"),
        ("unit.ODT", b"PK\3\4", "word processor", "pack new NAME --from"),
        ("big.zip", b"x" * (9 * 1024 * 1024), "too large", "right file"),
    ],
)
def test_other_files_are_refused_in_plain_words(
    tmp_path: Path, name: str, data: bytes, said: str, mend: str
) -> None:
    sent = tmp_path / name
    sent.write_bytes(data)
    with pytest.raises(IlmcoachError, match=said) as told:
        look_at(sent, tmp_path / "work", no_library())
    assert mend in told.value.hint


@pytest.mark.parametrize("name", ["nothing.zip", "a\0b.zip", "x" * 300 + ".zip"])
def test_a_path_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(IlmcoachError, match="There is no file or folder"):
        look_at(Path(f"{tmp_path}/{name}"), tmp_path / "work", no_library())


def test_a_folder_that_holds_several_packs_and_one_that_holds_none(tmp_path: Path) -> None:
    for name in ("friday", "monday"):
        folder_of(FRIDAY, tmp_path / "both" / name)
    with pytest.raises(IlmcoachError, match="friday and monday"):
        look_at(tmp_path / "both", tmp_path / "work", no_library())
    (tmp_path / "none").mkdir()
    parcel = look_at(tmp_path / "none", tmp_path / "work", no_library())
    assert "no pack.md" in parcel.problems[0].what


def test_what_it_puts_in_the_place_of_a_pack_it_builds_on(tmp_path: Path) -> None:
    base = folder_of(FRIDAY, tmp_path / "shelf" / "friday")
    mine = {
        "pack.md": b"---\nid: mine\ntitle: Mine\nuses: friday\n---\n",
        "w.md": WALK.replace(b"How did it feel?", b"How did that feel?"),
        "x.md": WALK.replace(b"looking-back", b"another"),
    }
    folder = folder_of(mine, tmp_path / "mine")

    parcel = look_at(folder, tmp_path / "work", Library.find([base.parent]))

    (change,) = parcel.replaces
    assert (change.sort, change.id, change.within) == ("walk", "looking-back", "friday")
    assert (parcel.counts.walks, parcel.counts.questions) == (2, 0)
