"""Each part of a document, written into a Word document."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docx.oxml.ns import qn

from ilmcoach.dates import say_day
from ilmcoach.text import clean, clean_line

from .blocks import Span, read_blocks
from .document import (
    Boxes,
    Cover,
    Heading,
    Label,
    LearnerText,
    Listing,
    Node,
    OwnWork,
    PageBreak,
    Paragraph,
    References,
    Room,
    Table,
    Verbatim,
    WordTable,
)
from .word_blocks import write_blocks
from .word_looks import WIDTH
from .word_paper import Paper
from .word_tables import lines_of, write_fields, write_table
from .word_xml import Element, element, place, properties

_FEW = 3
"""How many lines to write on stay together on a page, where there are so many."""

_ASKED = 6
"""How many paragraphs a question and what stands with it have, as a rule (practice)."""

_ASKING = ("Label", "Body Text", "List Bullet")
"""The styles of a question and of what stands with it, below its heading."""


def write_node(paper: Paper, node: Node) -> None:
    """Writes `node` on `paper`."""
    for kind, write in _WRITERS:
        if isinstance(node, kind):
            write(paper, node)
            return
    raise TypeError(f"no Word for {type(node).__name__}")


def _cover(paper: Paper, node: Cover) -> None:
    write_fields(paper, [(row.label, row.value) for row in node.rows])


def _heading(paper: Paper, node: Heading) -> None:
    text = clean_line(node.text)
    if text:
        paper.heading(node.level, (Span(text),))


def _label(paper: Paper, node: Label) -> None:
    paper.plain("Still Open" if node.missing else "Label", node.text)


def _learner_text(paper: Paper, node: LearnerText) -> None:
    write_blocks(paper, read_blocks(node.text, under=node.under, taken=paper.taken))


def _paragraph(paper: Paper, node: Paragraph) -> None:
    paper.plain("Body Text", node.text)


def _listing(paper: Paper, node: Listing) -> None:
    for item in node.items:
        made = paper.plain("List Bullet", item)
        number = element("numId", val=paper.lists.bullets())
        place(properties(made), element("numPr", element("ilvl", val=0), number))


def _verbatim(paper: Paper, node: Verbatim) -> None:
    paper.paragraph("Code Block", (Span(clean(node.text).strip("\n")),), right=False)


def _words(paper: Paper, node: WordTable) -> None:
    note = (Span(f" {clean_line(node.note)}"),) if node.note else ()
    paper.paragraph("caption", (Span("Words under each heading."), *note))
    cells = [[lines_of(title), lines_of(f"{words:,}")] for title, words in node.rows]
    cells.append([[(Span(text, bold=True),)] for text in ("In all", f"{node.total:,}")])
    head = [lines_of("Heading"), lines_of("Words")]
    write_table(paper, head, cells, numbers=True, total=True)


def _table(paper: Paper, node: Table) -> None:
    if node.caption:
        paper.plain("caption", node.caption)
    rows = [[lines_of(cell.said()) for cell in row] for row in node.rows]
    write_table(paper, [lines_of(one) for one in node.head], rows)


def _references(paper: Paper, node: References) -> None:
    for work in node.works:
        before, title, after = work.spaced()
        spans = (Span(before), Span(title, italic=True), Span(after))
        paper.paragraph("Bibliography", tuple(span for span in spans if span.text))


def _room(paper: Paper, node: Room) -> None:
    _together(paper, [paper.paragraph("Writing Line") for _ in range(node.lines)])


def _boxes(paper: Paper, node: Boxes) -> None:
    lines = []
    for box in node.boxes:
        mark = "☒" if box.ticked else "☐"
        lines.append(paper.paragraph("Tick Box", (Span(f"{mark}\t{clean_line(box.label)}"),)))
    _together(paper, lines)


def _together(paper: Paper, lines: Sequence[Element]) -> None:
    """Keeps lines that are filled in by hand on one page with what is asked before them; of many
    only the first and the last few, so that none stands alone."""
    kept = [*lines[: _FEW - 1], *lines[-_FEW:-1]]
    asking = {paper.ids[one] for one in _ASKING}
    before = lines[0].getprevious() if lines else None
    for _ in range(_ASKED):
        style = None if before is None else before.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if before is None or style is None or style.get(qn("w:val")) not in asking:
            break
        kept.append(before)
        before = before.getprevious()
    for one in kept:
        props = properties(one)
        if one is not lines[-1] and props.find(qn("w:keepNext")) is None:
            place(props, element("keepNext"))


def _page_break(paper: Paper, _: PageBreak) -> None:
    paper.new_page()


def _own_work(paper: Paper, node: OwnWork) -> None:
    text = Span(f" {clean_line(node.text)}")
    paper.paragraph("Statement", (Span("My own work.", bold=True), text))
    if node.name:
        on = f", date {say_day(node.on)}" if node.on else ", date \t"
        made = paper.paragraph(
            "Body Text", (Span("Confirmed: name "), Span(clean_line(node.name)), Span(on))
        )
    else:
        made = paper.paragraph("Body Text", (Span("Not yet confirmed: name \t date \t"),))
    stops = (WIDTH * 7 // 10, WIDTH) if not node.name else (WIDTH,)
    tabs = (element("tab", val="left", leader="underscore", pos=stop) for stop in stops)
    place(properties(made), element("tabs", *tabs))


_WRITERS: tuple[tuple[type[Node], Callable[..., None]], ...] = (
    (Cover, _cover),
    (Heading, _heading),
    (Label, _label),
    (LearnerText, _learner_text),
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
