"""What to offer as the one next thing, and what after it. Pure."""

from __future__ import annotations

from datetime import date

from ilmcoach.dates import say_day
from ilmcoach.packs.model import Step, Walk
from ilmcoach.portfolio.overview import Overview
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Run
from ilmcoach.portfolio.sources import SOURCES
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.begun import to_carry_on
from ilmcoach.tui.drafted import DRAFTED
from ilmcoach.tui.left_words import left_words
from ilmcoach.tui.week_draft import is_waiting
from ilmcoach.walks.sitting import Sitting
from ilmcoach.walks.spots import describe

from .next_due import (
    END_REVIEW,
    first_sentence,
    goals_to_look_at,
    meeting_going_on,
    meeting_just_held,
    meeting_to_prepare,
    programme_ending,
    week_to_look_at,
)
from .next_told import left_to_tell
from .thing import NextThing

__all__ = ["NextThing", "next_things"]


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
        *meeting_going_on(workspace),
        *_unfinished(workspace, overview),
        *meeting_just_held(workspace),
        *goals_to_look_at(workspace),
        *meeting_to_prepare(workspace),
        *programme_ending(workspace),
        *_set_up(workspace),
        *_next_meeting(workspace, overview),
        *week_to_look_at(workspace),
        *left_to_tell(workspace),
    ]
    offered = {one.walk for one in things} - {""}
    beginnings = [one for one in _beginnings(workspace) if one.walk not in offered]
    return tuple([*things, *beginnings, *_assignments(workspace)] or [_OTHER_PROGRAMME])


_DRAFTS = {
    "note": "A note",
    "new": "Something new",
    "form": "A change",
    "section": "Text",
    "set": "A change to your set",
    **DRAFTED,
}


def _drafts(workspace: Workspace) -> list[NextThing]:
    """Typing that was not saved, but for what stands in a walk to be carried on."""
    things = []
    kept = workspace.drafts.all()
    for one in kept:
        kind = one.key.partition("/")[0]
        if kind in _DRAFTS and one.text.strip():
            words = f"{_DRAFTS[kind]}{_heading(workspace, one.key)} you had not saved"
            told = f"You typed it at {one.at:%H:%M} on {say_day(one.at.date())}. It is kept."
            things.append(NextThing(words, told, "Open it", draft=one.key))
    for one in left_words(kept, workspace):
        if not one.key.startswith("section/"):
            told = "The question is not in your prompt packs any more. Your words are kept."
            words = "Words you had not saved, whose question is gone"
            things.append(NextThing(words, told, "Open it", draft=one.key))
    if is_waiting(kept, workspace.portfolio):
        told = "Lines you typed in it are kept."
        things.append(NextThing("A look at the week, not finished", told, "Open it", screen="week"))
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
    left = {run.id for run in to_carry_on(workspace)}
    runs = [run for run in overview.unfinished if run.id in left]
    known = [(run, walk) for run in runs if (walk := pack.walk(run.walk))]
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
    enrolment = workspace.portfolio.enrolment
    return [] if enrolment and enrolment.pack else [_SET_UP]


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
    """The full walks: those never finished, in the pack's order; then those that come round
    again with time; then the others again."""
    portfolio = workspace.portfolio
    done = {run.walk for run in portfolio.live(Run) if run.finished}
    begun = {run.walk for run in to_carry_on(workspace)}
    walks = [
        walk
        for walk in workspace.working_pack.walks_for_learner()
        # One that is about nothing else than itself is carried on, not begun twice.
        if not walk.quick and (walk.makes or walk.id not in begun) and _fits_now(walk, portfolio)
    ]
    walks.sort(key=lambda walk: (_goes_through_only(walk), walk.id in done))
    return [
        NextThing(walk.title, first_sentence(walk.about), "Begin", walk=walk.id) for walk in walks
    ]


def _fits_now(walk: Walk, portfolio: Portfolio) -> bool:
    """False of a walk that waits for a day, for a record, or for something to go through."""
    if walk.again or walk.id == END_REVIEW:
        return False
    sources = [SOURCES[stage.each] for stage in walk.stages if stage.each in SOURCES]
    return not _goes_through_only(walk) or any(source(portfolio) for source in sources)


def _goes_through_only(walk: Walk) -> bool:
    """True of a walk that asks about records that are there already, and about nothing else."""
    return all(stage.each in SOURCES for stage in walk.stages)


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
