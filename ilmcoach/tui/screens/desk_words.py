"""What stands around the text at the writing desk, in words."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from ilmcoach.packs.model import Criterion, Pack, Section
from ilmcoach.portfolio.coverage import SectionCount
from ilmcoach.tui.labels import number_of, shorter_labels, unit_and_code
from ilmcoach.tui.widgets.plain import plain


def asks(section: Section, pack: Pack) -> Content:
    """Each criterion in a line: its label, its command verb, and what that asks for."""
    return Content("\n").join(
        Content.assemble(
            plain(f"{one.label} {one.verb}".rstrip() + ": ", "$accent"),
            plain(one.asks, "$quiet"),
        )
        for one in _criteria(section, pack)
    )


def verbs(section: Section, pack: Pack) -> Content:
    """The criteria in one line, for a narrow window: how deep each says to go, and where to read
    what it asks."""
    found = _criteria(section, pack)
    if not found:
        return Content("")
    labels = shorter_labels([one.label for one in found])
    pairs = zip(labels, found, strict=True)
    line = " · ".join(f"{label} {one.verb}".rstrip() for label, one in pairs)
    return Content.assemble(plain(line, "$accent"), plain(" (F2: in full)", "$quiet"))


def task_words(section: Section, pack: Pack) -> Content:
    """All that the task asks under a heading, its criteria first."""
    points = [f"· {point}" for point in section.points]
    about = plain("\n".join(filter(None, [section.about, *points])), "$quiet")
    return Content("\n").join(part for part in (asks(section, pack), about) if part.plain)


def heading_line(count: SectionCount, *, here: bool, questioned: Sequence[str]) -> Content:
    """A heading in the list; `questioned` are the ids of the headings that were sent back, none
    if nothing was."""
    missing = _codes([one.label for one in count.criteria if not one.covered])
    text = [
        plain(count.title, "bold" if here else ""),
        plain(f"\n{number_of(count.words, 'word')}", "$quiet"),
    ]
    if questioned:
        asked = count.id in questioned
        text.append(
            plain("\nin question", "$accent") if asked else plain("\nnot in question", "$quiet")
        )
    if missing:
        text.append(plain(f"\nnothing behind {', '.join(missing)}", "$warning"))
    return Content.assemble(*text)


def _codes(labels: Sequence[str]) -> Sequence[str]:
    """Labels without the unit they are all of; the heading stands right above them."""
    units = {unit_and_code(label)[0] for label in labels}
    if len(units) > 1:
        return shorter_labels(labels)
    return [unit_and_code(label)[1] for label in labels]


def stage_line(section: Section, words: int, questioned: Sequence[str]) -> Content:
    """The heading over the text, its words, and whether it is in question after work was sent
    back."""
    title = Content.assemble(
        plain(section.title, "bold"), plain(f" · {number_of(words, 'word')}", "$quiet")
    )
    if not questioned:
        return title
    if section.id in questioned:
        return Content.assemble(title, plain(" · sent back: this is in question", "$accent"))
    return Content.assemble(title, plain(" · not in question: it can stay as it is", "$quiet"))


def _criteria(section: Section, pack: Pack) -> list[Criterion]:
    return [one for id_ in section.criteria if (one := pack.criterion(id_))]
