"""Notes, reading, kept questions, texts for assessments."""

from __future__ import annotations

from ilmcoach.packs.model import Pack
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

from .shown import Part, Shown, day, first_line


def note(one: Note, portfolio: Portfolio, pack: Pack | None) -> Shown:
    return Shown(first_line(one), day(one.made.date()), (Part("Note", one.text),))


def section(one: SectionText, portfolio: Portfolio, pack: Pack | None) -> Shown:
    assessment = pack.assessment(one.assessment) if pack else None
    heads = {s.id: s.title for s in assessment.sections} if assessment else {}
    return Shown(
        heads.get(one.section, one.section),
        assessment.title if assessment else one.assessment,
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
    banks = (each for bank in pack.banks for each in bank.questions) if pack else ()
    text = one.text or next((each.text for each in banks if each.id == one.question), "")
    mine = "my own" if one.text else "kept"
    return Shown(text or "A question of another pack", mine)


def card(one: CueCard, portfolio: Portfolio, pack: Pack | None) -> Shown:
    criterion = pack.criterion(one.criterion) if pack else None
    return Shown(
        f"Cue card: {criterion.label if criterion else one.criterion}",
        "",
        (Part("To speak from", one.text),),
    )


def rehearsal(one: Rehearsal, portfolio: Portfolio, pack: Pack | None) -> Shown:
    task = pack.assessment(one.assessment) if pack else None
    took = f"{one.seconds // 60} min {one.seconds % 60:02} s"
    return Shown(
        f"Rehearsed: {task.title if task else one.assessment}",
        ", ".join(word for word in (took, day(one.on)) if word),
        (Part("How it went", one.text),),
    )
