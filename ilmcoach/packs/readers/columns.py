"""A table's cells by the names of its columns, in any order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ilmcoach.packs.blocks import Row, Table
from ilmcoach.packs.definitions import Kind
from ilmcoach.packs.names import nearest, plain_name, shown, suggest
from ilmcoach.packs.report import Report


def rows_by_name(
    table: Table, kind: Kind, report: Report
) -> Iterator[tuple[Row, Mapping[str, str]]]:
    """Each row with its cells by column name, empty for a column that is not there.

    Unknown columns are reported, and read as the nearest known one; a missing one that `kind`
    needs is reported and no row is given.
    """
    columns = kind.column_names
    names: list[str] = []
    for header in table.headers:
        name = plain_name(header)
        if name not in columns:
            mend = suggest(name, columns)
            report.error(table.line, f"There is no column '{shown(header)}'.", mend)
            name = nearest(name, columns)
        if name and name in names:
            report.error(table.line, f"The column '{name}' is there twice.", "Keep one.")
            name = ""
        names.append(name)
    missing = [name for name in kind.needed_columns if name not in names]
    for name in missing:
        mend = f"The first line of the table names its columns: {', '.join(columns)}."
        report.error(table.line, f"The table has no column '{name}'.", mend)
    if missing:
        return
    empty = dict.fromkeys(columns, "")
    for row in table.rows:
        cells = {name: cell for name, cell in zip(names, row.cells, strict=False) if name}
        if any(cells.values()):
            yield row, {**empty, **cells}
