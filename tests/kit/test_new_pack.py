"""A new pack works as it stands, a copy is as good as its model, nothing is written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.kit.new_pack import Named, copied_pack, name_pack, plain_pack, write_pack
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library, check
from ilmcoach.packs.model import AnswerKind, Pack

BUNDLED = Library.find([bundled_folder()])
NIGHT = Named("night-shift", "Night shift")


def load(folder: Path) -> Pack:
    pack = Library.find([folder, bundled_folder()]).pack(folder.name)
    assert pack is not None
    return pack


@pytest.mark.parametrize(
    ("given", "pack_id", "title"),
    [
        ("Night shift", "night-shift", "Night shift"),
        ("night-shift", "night-shift", "Night shift"),
        ("Équipe de nuit: l'été", "equipe-de-nuit-l-ete", "Équipe de nuit: l'été"),
        (" [red] “Odd”  \x1b[31m name ", "red-odd-name", "[red] “Odd” name"),
    ],
)
def test_an_id_is_made_of_the_name(given: str, pack_id: str, title: str) -> None:
    assert name_pack(given) == Named(pack_id, title)


@pytest.mark.parametrize("given", ["", "中文", "../up", "a/b", "c:\\x", "con", "LPT1", "???"])
def test_a_name_of_which_no_id_can_be_made_is_refused(given: str) -> None:
    with pytest.raises(WrongUse):
        name_pack(given)


@pytest.mark.parametrize("title", ["Night shift", 'A: "b" \\ # [x] {y} & *z*', "no", "1.10", "- x"])
def test_the_plain_pack_works_and_the_check_has_nothing_to_say(tmp_path: Path, title: str) -> None:
    folder = tmp_path / NIGHT.id
    write_pack(plain_pack(Named(NIGHT.id, title)), folder)
    assert [str(one) for one in check(folder)] == []
    pack = load(folder)
    assert pack.title == title
    (walk,) = pack.walks
    kinds = [step.answer for step in walk.steps()]
    assert kinds == [AnswerKind.LONG_TEXT, AnswerKind.CHOICE, AnswerKind.DATE]
    assert pack.banks
    assert "tutor" in {one.id for one in pack.readings}
    assert "OF-PACK" not in "".join(plain_pack(NIGHT).values())


def test_the_course_that_its_page_tells_of_works_too(tmp_path: Path) -> None:
    folder = tmp_path / NIGHT.id
    files = plain_pack(NIGHT)
    write_pack(files, folder)
    tokens = MarkdownIt().parse(files["README.md"])
    fences = [one.content for one in tokens if one.type == "fence"]
    for name, text in zip(("programme.md", "unit.md", "task.md"), fences, strict=True):
        assert f"`{name}`" in files["README.md"]
        (folder / name).write_text(text, encoding="utf-8")
    assert [str(one) for one in check(folder)] == []
    pack = load(folder)
    assert pack.programme is not None
    assert [one.words for one in pack.assessments] == [(500, 800)]


@pytest.mark.parametrize("pack_id", ["action-learning", "leadership-walks", "level-3-certificate"])
def test_a_copy_is_as_good_as_what_it_is_a_copy_of(tmp_path: Path, pack_id: str) -> None:
    pack = BUNDLED.pack(pack_id)
    assert pack is not None
    folder = tmp_path / NIGHT.id
    write_pack(copied_pack(pack, NIGHT), folder)
    assert [str(one) for one in check(folder) if not one.advice] == []
    copy = load(folder)
    assert (copy.id, copy.title) == (NIGHT.id, NIGHT.title)
    assert (copy.author, copy.licence, copy.circulation) == (
        pack.author,
        pack.licence,
        pack.circulation,
    )
    assert (copy.uses, copy.walks, copy.units) == (pack.uses, pack.walks, pack.units)


@pytest.mark.parametrize(
    "text",
    [
        "---\nid: old\ntitle: >\n  over two\n  lines\nauthor: Ann\n---\nAbout.\n",
        "---\n{id: old, title: Old, author: Ann}\n---\nAbout.\n",
        "---\nid：old\ntitle: Old\nauthor: Ann\n---\nAbout.\n",
        '---\n"id": old\n# a remark\nTitle: Old\nauthor: Ann\n---\nAbout.\n',
    ],
)
def test_a_copy_is_renamed_however_its_label_is_written(tmp_path: Path, text: str) -> None:
    old = tmp_path / "old"
    old.mkdir()
    (old / "pack.md").write_text(text, encoding="utf-8")
    folder = tmp_path / NIGHT.id
    write_pack(copied_pack(load(old), NIGHT), folder)
    pack = load(folder)
    assert (pack.id, pack.title, pack.author, pack.about) == (
        NIGHT.id,
        NIGHT.title,
        "Ann",
        "About.",
    )


def test_nothing_is_written_over_or_half(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    for folder in (taken, tmp_path / "missing" / "x"):
        with pytest.raises(IlmcoachError):
            write_pack({"pack.md": "x"}, folder)
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(IlmcoachError):
        write_pack({"pack.md": "x"}, tmp_path / "link")
    with pytest.raises(IlmcoachError, match="could not be written"):
        write_pack({"pack.md": "x", "pack.md/deeper.md": "x"}, tmp_path / "half")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["link", "taken"]
    assert not list(taken.iterdir())
