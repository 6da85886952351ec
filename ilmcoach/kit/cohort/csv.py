"""The table for a spreadsheet, in which no cell can act."""

from __future__ import annotations

import csv
import io
from unicodedata import normalize

from .table import Table, Value

ACTS = "=+-@\t\r\n|%"
"""What a spreadsheet may take for the beginning of a formula (OWASP, CSV Injection); their wide
forms, which some read alike, are these once they are normalised."""
MARK = "\ufeff"
"""By it Excel tells that the file is UTF-8."""


def to_csv(table: Table) -> str:
    """The table, a learner a line; a heading says which assessment its column is about."""
    called = dict(table.groups)
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(
        harmless(f"{called[one.group]}: {one.title}" if one.group else one.title)
        for one in table.columns
    )
    for row in table.rows:
        writer.writerow(_cell(value) for value in row)
    return MARK + out.getvalue()


def harmless(text: str) -> str:
    """`text` with an apostrophe in front where a spreadsheet could take it for a formula, after
    whatever unseen or quoting signs it begins with."""
    bare = normalize("NFKC", text).lstrip(" '\"\u00a0\u3000")
    return f"'{text}" if bare[:1] in ACTS and bare else text


def _cell(value: Value) -> str | int:
    if value is None:
        return ""
    return value if isinstance(value, int) else harmless(value)
