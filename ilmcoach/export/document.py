"""A document as a tree that every exporter writes out: frozen nodes, in reading order.

Each node tells apart the learner's words (`theirs`) from labels in the pack's words or ours
(`ours`), so that a test can hold that nothing in the work was invented.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from msgspec import Struct

Spots = tuple[tuple[int, int], ...]
"""Where in a text words of ours were put for a name that is hidden: start and end of each."""


def apart(text: str, put: Spots) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A text without the words that were `put`, piece by piece, and those words."""
    edges = [0, *(edge for span in put for edge in span), len(text)]
    pieces = [text[left:right] for left, right in pairwise(edges)]
    return tuple(filter(None, pieces[::2])), tuple(pieces[1::2])


class Node(Struct, frozen=True):
    """A part of a document."""

    def theirs(self) -> tuple[str, ...]:
        """The learner's words in it."""
        return ()

    def ours(self) -> tuple[str, ...]:
        """The labels in it: the pack's words, or ours."""
        return ()


class CoverRow(Struct, frozen=True):
    """A line of the cover. `learners` says whose words the value is; an empty value is left
    open, to be filled in by hand. `put` is where words of ours stand for a hidden name."""

    label: str
    value: str
    learners: bool = False
    put: Spots = ()


class Cover(Node, frozen=True):
    """The cover: short fields of one line each."""

    rows: tuple[CoverRow, ...]

    def theirs(self) -> tuple[str, ...]:
        mine = (row for row in self.rows if row.learners)
        return tuple(text for row in mine for text in apart(row.value, row.put)[0])

    def ours(self) -> tuple[str, ...]:
        labels = tuple(row.label for row in self.rows)
        put = (text for row in self.rows for text in apart(row.value, row.put)[1])
        return (*labels, *(row.value for row in self.rows if not row.learners), *put)


class Heading(Node, frozen=True):
    """A heading in the pack's words or ours; the document's title has level 1."""

    level: int
    text: str

    def ours(self) -> tuple[str, ...]:
        return (self.text,)


class Label(Node, frozen=True):
    """A line of ours that says what comes next, or that something is still missing."""

    text: str
    missing: bool = False

    def ours(self) -> tuple[str, ...]:
        return (self.text,)


class LearnerText(Node, frozen=True):
    """The learner's own words as they wrote them, with their Markdown. `under` is the level of
    the heading they stand under; no heading of theirs may reach it. `put` is where words of
    ours stand for a hidden name: those are labels, and no work of theirs."""

    text: str
    under: int
    put: Spots = ()

    def theirs(self) -> tuple[str, ...]:
        return apart(self.text, self.put)[0] or ("",)

    def ours(self) -> tuple[str, ...]:
        return apart(self.text, self.put)[1]


class Paragraph(Node, frozen=True):
    """A sentence or two of ours."""

    text: str

    def ours(self) -> tuple[str, ...]:
        return (self.text,)


class Listing(Node, frozen=True):
    """Short texts of a tool or a catalogue, one a line, word for word: nobody's work."""

    items: tuple[str, ...]


class Verbatim(Node, frozen=True):
    """A text that went to a tool, as it went: a record of it, and no part of the work."""

    text: str


class WordTable(Node, frozen=True):
    """Words by heading, and in all; `note` says what range the task suggests, if any."""

    rows: tuple[tuple[str, int], ...]
    total: int
    note: str = ""

    def ours(self) -> tuple[str, ...]:
        return (*(title for title, _ in self.rows), *([self.note] if self.note else []))


class Cell(Struct, frozen=True):
    """A short text in a table, as plain text. `learners` says whose words it is; `before` is a
    word or two of ours in front of it. A cell with neither is left to write in. `put` is where
    words of ours stand in it for a hidden name."""

    text: str
    learners: bool = False
    before: str = ""
    put: Spots = ()

    def said(self) -> str:
        """All of it: `done: I asked Sam`, or either part by itself."""
        return ": ".join(part for part in (self.before, self.text) if part)


class Table(Node, frozen=True):
    """A table under a caption: the heads of its columns, in the pack's words or ours, and rows
    of cells, as many in each as there are heads."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def theirs(self) -> tuple[str, ...]:
        mine = (cell for row in self.rows for cell in row if cell.learners)
        return tuple(text for cell in mine for text in apart(cell.text, cell.put)[0])

    def ours(self) -> tuple[str, ...]:
        cells = [cell for row in self.rows for cell in row]
        said = (part for one in cells for part in (one.before, "" if one.learners else one.text))
        put = (text for one in cells if one.learners for text in apart(one.text, one.put)[1])
        return tuple(part for part in (self.caption, *self.head, *said, *put) if part)


class Reference(Struct, frozen=True):
    """A work in Harvard style: what stands before its title, the title, what stands after.
    `learners` where the learner named it themselves. `put` is where in all of it words of ours
    stand for a hidden name."""

    before: str
    title: str
    after: str
    learners: bool = False
    put: Spots = ()

    def spaced(self) -> tuple[str, str, str]:
        """The three with the spaces that belong between them."""
        between = " " if self.before and self.title else ""
        apart = " " if (self.before or self.title) and self.after[:1].isalnum() else ""
        return f"{self.before}{between}", self.title, f"{apart}{self.after}"


class References(Node, frozen=True):
    """The works used, each a paragraph with its title in italics."""

    works: tuple[Reference, ...]

    def theirs(self) -> tuple[str, ...]:
        mine = (one for one in self.works if one.learners)
        return tuple(text for one in mine for text in apart("".join(one.spaced()), one.put)[0])

    def ours(self) -> tuple[str, ...]:
        """What was put for a name. A catalogue's entries are neither labels nor the learner's
        work."""
        return tuple(
            text for one in self.works for text in apart("".join(one.spaced()), one.put)[1]
        )


class PageBreak(Node, frozen=True):
    """What follows begins on a new page, where there are pages."""


class Room(Node, frozen=True):
    """Empty lines to write on by hand, `lines` of them; on screen as much empty space."""

    lines: int


class Box(Struct, frozen=True):
    """A box to tick and what it stands for, in the pack's words or ours."""

    label: str
    ticked: bool = False


class Boxes(Node, frozen=True):
    """Boxes to tick, one under the other."""

    boxes: tuple[Box, ...]

    def ours(self) -> tuple[str, ...]:
        return tuple(one.label for one in self.boxes)


class OwnWork(Node, frozen=True):
    """The own-work statement in the pack's words, and who gave it when; open while `name` is
    empty."""

    text: str
    name: str = ""
    on: date | None = None

    def theirs(self) -> tuple[str, ...]:
        return (self.name,) if self.name else ()

    def ours(self) -> tuple[str, ...]:
        return (self.text,)


class Document(Struct, frozen=True):
    """A whole document. `title` is also its first heading; `language` is the labels' own;
    `contents` asks for a list of contents where it would have none; `one_page` says that it is
    meant for a single sheet of paper."""

    title: str
    language: str
    nodes: tuple[Node, ...]
    contents: bool = False
    one_page: bool = False

    def theirs(self) -> tuple[str, ...]:
        """The learner's words in the whole document, in order."""
        return tuple(text for node in self.nodes for text in node.theirs())

    def headings(self) -> tuple[Heading, ...]:
        """The headings, in order."""
        return tuple(node for node in self.nodes if isinstance(node, Heading))
