"""The next things that a day brings up: a meeting, a goal's day, the week, the end. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from ilmcoach.dates import say_day, say_distance
from ilmcoach.packs.model import Walk
from ilmcoach.portfolio.agenda import Due, agenda, coming_meetings
from ilmcoach.portfolio.at_meeting import meeting_on
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Goal, Meeting, Run
from ilmcoach.portfolio.week import END_IN_SIGHT, look_is_due
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.begun import to_carry_on
from ilmcoach.walks.subject import AFTERWARDS, STILL_THE_SAME, prepares

from .thing import NextThing

NEAR = timedelta(days=7)
"""How long before a set meeting preparing for it is offered (practice)."""
LATELY = timedelta(days=14)
"""How long after a set meeting looking back on it comes first (practice)."""
GOAL_REVIEW, END_REVIEW, EVALUATING = "goal-review", "end-review", "evaluating"
"""Walks that are known by their ids; a pack without them offers none."""
IN_MEETING = "in-meeting"
"""The screen for the meeting itself."""

LOOKED_FOR = timedelta(days=28)
"""How long a meeting that was due is asked about: a set may not have met that day at all."""


def meeting_going_on(workspace: Workspace) -> list[NextThing]:
    """Back to the table, while somebody's clock runs there."""
    if meeting_on(workspace.portfolio, workspace.clock.now()) is None:
        return []
    about = "The clock runs on; what you kept is there."
    return [NextThing("The set meeting is on: back to it", about, "Back to it", screen=IN_MEETING)]


def meeting_just_held(workspace: Workspace) -> list[NextThing]:
    """The walk that looks back, once the day of a set meeting has come."""
    portfolio, today = workspace.portfolio, workspace.today
    if meeting_on(portfolio, workspace.clock.now()):
        return []
    walk = next(
        (one for one in _meeting_walks(workspace) if _asks(one, "meeting.held")),
        None,
    )
    if walk is None or not has_met(portfolio, today, _preparing(workspace)):
        return []
    left = [run for run in to_carry_on(workspace) if run.walk == walk.id]
    if any(run.changed.date() >= today - STILL_THE_SAME for run in left):
        return []
    return [NextThing(walk.title, first_sentence(walk.about), "Begin", walk=walk.id)]


def has_met(portfolio: Portfolio, today: date, preparing: Collection[str] = ()) -> bool:
    """True when the day of a set meeting has come that nothing was written about yet, or of one
    in which something was noted down and that was not looked back on these two weeks.
    `preparing` are the ids of walks before a meeting: going through one looks back on nothing."""
    meetings = portfolio.meetings()
    named = [one.next_on for one in meetings if one.next_on]
    prepared = [one.planned for one in meetings if one.to_come and one.planned]
    come = [day for day in (*named, *prepared) if today - LOOKED_FOR <= day <= today]
    written = [one.held or one.planned or one.made.date() for one in meetings if not one.to_come]
    if come and max(come) > max(written, default=date.min):
        return True
    held = [one for one in meetings if one.held and one.held <= today]
    newest = held[-1] if held else None
    lately = newest and newest.held and today - newest.held <= LATELY
    return bool(newest and lately and not _is_told(newest, portfolio, preparing))


def _preparing(workspace: Workspace) -> set[str]:
    return {one.id for one in _meeting_walks(workspace) if prepares(one)}


def _is_told(meeting: Meeting, portfolio: Portfolio, preparing: Collection[str]) -> bool:
    runs = (run for run in portfolio.live(Run) if run.subject == meeting.id)
    about = [run for run in runs if run.walk not in preparing]
    held = meeting.held
    done = any(run.finished and held and run.finished.date() >= held for run in about)
    return done or any(getattr(meeting, name).strip() for name in AFTERWARDS)


def goals_to_look_at(workspace: Workspace) -> list[NextThing]:
    """Goals whose day to be looked at again has come, or whose last day has."""
    walk = workspace.working_pack.walk(GOAL_REVIEW)
    due = _goals_due(workspace.portfolio, workspace.today)
    if walk is None or not due:
        return []
    if len(due) > 1:
        about = f"{len(due)} goals have come to a day that you chose for them."
        return [NextThing(walk.title, about, "Look", walk=walk.id)]
    (one,) = due
    day = "today" if one.day == workspace.today else say_day(one.day)
    about = f"You chose {day} to look at it." if one.sort == "goal-review" else f"Its day: {day}."
    return look_at_goal(workspace, one.record, about)


