"""What becomes of the work: notes on headings, quotes, hand-ins, remarks, documents."""

from __future__ import annotations

from ilmcoach.packs.model import Assessment, Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    DocumentMade,
    HandedIn,
    HeadingNote,
    Quote,
    Remark,
    SentBack,
)
from ilmcoach.portfolio.wording import HANDED
from ilmcoach.services.counts import many
from ilmcoach.walks.spots import describe

from .shown import Part, Shown, day, first_line

ALL = "All of it"
HIDDEN = {"roles": "roles for names", "initials": "initials for names"}
FORMATS = {"md": "Markdown", "docx": "Word", "html": "HTML", "pdf": "PDF"}


def quote(one: Quote, portfolio: Portfolio, pack: Pack | None) -> Shown:
    task = _task(one.assessment, pack)
    found = portfolio.get(one.source)
    source = found if found and found.trashed is None else None
    return Shown(
        f"Quoted under: {heading_title(one.section, task)}",
        "accepted as it is" if one.accepted else "to rework or accept",
        (
            Part("My words, as they were", one.text),
            Part("From", " ".join(describe(source).split()) if source else "", own=False),
            Part("Assignment", _title(one.assessment, task), own=False),
        ),
    )


def heading_note(one: HeadingNote, portfolio: Portfolio, pack: Pack | None) -> Shown:
    task = _task(one.assessment, pack)
    return Shown(
        first_line(one),
        heading_title(one.section, task),
        (
            Part("My note", one.text),
            Part("On the heading", heading_title(one.section, task), own=False),
            Part("Assignment", _title(one.assessment, task), own=False),
        ),
    )


def handed_in(one: HandedIn, portfolio: Portfolio, pack: Pack | None) -> Shown:
    task = _task(one.assessment, pack)
    counts = [
        f"{heading_title(section, task)}: {many(number, 'word')}"
        for section, number in one.counts.items()
    ]
    in_all = f"In all: {many(sum(one.counts.values()), 'word')}" if counts else ""
    same_day = one.on in (None, one.made.date())
    then = "Words as they stood then" if same_day else "Words when I wrote this down"
    return Shown(
        f"{HANDED.get(one.what, 'Handed in')}: {_title(one.assessment, task)}",
        day(one.on or one.made.date()),
        (
            Part("To", one.to),
            Part("What I want to remember", one.text),
            Part(then, "\n".join(filter(None, (*counts, in_all))), own=False),
        ),
    )


def remark(one: Remark, portfolio: Portfolio, pack: Pack | None) -> Shown:
    task = _task(one.assessment, pack)
    return Shown(
        " ".join(one.text.split()),
        ", ".join(word for word in ("dealt with" if one.done else "open", day(one.on)) if word),
        (
            Part("What was said", one.text),
            Part("About", heading_title(one.section, task), own=False),
            Part("Who said it", one.who),
            Part("Assignment", _title(one.assessment, task), own=False),
        ),
    )


def sent_back(one: SentBack, portfolio: Portfolio, pack: Pack | None) -> Shown:
    task = _task(one.assessment, pack)
    headings = "\n".join(heading_title(section, task) for section in one.sections)
    state = "over" if one.over else ""
    return Shown(
        f"Sent back: {_title(one.assessment, task)}",
        ", ".join(word for word in (day(one.on or one.made.date()), state) if word),
        (
            Part("In question", headings or ALL, own=False),
            Part("What was said", one.text),
        ),
    )


def document(one: DocumentMade, portfolio: Portfolio, pack: Pack | None) -> Shown:
    return Shown(
        f"{FORMATS.get(one.format, one.format)}: {_title(one.what, _task(one.what, pack))}",
        day(one.made.date()),
        (
            Part("Where it was written", one.path, own=False),
            Part("Names", HIDDEN.get(one.names, one.names) or "as they are", own=False),
        ),
    )


def _task(assessment: str, pack: Pack | None) -> Assessment | None:
    return pack.assessment(assessment) if pack else None


def _title(assessment: str, task: Assessment | None) -> str:
    return task.title if task else assessment


def heading_title(section: str, task: Assessment | None) -> str:
    """A heading as it is handed in; where the pack has lost it, its id; `ALL` for none."""
    if not section:
        return ALL
    heads = {one.id: one.title for one in task.sections} if task else {}
    return heads.get(section, section)
