"""What to offer as the one next thing, and what after it. Pure."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ilmcoach.dates import say_day
from ilmcoach.packs.model import Step
from ilmcoach.portfolio.overview import Overview
from ilmcoach.portfolio.records import Finding, Goal, Run
from ilmcoach.services.workspace import Workspace
from ilmcoach.walks.sitting import Sitting
from ilmcoach.walks.spots import describe

from .plans import walks_making


class NextThing(Struct, frozen=True):
    """Something to do next: `run` to carry on, `walk` to begin, `assessment` to write,
    `draft` to pick up; none of them means set up the programme. `run` may name a place too:
    `run-id#place`."""

    title: str
    about: str
    button: str
    walk: str = ""
    run: str = ""
    assessment: str = ""
    draft: str = ""


_SET_UP = NextThing(
    "Set up your programme",
    "Choose your qualification and its dates. One page; everything but the\nprogramme can wait.",
    "Set up",
)
_OTHER_PROGRAMME = NextThing(
    "Choose another programme",
    "The one you follow has no questions and no assignment in it.",
    "Set up",
)


def next_things(workspace: Workspace, overview: Overview) -> tuple[NextThing, ...]:
    """What can be done next, the likeliest first; never empty."""
    things = [
        *_drafts(workspace),
        *_unfinished(workspace, overview),
        *_set_up(workspace),
        *_next_meeting(workspace, overview),
        *_beginnings(workspace),
        *_assignments(workspace),
    ]
    return tuple(things or [_OTHER_PROGRAMME])


def _drafts(workspace: Workspace) -> list[NextThing]:
    loose = [one for one in workspace.drafts.all() if one.key.startswith("note/") and one.text]
    return [
        NextThing(
            "A note you had not saved",
            f"You typed it at {one.at:%H:%M} on {say_day(one.at.date())}.",
            "Open it",
            draft=one.key,
        )
        for one in loose
    ]


def _unfinished(workspace: Workspace, overview: Overview) -> list[NextThing]:
    things = []
    pack = workspace.working_pack
    known = [(run, walk) for run in overview.unfinished if (walk := pack.walk(run.walk))]
    for run, walk in known[:4]:
        sitting = Sitting(walk, run, workspace.portfolio)
        places = [spot.key for spot in sitting.spots()]
        here = sitting.current()
        if here is None:
            continue
        number = places.index(here.key) + 1
        subject = _about(workspace, run)
        things.append(
            NextThing(
                f"{walk.title}{subject}",
                f"You stopped at question {number} of {len(places)}, "
                f"{_when(run.changed.date(), workspace.today)} at {run.changed:%H:%M}.",
                "Carry on",
                run=run.id,
            )
        )
    return things


def _about(workspace: Workspace, run: Run) -> str:
    record = workspace.portfolio.get(run.subject)
    words = " ".join(describe(record).split()) if record and not record.blank else ""
    if not words:
        return ""
    return f": {words}" if len(words) <= 48 else f": {words[:47]}…"


def _when(day: date, today: date) -> str:
    days = (today - day).days
    if days == 0:
        return "today"
    return "yesterday" if days == 1 else f"on {say_day(day)}"


def _set_up(workspace: Workspace) -> list[NextThing]:
    return [] if workspace.portfolio.enrolment else [_SET_UP]


def _next_meeting(workspace: Workspace, overview: Overview) -> list[NextThing]:
    meetings = workspace.portfolio.meetings()
    if not overview.next_meeting_unknown or not meetings:
        return []
    runs = [run for run in workspace.portfolio.live(Run) if run.subject == meetings[-1].id]
    asked = [f"{run.id}#{step.id}" for run in runs for step in _asking(workspace, run)]
    return [
        NextThing(
            "When does the set meet next?",
            "If you know it by now; it can wait.",
            "Write it down",
            run=place,
        )
        for place in asked[-1:]
    ]


def _asking(workspace: Workspace, run: Run) -> list[Step]:
    """The steps of a run's walk that ask for the day of the next meeting."""
    walks = (walk for walk in workspace.working_pack.walks_for_learner() if walk.id == run.walk)
    return [step for walk in walks for step in walk.steps() if "meeting.next_on" in step.fills]


def _beginnings(workspace: Workspace) -> list[NextThing]:
    portfolio = workspace.portfolio
    findings = any(not one.blank for one in portfolio.live(Finding))
    goals = any(not one.blank for one in portfolio.live(Goal))
    order = ["finding", "goal", "meeting"]
    if findings and not goals:
        order = ["goal", "finding", "meeting"]
    elif findings and goals:
        order = ["meeting", "goal", "finding"]
    about = {
        "finding": "A look at how you lead, one part at a time, with a real example of each.",
        "goal": "From a limitation you want to work on to a goal you can see yourself reach.",
        "meeting": "What happened, so what, now what. Five minutes are enough.",
    }
    things = []
    for kind in order:
        for walk in walks_making(workspace, kind)[:1]:
            things.append(NextThing(walk.title, about[kind], "Begin", walk=walk.id))
    return things


def _assignments(workspace: Workspace) -> list[NextThing]:
    pack = workspace.pack
    return [
        NextThing(
            f"Write: {one.title}",
            "Your own records stand beside the text.",
            "Open",
            assessment=one.id,
        )
        for one in (pack.assessments if pack else ())
    ]
