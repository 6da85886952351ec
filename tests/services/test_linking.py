"""Criteria linked by hand: the programme's, and no others are touched."""

from __future__ import annotations

from typing import Any

import pytest

from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.records import Meeting, Note, Record, SectionText, Statement
from ilmcoach.services.linking import can_link, offered_criteria, with_criteria
from tests.cli.course import NOW
from tests.walks.walker import Desk, bundled

AT: dict[str, Any] = {"id": "1", "made": NOW, "changed": NOW}


@pytest.fixture(scope="module")
def pack() -> Pack:
    found = Library.find([bundled_folder()]).pack("level-3-certificate")
    assert found is not None
    return found


def test_every_criterion_of_the_programme_is_offered_with_what_it_asks(pack: Pack) -> None:
    offered = offered_criteria(pack)
    assert [one.label for one in offered][-1] == "M3.37 2.3"
    assert all(": " in one.asks for one in offered)


def test_what_is_chosen_stands_in_the_programmes_order(pack: Pack) -> None:
    note = Note(text="A thought", criteria=("elsewhere/9", "m3-37/2.2"), **AT)
    linked = with_criteria(note, {"m3-37/2.3", "m3-37/1.1"}, pack)
    assert linked.criteria == ("m3-37/1.1", "m3-37/2.3", "elsewhere/9")
    assert linked.changed == note.changed
    assert with_criteria(linked, (), pack).criteria == ("elsewhere/9",)


def test_what_was_taken_away_stays_away_until_the_walk_is_answered_again(pack: Pack) -> None:
    desk = Desk()
    walker = desk.begin(bundled("after-meeting"))
    walker.answer("problem", "The rota.")
    desk.save(with_criteria(desk.one(Meeting), (), pack))
    walker.reopen()
    assert not set(desk.one(Meeting).criteria) & {one.id for one in offered_criteria(pack)}
    walker.answer("problem", "The rota, and me.")
    assert "m3-37/2.2" in desk.one(Meeting).criteria


@pytest.mark.parametrize(
    ("record", "can"),
    [
        (Note(text="x", **AT), True),
        (Note(text="x", trashed=NOW, **AT), False),
        (SectionText(text="x", **AT), False),
        (Statement(**AT), False),
    ],
)
def test_the_work_itself_counts_towards_nothing(record: Record, can: bool) -> None:
    assert can_link(record) is can
