"""Works used, in Harvard style."""

from __future__ import annotations

import re

from ilmcoach.export.document import Label, Node, Reference, References
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import ReadingRecord

NOTHING = "No reading has been marked as read yet."
_ITALIC = re.compile(r"(?<![\w*])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_YEAR = re.compile(r"\((?:c\. ?)?\d{4}[a-z]?\)\.? ")
_PART = re.compile(r"['‘\"“].+?['’\"”], (?:in .+?\(eds?\.\),? )?")
"""An article or a chapter in its quotation marks, up to the work that it stands in."""
_TITLE_ENDS = re.compile(r",? \(?\d+\w{0,2} ed\b|, \d|, vol\b|[.] |[.]?$")
_ACT = re.compile(r"(.+? \d{4})(, c\..*)$")
_ANY_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def works(pack: Pack, portfolio: Portfolio) -> tuple[Node, ...]:
    """What the learner is reading, has read or took something from, by author: works of the
    pack's catalogue, and their own as they named them. Entries of the catalogue that are no
    publication (a tutor to ask) are left out: they cannot be looked up by a reader."""
    catalogue = {one.id: one.citation for one in pack.readings}
    found: dict[str, Reference] = {}
    for one in portfolio.live(ReadingRecord):
        if one.state not in ("read", "reading") and not one.took.strip():
            continue
        citation = catalogue.get(one.reading, "")
        if citation and _ANY_YEAR.search(citation):
            found.setdefault(citation, read_citation(citation))
        elif not one.reading and (title := " ".join(one.title.split())):
            found.setdefault(title, _own(title))
    if not found:
        return (Label(NOTHING, missing=True),)
    return (References(tuple(found[key] for key in sorted(found, key=str.casefold))),)


def read_citation(citation: str) -> Reference:
    """A citation in three: what stands before the title that is set in italics, the title, what
    stands after. Where the title cannot be told, all of it stands before.

    Harvard sets a book, a journal or an Act in italics, not an article or a chapter (practice).
    """
    text = " ".join(citation.split())
    if italic := _ITALIC.search(text):
        before, after = text[: italic.start()], text[italic.end() :]
        return Reference(before.strip(), italic[2], after.strip())
    year = _YEAR.search(text)
    if year is None:
        act = _ACT.match(text)
        return Reference("", act[1], act[2]) if act else Reference(text, "", "")
    start = year.end()
    if part := _PART.match(text, start):
        start = part.end()
    ends = _TITLE_ENDS.search(text, start)
    end = ends.start() if ends else len(text)
    return Reference(text[:start].strip(), text[start:end], text[end:].strip())


def _own(title: str) -> Reference:
    """A work as the learner named it; its whole text is the title where no part can be told."""
    read = read_citation(title)
    before, name, after = (read.before, read.title, read.after) if read.title else ("", title, "")
    return Reference(before, name, after, learners=True)