def look_at_goal(workspace: Workspace, goal_id: str, about: str = "") -> list[NextThing]:
    """Looking again at one goal, in the run that is left half-way if there is one; nothing in a
    pack without that walk."""
    walk = workspace.working_pack.walk(GOAL_REVIEW)
    goal = workspace.portfolio.live_get(Goal, goal_id)
    if walk is None or goal is None:
        return []
    words = " ".join(goal.what.split())
    title = f"Look at a goal again: {words if len(words) <= 48 else f'{words[:47]}…'}"
    first = next((one.steps[0].id for one in walk.stages if one.each == "goals"), "")
    at = f"{first}@{goal.id}" if first else ""
    left = [
        run.id
        for run in workspace.portfolio.live(Run)
        if run.walk == walk.id and run.finished is None
    ]
    run_id = left[-1] if left else ""
    return [NextThing(title, about, "Look", walk=walk.id, run=run_id, at=at)]


def _goals_due(portfolio: Portfolio, today: date) -> list[Due]:
    """The earliest day of each goal that is up. A last day is up until the goal was looked at
    on it or later."""
    found: dict[str, Due] = {}
    for due in agenda(portfolio, today):
        goal = portfolio.live_get(Goal, due.record)
        if goal is None or due.day > today:
            continue
        looks = [one.made.date() for one in portfolio.reviews(goal) if not one.blank]
        if due.sort == "goal-review" or max(looks, default=date.min) < due.day:
            found.setdefault(due.record, due)
    return list(found.values())


def meeting_to_prepare(workspace: Workspace) -> list[NextThing]:
    """Preparing for a set meeting that is near; what was prepared, the day before and on the
    day."""
    walk = next((one for one in _meeting_walks(workspace) if prepares(one)), None)
    today, portfolio = workspace.today, workspace.portfolio
    coming = coming_meetings(portfolio, today)
    if walk is None or not coming or coming[0][0] - today > NEAR:
        return []
    day, meeting = coming[0]
    runs = [run for run in portfolio.live(Run) if run.walk == walk.id]
    if any(run.walk == walk.id for run in to_carry_on(workspace)):
        return []
    title = f"The set meets {say_distance(day, today)}"
    prepared = _prepared(portfolio, day, meeting)
    if prepared is None:
        about = f"{say_day(day)}. A few minutes to find what you want to bring."
        return [NextThing(title, about, "Prepare", walk=walk.id)]
    if day - today > timedelta(days=1):
        return []
    run = next((run.id for run in reversed(runs) if run.subject == prepared.id), "")
    about = f"Read once more what you prepared: {first_sentence(prepared.problem or 'your notes')}"
    return [NextThing(title, about, "Look", walk="" if run else walk.id, run=run)]


def _prepared(portfolio: Portfolio, day: date, meeting: Meeting) -> Meeting | None:
    """The record in which something is prepared for the meeting on `day`."""
    for one in portfolio.meetings():
        for_that_day = one.id == meeting.id or one.planned in (day, None)
        if one.to_come and for_that_day and any((one.problem, one.matters, one.wants)):
            return one
    return None


def _meeting_walks(workspace: Workspace) -> tuple[Walk, ...]:
    walks = workspace.working_pack.walks_making("meeting")
    return tuple(walk for walk in walks if not walk.quick)


def _asks(walk: Walk, field: str) -> bool:
    return any(field in step.fills for step in walk.steps())


def programme_ending(workspace: Workspace) -> list[NextThing]:
    """Looking back over it all, in the programme's last four weeks and the four after them."""
    enrolment = workspace.portfolio.enrolment
    end = enrolment.end if enrolment else None
    if end is None or not -END_IN_SIGHT <= end - workspace.today <= END_IN_SIGHT:
        return []
    done = {run.walk for run in workspace.portfolio.live(Run) if _finished_since(run, end)}
    begun = {run.walk for run in to_carry_on(workspace)}
    return [
        NextThing(walk.title, first_sentence(walk.about), "Begin", walk=walk.id)
        for walk in workspace.working_pack.walks_for_learner()
        if walk.id in (END_REVIEW, EVALUATING) and walk.id not in done | begun
    ]


def _finished_since(run: Run, end: date) -> bool:
    return run.finished is not None and run.finished.date() >= end - END_IN_SIGHT


def week_to_look_at(workspace: Workspace) -> list[NextThing]:
    """A look at the week, once the last is a week old."""
    if not look_is_due(workspace.portfolio, workspace.today):
        return []
    about = "Ten minutes: what is done, what moves to another day, a line about the week."
    return [NextThing("A look at the week", about, "Look", screen="week")]


def first_sentence(text: str) -> str:
    """The first sentence of a text, on one line."""
    line = " ".join(text.split())
    end = line.find(". ")
    return line if end < 0 else line[: end + 1]
