"""What stands beside a walk: all of it in a wide window, a drawer for each part in a narrow one."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from ilmcoach.packs.model import Walk
from ilmcoach.portfolio.records import Run
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.coach_places import AtStep
from ilmcoach.tui.marks import marks_for
from ilmcoach.walks.beside import questions_for, reading_for, setting_of
from ilmcoach.walks.spots import Spot

from .beside import Beside
from .tests_panel import TestsPanel


class WalkSide(Vertical):
    """The goal's five tests, questions and reading. `drawer` is the part that is drawn out:
    `tests`, `questions`, `reading`, or '' for none."""

    def __init__(self, workspace: Workspace, walk: Walk) -> None:
        super().__init__(id="side")
        self._workspace = workspace
        self._walk = walk
        self.drawer = ""

    def compose(self) -> ComposeResult:
        yield TestsPanel(marks_for())
        yield Beside()

    def fill(self, spot: Spot | None) -> None:
        """Shows what suits a place; nothing at the end of a walk."""
        beside = self.query_one(Beside)
        if spot is None:
            beside.fill((), ())
            return
        pack, step = self._workspace.working_pack, spot.step
        setting = setting_of(spot.stage, pack, self._workspace.portfolio)
        questions = questions_for(step, pack, spot.item, setting)
        beside.fill(questions, reading_for(step, pack, spot.item))

    def test(self, run: Run) -> None:
        """Shows the tests as the run's goal stands now."""
        self.query_one(TestsPanel).show_tests_of(self._workspace, self._walk, run)
        self._arrange()

    def ask(self, wanted: AtStep | None) -> None:
        """Brings questions on what was written; again, other ones."""
        self.query_one(Beside).ask(wanted)

    def stop(self) -> bool:
        """Stops what is being asked of a model; False if nothing is."""
        return self.query_one(Beside).stop()

    def draw(self, part: str) -> None:
        """Draws one part out, or with '' puts the drawer away."""
        self.drawer = part
        self.set_class(bool(part), "-open")
        self._arrange()

    def _arrange(self) -> None:
        beside, tests = self.query_one(Beside), self.query_one(TestsPanel)
        tests.display = self._walk.makes == "goal" and self.drawer in ("", "tests")
        beside.display = self.drawer != "tests"
        beside.show_only(self.drawer)
