"""A document as Markdown: plain CommonMark but for the table of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ilmcoach.dates import say_day
from ilmcoach.text import clean

from .document import (
    Boxes,
    Cover,
    Document,
    Heading,
    Label,
    LearnerText,
    Listing,
    Node,
    OwnWork,
    PageBreak,
    Paragraph,
    Reference,
    References,
    Room,
    Table,
    Verbatim,
    WordTable,
)
from .escaping import escape
from .learner_markdown import settle

OPEN = "________"
"""A space to fill in by hand."""


def to_markdown(document: Document) -> str:
    """`document` as Markdown text that ends with one newline; the same in, the same out.

    The learner's own Markdown holds, but only inside its place: see `settle`. Every label and
    short field is escaped, so that no name or title can change the document's build.
    """
    taken = frozenset(one.text for one in document.headings())
    blocks = [_block(node, taken) for node in document.nodes]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _block(node: Node, taken: frozenset[str]) -> str:
    if isinstance(node, LearnerText):
        return settle(node.text, under=node.under, taken=taken)
    for kind, write in _WRITERS:
        if isinstance(node, kind):
            return write(node)
    raise TypeError(f"no Markdown for {type(node).__name__}")


def _cover(node: Cover) -> str:
    rows = (f"- {escape(row.label)}: {escape(row.value) or OPEN}" for row in node.rows)
    return "\n".join(rows)


def _heading(node: Heading) -> str:
    return f"{'#' * node.level} {escape(node.text)}"


def _label(node: Label) -> str:
    return f"*{escape(node.text)}*" if node.missing else f"**{escape(node.text)}**"


def _words(node: WordTable) -> str:
    note = f" {escape(node.note)}" if node.note else ""
    rows = [f"| {escape(title)} | {words:,} |" for title, words in node.rows]
    head = [f"**Words under each heading.**{note}", "", "| Heading | Words |", "| --- | ---: |"]
    return "\n".join([*head, *rows, f"| In all | {node.total:,} |"])


def _paragraph(node: Paragraph) -> str:
    return escape(node.text)


def _listing(node: Listing) -> str:
    return "\n".join(f"- {escape(' '.join(one.split()))}" for one in node.items)


def _verbatim(node: Verbatim) -> str:
    text = clean(node.text).strip("\n")
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def _table(node: Table) -> str:
    def line(cells: Iterable[str]) -> str:
        return f"| {' | '.join(cells)} |"

    rows = [line(_in_cell(cell.said()) for cell in row) for row in node.rows]
    head = [line(map(_in_cell, node.head)), line("---" for _ in node.head)]
    caption = [f"**{escape(node.caption)}**", ""] if node.caption else []
    return "\n".join([*caption, *head, *rows])


def _in_cell(text: str) -> str:
    return "<br>".join(escape(one) for one in clean(text).split("\n") if one.strip())


def _references(node: References) -> str:
    return "\n\n".join(_reference(one) for one in node.works)


def _reference(one: Reference) -> str:
    before, title, after = one.spaced()
    ends = (" " if before.endswith(" ") else "", " " if after.startswith(" ") else "")
    italic = f"*{escape(title)}*" if title else ""
    return f"{escape(before)}{ends[0]}{italic}{ends[1]}{escape(after)}"


def _room(node: Room) -> str:
    return "\n\n".join([OPEN * 8] * node.lines)


def _boxes(node: Boxes) -> str:
    return "\n".join(f"- {'☒' if one.ticked else '☐'} {escape(one.label)}" for one in node.boxes)


def _page_break(_: PageBreak) -> str:
    return ""


def _own_work(node: OwnWork) -> str:
    if node.name:
        on = say_day(node.on) if node.on else OPEN
        given = f"Confirmed: name {escape(node.name)}, date {on}"
    else:
        given = f"Not yet confirmed: name {OPEN} date {OPEN}"
    return f"**My own work.** {escape(node.text)}\n\n{given}"


_WRITERS: tuple[tuple[type[Node], Callable[..., str]], ...] = (
    (Cover, _cover),
    (Heading, _heading),
    (Label, _label),
    (WordTable, _words),
    (OwnWork, _own_work),
    (Paragraph, _paragraph),
    (Listing, _listing),
    (Verbatim, _verbatim),
    (Table, _table),
    (References, _references),
    (PageBreak, _page_break),
    (Room, _room),
    (Boxes, _boxes),
)
