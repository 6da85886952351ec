"""A page of a pack as blocks, each with the line it stands on, counted from 1."""

from __future__ import annotations

from msgspec import Struct


class Pair(Struct, frozen=True):
    """`key: value` as written. `value` is None for a bare flag; `items` are the entries of a
    YAML list."""

    key: str
    value: str | None
    line: int
    items: tuple[str, ...] | None = None


class Paragraph(Struct, frozen=True):
    """A paragraph in plain text."""

    line: int
    text: str


class Item(Struct, frozen=True):
    """A list item in plain text. Where it begins with a code span, `code` is that and `rest`
    what follows it; else `code` is None and `rest` is the text."""

    line: int
    text: str
    rest: str
    code: str | None = None


class Items(Struct, frozen=True):
    """A list, bulleted or numbered."""

    line: int
    items: tuple[Item, ...]


class Row(Struct, frozen=True):
    """A row of a table, its cells in plain text."""

    line: int
    cells: tuple[str, ...]


class Table(Struct, frozen=True):
    """A table with its headers."""

    line: int
    headers: tuple[str, ...]
    rows: tuple[Row, ...]


Block = Paragraph | Items | Table


class Part(Struct, frozen=True):
    """A heading, the key line under it and what follows up to the next heading."""

    line: int
    level: int
    title: str
    pairs: tuple[Pair, ...]
    blocks: tuple[Block, ...]


class Page(Struct, frozen=True):
    """A whole file: front matter, title (from its first-level heading), what stands before
    the first part, and the parts in order."""

    front: tuple[Pair, ...]
    title: str
    lead: tuple[Block, ...]
    parts: tuple[Part, ...]


def paragraphs(blocks: tuple[Block, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs among `blocks`, in order."""
    return tuple(one for one in blocks if isinstance(one, Paragraph))


def items(blocks: tuple[Block, ...]) -> tuple[Item, ...]:
    """The items of every list among `blocks`, in order."""
    return tuple(item for one in blocks if isinstance(one, Items) for item in one.items)


def tables(blocks: tuple[Block, ...]) -> tuple[Table, ...]:
    """The tables among `blocks`, in order."""
    return tuple(one for one in blocks if isinstance(one, Table))


def prose(blocks: tuple[Block, ...]) -> str:
    """Paragraphs and lists as plain text, a blank line between them, `- ` before an item."""
    texts: list[str] = []
    for block in blocks:
        match block:
            case Paragraph():
                texts.append(block.text)
            case Items():
                texts.append("\n".join(f"- {item.text}" for item in block.items))
            case Table():
                texts.extend(" · ".join(row.cells) for row in block.rows)
    return "\n\n".join(texts)
