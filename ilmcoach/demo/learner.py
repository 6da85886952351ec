"""The made-up learner's portfolio, built from her story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from msgspec.structs import replace

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import SectionText

from .coach import coach_records
from .pages import records_of
from .story import Through, as_typed, read_earlier, read_story
from .walking import walk_through

PACK = "level-3-certificate"
"""The id of the bundled pack that her programme comes from."""

DEMO_NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
"""The moment at which the example is opened: a Saturday evening, in the sixth month of twelve."""


def build(pack: Pack) -> Portfolio:
    """Her portfolio as it stands at `DEMO_NOW`; `pack` is the bundled one with the id `PACK`.

    The story is played through the pack's own walks, so every record is as the app would have
    saved it. The same pack gives the same portfolio each time, down to the ids. Raises
    IlmcoachError if the pack does not ask what the story answers.
    """
    portfolio = Portfolio()
    for moment in read_story():
        if isinstance(moment, Through):
            portfolio = walk_through(moment, pack, portfolio)
        else:
            portfolio = portfolio.with_records(records_of(moment, pack, portfolio))
    return portfolio.with_records(coach_records(pack))


def texts_before(portfolio: Portfolio) -> Iterator[SectionText]:
    """The texts under her headings as they stood earlier, oldest first, for their versions."""
    for one in read_earlier():
        for text in portfolio.live(SectionText):
            if (text.assessment, text.section) == (one.assessment, one.section):
                yield replace(text, text=as_typed(one.text), changed=one.at)
