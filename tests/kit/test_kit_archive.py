"""One file of a pack: the same for the same pack, and nothing in it but the pack."""

from __future__ import annotations

import io
import json
import os
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from ilmcoach.kit.archive import build, file_name
from ilmcoach.kit.manifest import NAME
from ilmcoach.kit.receiving import look_at
from ilmcoach.packs.model import Pack
from tests.kit.parcels import FRIDAY, PACK, folder_of, no_library


@pytest.fixture
def friday(tmp_path: Path) -> Path:
    return folder_of(FRIDAY, tmp_path / "friday")


def test_it_comes_out_the_same_whenever_and_wherever_it_is_built(
    friday: Path, tmp_path: Path
) -> None:
    first = build(friday, no_library())
    other = folder_of(dict(reversed(list(FRIDAY.items()))), tmp_path / "elsewhere" / "friday")
    for path in other.rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o700)

    second = build(other, no_library())

    assert first.data
    assert first.data == second.data
    assert first.sha256 == sha256(first.data).hexdigest()
    assert first.name == "friday-1.0.zip"
    assert first.files == 4


def test_the_list_stands_first_and_tells_each_file(friday: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(build(friday, no_library()).data)) as archive:
        assert archive.namelist() == [
            NAME,
            "friday/pack.md",
            "friday/README.md",
            "friday/questions.md",
            "friday/walks/looking-back.md",
        ]
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        told = json.loads(archive.read(NAME))
    assert (told["format"], told["id"], told["author"]) == (1, "friday", "R. Tutor")
    assert told["files"]["pack.md"] == {"bytes": len(PACK), "sha256": sha256(PACK).hexdigest()}
    assert set(told["files"]) == set(FRIDAY)


def test_only_what_a_pack_is_read_from_goes_in(friday: Path) -> None:
    alone = build(friday, no_library()).data
    for name in ("notes.txt", ".git/x.md", "walks/.draft.md", "picture.png", "walks/README.md"):
        (friday / name).parent.mkdir(exist_ok=True)
        (friday / name).write_bytes(b"private")

    assert build(friday, no_library()).data == alone


def test_a_pack_with_a_problem_is_not_built(friday: Path) -> None:
    (friday / "questions.md").write_bytes(b"---\nkind: questions\n---\n\n<script>\n")
    built = build(friday, no_library())
    assert (built.data, built.name) == (b"", "")
    assert {one.file for one in built.problems if not one.advice} == {"questions.md"}


@pytest.mark.parametrize(
    ("name", "said"), [("aux.md", "Windows keeps"), ("a?.md", "not every system")]
)
def test_names_that_some_system_refuses_are_told_to_the_tutor(
    friday: Path, name: str, said: str
) -> None:
    (friday / "questions.md").rename(friday / name)
    built = build(friday, no_library())
    assert not built.data
    assert any(said in one.what for one in built.problems)


def test_an_id_that_windows_keeps_for_itself(tmp_path: Path) -> None:
    folder = folder_of({"pack.md": PACK.replace(b"friday", b"con", 1)}, tmp_path / "con")
    built = build(folder, no_library())
    assert not built.data
    (problem,) = [one for one in built.problems if "'con'" in one.what]
    assert "con-pack" in problem.mend


@pytest.mark.parametrize(
    ("version", "name"),
    [
        ("", "friday.zip"),
        ("2.0 beta", "friday-2.0-beta.zip"),
        ("../../x", "friday-x.zip"),
        ("\N{SNOWMAN}", "friday.zip"),
        ("1" * 90, f"friday-{'1' * 40}.zip"),
    ],
)
def test_a_version_makes_a_plain_name(version: str, name: str) -> None:
    assert file_name(replace(Pack("friday", "F", Path()), version=version)) == name


def test_what_is_built_arrives_whole(friday: Path, tmp_path: Path) -> None:
    built = build(friday, no_library())
    sent = tmp_path / built.name
    sent.write_bytes(built.data)

    parcel = look_at(sent, tmp_path / "work", no_library())

    assert (parcel.usable, parcel.sealed, parcel.problems) == (True, True, ())
    assert {name: (parcel.folder / name).read_bytes() for name in parcel.files} == dict(FRIDAY)
    assert (parcel.title, parcel.version, parcel.author) == ("Friday questions", "1.0", "R. Tutor")
    counts = parcel.counts
    assert (counts.walks, counts.steps, counts.questions, counts.programmes) == (1, 2, 2, 0)
