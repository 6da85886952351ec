"""Renaming saves all at once, after a backup, and can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.portfolio.records import Feedback, Note, Person
from ilmcoach.portfolio.renaming import find_places
from ilmcoach.services.renaming import drafts_naming, read_name, rename, undo
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from tests.cli.course import NOW, look

AT: dict[str, Any] = {"made": NOW, "changed": NOW}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    space = open_workspace(Folders(tmp_path), clock=FixedClock(NOW))
    space.store.save(
        [
            Person(id="p", name="Anna", **AT),
            Feedback(id="f", who="Anna", said="Anna said: wait.", **AT),
            Note(id="n", text="I asked Anna twice.", **AT),
        ]
    )
    yield space
    space.close()


def backups(workspace: Workspace) -> int:
    return len(list((workspace.folders.data / "backups").glob("*")))


def test_it_is_saved_after_a_backup_and_undone(workspace: Workspace) -> None:
    before, home = workspace.portfolio, workspace.folders.data
    made = backups(workspace)
    done = rename(workspace, " Maria\x1b[31m ", "Anna", find_places("Anna", before))
    assert (done.new, done.places) == ("Maria", 4)
    assert backups(workspace) == made + 1
    assert {one.words() for one in look(home)} == {
        ("Maria",),
        ("Maria", "Maria said: wait."),
        ("I asked Maria twice.",),
    }
    undo(workspace, done)
    assert look(home) == before


def test_it_is_not_undone_over_what_was_written_since(workspace: Workspace) -> None:
    done = rename(workspace, "Maria", "Anna", find_places("Anna", workspace.portfolio))
    note = workspace.portfolio.live_get(Note, "n")
    assert note is not None
    workspace.store.save([replace(note, text="More")])
    with pytest.raises(IlmcoachError, match="written in one of these since"):
        undo(workspace, done)
    assert workspace.portfolio.live_get(Note, "n") == replace(note, text="More")


def test_nothing_is_renamed_where_something_changed_meanwhile(workspace: Workspace) -> None:
    places = find_places("Anna", workspace.portfolio)
    workspace.store.save([Note(id="n", text="Nobody", **AT)])
    before = workspace.portfolio
    with pytest.raises(IlmcoachError, match="changed there meanwhile"):
        rename(workspace, "Maria", "Anna", places)
    with pytest.raises(WrongUse, match="Nothing is chosen"):
        rename(workspace, "Maria", "Anna", ())
    assert workspace.portfolio == before


@pytest.mark.parametrize("typed", ["", " \n", "Anna", " Anna ", "\x1b[31m", "x" * 101])
def test_what_is_no_new_name_is_said(typed: str) -> None:
    with pytest.raises(WrongUse):
        read_name(typed, "Anna")


def test_drafts_with_the_name_are_counted_and_left_alone(workspace: Workspace) -> None:
    workspace.drafts.keep("note/new", "Anna again", NOW)
    workspace.drafts.keep("form/f", "Annabel", NOW)
    assert drafts_naming(workspace, "Anna") == 1
    rename(workspace, "Maria", "Anna", find_places("Anna", workspace.portfolio))
    assert {one.text for one in workspace.drafts.all()} == {"Anna again", "Annabel"}
