"""The tabs behind the first, imported and made once the first picture stands."""

from __future__ import annotations

from collections.abc import Callable

from ilmcoach.services.workspace import Workspace

from .assignment import AssignmentPane
from .base import Pane
from .file_starts import with_files
from .goals_plan import goals_plan
from .log import LogPane
from .log_plan import log_plan
from .reading import ReadingPane
from .records import RecordPane
from .set_plan import set_plan
from .strengths_plan import strengths_plan


def make_pane(name: str, space: Workspace, *, in_trash: Callable[[], bool]) -> Pane:
    """The pane of that tab; `in_trash` says whether the log shows what was deleted."""
    match name:
        case "Strengths":
            return RecordPane(space, with_files(strengths_plan(space), space), id="strengths")
        case "Goals":
            return RecordPane(space, with_files(goals_plan(space), space), id="goals")
        case "Set":
            return RecordPane(space, with_files(set_plan(space), space), id="set")
        case "Log":
            return LogPane(space, with_files(log_plan(in_trash), space), in_trash, id="log")
        case "Assignment":
            return AssignmentPane(space)
        case _:
            return ReadingPane(space)
