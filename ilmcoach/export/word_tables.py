"""Tables in a Word document."""

from __future__ import annotations

from collections.abc import Sequence

from ilmcoach.text import clean

from .blocks import Span, Spans
from .word_looks import CELL_SIDES, RULED, WIDTH
from .word_paper import Paper
from .word_styles import FIELDS, TABLE
from .word_text import text_of
from .word_xml import Element, element, place, properties

Filling = Sequence[Spans]
"""What stands in a cell: its lines."""

MOST_COLUMNS = 30
"""Word takes 63; more than these cannot be read."""

_SIGN = 105
"""About as wide is a letter in a table, in twips."""

_NAME, _PEN = 15, 40
"""Letters for which a column that is to be filled in by hand has room: a short name at least, and
how much it asks for of what is left."""

_LONG = 900
"""A row with a longer cell may run over to the next page."""


def lines_of(text: str) -> Filling:
    """A plain text as the lines of a cell."""
    return [(Span(line.strip()),) for line in clean(text).split("\n") if line.strip()]


def write_table(
    paper: Paper,
    head: Sequence[Filling],
    rows: Sequence[Sequence[Filling]],
    *,
    left: int = 0,
    numbers: bool = False,
    total: bool = False,
) -> None:
    """Writes a table whose `head` comes again on each page. `numbers`: the last column holds
    numbers. `total`: the last row is a sum. `left` is how far it goes in, in twips."""
    count = max(len(row) for row in (head, *rows))
    if count > MOST_COLUMNS:
        _write_lines(paper, [head, *rows], left)
        return
    every = [[*row, *([()] * (count - len(row)))] for row in (head, *rows)]
    widths = _widths(every, WIDTH - left)
    look = element("tblLook", firstRow=1, lastRow=int(total), firstColumn=0, noHBand=1, noVBand=1)
    made = _table(paper.ids[TABLE], widths, look, left)
    for number, row in enumerate(every):
        made.append(_row(paper, row, widths, head=number == 0, numbers=numbers))
    paper.add(made)
    paper.paragraph("After Table")


def write_fields(paper: Paper, fields: Sequence[tuple[str, str]]) -> None:
    """Writes short fields, each a label and its value; a line stands open for an empty one."""
    widest = max((len(label) for label, _ in fields), default=0)
    first = min(max(WIDTH // 4, widest * 100), WIDTH * 2 // 5)
    widths = [first, WIDTH - first]
    made = _table(paper.ids[FIELDS], widths, element("tblLook", firstColumn=1), 0)
    for label, value in fields:
        cells = []
        for text, style, width in zip((label, value), _FIELD_STYLES, widths, strict=True):
            spans = (Span(" ".join(clean(text).split())),) if text else ()
            cell = _cell([paper.loose(style, spans)], width)
            if style == "Cover Value" and not value:
                line = element("bottom", val="single", sz=4, space=0, color=RULED)
                cell[0].append(element("tcBorders", line))
            cells.append(cell)
        height = element("trHeight", val=440, hRule="atLeast")
        made.append(element("tr", element("trPr", element("cantSplit"), height), *cells))
    paper.add(made)
    paper.paragraph("After Table")


_FIELD_STYLES = ("Cover Label", "Cover Value")


def _table(style: str, widths: Sequence[int], look: Element, left: int) -> Element:
    props = element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblInd", w=left, type="dxa") if left else None,
        element("tblLayout", type="fixed"),
        look,
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", props, grid)


def _row(
    paper: Paper, row: Sequence[Filling], widths: Sequence[int], *, head: bool, numbers: bool
) -> Element:
    cells = []
    for column, (filling, width) in enumerate(zip(row, widths, strict=True)):
        style = "Table Head" if head else "Table Text"
        paragraphs = [paper.loose(style, line) for line in filling] or [paper.loose(style)]
        if numbers and column and column == len(row) - 1:
            for one in paragraphs:
                place(properties(one), element("jc", val="right"))
        cells.append(_cell(paragraphs, width))
    long = max((_length(filling) for filling in row), default=0) > _LONG
    whole = None if long else element("cantSplit")
    again = element("tblHeader") if head and not long else None
    empty = not head and not any(row[1:])
    height = element("trHeight", val=560, hRule="atLeast") if empty else None
    return element("tr", element("trPr", whole, height, again), *cells)


def _cell(paragraphs: Sequence[Element], width: int) -> Element:
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *paragraphs)


def _length(filling: Filling) -> int:
    return sum(len(span.text) for line in filling for span in line)


def _widths(rows: Sequence[Sequence[Filling]], room: int) -> list[int]:
    """Widths of the columns, in twips: each has room for its longest word if that can be, then
    short ones for all that stands in them, and the rest is shared by what there is to read."""
    least, easy, texts = [], [], []
    for column in zip(*rows, strict=True):
        lines = [line for filling in column for line in map(text_of, filling)]
        word = max((len(word) for line in lines for word in line.split()), default=1)
        # The head is in bold: a capital W or M is as wide as two letters there.
        head = (word for line in map(text_of, column[0]) for word in line.split())
        word = max(word, *(len(one) + 1 for one in head), 1)
        least.append(min(word, 24) * _SIGN + CELL_SIDES)
        to_fill = not any(column[1:])
        longest = max((*map(len, lines), _NAME if to_fill else 1))
        easy.append(max(least[-1], min(longest, 24) * _SIGN + CELL_SIDES))
        texts.append(_PEN if to_fill else sum(max(len(line) - 24, 0) for line in lines))
    if sum(least) >= room:
        return _whole([one * room / sum(least) for one in least], room)
    if sum(easy) >= room:
        part = (room - sum(least)) / (sum(easy) - sum(least))
        return _whole(
            [low + (high - low) * part for low, high in zip(least, easy, strict=True)], room
        )
    shares = [text**0.75 for text in texts] if any(texts) else [1.0] * len(easy)
    spare = (room - sum(easy)) / sum(shares)
    return _whole([one + share * spare for one, share in zip(easy, shares, strict=True)], room)


def _whole(widths: Sequence[float], room: int) -> list[int]:
    found = [int(width) for width in widths]
    found[-1] += room - sum(found)
    return found


def _write_lines(paper: Paper, rows: Sequence[Sequence[Filling]], left: int) -> None:
    """A table with too many columns, as a line for each row."""
    for row in rows:
        spans: list[Span] = []
        for number, filling in enumerate(row):
            spans += [Span(" | ")] if number else []
            spans += [span for line in filling for span in line]
        paper.paragraph("Table Text", tuple(spans), left=left)
