"""The summary for a tutor: what is in it, in words and as a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from ilmcoach.dates import say_day
from ilmcoach.portfolio.spans import say_span
from ilmcoach.portfolio.summary import AssessmentSummary, Summary, summarise
from ilmcoach.portfolio.wording import ACTIVITY_STATES, GOAL_STATES, HANDED, READING_STATES

from .counts import counts_in_words, many
from .outside import write_outside
from .workspace import Workspace

ENDING = ".ilmcoach-summary.json"
"""What the name of such a file ends in, so that a folder of them can be read."""


def summary_of(workspace: Workspace, shown_as: str) -> Summary:
    """The summary as of now, under the name that the learner chose to be shown as."""
    return summarise(workspace.portfolio, workspace.pack, shown_as, workspace.today)


def write_summary(
    workspace: Workspace, out: Path, summary: Summary, *, force: bool = False
) -> Path:
    """Writes it as JSON; the absolute path. Raises FileThere and IlmcoachError as
    `write_outside` does."""
    data = msgspec.json.format(msgspec.json.encode(summary), indent=2) + b"\n"
    return write_outside(workspace, out, data, force=force)


def say_summary(summary: Summary) -> str:
    """Everything that is in it, in plain lines."""
    return "\n".join(_lines(summary))


def _lines(one: Summary) -> Iterator[str]:
    yield f"Shown as: {one.shown_as or 'no name'}"
    yield f"Made on: {say_day(one.written)}"
    if one.programme:
        yield f"Programme: {one.programme}"
    if one.first_day or one.last_day:
        days = (say_day(day) if day else "not said" for day in (one.first_day, one.last_day))
        yield f"First and last day: {', '.join(days)}"
    if one.month:
        yield f"Month: {one.month}" + (f" of {one.months}" if one.months else "")
    if one.last_change:
        yield f"Last written on: {say_day(one.last_change)}"
    yield f"Set meetings held: {_held(one)}"
    if one.next_meeting:
        yield f"Next set meeting: {say_day(one.next_meeting)}"
    if spent := sum(one.minutes.values()):
        yield f"Time on the programme: {say_span(spent)}"
    yield from _states("Goals", one.goals, GOAL_STATES)
    yield f"Actions: {one.actions_open} open, {one.actions_late} of them late"
    yield from _states("Activities", one.activities, ACTIVITY_STATES)
    yield from _states("Reading", one.reading, READING_STATES)
    if one.ai_exchanges:
        yield f"Questions put to a model: {one.ai_exchanges}"
    if kept := counts_in_words(one.records):
        yield f"Kept in all: {kept}"
    for task in one.assessments:
        yield ""
        yield from _task(task)


def _held(one: Summary) -> str:
    days = ", ".join(say_day(day) for day in one.meetings_held)
    undated = f"{one.meetings_held_undated} without a day" if one.meetings_held_undated else ""
    return "; ".join(part for part in (days, undated) if part) or "none"


def _states(label: str, tally: Mapping[str, int], words: Mapping[str, str]) -> Iterator[str]:
    said = [f"{number} {words.get(state, 'no word yet')}" for state, number in tally.items()]
    if said:
        yield f"{label}: {', '.join(said)}"


def _task(task: AssessmentSummary) -> Iterator[str]:
    suggested = f" (the task suggests {task.range[0]:,} to {task.range[1]:,})" if task.range else ""
    yield f"{task.title}: {many(task.words, 'word')}{suggested}"
    for section in task.sections:
        bare = [one.label for one in section.criteria if not one.records]
        without = f"; no records for {', '.join(bare)}" if bare else ""
        yield f"  {section.title}: {many(section.words, 'word')}{without}"
    for handed in task.handed_in:
        yield f"  {HANDED.get(handed.what, 'Handed in')} on {say_day(handed.on)}"
    if task.sent_back:
        yield "  Sent back, and not handed in again yet"
