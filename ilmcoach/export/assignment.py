"""An assessment as the learner hands it in: the task's headings, and their own words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ilmcoach.dates import say_day
from ilmcoach.packs.languages import language_of
from ilmcoach.packs.model import Assessment, Pack, Section
from ilmcoach.portfolio.body import LogEntry, body_fingerprint, log_entries, section_text
from ilmcoach.portfolio.coverage import count_assessment
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Statement
from ilmcoach.portfolio.wording import OUTCOMES

from .ai_statement import ai_statement
from .choices import Choices
from .document import (
    Cover,
    CoverRow,
    Document,
    Heading,
    Label,
    LearnerText,
    Node,
    OwnWork,
    WordTable,
)
from .parts.appendices import appendices, references
from .parts.covers import about_learner, about_task
from .parts.standardising import standardisation

NOTHING_CHOSEN = Choices()


def build_assignment(
    assessment: Assessment,
    pack: Pack,
    portfolio: Portfolio,
    today: date,
    choices: Choices = NOTHING_CHOSEN,
) -> Document:
    """The document for `assessment`, as far as it is written, dated `today`.

    The cover has the fields that the pack names, the unit, the task and the date. Headings
    stand as given and in order, without marks. A heading with nothing under it says so in a
    label: no word is ever put in for the learner. After the work stand its words by heading,
    the works used if chosen, the own-work statement, open unless the learner gave it for these
    very words, and their choice on standardisation. What else they chose follows as
    appendices; the statement of AI use is the last. No word of any of these counts.
    """
    nodes: list[Node] = [Heading(1, assessment.title), _cover(assessment, pack, portfolio, today)]
    for section in assessment.sections:
        nodes += _section(assessment, section, portfolio)
    nodes.append(_words(assessment, pack, portfolio))
    nodes += references("references" in choices.extras, pack, portfolio, today)
    if assessment.statement:
        nodes.append(own_work(assessment, portfolio))
    nodes += standardisation(choices.standardisation)
    nodes += appendices(choices.extras, pack, portfolio, today)
    nodes += ai_statement(assessment, pack, portfolio)
    return Document(assessment.title, language_of(assessment, pack), tuple(nodes))


def statement_for(assessment: Assessment, portfolio: Portfolio) -> Statement | None:
    """The newest live own-work statement that was given for the words as they stand now."""
    body = body_fingerprint(assessment, portfolio)
    found = (
        one
        for one in reversed(portfolio.live(Statement))
        if one.assessment == assessment.id and one.body == body and one.name.strip()
    )
    return next(found, None)


def _cover(assessment: Assessment, pack: Pack, portfolio: Portfolio, today: date) -> Cover:
    learner = about_learner(assessment, portfolio)
    return Cover((*learner, *about_task(assessment, pack), CoverRow("Date", say_day(today))))


def _section(assessment: Assessment, section: Section, portfolio: Portfolio) -> Iterator[Node]:
    yield Heading(2, section.title)
    text = section_text(assessment.id, section.id, portfolio)
    if text.strip():
        yield LearnerText(text, under=2)
    elif not section.log:
        yield Label("Nothing is written under this heading yet.", missing=True)
    if section.log:
        entries = log_entries(portfolio)
        for entry in entries:
            yield from _entry(entry)
        if not entries:
            yield Label("No meeting has been chosen for the log yet.", missing=True)


def _entry(entry: LogEntry) -> Iterator[Node]:
    meeting = entry.meeting
    held = f"Set meeting on {say_day(meeting.held)}" if meeting.held else "Set meeting, no date yet"
    yield Heading(3, held)
    if not entry.texts():
        yield Label("Nothing is written about this meeting yet.", missing=True)
    yield from _labelled("Problem brought", meeting.problem)
    yield from _labelled("What struck me", meeting.struck)
    for action, tellings in entry.actions:
        due = f", by {say_day(action.due)}" if action.due else ""
        yield from _labelled(f"Agreed{due}", action.text)
        for telling in tellings:
            outcome = OUTCOMES.get(telling.outcome, "")
            label = f"What was done: {outcome}" if outcome else "What was done"
            yield from _labelled(label, telling.text, alone=bool(outcome))
    yield from _labelled("What it did", meeting.effect)
    yield from _labelled("What it means", meeting.meaning)


def _labelled(label: str, text: str, *, alone: bool = False) -> Iterator[Node]:
    """A label and the learner's text; without a text nothing, or the label `alone`."""
    if text.strip() or alone:
        yield Label(label)
    if text.strip():
        yield LearnerText(text, under=3)


def _words(assessment: Assessment, pack: Pack, portfolio: Portfolio) -> WordTable:
    count = count_assessment(assessment, pack, portfolio)
    note = f"The task suggests {count.range[0]:,} to {count.range[1]:,}." if count.range else ""
    return WordTable(
        rows=tuple((section.title, section.words) for section in count.sections),
        total=count.words,
        note=note,
    )


def own_work(assessment: Assessment, portfolio: Portfolio) -> OwnWork:
    """The own-work statement, with name and day if it was given for the words as they stand."""
    given = statement_for(assessment, portfolio)
    if given is None:
        return OwnWork(assessment.statement)
    return OwnWork(assessment.statement, given.name, given.on)
