"""What stands in a document that somebody wrote, in order, with the place of each piece."""

from __future__ import annotations

from msgspec import Struct


class Words(Struct, frozen=True):
    """A paragraph, or a line of one. `number` counts all of them from 1, those in tables too; `at`
    is the place in words. `heading` is its level as one, 0 for a title; `level` how deep it is in
    a list; `label` the number that is shown in front of it (`1.1`, `a)`), `•` for a bullet; `bold`
    if all of it is."""

    number: int
    at: str
    text: str
    heading: int | None = None
    level: int | None = None
    label: str = ""
    bold: bool = False


Cell = tuple[Words, ...]


class Grid(Struct, frozen=True):
    """A table: rows of cells, each as wide as one column; where cells are joined, the first has
    the words and the others are empty."""

    at: str
    rows: tuple[tuple[Cell, ...], ...]


class Lost(Struct, frozen=True):
    """Something that is not read: its place, what it is, its first words if it has any."""

    at: str
    what: str
    words: str = ""


class Outline(Struct, frozen=True):
    """A whole document. `tracked` if changes were tracked in it: they are read as if accepted.
    `language` is what its writer's program took it for, such as `fr-FR`."""

    blocks: tuple[Words | Grid, ...] = ()
    lost: tuple[Lost, ...] = ()
    tracked: bool = False
    language: str = ""
