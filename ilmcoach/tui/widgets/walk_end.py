"""The last page of a walk: what was left open, and where to go from here."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from ilmcoach.portfolio.records import Goal
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.goal_tests import goal_tests
from ilmcoach.tui.marks import marks_for
from ilmcoach.walks.sitting import Sitting

from .plain import Act, Plain
from .tests_panel import tests_text


class WalkEnd(Vertical):
    """Shows the steps without an answer; nothing has to be filled in."""

    def __init__(self, sitting: Sitting, workspace: Workspace) -> None:
        super().__init__(id="walk-end")
        self._sitting = sitting
        self._workspace = workspace

    def compose(self) -> ComposeResult:
        yield Plain(self._open_steps(), classes="quiet")
        goal = self._workspace.portfolio.live_get(Goal, self._sitting.run.subject)
        if goal:
            pack = self._workspace.working_pack
            tests = goal_tests(goal, self._workspace.portfolio, pack, self._workspace.today)
            yield Plain(tests_text(tests, marks_for()), id="end-tests")
        with Horizontal(classes="buttons"):
            if self._sitting.walk.deeper:
                yield Act("Enough for tonight", id="finish", main=True)
                yield Act("Go deeper", id="deeper")
            else:
                yield Act("Finish", id="finish", main=True)

    def _open_steps(self) -> str:
        sitting = self._sitting
        left = [place for place in sitting.spots() if not sitting.is_answered(place)]
        if not left:
            return "You have answered every question."
        titles = [
            f"{place.item_label}: {place.step.title}" if place.item_label else place.step.title
            for place in left
        ]
        shown = titles[:6] + ([f"and {len(titles) - 6} more"] if len(titles) > 6 else [])
        return "Left open, which is fine:\n" + "\n".join(f"  {title}" for title in shown)

    def focus_first(self) -> None:
        """Stands on the main button."""
        self.query_one("#finish").focus()
