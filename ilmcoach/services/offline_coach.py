"""The coach that needs no network, with what the open portfolio knows of the moment."""

from __future__ import annotations

from ilmcoach.coach.offline import Picked, pick
from ilmcoach.coach.situation import Situation
from ilmcoach.packs.model import Section, Step
from ilmcoach.portfolio.records import KeptQuestion
from ilmcoach.walks.beside import empty_criteria

from .asked import Asked
from .workspace import Workspace


def situation_at_step(
    workspace: Workspace, note: str, step: Step, turn: str = "", role: str = ""
) -> Situation:
    """What the coach goes by at a step of a walk, where `note` is written so far; `turn` is the
    turn of a repeated stage, `role` one of `client`, `member`, `alone`, '' for the step's own.
    Raises IlmcoachError when no pack can be used."""
    return _situation(workspace, note, step=step, turn=turn, role=role)


def situation_at_heading(workspace: Workspace, note: str, section: Section) -> Situation:
    """The same under a heading of an assessment: outside the set."""
    return _situation(workspace, note, section=section, role="alone")


def offer(
    workspace: Workspace,
    *,
    note: str,
    step: Step | None = None,
    section: Section | None = None,
    turn: str = "",
    role: str = "",
    questions: int = 3,
    readings: int = 2,
) -> Picked:
    """Questions and reading on what is written so far, at most that many of each.

    At a step, under a heading, or at neither: then by the words alone, as for a note or a meeting
    that is looked at again. Nothing is written or sent. Raises IlmcoachError when no pack can be
    used.
    """
    situation = _situation(workspace, note, step=step, section=section, turn=turn, role=role)
    return pick(situation, workspace.working_pack, questions=questions, readings=readings)


def _situation(
    workspace: Workspace,
    note: str,
    *,
    step: Step | None = None,
    section: Section | None = None,
    turn: str = "",
    role: str = "",
) -> Situation:
    portfolio = workspace.portfolio
    asked = Asked(workspace.folders.data, workspace.disk).lately(workspace.today)
    kept = (one.question for one in portfolio.live(KeptQuestion))
    return Situation(
        note,
        step=step,
        section=section,
        turn=turn,
        role=role,
        empty=tuple(sorted(empty_criteria(workspace.working_pack, portfolio))),
        lately=tuple(sorted(asked, key=lambda one: (asked[one], one))),
        kept=tuple(one for one in kept if one),
    )
