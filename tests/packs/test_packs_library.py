"""The library: search folders, broken packs, packs of one id, and what builds on what."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library, check
from tests.packs.pack_cases import DATA, GOOD


def write(root: Path, name: str, uses: str = "", more: str = "") -> Path:
    folder = root / name
    folder.mkdir(parents=True, exist_ok=True)
    front = f"id: {name.rpartition('/')[2]}\ntitle: {name}\n" + (f"uses: {uses}\n" if uses else "")
    (folder / "pack.md").write_text(f"---\n{front}---\n\n{more}", encoding="utf-8")
    return folder


def test_a_broken_pack_is_listed_and_the_others_are_there() -> None:
    library = Library.find([DATA, GOOD])

    entries = {entry.id: entry for entry in library.entries}
    assert entries["ten-mistakes"].pack is None
    assert len(entries["ten-mistakes"].problems) == 10
    assert entries["river-walks"].pack is not None
    assert library.pack("river-walks") is entries["river-walks"].pack
    assert library.pack("ten-mistakes") is None
    assert library.pack("no-such-pack") is None


def test_folders_without_a_pack_are_passed_over_and_half_a_pack_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "notes.md").write_text("just a note", encoding="utf-8")
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "walk.md").write_text("---\nkind: walk\n---\n", encoding="utf-8")

    (entry,) = Library.find([tmp_path, tmp_path / "missing"]).entries

    assert entry.folder == tmp_path / "half"
    assert entry.id == ""
    assert (entry.problems[0].file, entry.problems[0].line) == ("pack.md", 1)
    assert "no pack.md" in entry.problems[0].what


def test_the_learners_pack_comes_before_a_bundled_one_of_the_same_id(tmp_path: Path) -> None:
    mine = write(tmp_path / "mine", "same")
    theirs = write(tmp_path / "theirs", "same")

    library = Library.find([tmp_path / "mine", tmp_path / "theirs"])

    found = library.pack("same")
    assert found is not None
    assert found.folder == mine
    assert library.ids() == ("same",)
    first, second = library.entries
    assert first.problems == ()
    assert second.folder == theirs
    assert [one.advice for one in second.problems] == [True]
    assert str(mine) in second.problems[0].mend


def test_a_usable_pack_stands_in_for_a_broken_one_of_the_same_id(tmp_path: Path) -> None:
    write(tmp_path / "mine", "same", uses="nowhere")
    theirs = write(tmp_path / "theirs", "same")

    found = Library.find([tmp_path / "mine", tmp_path / "theirs"]).pack("same")

    assert found is not None
    assert found.folder == theirs


def test_an_unknown_pack_to_build_on(tmp_path: Path) -> None:
    folder = write(tmp_path, "mine", uses="river-walk")

    (problem,) = check(folder, Library.find([GOOD]))

    assert (problem.file, problem.line) == ("pack.md", 4)
    assert "'river-walk'" in problem.what
    assert "'river-walks'" in problem.mend


def test_packs_that_build_on_each_other(tmp_path: Path) -> None:
    write(tmp_path, "a", uses="b")
    write(tmp_path, "b", uses="c")
    write(tmp_path, "c", uses="a")
    write(tmp_path, "d", uses="d")
    write(tmp_path, "e", uses="a")

    entries = {entry.id: entry for entry in Library.find([tmp_path]).entries}

    for name in "abcd":
        (problem,) = entries[name].problems
        assert (problem.file, problem.line) == ("pack.md", 4)
        told = "can't build on itself" if name == "d" else "build on each other"
        assert told in problem.what
    (problem,) = entries["e"].problems
    assert "problems of its own" in problem.what


def test_what_a_broken_pack_lacks_is_not_called_missing_above_it(tmp_path: Path) -> None:
    write(tmp_path, "below", uses="nowhere")
    folder = write(tmp_path, "above", uses="below")
    (folder / "task.md").write_text(
        "---\nkind: assessment\nid: t\ntitle: T\nunits: u\n---\n\n## One\n\n`id: one`\n",
        encoding="utf-8",
    )

    problems = check(folder, Library.find([tmp_path]))

    assert [one.line for one in problems] == [4]


def test_several_packs_are_laid_over_each_other_in_their_order(tmp_path: Path) -> None:
    entry = "---\nkind: reading\n---\n\n## Book\n\n{0}.\n\n## {0}\n\nOnly there.\n"
    for name in ("low", "high"):
        folder = write(tmp_path, name)
        (folder / "reading.md").write_text(entry.format(name), encoding="utf-8")
    write(tmp_path, "top", uses="low, high")

    found = Library.find([tmp_path]).pack("top")

    assert found is not None
    assert [one.id for one in found.readings] == ["book", "low", "high"]
    assert found.readings[0].citation == "high."


def test_a_unit_that_drops_a_criterion_is_told_where_it_is_still_named(tmp_path: Path) -> None:
    folder = write(tmp_path, "mine", uses="canal-award")
    (folder / "unit.md").write_text(
        "---\nkind: unit\nid: c1\ntitle: C\n---\n\n"
        "## O\n\n| Code | Asks |\n|---|---|\n| 1.1 | x |\n",
        encoding="utf-8",
    )

    problems = check(folder, Library.find([GOOD]))

    named = [one for one in problems if "c1/2.1" in one.what]
    assert {one.line for one in problems} == {4}
    assert all(one.advice for one in problems)
    assert any("'lock-review'" in one.what for one in named)
    assert any("'meeting'" in one.what for one in named)


def test_two_quick_walks_are_advice(tmp_path: Path) -> None:
    folder = write(tmp_path, "mine", uses="river-walks")
    (folder / "w.md").write_text(
        "---\nkind: walk\nid: w\ntitle: W\nquick: yes\n---\n\n## S\n\n### T\n\n"
        "`id: a` `answer: date`\n\nWhen?\n",
        encoding="utf-8",
    )

    (problem,) = check(folder, Library.find([GOOD]))

    assert problem.advice
    assert "meeting, w" in problem.what
    assert problem.file == "w.md"


def test_a_search_folder_may_be_a_pack_itself() -> None:
    library = Library.find([GOOD / "river-walks"])

    assert library.ids() == ("river-walks",)
    assert [entry.origin for entry in library.entries] == ["own"]


def test_bundled_packs_say_so() -> None:
    entries = Library.find([bundled_folder(), GOOD]).entries

    origins = {entry.id: entry.origin for entry in entries}
    assert origins["level-3-certificate"] == "bundled"
    assert origins["canal-award"] == "own"


def test_a_pack_is_found_by_its_id_where_word_made_long_dashes(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "pack.md").write_text("\u2014\nid: mine\ntitle: Mine\n\u2014\n")
    library = Library.find([tmp_path])
    assert library.ids() == ("mine",)
    assert library.pack("mine") is not None
