"""Words whose place is no longer in the learner's packs. Pure.

A pack that is changed, switched or taken away must not hide what was written under it.
"""

from __future__ import annotations

from ilmcoach.packs.model import Pack

from .cards import card_places
from .portfolio import Portfolio
from .records import CueCard, SectionText


def placeless_texts(portfolio: Portfolio, pack: Pack | None) -> tuple[SectionText, ...]:
    """What was written under headings that `pack` does not have, the last changed first."""
    places = {
        (task.id, section.id)
        for task in (pack.assessments if pack else ())
        for section in task.sections
    }
    found = [
        one
        for one in portfolio.live(SectionText)
        if one.text.strip() and (one.assessment, one.section) not in places
    ]
    return tuple(sorted(found, key=lambda one: (one.changed, one.id), reverse=True))


def placeless_cards(portfolio: Portfolio, pack: Pack | None) -> tuple[CueCard, ...]:
    """The cue cards for places that `pack` does not have, the last changed first."""
    places = {
        (task.id, place.id)
        for task in (pack.assessments if pack else ())
        for place in (card_places(task, pack) if pack else ())
    }
    found = [
        one
        for one in portfolio.live(CueCard)
        if one.text.strip() and (one.assessment, one.criterion) not in places
    ]
    return tuple(sorted(found, key=lambda one: (one.changed, one.id), reverse=True))
