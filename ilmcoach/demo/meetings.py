"""What she keeps while a set meeting is under way, by the same rules as in the app: questions
asked, and whose turn it was."""

from __future__ import annotations

from datetime import timedelta

from ilmcoach.portfolio.at_meeting import Table
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Meeting, Record

from .lookup import look_up, misfit
from .naming import id_of
from .story import Caught, Clocked, as_typed


def kept(moment: Caught | Clocked, portfolio: Portfolio) -> tuple[Record, ...]:
    """A question as it was asked, or a turn that ran by the clock and was ended; the meeting
    too, if it begins with that. Raises IlmcoachError if there is no such meeting."""
    meeting = look_up(moment.meeting, portfolio)
    if not isinstance(meeting, Meeting):
        raise misfit(f"{moment.meeting} is no meeting")
    name = moment.name if isinstance(moment, Caught) else f"{meeting.id}/{moment.who}"
    kind = "question" if isinstance(moment, Caught) else "turn"
    table = Table(portfolio, meeting.id, moment.at, lambda: id_of(f"{kind}/{name}"))
    if isinstance(moment, Caught):
        return table.ask(moment.by, moment.to, as_typed(moment.text))
    return _clocked(moment, table)


def _clocked(moment: Clocked, table: Table) -> tuple[Record, ...]:
    """Somebody sits down, their clock runs, it is the next one's turn."""
    table = _after(table, table.come(moment.who), 0)
    table = _after(table, table.start(id_of(f"turn/{table.meeting_id}/{moment.who}")), 0)
    table = _after(table, (), moment.seconds)
    table = _after(table, table.hand_on(), 0)
    return (*([table.meeting] if table.meeting else []), *table.turns)


def _after(table: Table, records: tuple[Record, ...], seconds: int) -> Table:
    return Table(
        table.portfolio.with_records(records),
        table.meeting_id,
        table.now + timedelta(seconds=seconds),
        table.new_id,
    )
