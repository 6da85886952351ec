"""A goal's five tests, beside its questions and under the goal itself."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from ilmcoach.packs.languages import judged
from ilmcoach.packs.model import Walk
from ilmcoach.portfolio.records import Goal, Run
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.goal_tests import OTHER_LANGUAGE, TestShown, goal_tests
from ilmcoach.tui.marks import Marks

from .plain import Plain, plain


class TestsPanel(Vertical):
    """The tests as they stand. Hidden in walks that are not about a goal."""

    def __init__(self, marks: Marks) -> None:
        super().__init__(id="tests", classes="panel")
        self._marks = marks
        self.border_title = plain("Five tests")

    def compose(self) -> ComposeResult:
        yield Plain("", id="tests-text")

    def show_tests_of(self, workspace: Workspace, walk: Walk, run: Run) -> None:
        """Shows the tests of the goal that a run is about."""
        if walk.makes != "goal":
            return
        pack, goal = workspace.working_pack, workspace.portfolio.live_get(Goal, run.subject)
        stamp = workspace.stamp()
        goal = goal or Goal(id=stamp.new_id(), made=stamp.now, changed=stamp.now)
        # Before the first answer nothing kept says which walk asks for the goal.
        english = judged(walk, pack)
        tests = goal_tests(goal, workspace.portfolio, pack, workspace.today) if english else ()
        self.query_one("#tests-text", Plain).say(tests_text(tests, self._marks))


def tests_text(tests: Sequence[TestShown], marks: Marks) -> Content:
    """The tests one under the other: met with the reason, unmet with a question. Where there are
    none, what keeps them off."""
    if not tests:
        return plain(OTHER_LANGUAGE, "$quiet")
    lines: list[Content] = []
    for test in tests:
        mark = plain(marks.met, "$accent") if test.met else plain(marks.unmet, "bold $warning")
        words = test.says if test.met else test.asks or test.says
        style = "$quiet" if test.met else ""
        lines.append(
            Content.assemble(mark, " ", plain(test.test, "bold"), "  ", plain(words, style))
        )
    return Content("\n").join(lines)
