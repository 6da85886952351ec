"""Buttons that several record tabs have."""

from __future__ import annotations

from collections.abc import Callable

from ilmcoach.services.workspace import Workspace

from .base import StartWalk
from .messages import NewRecord
from .records import RecordPane, Start


def walk_starts(workspace: Workspace, kind: str, words: str) -> tuple[Start, ...]:
    """A button for the chief walk of that kind, and one for the short one."""
    walks = workspace.working_pack.walks_making(kind)
    full = [walk for walk in walks if not walk.quick][:1]
    quick = [walk for walk in walks if walk.quick][:1]
    return (
        *(Start(f"start-{walk.id}", words, begin_walk(walk.id)) for walk in full),
        *(Start(f"start-{walk.id}", "Just the short one", begin_walk(walk.id)) for walk in quick),
    )


def begin_walk(walk_id: str) -> Callable[[RecordPane], None]:
    """Begins the walk of that id."""

    def begin(pane: RecordPane) -> None:
        pane.post_message(StartWalk(walk_id))

    return begin


def post_new(kind: str) -> Callable[[RecordPane], None]:
    """Opens a form for a new record of that kind."""

    def begin(pane: RecordPane) -> None:
        pane.post_message(NewRecord(kind))

    return begin
