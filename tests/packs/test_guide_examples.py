"""The tutor's guide: its examples are packs that work, and it names all that a pack may use."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest
from markdown_it import MarkdownIt

from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library, check
from ilmcoach.packs.model import AnswerKind, Pack
from ilmcoach.packs.vocabulary import COVER, FIELDS, FIXED_CHOICES, ROLES, SOURCES, TESTS
from ilmcoach.questions import check_question

MARK = "markdown pack="
GUIDE = (bundled_folder() / "README.md").read_text(encoding="utf-8")


def examples() -> dict[str, str]:
    """Each example file of the guide by its path, `PACK/FILE.md`."""
    fences = (one for one in MarkdownIt().parse(GUIDE) if one.type == "fence")
    marked = (one for one in fences if one.info.startswith(MARK))
    return {one.info.removeprefix(MARK): one.content for one in marked}


PACKS = sorted({PurePosixPath(path).parts[0] for path in examples()})


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A folder in which every example stands as a file."""
    for path, text in examples().items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def load(folder: Path, name: str) -> Pack:
    pack = Library.find([folder, bundled_folder()]).pack(name)
    assert pack is not None
    return pack


def test_there_are_three_example_packs() -> None:
    assert PACKS == ["gofalu", "my-first-pack", "our-short-course"]


@pytest.mark.parametrize("name", PACKS)
def test_an_example_has_no_problems(written: Path, name: str) -> None:
    assert [str(one) for one in check(written / name)] == []


def test_a_spoilt_example_is_found_out(written: Path) -> None:
    file = written / "my-first-pack" / "friday.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("answer: choice", "answer: chioce"), encoding="utf-8")
    assert [one.file for one in check(written / "my-first-pack")] == ["friday.md"]


def test_the_first_pack_is_five_lines_and_works_alone(tmp_path: Path) -> None:
    text = examples()["my-first-pack/pack.md"]
    assert len(text.splitlines()) == 5
    folder = tmp_path / "my-first-pack"
    folder.mkdir()
    (folder / "pack.md").write_text(text, encoding="utf-8")
    assert check(folder) == ()


def test_the_first_pack_adds_to_what_it_uses(written: Path) -> None:
    pack = load(written, "my-first-pack")
    friday = pack.walk("friday")
    assert friday is not None
    assert [step.answer for stage in friday.stages for step in stage.steps] == [
        AnswerKind.LONG_TEXT,
        AnswerKind.CHOICE,
    ]
    assert {"strengths-and-limitations", "smart-goal"} <= {walk.id for walk in pack.walks}
    assert {"night-shift-handover", "night-shift-short-of-people"} <= {one.id for one in pack.banks}
    assert "kolb-again" in {one.id for one in pack.readings}


def test_the_second_pack_has_no_set_and_no_meeting_walks(written: Path) -> None:
    pack = load(written, "our-short-course")
    assert pack.programme is not None
    assert not pack.programme.has_set
    assert "meeting" not in {walk.makes for walk in pack.walks_for_learner()}
    assert [one.label for one in pack.criteria()] == ["T1 1.1", "T1 1.2"]


def test_the_third_pack_has_no_codes_no_marks_and_another_language(written: Path) -> None:
    pack = load(written, "gofalu")
    assert not pack.in_english
    assert [one.label for one in pack.criteria()] == ["Gwrando", "Newid"]
    (task,) = pack.assessments
    assert (task.marks, task.words, task.sections[0].marks) == (None, None, None)
    assert task.sections[0].criteria == ("gofal/gwrando", "gofal/newid")
    assert pack.walks[0].steps()[0].criteria == ("gofal/gwrando",)


def test_what_the_guide_calls_good_questions_are_and_the_others_are_not() -> None:
    table = GUIDE.partition("| Instead of | Ask | For |\n")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:4]] for line in table.split("\n")[1:]]
    assert len(rows) >= 6
    for bad, good, why in rows:
        assert check_question(good) == (), good
        assert check_question(bad) or why == "too wide", bad


def test_every_place_that_the_guide_leads_to_is_there() -> None:
    heads = re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)
    there = {re.sub(r"[^a-z0-9 -]", "", head.casefold()).replace(" ", "-") for head in heads}
    named = re.findall(r"\]\(#([a-z0-9-]+)\)", GUIDE)
    assert len(named) >= 15
    assert set(named) <= there


def test_the_guide_tells_of_every_bundled_pack_and_what_it_builds_on() -> None:
    rows = [line.split("|")[1:3] for line in GUIDE.splitlines() if line.startswith("| `")]
    told = {name.strip(" `"): holds for name, holds in rows if "ilmcoach" not in name}
    library = Library.find([bundled_folder()])
    assert set(told) == set(library.ids())
    for name, holds in told.items():
        pack = library.pack(name)
        assert pack is not None
        assert ("programme" in holds) == (pack.programme is not None)
        for other in library.ids():
            if f"`{other}`" in holds:
                assert library.leads_to(name, other)


@pytest.mark.parametrize(
    "name",
    [
        *(kind.value for kind in AnswerKind),
        *SOURCES,
        *ROLES,
        *COVER,
        *TESTS,
        *FIELDS,
        *(field for fields in FIELDS.values() for field in fields),
        *(choice for choices in FIXED_CHOICES.values() for choice in choices),
    ],
)
def test_the_guide_names_what_a_pack_may_use(name: str) -> None:
    assert name in " ".join(GUIDE.casefold().split())
