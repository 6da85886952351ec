"""The mark sheet of an assessment: a form for the assessor and for quality assurance.

What it asks for is the specification's; no mark, outcome or name of theirs is ever filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ilmcoach.dates import say_day
from ilmcoach.packs.model import Assessment, Pack, Section
from ilmcoach.portfolio.portfolio import Portfolio

from .assignment import own_work
from .document import (
    Box,
    Boxes,
    Cover,
    CoverRow,
    Document,
    Heading,
    Label,
    Node,
    PageBreak,
    Paragraph,
    Room,
    Table,
)
from .parts.cells import EMPTY, ours
from .parts.covers import about_learner, about_task
from .parts.standardising import LABEL, NO

TITLE = "Mark sheet"
LINES = 4
"""Room for what an assessor writes of a section's strengths, and of what to improve."""
MARKS = ("Marks", "Assessor", "Quality assurance")
SIGNED = ("Who", "Name", "Signature", "Date of the check")


def mark_sheet(assessment: Assessment, pack: Pack, portfolio: Portfolio, today: date) -> Document:
    """The form for `assessment`, with who and what it is about as far as that is known, the
    headings with their criteria, and empty cells for everything that others decide.

    The own-work statement stands as it is: open, or given by the learner for these very words.
    """
    title = f"{TITLE}: {assessment.title}"
    cover = (
        *about_learner(assessment, portfolio),
        *about_task(assessment, pack),
        CoverRow("Form made on", say_day(today)),
    )
    nodes: list[Node] = [Heading(1, title), Cover(cover)]
    for section in assessment.sections:
        nodes += _section(section, pack)
    nodes.append(PageBreak())
    nodes += _outcome(assessment)
    nodes += _signatures()
    nodes += (Heading(2, "For the learner"), own_work(assessment, portfolio))
    nodes += (Label("Learner's signature and date"), Room(1))
    nodes += (Label(LABEL), Boxes((Box(NO),)))
    return Document(title, pack.language, tuple(nodes))


def _section(section: Section, pack: Pack) -> Iterator[Node]:
    yield Heading(2, section.title)
    if section.criteria:
        yield Label("Criteria")
    for one in section.criteria:
        yield Paragraph(_criterion(one, pack))
    yield from (Label("Strengths"), Room(LINES))
    yield from (Label("Areas for improvement"), Room(LINES))
    yield Table("", MARKS, ((ours(_marks("Mark", section.marks, section.minimum)), EMPTY, EMPTY),))


def _criterion(criterion_id: str, pack: Pack) -> str:
    """Its label, then the centre's own wording if the pack has it, else its verb and what it
    asks."""
    found = pack.criterion(criterion_id)
    if found is None:
        return criterion_id
    asks = found.official or ": ".join(part for part in (found.verb, found.asks) if part)
    return ". ".join(part for part in (found.label, asks) if part)


def _marks(what: str, of: int | None, least: int | None = None) -> str:
    """`Mark of 40 (at least 20)`: the numbers as far as the pack gives them."""
    out_of = f" of {of}" if of is not None else ""
    return f"{what}{out_of}" + (f" (at least {least})" if least is not None else "")


def _outcome(assessment: Assessment) -> Iterator[Node]:
    yield Heading(2, "Total and outcome")
    titles = (f"Section referred: {one.title}" for one in assessment.sections)
    labels = (_marks("Total", assessment.marks), "Outcome (pass or referral)", *titles)
    yield Table("", MARKS, tuple((ours(label), EMPTY, EMPTY) for label in labels))


def _signatures() -> Iterator[Node]:
    yield Heading(2, "Signatures")
    who = (
        "Assessor",
        "Internal quality assurer",
        "External verifier, if any",
    )
    yield Table("", SIGNED, tuple((ours(one), EMPTY, EMPTY, EMPTY) for one in who))
