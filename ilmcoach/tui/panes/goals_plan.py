"""What the tab of goals shows."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from ilmcoach.portfolio.records import Goal, Record
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.goal_tests import goal_tests
from ilmcoach.tui.marks import marks_for
from ilmcoach.tui.widgets.tests_panel import tests_text

from .records import Group, Plan
from .starts import walk_starts


def goals_plan(workspace: Workspace) -> Plan:
    """Goals, each with its five tests."""

    def groups(space: Workspace) -> Sequence[Group]:
        return (Group("", [one for one in space.portfolio.live(Goal) if not one.blank]),)

    def tests(space: Workspace, record: Record) -> Content | None:
        if not isinstance(record, Goal):
            return None
        shown = goal_tests(record, space.portfolio, space.working_pack, space.today)
        return tests_text(shown, marks_for()) if shown else None

    return Plan(
        groups,
        "No goals yet. A goal grows out of a limitation that you chose to work on; or start with "
        "one you already have in mind.",
        walk_starts(workspace, "goal", "Set a goal"),
        tests,
    )
