"""What the tab of the set shows."""

from __future__ import annotations

from collections.abc import Sequence

from ilmcoach.portfolio.portfolio import CLOSED
from ilmcoach.portfolio.records import Action
from ilmcoach.services.workspace import Workspace

from .messages import TellAction
from .records import Group, Plan, RecordPane, Start
from .starts import post_new, walk_starts


def set_plan(workspace: Workspace) -> Plan:
    """Actions still open, meetings, actions that are done with."""

    def groups(space: Workspace) -> Sequence[Group]:
        portfolio = space.portfolio
        meetings = [
            one for one in portfolio.meetings() if not one.blank or portfolio.linked(Action, one.id)
        ]
        closed = [one for one in portfolio.live(Action) if portfolio.outcome(one) in CLOSED]
        return (
            Group("Agreed, still open", portfolio.open_actions()),
            Group("Set meetings", list(reversed(meetings))),
            Group("Done or dropped", closed),
        )

    def tell(pane: RecordPane) -> None:
        if isinstance(pane.record, Action):
            pane.post_message(TellAction(pane.record))

    return Plan(
        groups,
        "Nothing here yet. What you mean to do by a day comes up again until it is done; after a "
        "set meeting, a few questions take five minutes.",
        (
            *walk_starts(workspace, "meeting", "After a set meeting"),
            Start("new-action", "Add an action", post_new("action")),
            Start(
                "tell",
                "How did it go?",
                tell,
                beside=True,
                fits=lambda record: isinstance(record, Action),
            ),
        ),
    )
