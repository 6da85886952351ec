"""A document as a tree that every exporter writes out: frozen nodes, in reading order.

Each node tells apart the learner's words (`theirs`) from labels in the pack's words or ours
(`ours`), so that a test can hold that nothing in the work was invented.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct


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
    open, to be filled in by hand."""

    label: str
    value: str
    learners: bool = False


class Cover(Node, frozen=True):
    """The cover: short fields of one line each."""

    rows: tuple[CoverRow, ...]

    def theirs(self) -> tuple[str, ...]:
        return tuple(row.value for row in self.rows if row.learners and row.value)

    def ours(self) -> tuple[str, ...]:
        labels = tuple(row.label for row in self.rows)
        return labels + tuple(row.value for row in self.rows if not row.learners)


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
    the heading they stand under; no heading of theirs may reach it."""

    text: str
    under: int

    def theirs(self) -> tuple[str, ...]:
        return (self.text,)


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
    """A whole document. `title` is also its first heading; `language` is the labels' own."""

    title: str
    language: str
    nodes: tuple[Node, ...]

    def theirs(self) -> tuple[str, ...]:
        """The learner's words in the whole document, in order."""
        return tuple(text for node in self.nodes for text in node.theirs())

    def headings(self) -> tuple[Heading, ...]:
        """The headings, in order."""
        return tuple(node for node in self.nodes if isinstance(node, Heading))
