"""Which criteria a step may name, and what learners call a criterion."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach.packs.library import Library, check

UNIT = "---\nkind: unit\nid: own\ntitle: O\ncode: {0}\n---\n\n## One\n\n{1}"
TABLE = "| Code | Asks |\n|---|---|\n| 1.1 | what it is |\n"
STEP = "## S\n\n### T\n\n`id: t` `answer: date` {0}\n\nWhen?\n"
WALK = f"---\nkind: walk\nid: w\ntitle: W\n---\n\n{STEP}"
PROGRAMME = "---\nkind: programme\ntitle: P\nset: no\n---\n"


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack with one unit."""
    write(tmp_path / "mine", "pack.md", "---\nid: mine\ntitle: Mine\n---\n")
    return write(tmp_path / "mine", "unit.md", UNIT.format("U1", TABLE))


def found(folder: Path) -> list[str]:
    return [one.what for one in check(folder, Library.find([folder.parent]))]


def test_a_pack_to_build_on_may_name_criteria_of_units_elsewhere(folder: Path) -> None:
    write(folder, "walk.md", WALK.format("`criteria: own/1.1, other/2.2`"))
    assert found(folder) == []


def test_of_a_unit_that_it_holds_it_may_not_name_what_is_not_there(folder: Path) -> None:
    write(folder, "walk.md", WALK.format("`criteria: own/1.2, other/2.2`"))
    assert found(folder) == ["There is no criterion 'own/1.2'."]


def test_a_pack_with_a_programme_names_its_own_criteria_only(folder: Path) -> None:
    write(folder, "walk.md", WALK.format("`criteria: own/1.1, other/2.2`"))
    write(folder, "programme.md", PROGRAMME)
    assert found(folder) == ["There is no unit 'other', so no criterion 'other/2.2'."]


def test_what_it_builds_on_may_name_criteria_of_other_programmes(folder: Path) -> None:
    write(folder, "walk.md", WALK.format("`criteria: own/1.1, other/2.2`"))
    above = write(folder.parent / "above", "programme.md", PROGRAMME)
    write(above, "pack.md", "---\nid: above\ntitle: Above\nuses: mine\n---\n")
    assert found(above) == []


@pytest.mark.parametrize(
    ("code", "columns", "row", "label"),
    [
        ("U1", "Code | Label", "1.1 | Short", "Short"),
        ("U1", "Code | Label", "1.1 | ", "U1 1.1"),
        ("U1", "Code", "1.1", "U1 1.1"),
        ("U1", "Id | Label", "one | Short", "Short"),
        ("U1", "Id", "one", "Explain what it is"),
    ],
)
def test_a_label_of_ones_own_stands_before_code_and_words(
    folder: Path, code: str, columns: str, row: str, label: str
) -> None:
    bars = "|---" * (columns.count("|") + 3)
    table = f"| {columns} | Verb | Asks |\n{bars}|\n| {row} | Explain | what it is |\n"
    write(folder, "unit.md", UNIT.format(code, table))
    pack = Library.find([folder.parent]).pack("mine")
    assert pack is not None
    assert [one.label for one in pack.criteria()] == [label]
