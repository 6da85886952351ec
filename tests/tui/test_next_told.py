"""Questions that a pack asks again `until answered`: brought up after a week, not for ever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ilmcoach.clock import FixedClock
from ilmcoach.portfolio.overview import look_over
from ilmcoach.portfolio.records import Enrolment, Run
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from ilmcoach.tui.panes.next_thing import NextThing, next_things
from ilmcoach.tui.panes.next_told import left_to_tell
from ilmcoach.walks.left_open import left_open
from ilmcoach.walks.sitting import Sitting
from tests.tui.driving import Opened, on_disk, screen_text, seed, settle, type_in

NOW = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)
AT: dict[str, Any] = {"made": NOW, "changed": NOW}
ENROLMENT = Enrolment(id="e", pack="level-3-award", also=("reflective-practice",), **AT)
WALK = "what-so-what-now-what"


def run(days: int, name: str = "r", walk: str = WALK, **answers: str) -> Run:
    """A run that was finished so many days ago."""
    then = NOW - timedelta(days=days)
    told: dict[str, Any] = {"happened": "R. left the room.", **answers}
    return Run(id=name, walk=walk, answers=told, made=then, changed=then, finished=then)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = open_workspace(Folders(tmp_path / "home"), clock=FixedClock(NOW))
    workspace.store.save([ENROLMENT])
    yield workspace
    workspace.close()


def told(workspace: Workspace, *runs: Run) -> list[NextThing]:
    workspace.store.save(runs)
    return left_to_tell(workspace)


def test_after_a_week_what_was_left_open_is_asked_again_in_its_place(workspace: Workspace) -> None:
    found = told(workspace, run(7))
    assert found == [
        NextThing(
            "What came of it",
            "What? So what? Now what?, finished on Sat 14 Nov 2026: this is open still.",
            "Answer it",
            run="r#came",
        )
    ]
    things = next_things(workspace, look_over(workspace.portfolio, workspace.today))
    assert found[0] in things


def test_not_at_once_and_not_for_ever(workspace: Workspace) -> None:
    assert told(workspace, *(run(days, f"r{days}") for days in (0, 6, 43, 400))) == []


def test_an_answer_ends_it_and_so_does_a_run_that_is_carried_on(workspace: Workspace) -> None:
    assert told(workspace, run(10, came="She came back.")) == []
    assert told(workspace, replace(run(10, "open"), finished=None)) == []


def test_two_walks_ask_at_the_most_the_newest_first(workspace: Workspace) -> None:
    kolb = run(9, "k", "kolb-cycle")
    found = told(workspace, run(20, "a"), run(12, "b"), kolb, run(8, "gone", "no-such-walk"))
    assert [one.run for one in found] == ["k#result", "b#came"]


def test_a_field_that_its_record_asks_for_is_left_to_that(workspace: Workspace) -> None:
    workspace.store.save([replace(ENROLMENT, pack="level-3-certificate")])
    quick = run(10, "q", "quick-meeting")
    walk = workspace.working_pack.walk("quick-meeting")
    assert walk is not None
    assert any(step.until_answered for step in walk.steps())
    assert left_open(Sitting(walk, quick, workspace.portfolio)) == ()
    assert told(workspace, quick) == []


async def test_in_french_from_the_first_question_to_the_disk(
    opened: Opened, folders: Folders
) -> None:
    seed(folders.data, Enrolment(id="e", pack="retour-d-experience", **AT))
    async with opened((80, 24)) as (app, pilot):
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert "Quel jour était-ce" in screen_text(app)
        await type_in(pilot, "18/11")
        assert "Wed 18 Nov 2026" in screen_text(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        await type_in(pilot, "On manquait de temps.")
        await pilot.press("f2")
        await settle(pilot)
        assert "Qu’aurait montré une caméra" in screen_text(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        (kept,) = on_disk(folders.data).live(Run)
        assert kept.answers == {"jour": "2026-11-18", "raconter": "On manquait de temps."}
        assert kept.criteria == ("equipe/raconter",)
