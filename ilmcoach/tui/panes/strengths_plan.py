"""What the tab of strengths and limitations shows."""

from __future__ import annotations

from collections.abc import Sequence

from ilmcoach.portfolio.records import Feedback, Finding
from ilmcoach.services.workspace import Workspace

from .records import Group, Plan, Start
from .starts import post_new, walk_starts


def strengths_plan(workspace: Workspace) -> Plan:
    """Findings by what they are, and feedback that belongs to none."""

    def groups(space: Workspace) -> Sequence[Group]:
        found = [one for one in space.portfolio.live(Finding) if not one.blank]
        chosen = [one for one in found if one.chosen]
        rest = [one for one in found if not one.chosen]
        loose = [
            one
            for one in space.portfolio.live(Feedback)
            if not one.blank and not any(space.portfolio.live_get(Finding, x) for x in one.links)
        ]
        return (
            Group("To work on", chosen),
            Group("Limitations", [one for one in rest if one.sort == "limitation"]),
            Group("Strengths", [one for one in rest if one.sort == "strength"]),
            Group("Not sorted yet", [one for one in rest if not one.sort]),
            Group("Feedback", loose),
        )

    return Plan(
        groups,
        "Nothing here yet. A few questions about each part of leading, with a real example of "
        "each, show what you can build on and what is worth a goal. Ten minutes for one part.",
        (
            *walk_starts(workspace, "finding", "Look at how I lead"),
            Start("new-feedback", "Add feedback", post_new("feedback")),
        ),
    )
