"""Notes, reading, kept questions, texts for assessments."""

from __future__ import annotations

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.cards import card_places
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    CueCard,
    KeptQuestion,
    Note,
    ReadingRecord,
    Rehearsal,
    SectionText,
)
from ilmcoach.portfolio.wording import READING_STATES
from ilmcoach.walks.beside import question_of

from .shown import Part, Shown, day, first_line, spoken


def note(one: Note, portfolio: Portfolio, pack: Pack | None) -> Shown:
    return Shown(first_line(one), day(one.made.date()), (Part("Note", one.text),))


def section(one: SectionText, portfolio: Portfolio, pack: Pack | None) -> Shown:
    assessment = pack.assessment(one.assessment) if pack else None
    heads = {s.id: s.title for s in assessment.sections} if assessment else {}
    return Shown(
        heads.get(one.section) or spoken(one.section),
        assessment.title if assessment else spoken(one.assessment),
        (Part("What I wrote", one.text),),
    )


def reading(one: ReadingRecord, portfolio: Portfolio, pack: Pack | None) -> Shown:
    known = next((each for each in pack.readings if each.id == one.reading), None) if pack else None
    title = one.title or (known.citation if known else one.reading)
    return Shown(
        title,
        READING_STATES.get(one.state, ""),
        (Part("What I took from it", one.took),),
    )


def kept(one: KeptQuestion, portfolio: Portfolio, pack: Pack | None) -> Shown:
    known = question_of(pack, one.question) if pack and one.question else None
    if one.question:
        return Shown(known.text if known else "A question of another pack", "kept")
    return Shown(one.text, "my own")


def card(one: CueCard, portfolio: Portfolio, pack: Pack | None) -> Shown:
    task = pack.assessment(one.assessment) if pack else None
    places = card_places(task, pack) if task and pack else ()
    place = next((each for each in places if each.id == one.criterion), None)
    return Shown(
        f"Cue card: {(place.label or place.section) if place else one.criterion}",
        task.title if task else spoken(one.assessment),
        (Part("To speak from", one.text),),
    )


def rehearsal(one: Rehearsal, portfolio: Portfolio, pack: Pack | None) -> Shown:
    task = pack.assessment(one.assessment) if pack else None
    took = f"{one.seconds // 60} min {one.seconds % 60:02} s"
    return Shown(
        f"Rehearsed: {task.title if task else spoken(one.assessment)}",
        ", ".join(word for word in (took, day(one.on)) if word),
        (Part("How it went", one.text),),
    )
