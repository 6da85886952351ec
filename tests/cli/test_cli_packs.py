"""`pack list` and `pack check`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.course import COURSE, ROOT, Run

BUNDLED = len(list((ROOT / "prompts").glob("*/pack.md")))


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the small programme's pack, to be broken."""
    return Path(shutil.copytree(COURSE, tmp_path / "short-course"))


def break_it(course: Path) -> Path:
    page = course / "report.md"
    page.write_text(page.read_text().replace("t1/1.2", "t1/9.9"))
    return page


def test_a_good_pack(run: Run, course: Path) -> None:
    told = run("pack", "check", str(course))
    assert (told.code, told.err) == (0, "")
    holds, summary = told.out.splitlines()
    assert holds == (
        "A short course (short-course) can be used. It holds a programme, 1 unit, 1 assessment."
    )
    assert summary == "1 pack checked: no problems."


def test_a_problem_is_told_with_file_and_line(run: Run, course: Path) -> None:
    page = break_it(course)
    told = run("pack", "check", str(course))
    assert (told.code, told.err) == (1, "")
    *problems, unusable, summary = told.out.splitlines()
    assert unusable == "short-course can't be used before that is mended."
    number = (
        page.read_text()
        .splitlines()
        .index("`id: needs` `criteria: t1/1.1, t1/9.9` `marks: 20` `minimum: 10`")
    )
    (problem,) = [one for one in problems if ": advice: " not in one]
    assert problem.startswith(f"{page}:{number + 1}: ")
    assert "t1/9.9" in problem
    assert summary.startswith("1 pack checked: 1 problem")


def test_advice_alone_is_no_problem(run: Run, course: Path) -> None:
    page = course / "report.md"
    page.write_text(page.read_text().replace("\nmarks: 20\n", "\nmarks: 25\n"))
    told = run("pack", "check", str(course))
    assert told.code == 0
    assert ": advice: " in told.out
    assert told.out.endswith("1 pack checked: no problems, 1 piece of advice.\n")


def test_several_at_once_may_build_on_each_other(run: Run, course: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "pack.md").write_text("---\nid: other\ntitle: Other\nuses: short-course\n---\n")
    assert run("pack", "check", str(other)).code == 1
    told = run("pack", "check", str(other), str(course))
    assert told.code == 0
    holds, *_, summary = told.out.splitlines()
    assert holds.endswith("It holds nothing of its own; it builds on short-course.")
    assert summary == "2 packs checked: no problems."


@pytest.mark.parametrize("name", ["nowhere", "short-course/pack.md"])
def test_what_is_no_folder_is_wrong_use(run: Run, course: Path, tmp_path: Path, name: str) -> None:
    told = run("pack", "check", str(course), str(tmp_path / name))
    assert (told.code, told.out) == (2, "")
    assert "is not a folder" in told.err


def test_codes_in_a_pack_do_not_reach_the_terminal(run: Run, course: Path) -> None:
    (course / "pack.md").write_text(
        "---\nid: short-course\ntitle: \x1b]52;c;QQ==\x07A\nx\x1b[2J: y\n---\n"
    )
    told = run("pack", "check", str(course))
    assert "\x1b" not in told.out + told.err


def test_the_list_names_bundled_packs_and_ones_own(run: Run, set_up: Path) -> None:
    told = run("pack", "list")
    lines = told.out.splitlines()
    assert "short-course 1.2: A short course (your own)" in lines
    assert any(one.startswith("level-3-certificate ") for one in lines)
    assert any(one.startswith("leadership-walks ") for one in lines)


def test_a_broken_pack_is_listed_with_its_problems(run: Run, set_up: Path) -> None:
    page = break_it(set_up / "packs" / "short-course")
    told = run("pack", "list")
    assert told.code == 1
    assert "short-course: cannot be used" in told.out
    assert f"  {page}:" in told.out


def test_a_folder_of_packs_is_checked_pack_by_pack(run: Run) -> None:
    found = run("pack", "check", str(ROOT / "prompts"))
    assert found.code == 0
    assert f"{BUNDLED} packs checked: no problems" in found.out


def test_without_a_path_every_pack_there_is_is_checked(run: Run) -> None:
    found = run("pack", "check")
    assert found.code == 0
    assert f"{BUNDLED} packs checked: no problems" in found.out


def test_the_same_for_a_program(run: Run, course: Path) -> None:
    page = break_it(course)
    told = run("pack", "check", "--json", str(course), str(ROOT / "prompts" / "leadership-walks"))
    assert (told.code, told.err) == (1, "")
    broken, good = json.loads(told.out)
    assert (broken["id"], broken["usable"], broken["holds"]) == ("short-course", False, None)
    (problem,) = [one for one in broken["problems"] if not one["advice"]]
    assert problem["file"] == page.name
    assert problem["what"] == "There is no criterion 't1/9.9'."
    assert problem["mend"] == "Did you mean 't1/1.2'?"
    assert page.read_text().splitlines()[problem["line"] - 1].startswith("`id: needs`")
    assert (good["usable"], good["problems"]) == (True, [])
    assert good["holds"]["walks"] == 8


def test_every_key_is_printed(run: Run) -> None:
    told = run("pack", "keys")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("## All the keys\n")
    assert "| until answered | yes or no |" in told.out
