"""The whole log as a document: everything the learner recorded, oldest first, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from msgspec import Struct

from ilmcoach.dates import say_day

from .document import Document, Heading, Label, LearnerText, Node
from .markdown import to_markdown

TITLE = "My log"
MONTHS = (
    "January February March April May June July August September October November December"
).split()


class EntryPart(Struct, frozen=True):
    """A labelled part of an entry; `own` marks the learner's words."""

    label: str
    text: str
    own: bool = True


class Entry(Struct, frozen=True):
    """A record as the log tells it: the day it was written, what kind it is, its title (the
    learner's own words if `own_title`), a word or two about its state, its parts."""

    day: date
    kind: str
    title: str
    mark: str = ""
    parts: tuple[EntryPart, ...] = ()
    own_title: bool = False


def build_log(entries: Iterable[Entry], language: str = "en") -> Document:
    """The document of these entries, by day; entries of one day stay in the order given."""
    nodes: list[Node] = [Heading(1, TITLE)]
    ordered = sorted(entries, key=lambda one: one.day)
    for (year, month), some in groupby(ordered, key=lambda one: (one.day.year, one.day.month)):
        nodes.append(Heading(2, f"{MONTHS[month - 1]} {year}"))
        for entry in some:
            nodes += _entry(entry)
    if not ordered:
        nodes.append(Label("Nothing is written yet.", missing=True))
    return Document(title=TITLE, language=language, nodes=tuple(nodes))


def log_markdown(entries: Iterable[Entry], language: str = "en") -> str:
    """That document as Markdown; text that ends with one newline."""
    return to_markdown(build_log(entries, language))


def _entry(entry: Entry) -> Iterator[Node]:
    state = f" ({entry.mark})" if entry.mark else ""
    yield Heading(3, f"{say_day(entry.day)}: {entry.kind}{state}")
    if entry.title and not _said_again(entry.title, entry.parts):
        yield LearnerText(entry.title, under=3) if entry.own_title else Label(entry.title)
    for part in entry.parts:
        yield Label(part.label) if part.own else Label(f"{part.label}: {part.text}")
        if part.own:
            yield LearnerText(part.text, under=3)


def _said_again(title: str, parts: Sequence[EntryPart]) -> bool:
    """True of a title that only repeats how a part begins, or what kind of entry it is."""
    folded = " ".join(title.split())
    return any(" ".join(part.text.split()).startswith(folded) for part in parts if part.own)
