"""The table for a terminal: what concerns the learner first, then each assessment by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ilmcoach.kit.wrapping import width_of

from .table import NOT_MARKS, Column, Table, Value

_GAP = "  "
_LEAST_NAME = 10


def to_text(table: Table, width: int) -> str:
    """The table in lines; only names are cut, where they do not fit into `width` columns."""
    out = list(_block(table, "", width))
    for group, called in table.groups:
        out += ["", called, *_block(table, group, width)]
    return "\n".join([*out, "", NOT_MARKS])


def _block(table: Table, group: str, width: int) -> Iterator[str]:
    places = [0] if group else []
    places += [place for place, column in enumerate(table.columns) if column.group == group]
    columns = [table.columns[place] for place in places]
    rows = [[_said(row[place]) for place in places] for row in table.rows]
    widths = [
        max(width_of(column.brief), *(width_of(row[place]) for row in rows), 0)
        for place, column in enumerate(columns)
    ]
    others = sum(widths[1:]) + len(_GAP) * len(widths[1:])
    widths[0] = min(widths[0], max(width - others, _LEAST_NAME))
    yield _line([column.brief for column in columns], columns, widths)
    yield _line(["-" * one for one in widths], columns, widths)
    for row in rows:
        yield _line(row, columns, widths)


def _line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    laid = (
        _pad(_cut(cell, width), width, right=column.number)
        for cell, column, width in zip(cells, columns, widths, strict=True)
    )
    return _GAP.join(laid).rstrip()


def _said(value: Value) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return value or "-"


def _cut(text: str, width: int) -> str:
    if width_of(text) <= width:
        return text
    kept = text
    while kept and width_of(kept) > width - 1:
        kept = kept[:-1]
    return f"{kept}…"


def _pad(text: str, width: int, *, right: bool) -> str:
    space = " " * (width - width_of(text))
    return f"{space}{text}" if right else f"{text}{space}"
