"""What the offline coach is told of the open portfolio, and what it offers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.packs.model import Step
from ilmcoach.portfolio.records import Finding, KeptQuestion
from ilmcoach.services.asked import Asked
from ilmcoach.services.offline_coach import offer, situation_at_heading, situation_at_step
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
NOTE = "I cannot let go of the ordering and check every line that my deputy does."


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    found = open_workspace(Folders(tmp_path), clock=FixedClock(NOW))
    yield found
    found.close()


def problem(space: Workspace) -> Step:
    walk = space.working_pack.walk("after-meeting")
    assert walk is not None
    return next(one for one in walk.steps() if one.id == "problem")


def test_it_is_told_what_is_empty_kept_and_was_asked_lately(space: Workspace) -> None:
    at: dict[str, Any] = {"made": NOW, "changed": NOW}
    criterion = problem(space).criteria[0]
    space.store.save(
        [
            Finding(id="f", area="trust", evidence="Once.", criteria=(criterion,), **at),
            KeptQuestion(id="k", question="conflict/7b79d525", **at),
            KeptQuestion(id="o", text="What do I want?", **at),
        ]
    )
    asked = Asked(space.folders.data, space.disk)
    asked.note(["b"], date(2026, 11, 20))
    asked.note(["a"], date(2026, 11, 21))
    told = situation_at_step(space, NOTE, problem(space), "trust")
    assert told.lately == ("b", "a")
    assert told.kept == ("conflict/7b79d525",)
    assert told.turn == "trust"
    every = {one.id for one in space.working_pack.criteria()}
    assert set(told.empty) == every - {criterion}


def test_questions_on_what_is_written_come_with_reading_and_its_reason(space: Workspace) -> None:
    found = offer(space, note=NOTE)
    assert any(one.id.startswith("delegation/") for one in found.questions)
    assert found.readings
    assert all(one.good_for for one in found.readings)
    known = {one.id for one in space.working_pack.readings}
    assert {one.id for one in found.readings} <= known


def test_what_was_asked_today_makes_room_for_others(space: Workspace) -> None:
    first = offer(space, note=NOTE, step=problem(space))
    asked = Asked(space.folders.data, space.disk)
    asked.note([one.id for one in first.questions], space.today)
    again = offer(space, note=NOTE, step=problem(space))
    assert len(again.questions) == 3
    assert not set(again.questions) & set(first.questions)
    later = open_workspace(
        Folders(space.folders.data), clock=FixedClock(NOW + timedelta(30)), read_only=True
    )
    assert offer(later, note=NOTE, step=problem(space)) == first
    later.close()


def test_under_a_heading_questions_for_the_set_stay_away(space: Workspace) -> None:
    section = space.working_pack.assessments[0].sections[0]
    told = situation_at_heading(space, NOTE, section)
    assert (told.section, told.step, told.role) == (section, None, "alone")
    members = {
        question.id
        for bank in space.working_pack.banks
        if bank.roles == ("member",)
        for question in bank.questions
    }
    found = offer(space, note=NOTE, section=section, role="alone", questions=500).questions
    assert not members & {one.id for one in found}
