"""A Word file brought back: only real changes show, and nothing that stands here is touched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from msgspec.structs import replace

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import DocumentMade, Learner, Remark, SectionText
from ilmcoach.portfolio.word_diff import compare
from ilmcoach.services.documents import export_assessment
from ilmcoach.services.returned import ReturnedLook, keep, look_at, words_other
from ilmcoach.services.versions import restore, versions_of
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from ilmcoach.store.versions import BROUGHT
from tests.tui.driving import BEFORE, CERTIFICATE, NOW

TASK, PLAN, LOG = "action-plan-and-log", "action-plan", "log"
TEXT = SectionText(
    id="5" * 32,
    made=BEFORE,
    changed=BEFORE,
    assessment=TASK,
    section=PLAN,
    text="# Mine\nWe met on _Monday_,  all\nof us.\n\n* one\n* two __bold__\n\nIt went well.",
)
ADA = Learner(id="6" * 32, made=BEFORE, changed=BEFORE, name="Ada Byron")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def space(tmp_path: Path, clock: FixedClock) -> Workspace:
    space = open_workspace(Folders(tmp_path / "home"), clock=clock)
    space.store.save([CERTIFICATE, TEXT, ADA])
    return space


@pytest.fixture
def file(space: Workspace, tmp_path: Path) -> Path:
    return export_assessment(space, TASK, "docx", tmp_path / "my file.docx")


def edit(file: Path, change: Callable[[WordFile], object]) -> None:
    document = docx.Document(str(file))
    change(document)
    document.save(str(file))


def rework(document: WordFile) -> None:
    """As a learner and a tutor do in Word."""
    last = next(one for one in document.paragraphs if one.text == "It went well.")
    last.runs[0].text = "It went very well, I think."
    document.add_comment(last.runs[0], text="How do you know?", author="T. Utor")
    document.add_comment(last.runs[0], text="Ask Sam", author="Ada Byron")


def heads(look: ReturnedLook) -> list[tuple[str, int, bool]]:
    return [(one.section, one.other, one.same) for one in look.headings]


def test_a_file_that_nobody_changed_comes_back_the_same(space: Workspace, file: Path) -> None:
    look = look_at(space, TASK, f"'{file}'")
    assert heads(look) == [(PLAN, 0, True), (LOG, 0, True)]
    assert not any(one.worth_keeping for one in look.headings)
    assert (look.name, look.comments, look.missing, look.hidden) == ("my file.docx", (), (), False)


def test_what_was_changed_in_word_is_counted_and_nothing_else(space: Workspace, file: Path) -> None:
    edit(file, rework)
    look = look_at(space, TASK, file)
    assert heads(look) == [(PLAN, 4, False), (LOG, 0, True)]
    assert look.headings[0].text.endswith("- one\n- two **bold**\n\nIt went very well, I think.")
    assert [(one.comment.author, one.own) for one in look.comments] == [
        ("T. Utor", False),
        ("Ada Byron", True),
    ]


def test_it_is_kept_beside_the_text_and_never_in_its_place(
    space: Workspace, file: Path, clock: FixedClock
) -> None:
    edit(file, rework)
    look = look_at(space, TASK, file)
    clock.moment = NOW + timedelta(minutes=5)
    keep(space, look, {PLAN}, [look.comments[0].comment])
    assert space.portfolio.live(SectionText) == (TEXT,)
    brought = versions_of(space, TASK, PLAN)[-1]
    assert (brought.source, brought.text) == (BROUGHT, look.headings[0].text)
    (said,) = space.portfolio.live(Remark)
    assert (said.assessment, said.section, said.who) == (TASK, PLAN, "T. Utor")
    assert said.text == "“It went very well, I think.”\nHow do you know?"
    assert said.on is not None
    again = look_at(space, TASK, file)
    assert [one.kept for one in again.headings] == [True, False]
    assert [one.kept for one in again.comments] == [True, False]
    keep(space, again, {PLAN}, [look.comments[0].comment])
    assert len(versions_of(space, TASK, PLAN)) == 2
    assert len(space.portfolio.live(Remark)) == 1
    restore(space, brought)
    assert look_at(space, TASK, file).headings[0].same


def test_a_window_that_only_reads_looks_and_keeps_nothing(
    space: Workspace, file: Path, clock: FixedClock
) -> None:
    edit(file, rework)
    other = open_workspace(space.folders, clock=clock)
    look = look_at(other, TASK, file)
    assert look.headings[0].other == 4
    with pytest.raises(IlmcoachError, match="Nothing was kept"):
        keep(other, look, {PLAN}, [])
    assert len(versions_of(space, TASK, PLAN)) == 1


def test_a_heading_that_was_renamed_is_named_and_not_guessed(space: Workspace, file: Path) -> None:
    def rename(document: WordFile) -> None:
        title = look_at(space, TASK, file).headings[0].title
        for one in document.paragraphs:
            if one.text == title and (one.style.name or "" if one.style else "").startswith(
                "Heading"
            ):
                one.runs[0].text = "My plan"

    edit(file, rename)
    look = look_at(space, TASK, file)
    assert [one.section for one in look.headings] == [LOG]
    assert len(look.missing) == 1
    assert look.others == ("My plan",)


def test_a_file_made_with_names_hidden_may_be_this_one(space: Workspace, file: Path) -> None:
    made = next(iter(space.portfolio.live(DocumentMade)))
    space.store.save([replace(made, names="roles")])
    assert look_at(space, TASK, file).hidden


def test_other_files_are_refused_and_nothing_is_changed(space: Workspace, tmp_path: Path) -> None:
    other = docx.Document()
    other.add_heading("Minutes", 1)
    other.save(str(tmp_path / "minutes.docx"))
    (tmp_path / "empty.docx").touch()
    (tmp_path / "text.docx").write_text("not this", encoding="utf-8")
    (tmp_path / "link.docx").symlink_to(tmp_path / "minutes.docx")
    with (tmp_path / "huge.docx").open("wb") as huge:
        huge.truncate(40_000_000)
    before = tuple(space.portfolio)
    for name, said in (
        ("minutes.docx", "none of the headings"),
        ("empty.docx", "is empty"),
        ("text.docx", "no Word document"),
        ("link.docx", "is a link"),
        ("huge.docx", "may have up to"),
        ("gone.docx", "There is no file"),
        ("", "is a folder"),
    ):
        with pytest.raises(IlmcoachError, match=said):
            look_at(space, TASK, tmp_path / name)
    with pytest.raises(IlmcoachError, match="Type or paste"):
        look_at(space, TASK, " ")
    with pytest.raises(IlmcoachError, match="no assessment called"):
        look_at(space, "other", tmp_path / "minutes.docx")
    assert tuple(space.portfolio) == before


@pytest.mark.parametrize(
    ("old", "new", "other"),
    [
        ("", "", 0),
        ("a b c", "a b c", 0),
        ("a b c", "a x c", 1),
        ("a b c d", "a d", 2),
        ("a d", "a b c d", 2),
        ("a", "", 1),
        ("one two three four five six seven", "one TWO three four five SIX seven", 2),
    ],
)
def test_words_other(old: str, new: str, other: int) -> None:
    assert words_other(compare(old, new)) == other
