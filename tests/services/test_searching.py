"""The index follows the portfolio, record by record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ilmcoach.clock import FixedClock
from ilmcoach.portfolio.records import (
    KINDS,
    Enrolment,
    Finding,
    Note,
    ReadingRecord,
    SetQuestion,
    Statement,
)
from ilmcoach.services.searching import Searching, words_of
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from tests.cli.course import NOW, put

AT: dict[str, Any] = {"made": NOW, "changed": NOW}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    put(tmp_path, Enrolment(id="e", pack="level-3-certificate", **AT))
    space = open_workspace(Folders(tmp_path), clock=FixedClock(NOW))
    yield space
    space.close()


def ids(searching: Searching, typed: str) -> list[str]:
    return [hit.id for hit in searching.find(typed).hits]


def test_what_is_saved_changed_deleted_and_back_is_found_so(workspace: Workspace) -> None:
    searching = Searching(workspace)
    assert not searching.is_ready
    note = Note(id="n", text="The rota", **AT)
    workspace.store.save([note])
    assert ids(searching, "rota") == ["n"]
    assert searching.is_ready
    workspace.store.save([replace(note, text="The budget", changed=NOW + timedelta(days=1))])
    assert (ids(searching, "rota"), ids(searching, "budget")) == ([], ["n"])
    workspace.store.save([replace(note, trashed=NOW)])
    assert ids(searching, "the") == []
    workspace.store.save([note])
    assert ids(searching, "the rota") == ["n"]


def test_a_record_is_found_by_what_the_learner_knows_it_by(workspace: Workspace) -> None:
    assert workspace.pack is not None
    work = workspace.pack.readings[0]
    workspace.store.save(
        [
            Finding(id="f", area="a", area_label="Listening well", evidence="They waited", **AT),
            ReadingRecord(id="r", reading=work.id, took="Something", **AT),
            SetQuestion(id="q", text="Why?", by="Zoë", to="K", **AT),
            Statement(id="s", assessment="team-report", name="Zoë", **AT),
        ]
    )
    searching = Searching(workspace)
    assert ids(searching, "listening waited") == ["f"]
    assert ids(searching, f"{work.citation.split()[0]} something") == ["r"]
    assert ids(searching, "zoe") == ["q"]


def test_every_own_word_of_every_kind_is_looked_through() -> None:
    for kind in KINDS.values():
        fields: dict[str, Any] = {name: f"word-{name}" for name in kind.words_in}
        record = kind(id="1", **AT, **fields)
        assert set(record.words()) <= set(words_of(record, None).split("\n"))
