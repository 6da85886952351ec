"""What to offer as the one next thing, and what after it. Pure."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ilmcoach.dates import say_day
from ilmcoach.packs.model import Step
from ilmcoach.portfolio.overview import Overview
from ilmcoach.portfolio.records import Run
from ilmcoach.services.workspace import Workspace
from ilmcoach.walks.sitting import Sitting
from ilmcoach.walks.spots import describe


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
    "Choose your qualification and its dates. One page; everything but the programme can wait.",
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


_DRAFTS = {"note": "A note", "new": "Something new", "form": "A change", "section": "Text"}


def _drafts(workspace: Workspace) -> list[NextThing]:
    """Typing that was not saved, but for what stands in a walk to be carried on."""
    things = []
    for one in workspace.drafts.all():
        kind = one.key.partition("/")[0]
        if kind in _DRAFTS and one.text.strip():
            words = f"{_DRAFTS[kind]}{_heading(workspace, one.key)} you had not saved"
            told = f"You typed it at {one.at:%H:%M} on {say_day(one.at.date())}. It is kept."
            things.append(NextThing(words, told, "Open it", draft=one.key))
    return things


def _heading(workspace: Workspace, key: str) -> str:
    kind, _, rest = key.partition("/")
    task = workspace.working_pack.assessment(rest.partition("/")[0]) if kind == "section" else None
    section = rest.partition("/")[2]
    title = next((one.title for one in task.sections if one.id == section), "") if task else ""
    return f" under “{title}”" if title else ""


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
    """The full walks: after a meeting that has come, its walk; then those never finished, in the
    pack's order; then the others again."""
    done = {run.walk for run in workspace.portfolio.live(Run) if run.finished}
    met = _has_met(workspace)
    begun = {run.walk for run in workspace.portfolio.live(Run) if run.finished is None}
    walks = [
        walk
        for walk in workspace.working_pack.walks_for_learner()
        # One that is about nothing else than itself is carried on, not begun twice.
        if not walk.quick and (walk.makes or walk.id not in begun)
    ]
    walks.sort(key=lambda walk: (not (met and walk.makes == "meeting"), walk.id in done))
    return [
        NextThing(walk.title, _first_sentence(walk.about), "Begin", walk=walk.id) for walk in walks
    ]


def _has_met(workspace: Workspace) -> bool:
    """True when the day of a set meeting has come that nothing was written about yet."""
    meetings = workspace.portfolio.meetings()
    come = [one.next_on for one in meetings if one.next_on and one.next_on <= workspace.today]
    written = [one.held or one.made.date() for one in meetings]
    return bool(come) and max(come) > max(written)


def _first_sentence(text: str) -> str:
    line = " ".join(text.split())
    end = line.find(". ")
    return line if end < 0 else line[: end + 1]


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
