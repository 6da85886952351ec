"""The calendar file: every day that is in the portfolio, for the learner's own calendar."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.calendar_days import calendar_days

from .outside import write_outside
from .workspace import Workspace


def export_calendar(
    workspace: Workspace, out: Path, *, words: bool = True, force: bool = False
) -> Path:
    """Writes what is due, set meetings and ends to the file `out` as iCalendar; its absolute
    path. Without `words` none of the learner's own words are in it.

    Raises IlmcoachError where nothing has a day, for a calendar without one is no calendar, or
    where the file cannot be written (see `write_outside`).
    """
    programme = workspace.pack.programme if workspace.pack else None
    years = programme.years if programme else None
    days = calendar_days(workspace.portfolio, workspace.today, years=years)
    if not days:
        raise IlmcoachError(
            "Nothing has a day yet, so there is no calendar to write.",
            "Give an action a day, say when your set meets, or set up your programme's dates.",
        )
    from ilmcoach.export.calendar import to_calendar

    return write_outside(workspace, out, to_calendar(days, words=words), force=force)
