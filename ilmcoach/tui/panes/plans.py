"""What each record tab shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from ilmcoach.portfolio.portfolio import CLOSED
from ilmcoach.portfolio.records import (
    Action,
    Feedback,
    Finding,
    Goal,
    Meeting,
    Note,
    Record,
    Run,
    SectionText,
    Telling,
)
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.goal_tests import goal_tests
from ilmcoach.tui.marks import marks_for
from ilmcoach.tui.widgets.tests_panel import tests_text

from .base import StartWalk
from .messages import ForGoodAsked, NewRecord, TellAction, ToggleTrash
from .records import Group, Plan, RecordPane, Start


def _walk_starts(workspace: Workspace, kind: str, words: str) -> tuple[Start, ...]:
    """A button for the chief walk of that kind, and one for the short one."""
    walks = workspace.working_pack.walks_making(kind)
    full = [walk for walk in walks if not walk.quick][:1]
    quick = [walk for walk in walks if walk.quick][:1]
    return (
        *(Start(f"start-{walk.id}", words, _begin(walk.id)) for walk in full),
        *(Start(f"start-{walk.id}", "Just the short one", _begin(walk.id)) for walk in quick),
    )


def _begin(walk_id: str) -> Callable[[RecordPane], None]:
    def begin(pane: RecordPane) -> None:
        pane.post_message(StartWalk(walk_id))

    return begin


def _post_new(kind: str) -> Callable[[RecordPane], None]:
    def begin(pane: RecordPane) -> None:
        pane.post_message(NewRecord(kind))

    return begin


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
            *_walk_starts(workspace, "finding", "Look at how I lead"),
            Start("new-feedback", "Add feedback", _post_new("feedback")),
        ),
    )


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
        _walk_starts(workspace, "goal", "Set a goal"),
        tests,
    )


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
            *_walk_starts(workspace, "meeting", "After a set meeting"),
            Start("new-action", "Add an action", _post_new("action")),
            Start(
                "tell",
                "How did it go?",
                tell,
                beside=True,
                fits=lambda record: isinstance(record, Action),
            ),
        ),
    )


def log_plan(show_trash: Callable[[], bool]) -> Plan:
    """Everything written, newest first; or what was deleted."""
    kinds = (Note, Finding, Feedback, Goal, Meeting, Action, Telling, Run, SectionText)

    def groups(space: Workspace) -> Sequence[Group]:
        records = [one for one in space.portfolio if isinstance(one, kinds) and not one.blank]
        if show_trash():
            gone = [one for one in records if one.trashed]
            return (Group("Deleted, newest first", sorted(gone, key=_changed, reverse=True)),)
        live = [one for one in records if one.trashed is None]
        return (Group("", sorted(live, key=_changed, reverse=True)),)

    def toggle(pane: RecordPane) -> None:
        pane.post_message(ToggleTrash())

    def one_for_good(pane: RecordPane) -> None:
        pane.post_message(ForGoodAsked(pane.record))

    def all_for_good(pane: RecordPane) -> None:
        pane.post_message(ForGoodAsked(None))

    return Plan(
        groups,
        "Nothing here. Ctrl+T takes down a thought from anywhere.",
        (
            Start("new-note", "New note", _post_new("note")),
            Start("trash", "Show what was deleted", toggle),
            Start("empty-trash", "Empty the deleted list…", all_for_good, fits=_is_deleted),
            Start(
                "for-good",
                "Delete for good…",
                one_for_good,
                beside=True,
                main=False,
                fits=_is_deleted,
            ),
        ),
        names_kinds=True,
    )


def _is_deleted(record: Record | None) -> bool:
    return record is not None and record.trashed is not None


def _changed(record: Record) -> float:
    return record.changed.timestamp()
