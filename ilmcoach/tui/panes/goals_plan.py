"""What the tab of goals shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.content import Content

from ilmcoach.packs.model import Walk
from ilmcoach.portfolio.records import Activity, Goal, Record, Run
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.goal_tests import goal_tests
from ilmcoach.tui.marks import marks_for
from ilmcoach.tui.widgets.tests_panel import tests_text

from .base import StartWalk
from .records import Group, Plan, RecordPane, Start
from .starts import walk_starts

GOAL_REVIEW = "goal-review"
"""The walk that looks at goals again, where a pack has it."""


def goals_plan(workspace: Workspace) -> Plan:
    """Goals, each with its five tests; activities; what is done with."""

    def tests(space: Workspace, record: Record) -> Content | None:
        if not isinstance(record, Goal):
            return None
        shown = goal_tests(record, space.portfolio, space.working_pack, space.today)
        return tests_text(shown, marks_for())

    return Plan(
        _groups,
        "No goals yet. A goal grows out of a limitation that you chose to work on; or start with "
        "one you already have in mind. An activity is something you do to grow: it can be planned "
        "from a goal or straight from a limitation.",
        (
            *walk_starts(workspace, "goal", "Set a goal"),
            *walk_starts(workspace, "activity", "Plan an activity"),
            *_judging(workspace),
            *_looking_again(workspace),
        ),
        tests,
    )


def _groups(space: Workspace) -> Sequence[Group]:
    portfolio = space.portfolio
    goals, activities = portfolio.open_goals(), portfolio.open_activities()
    still_open = {one.id for one in (*goals, *activities)}
    every: tuple[Record, ...] = (*portfolio.live(Goal), *portfolio.live(Activity))
    closed = [one for one in every if not one.blank and one.id not in still_open]
    titled = bool(activities or closed)
    return (
        Group("Goals" if titled else "", goals),
        Group("Activities", activities),
        Group("Done with", closed),
    )


def _judging(workspace: Workspace) -> tuple[Start, ...]:
    """Beside an activity: the walk that judges it, carried on where there is one already."""

    def begin(walk: Walk, pane: RecordPane) -> None:
        record = pane.record
        if isinstance(record, Activity):
            runs = pane.workspace.portfolio.live(Run)
            about = [one for one in runs if (one.walk, one.subject) == (walk.id, record.id)]
            run = about[-1] if about else None
            # One that is finished opens where it begins, not on its last page.
            first = next((f"#{step.id}" for step in walk.steps()), "")
            place = f"{run.id}{first if run.finished else ''}" if run else ""
            pane.post_message(StartWalk(walk.id, run_id=place, record=record))

    walks = workspace.working_pack.walks_again(Activity.kind)[:1]
    return tuple(
        Start(
            f"judge-{walk.id}",
            "Judge it",
            partial(begin, walk),
            beside=True,
            fits=lambda record: isinstance(record, Activity),
        )
        for walk in walks
    )


def _looking_again(workspace: Workspace) -> tuple[Start, ...]:
    """Beside a goal: the walk that looks at goals again, begun at this one."""
    walk = workspace.working_pack.walk(GOAL_REVIEW)
    stages = walk.stages if walk else ()
    step = next((one for stage in stages if stage.each == "goals" for one in stage.steps), None)
    if walk is None or step is None:
        return ()

    def begin(pane: RecordPane) -> None:
        if not isinstance(pane.record, Goal):
            return
        place = f"{_left(pane.workspace, pane.record)}#{step.id}@{pane.record.id}"
        pane.post_message(StartWalk(GOAL_REVIEW, run_id=place))

    return (
        Start(
            "look-again",
            "Look at it again",
            begin,
            beside=True,
            fits=lambda record: isinstance(record, Goal),
        ),
    )


def _left(space: Workspace, goal: Goal) -> str:
    """The id of a look at goals that was left half-way, empty if there is none. One that has
    told of this goal on an earlier day is over, as far as this goal goes."""
    told = {one.run for one in space.portfolio.reviews(goal) if one.made.date() < space.today}
    runs = (one for one in space.portfolio.live(Run) if one.walk == GOAL_REVIEW)
    left = [one.id for one in runs if one.finished is None and one.id not in told]
    return left[-1] if left else ""
