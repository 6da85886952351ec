"""Which guided questions were begun in earnest, and which only by mistake. Pure."""

from __future__ import annotations

from ilmcoach.packs.model import AnswerKind
from ilmcoach.portfolio.records import Run
from ilmcoach.services.workspace import Workspace
from ilmcoach.walks.sitting import Sitting


def to_carry_on(workspace: Workspace) -> list[Run]:
    """The runs that are not finished, oldest first, without those that hold nothing at all and
    are about nothing that has words."""
    runs = (run for run in workspace.portfolio.live(Run) if run.finished is None)
    return [run for run in runs if _has_subject(workspace, run) or not is_empty(workspace, run)]


def is_empty(workspace: Workspace, run: Run) -> bool:
    """True of a run in which nothing was answered or typed. What was only marked says nothing:
    marks are shared by all runs. False where the walk is not known: nobody can tell."""
    walk = workspace.working_pack.walk(run.walk)
    if walk is None or not run.blank:
        return False
    typed = (one for one in workspace.drafts.all() if one.key.startswith(f"walk/{run.id}/"))
    if any(one.text.strip() for one in typed):
        return False
    sitting = Sitting(walk, run, workspace.portfolio)
    places = (one for one in sitting.spots() if one.step.answer is not AnswerKind.LINKS)
    return not any(sitting.is_answered(place) for place in places)


def _has_subject(workspace: Workspace, run: Run) -> bool:
    record = workspace.portfolio.get(run.subject)
    return record is not None and any(text.strip() for text in record.words())
