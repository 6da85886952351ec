"""A document as Markdown: plain CommonMark but for the table of words."""

from __future__ import annotations

import re
from collections.abc import Callable

from ilmcoach.dates import say_day
from ilmcoach.text import clean

from .document import (
    Cover,
    Document,
    Heading,
    Label,
    LearnerText,
    Listing,
    Node,
    OwnWork,
    Paragraph,
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
)
