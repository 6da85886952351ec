"""Cue cards to speak from, for an assessment given as a talk."""

from __future__ import annotations

from datetime import date

from ilmcoach.dates import say_day
from ilmcoach.packs.languages import language_of
from ilmcoach.packs.model import Assessment, Pack
from ilmcoach.portfolio.cards import CardPlace, written_cards
from ilmcoach.portfolio.portfolio import Portfolio

from .document import (
    Cover,
    CoverRow,
    Document,
    Heading,
    Label,
    LearnerText,
    Node,
    Paragraph,
)
from .parts.covers import about_learner, about_task

TITLE = "Cue cards"
NOTHING = "Nothing is written on a cue card yet."


def cue_cards(assessment: Assessment, pack: Pack, portfolio: Portfolio, today: date) -> Document:
    """The cards that have something on them, dated `today`, under the task's headings: what
    each is for, in the pack's words, and the learner's own notes."""
    title = f"{TITLE}: {assessment.title}"
    cover = [*about_learner(assessment, portfolio), *about_task(assessment, pack)]
    if assessment.oral_minutes:
        cover.append(CoverRow("Time", f"{assessment.oral_minutes} minutes or more"))
    cover.append(CoverRow("Date", say_day(today)))
    nodes: list[Node] = [Heading(1, title), Cover(tuple(cover))]
    cards = written_cards(assessment, pack, portfolio)
    section = ""
    for place, card in cards:
        if place.section != section:
            nodes.append(Heading(2, place.section))
            section = place.section
        nodes += _place(place)
        nodes.append(LearnerText(card.text, under=3))
    if not cards:
        nodes.append(Label(NOTHING, missing=True))
    return Document(title, language_of(assessment, pack), tuple(nodes))


def _place(place: CardPlace) -> tuple[Node, ...]:
    asks = " ".join(part for part in (f"{place.verb}:" if place.verb else "", place.asks) if part)
    heading = (Heading(3, place.label),) if place.label else ()
    return (*heading, *((Paragraph(asks),) if asks else ()))
