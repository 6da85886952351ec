"""Quoting oneself: which words of a record may be quoted, and where quotes stand as they were.

Pure. Only what the learner wrote can be quoted: no word of a pack, of a model, of a tutor's remark
or of ours is offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from ilmcoach.packs.model import Assessment, Pack
from ilmcoach.packs.vocabulary import TEXTS

from .body import section_text
from .portfolio import Portfolio
from .records import (
    Allowance,
    DocumentMade,
    Enrolment,
    Exchange,
    HandedIn,
    HistoryGone,
    KeptQuestion,
    Learner,
    Quote,
    ReadingRecord,
    Record,
    Remark,
    Run,
    SentBack,
    Statement,
)

_BOOKKEEPING = (
    Learner,
    Enrolment,
    Statement,
    Exchange,
    Allowance,
    HistoryGone,
    DocumentMade,
    HandedIn,
    Quote,
)
"""Records that nothing can be read from for the work."""

_NOT_TO_QUOTE = (*_BOOKKEEPING, Remark, SentBack)
"""To these come those that hold what a tutor said of the work itself."""


class Standing(Struct, frozen=True):
    """A quote whose words stand in a text as they were: from `start` up to `end`, counted in
    characters from 0."""

    quote: Quote
    start: int
    end: int


def own_records(portfolio: Portfolio, *, but: str = "") -> tuple[Record, ...]:
    """Everything that can be read beside the work, newest first: all live records with words in
    them, but for bookkeeping and the record with the id `but`."""
    found = [
        one
        for one in portfolio
        if one.trashed is None
        and one.id != but
        and not isinstance(one, _BOOKKEEPING)
        and one.words()
    ]
    return tuple(sorted(found, key=lambda one: (one.made, one.id), reverse=True))


def quotable(record: Record, pack: Pack | None) -> tuple[str, ...]:
    """The learner's own texts in a record, in its order, each once.

    Left out are a title or a question that is the catalogue's or a bank's, and of a guided walk's
    free answers all but those that were typed; where its walk is not known, all of them.
    """
    if record.trashed is not None or isinstance(record, _NOT_TO_QUOTE):
        return ()
    if isinstance(record, Run):
        return tuple(dict.fromkeys(_typed(record, pack)))
    if isinstance(record, KeptQuestion) and record.question:
        return ()
    if isinstance(record, ReadingRecord) and record.reading:
        return (record.took.strip(),) if record.took.strip() else ()
    return tuple(dict.fromkeys(record.words()))


def _typed(run: Run, pack: Pack | None) -> Iterator[str]:
    walk = pack.walk(run.walk) if pack else None
    asked = {step.id: step.answer for step in walk.steps()} if walk else {}
    for key, value in run.answers.items():
        if asked.get(key.partition("@")[0]) in TEXTS and isinstance(value, str) and value.strip():
            yield value.strip()


def pieces(text: str) -> tuple[str, ...]:
    """What can be quoted of one text: all of it, and each of its paragraphs by itself."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    return tuple(dict.fromkeys([text, *parts])) if len(parts) > 1 else (text,)


class Quotes:
    """Looks for quotes in one text after another, as it is being written.

    Words stand as they were if all of them follow one another, with any white space between them
    and none of them grown longer. Where the same words stand more often than they were quoted,
    the last of the places are taken; no place is taken by two quotes. An accepted quote takes a
    place, so that a shorter one within it is not asked about, and is not told of.
    """

    def __init__(self, quotes: Iterable[Quote]) -> None:
        found = [(one, one.text.split()) for one in quotes if one.text.strip()]
        found.sort(key=lambda one: (-len("".join(one[1])), one[0].accepted, one[0].made, one[0].id))
        self._patterns = [(one, _pattern(words)) for one, words in found]
        self._asked_about = any(not one.accepted for one, _ in found)

    def standing(self, text: str) -> tuple[Standing, ...]:
        """The quotes not accepted that stand in `text` as they were, in the text's order."""
        if not self._asked_about:
            return ()
        taken: list[Standing] = []
        for quote, pattern in self._patterns:
            free = [
                span
                for span in _places(pattern, text)
                if not any(span[0] < one.end and one.start < span[1] for one in taken)
            ]
            if free:
                taken.append(Standing(quote, *free[-1]))
        open_ones = [one for one in taken if not one.quote.accepted]
        return tuple(sorted(open_ones, key=lambda one: (one.start, one.end)))


def standing(quotes: Iterable[Quote], text: str) -> tuple[Standing, ...]:
    """The quotes not yet accepted whose words stand in `text` as they were, in the text's order;
    see `Quotes`."""
    return Quotes(quotes).standing(text)


def quotes_for(assessment_id: str, section_id: str, portfolio: Portfolio) -> tuple[Quote, ...]:
    """The live quotes made under one heading, oldest first."""
    return tuple(
        one
        for one in portfolio.live(Quote)
        if one.assessment == assessment_id and one.section == section_id
    )


def quotes_standing(assessment: Assessment, portfolio: Portfolio) -> tuple[Standing, ...]:
    """The quotes that stand as they were in the saved text of any heading, heading by heading;
    `start` and `end` count in the text of the quote's own heading."""
    return tuple(
        one
        for section in assessment.sections
        for one in standing(
            quotes_for(assessment.id, section.id, portfolio),
            section_text(assessment.id, section.id, portfolio),
        )
    )


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words)))


def _places(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where the words stand whole, one place after the other."""
    at = 0
    while found := pattern.search(text, at):
        start, end = found.span()
        if _joined(text, start) or _joined(text, end):
            at = start + 1
        else:
            yield start, end
            at = end


def _joined(text: str, at: int) -> bool:
    """True if a word goes on over this place. In scripts without small and capital letters, many
    of which put no spaces between words, none is taken to."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    return _goes_on(before) and _goes_on(after)


def _goes_on(sign: str) -> bool:
    return sign.isdecimal() or sign.lower() != sign.upper()
