"""Lines between bars that were meant as a table and are none."""

from __future__ import annotations

import re

from ilmcoach.text import clean

from .blocks import Row, Table
from .limits import TABLE_ROWS
from .report import Report

DASHES = frozenset("-‐‑‒–—―−")
ROW_OF_DASHES = DASHES | frozenset(" \t|:")
BAR = re.compile(r"(?<!\\)\|")


def broken_table(text: str, line: int, report: Report) -> Table | None:
    """A paragraph that begins on `line`, as the table it was meant to be; None if it was not.

    What keeps it from being one is reported, and then it is read as meant, so that what hangs on
    it does not look wrong as well. Long dashes, which word processors make, are no fault.
    """
    lines = text.split("\n")
    if len(lines) < 2 or not all(one.lstrip().startswith("|") for one in lines[:2]):
        return None
    headers, second = _cells(lines[0]), lines[1]
    if len(headers) < 2:
        return None
    body = lines[1:]
    if DASHES & set(second) and set(second) <= ROW_OF_DASHES:
        body = lines[2:]
        count = len(_cells(second))
        if count != len(headers):
            what = f"This table has {len(headers)} columns, its line of dashes {count}."
            report.error(line + 1, what, f"Write {'|---' * len(headers)}| there.")
    else:
        what = "This table has no line of dashes under its first line."
        report.error(line, what, f"Put {'|---' * len(headers)}| on a line of its own there.")
    start = line + len(lines) - len(body)
    rows = [Row(number, _cells(one)) for number, one in enumerate(body, start)]
    return Table(line, headers, tuple(rows[:TABLE_ROWS]))


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return tuple(clean(" ".join(one.replace("\\|", "|").split())) for one in BAR.split(inner))
