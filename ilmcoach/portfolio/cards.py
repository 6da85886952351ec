"""Cue cards: one for each criterion of an assessment, to speak from. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ilmcoach.packs.model import Assessment, Pack, Section

from .portfolio import Portfolio
from .records import CueCard, Rehearsal


class CardPlace(Struct, frozen=True):
    """What a card is for: the criterion `id` under the heading `section`, its `label`, its
    command verb, and what it `asks`. Under a heading without criteria the heading itself is the
    place, with the heading's id and no label or verb. `criteria` are the criterion ids."""

    id: str
    section: str
    label: str
    verb: str
    asks: str
    criteria: tuple[str, ...]


def card_places(assessment: Assessment, pack: Pack) -> tuple[CardPlace, ...]:
    """The places for cards, in the order of the headings; each criterion once."""
    found: dict[str, CardPlace] = {}
    for section in assessment.sections:
        for place in _places(section, pack):
            found.setdefault(place.id, place)
    return tuple(found.values())


def _places(section: Section, pack: Pack) -> Iterable[CardPlace]:
    for one in section.criteria:
        known = pack.criterion(one)
        label, verb, asks = (known.label, known.verb, known.asks) if known else (one, "", "")
        yield CardPlace(one, section.title, label, verb, asks, (one,))
    if not section.criteria:
        yield CardPlace(section.id, section.title, "", "", section.about, ())


def card_for(portfolio: Portfolio, assessment_id: str, place_id: str) -> CueCard | None:
    """The card kept for a place, the one changed last if there are several; else None."""
    found = [
        one
        for one in portfolio.live(CueCard)
        if one.assessment == assessment_id and one.criterion == place_id
    ]
    return max(found, key=lambda one: (one.changed, one.id), default=None)


def written_cards(
    assessment: Assessment, pack: Pack, portfolio: Portfolio
) -> tuple[tuple[CardPlace, CueCard], ...]:
    """The cards with something on them, in the order of their places."""
    kept = (
        (one, card_for(portfolio, assessment.id, one.id)) for one in card_places(assessment, pack)
    )
    return tuple((place, card) for place, card in kept if card and card.text.strip())


def rehearsals(portfolio: Portfolio, assessment_id: str) -> tuple[Rehearsal, ...]:
    """The times an assessment was rehearsed, newest first."""
    found = [one for one in portfolio.live(Rehearsal) if one.assessment == assessment_id]
    return tuple(reversed(found))
