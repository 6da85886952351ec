"""The made-up learner's portfolio, built from her story."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from msgspec.structs import replace

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Enrolment,
    Feedback,
    Finding,
    Learner,
    Meeting,
    Note,
    Record,
    Run,
    SectionText,
    Telling,
)

from .naming import action_id, id_of, run_id
from .story import (
    Chosen,
    Dated,
    Heard,
    Moment,
    Noted,
    SetUp,
    Through,
    Told,
    Written,
    as_typed,
    read_story,
)
from .walking import misfit, walk_through

PACK = "level-3-certificate"
"""The id of the bundled pack that her programme comes from."""

DEMO_NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
"""The moment at which the example is opened: a Saturday evening, in the sixth month of twelve."""


def build(pack: Pack) -> Portfolio:
    """Her portfolio as it stands at `DEMO_NOW`; `pack` is the bundled one with the id `PACK`.

    The story is played through the pack's walks, so every record is as the app would have
    saved it. The same pack gives the same portfolio each time, down to the ids. Raises
    IlmcoachError if the pack does not ask what the story answers.
    """
    portfolio = Portfolio()
    for moment in read_story():
        if isinstance(moment, Through):
            portfolio = walk_through(moment, pack, portfolio)
        else:
            portfolio = portfolio.with_records(_records(moment, pack, portfolio))
    return portfolio


def _records(moment: Moment, pack: Pack, portfolio: Portfolio) -> Iterable[Record]:
    """What she saved at a moment outside the walks."""
    match moment:
        case SetUp():
            return _set_up(moment, pack)
        case Noted():
            return [_new(Note, f"note/{moment.name}", moment.at, text=as_typed(moment.text))]
        case Heard():
            return [_heard(moment)]
        case Dated():
            return _dated(moment, portfolio)
        case Told():
            return [_told(moment)]
        case Written():
            return [_written(moment)]
        case Chosen():
            return [_for_log(name, moment.at, portfolio) for name in moment.meetings]
    return []
