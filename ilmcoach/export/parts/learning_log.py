"""The learning log as one table: what was brought, agreed, done, and what it did."""

from __future__ import annotations

from collections.abc import Iterator

from ilmcoach.dates import say_day
from ilmcoach.export.document import Cell, Label, Node, Table
from ilmcoach.portfolio.body import LogEntry, log_entries
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Meeting, Telling
from ilmcoach.portfolio.wording import OUTCOMES

from .cells import EMPTY, theirs

HEAD = ("Set meeting and problem", "Agreed", "Done", "What it did")
NOTHING = "No meeting has been chosen for the log yet."


def learning_log(portfolio: Portfolio) -> tuple[Node, ...]:
    """The meetings chosen for the log, oldest first: a row for each action, another for each
    further time that it was told how it went."""
    rows = tuple(row for entry in log_entries(portfolio) for row in _rows(entry))
    return (Table("", HEAD, rows),) if rows else (Label(NOTHING, missing=True),)


def _rows(entry: LogEntry) -> Iterator[tuple[Cell, ...]]:
    first = theirs(entry.meeting.problem, before=_day(entry.meeting))
    effect = theirs(entry.meeting.effect)
    for agreed, done in _agreed(entry) or ((EMPTY, EMPTY),):
        yield first, agreed, done, effect
        first = effect = EMPTY


def _agreed(entry: LogEntry) -> list[tuple[Cell, Cell]]:
    found: list[tuple[Cell, Cell]] = []
    for action, tellings in entry.actions:
        agreed = theirs(action.text, before=f"By {say_day(action.due)}" if action.due else "")
        done = [theirs(one.text, before=_outcome(one)) for one in tellings]
        for cell in done or [EMPTY]:
            found.append((agreed, cell))
            agreed = EMPTY
    return found


def _day(meeting: Meeting) -> str:
    return say_day(meeting.held) if meeting.held else "No date yet"


def _outcome(one: Telling) -> str:
    said = OUTCOMES.get(one.outcome, "")
    return said[:1].upper() + said[1:]
