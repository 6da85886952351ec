"""Questions that were left open because nobody could know the answer yet. Pure."""

from __future__ import annotations

from datetime import timedelta

from ilmcoach.dates import say_day
from ilmcoach.portfolio.records import Run
from ilmcoach.services.workspace import Workspace
from ilmcoach.walks.left_open import left_open
from ilmcoach.walks.sitting import Sitting

from .thing import NextThing

FROM, UNTIL = timedelta(days=7), timedelta(days=42)
"""When they are asked again after the walk was finished, and for how long (practice)."""
AT_ONCE = 2
"""How many walks ask at the same time: more would be nagging."""


def left_to_tell(workspace: Workspace) -> list[NextThing]:
    """The first question left open in each of the walks finished last. One that is not answered
    for weeks is not brought up again; the walk can be opened for it at any time."""
    things = []
    runs = sorted(workspace.portfolio.live(Run), key=lambda run: run.made, reverse=True)
    for run in runs:
        walk = workspace.working_pack.walk(run.walk)
        if walk is None or run.finished is None:
            continue
        day = run.finished.date()
        if not FROM <= workspace.today - day <= UNTIL:
            continue
        for spot in left_open(Sitting(walk, run, workspace.portfolio))[:1]:
            about = f"{walk.title}, finished on {say_day(day)}: this is open still."
            place = f"{run.id}#{spot.key}"
            things.append(NextThing(spot.step.title, about, "Answer it", run=place))
    return things[:AT_ONCE]
