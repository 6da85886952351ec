"""A document as one HTML page that stands alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from ilmcoach.text import clean, clean_line

from .document import (
    Boxes,
    Cell,
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
from .frame import BOXES, CONTENTS, OWN_WORK, WORDS, given, to_write_in, wants_contents
from .html_blocks import blocks_html, widths
from .html_page import html_page
from .html_style import STYLE

_WIDE = 4
"""Columns from which a table may scroll sideways on a phone."""


def to_html(document: Document) -> str:
    """`document` as one page for the web, a phone and paper; the same in, the same out.

    It fetches nothing and runs nothing, by its own content security policy. Every text is
    escaped; the learner's Markdown holds inside its place, and a link of theirs leads to the web
    or a mailbox or is plain text.
    """
    parts = list(_parts(document))
    return html_page(
        clean_line(document.title),
        clean_line(document.language) or "en",
        STYLE,
        "<main>\n" + "".join(f"{part}\n" for part in parts) + "</main>\n",
    )


def _parts(document: Document) -> Iterator[str]:
    taken = frozenset(one.text for one in document.headings())
    contents = _contents(document) if wants_contents(document) else ""
    number = 0
    for node in document.nodes:
        if isinstance(node, LearnerText):
            yield blocks_html(node, taken)
        elif isinstance(node, Heading):
            number += 1
            level = min(max(node.level, 1), 6)
            yield f'<h{level} id="part-{number}">{_line(node.text)}</h{level}>'
        else:
            yield _write(node)
        if contents and isinstance(node, Cover):
            yield contents
            contents = ""


def _write(node: Node) -> str:
    for kind, write in _WRITERS:
        if isinstance(node, kind):
            return write(node)
    raise TypeError(f"no HTML for {type(node).__name__}")


def _contents(document: Document) -> str:
    """The headings of levels 2 and 3, the latter inside the former, as links."""
    out: list[str] = []
    depth = 1
    for number, one in enumerate(document.headings(), 1):
        if one.level not in (2, 3):
            continue
        level = one.level if out else 2
        if level > depth:
            out.append("<ol>")
        else:
            out.append("</li>" + "</ol></li>" * (depth - level))
        out.append(f'<li><a href="#part-{number}">{_line(one.text)}</a>')
        depth = level
    end = "</li></ol>" * (depth - 1)
    return f'<nav class="contents">\n<h2>{CONTENTS}</h2>\n{"".join(out)}{end}\n</nav>'


def _cover(node: Cover) -> str:
    rows = "".join(
        f"<div><dt>{_line(row.label)}</dt><dd{_dir(row.learners)}>{_line(row.value)}</dd></div>\n"
        for row in node.rows
    )
    return f'<dl class="cover">\n{rows}</dl>'


def _label(node: Label) -> str:
    return f'<p class="{"missing" if node.missing else "label"}">{_line(node.text)}</p>'


def _paragraph(node: Paragraph) -> str:
    return f"<p>{_line(node.text)}</p>"


def _listing(node: Listing) -> str:
    return "<ul>\n" + "".join(f"<li>{_line(one)}</li>\n" for one in node.items) + "</ul>"


def _verbatim(node: Verbatim) -> str:
    return f'<pre dir="auto">{escape(clean(node.text).strip(chr(10)))}</pre>'


def _words(node: WordTable) -> str:
    note = f" <span>{_line(node.note)}</span>" if node.note else ""
    rows = "".join(_counted(title, words) for title, words in node.rows)
    return (
        f'<div class="scroll"><table>\n<caption>{WORDS}{note}</caption>\n<thead><tr>'
        '<th scope="col">Heading</th><th scope="col" class="number">Words</th></tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n<tfoot>\n{_counted('In all', node.total)}</tfoot>\n"
        "</table></div>"
    )


def _counted(title: str, words: int) -> str:
    return f'<tr><th scope="row">{_line(title)}</th><td class="number">{words:,}</td></tr>\n'


def _table(node: Table) -> str:
    heads = "".join(f'<th scope="col">{_line(one)}</th>' for one in node.head)
    rows = "".join(map(_row, node.rows))
    texts = [tuple(cell.said() for cell in row) for row in node.rows]
    caption = f"<caption>{_line(node.caption)}</caption>\n" if node.caption else ""
    wide = " wide" if len(node.head) >= _WIDE else ""
    return (
        f'<div class="scroll{wide}"><table>\n{caption}'
        f"{widths((node.head, *texts))}\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table></div>"
    )


def _row(row: tuple[Cell, ...]) -> str:
    form = ' class="form"' if to_write_in(row) else ""
    return f"<tr{form}>{''.join(map(_cell, row))}</tr>\n"


def _cell(cell: Cell) -> str:
    lines = (escape(clean_line(one)) for one in clean(cell.said()).split("\n"))
    return f"<td{_dir(cell.learners)}>{'<br>'.join(one for one in lines if one)}</td>"


def _references(node: References) -> str:
    works = "".join(f"<p{_dir(one.learners)}>{_reference(one)}</p>\n" for one in node.works)
    return f'<div class="works">\n{works}</div>'


def _reference(one: Reference) -> str:
    before, title, after = (escape(clean(part).replace("\n", " ")) for part in one.spaced())
    return f"{before}<cite>{title}</cite>{after}" if title else f"{before}{after}"


def _room(node: Room) -> str:
    return "\n".join(['<div class="line"></div>'] * node.lines)


def _boxes(node: Boxes) -> str:
    rows = "".join(f"<li>{BOXES[one.ticked]} {_line(one.label)}</li>\n" for one in node.boxes)
    return f'<ul class="boxes">\n{rows}</ul>'


def _page_break(_: PageBreak) -> str:
    return '<div class="across"></div>'


def _own_work(node: OwnWork) -> str:
    return (
        f'<section class="own-work">\n<p><strong>{OWN_WORK}</strong> {_line(node.text)}</p>\n'
        f'<p dir="auto">{_line(given(node))}</p>\n</section>'
    )


def _line(text: str) -> str:
    return escape(clean_line(text))


def _dir(learners: bool) -> str:
    return ' dir="auto"' if learners else ""


_WRITERS: tuple[tuple[type[Node], Callable[..., str]], ...] = (
    (Cover, _cover),
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
