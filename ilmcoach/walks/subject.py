"""What a walk that is begun is about: a set or a meeting that is there already has one record,
whoever asks about it. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from ilmcoach.packs.model import Walk
from ilmcoach.portfolio.agenda import coming_meetings
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Meeting, Record, Run, SetQuestion, Turn

from .sitting import split_fill

SHARED = ("meeting", "set")
"""Kinds of record that several walks ask about, each of them once."""

AFTERWARDS = ("asked", "struck", "meaning", "gave", "others", "group", "effect")
"""A meeting's fields that can be written only once it is over."""
BEFOREHAND = ("problem", "matters", "wants")

STILL_THE_SAME = timedelta(days=6)
"""For so long a walk left half-way is about the same meeting when it is begun again: sets meet
at longer intervals (practice)."""


def prepares(walk: Walk) -> bool:
    """True of a walk before a meeting: it asks for the day meant, and for nothing that only the
    meeting brings."""
    pairs = [split_fill(fill) for step in walk.steps() for fill in step.fills]
    filled = {name for kind, name in pairs if kind == Meeting.kind}
    return "planned" in filled and not filled & {"held", *AFTERWARDS}


def subject_for(walk: Walk, portfolio: Portfolio, today: date) -> str:
    """The id of the record that `walk`, begun on `today`, is about; empty where it makes one.

    The set is the one there is. Preparing takes up the meeting that is prepared already and not
    over; looking back takes up the newest one that is not looked back on yet, prepared for that
    day or an earlier one, or for none. What lies in the future is not looked back on.
    """
    if walk.makes == "set":
        known = portfolio.learning_set
        return known.id if known else ""
    if walk.makes != "meeting":
        return ""
    if prepares(walk):
        return _id_of(_prepared(portfolio, today))
    return _id_of(_left_lately(walk, portfolio, today) or _to_look_back_on(walk, portfolio, today))


def run_about(walk: Walk, subject: str, portfolio: Portfolio, today: date) -> Run | None:
    """The newest run of `walk` about that set or meeting, finished or not, to be opened again, so
    that its free answers are not asked twice; without a subject one that was left half-way some
    days ago, before it made any. None for walks about other things, which begin anew."""
    if walk.makes not in SHARED:
        return None
    runs = [one for one in portfolio.live(Run) if (one.walk, one.subject) == (walk.id, subject)]
    if not subject:
        runs = [one for one in runs if _is_left_lately(one, today)]
    return next(reversed(runs), None)


def day_named(walk: Walk, portfolio: Portfolio, today: date) -> date | None:
    """The day for which a meeting is prepared that `walk` makes: the one to come that the
    learner named as the next when looking back on the last. None for other walks, and where
    none was named or a meeting is prepared already."""
    if walk.makes != Meeting.kind or not prepares(walk):
        return None
    coming = coming_meetings(portfolio, today)
    return next((day for day, one in coming if one.next_on == day), None)


def is_prepared(meeting: Meeting, portfolio: Portfolio) -> bool:
    """True of a meeting with a day meant for it, with something that is written beforehand, or
    with questions or turns put down for it."""
    written = meeting.planned or any(getattr(meeting, name).strip() for name in BEFOREHAND)
    asked, turns = portfolio.linked(SetQuestion, meeting.id), portfolio.linked(Turn, meeting.id)
    return bool(written or asked or turns)


def _id_of(record: Record | None) -> str:
    return record.id if record else ""


def _prepared(portfolio: Portfolio, today: date) -> Meeting | None:
    """The meeting to go on preparing: the next one that has a day, else the newest without."""
    ahead = [one for one in portfolio.meetings() if one.to_come and is_prepared(one, portfolio)]
    dated = [one for one in ahead if one.planned and one.planned >= today]
    undated = [one for one in ahead if one.planned is None]
    return next(iter(dated), None) or next(reversed(undated), None)


def _to_look_back_on(walk: Walk, portfolio: Portfolio, today: date) -> Meeting | None:
    past = [one for one in portfolio.meetings() if (one.held or one.planned or today) <= today]
    newest = next(reversed(past), None)
    if newest is None or _is_told(newest, walk, portfolio):
        return None
    return newest if newest.held or is_prepared(newest, portfolio) else None


def _left_lately(walk: Walk, portfolio: Portfolio, today: date) -> Meeting | None:
    """The meeting that this walk was begun about some days ago, and left half-way."""
    for run in reversed(portfolio.live(Run)):
        if run.walk == walk.id and _is_left_lately(run, today):
            meeting = portfolio.live_get(Meeting, run.subject)
            if meeting and (meeting.held or meeting.planned or today) <= today:
                return meeting
    return None


def _is_left_lately(run: Run, today: date) -> bool:
    return run.finished is None and run.changed.date() >= today - STILL_THE_SAME


def _is_told(meeting: Meeting, walk: Walk, portfolio: Portfolio) -> bool:
    """True once the meeting was looked back on, if only with a finished walk."""
    done = any(
        one.walk == walk.id and one.subject == meeting.id and one.finished
        for one in portfolio.live(Run)
    )
    return done or any(getattr(meeting, name).strip() for name in AFTERWARDS)
