"""The table as one page for a browser and for paper across."""

from __future__ import annotations

from html import escape

from ilmcoach.export.html_page import html_page

from .table import NOT_MARKS, Column, Table, Value

TITLE = "Cohort"
STYLE = """
:root { color-scheme: light dark; --ink: #1f2a30; --soft: #55636b; --hair: #c5cfd3;
  --wash: #f2f5f6; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e8ea; --soft: #a2afb5; --hair: #3b464b;
  --wash: #20282b; --paper: #14191b; } }
body { margin: 0; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.45 system-ui, "Segoe UI", sans-serif; }
h1 { font-size: 1.4rem; margin: 0 0 .2em; }
p { color: var(--soft); margin: 0 0 1.2em; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
th, td { padding: .4em .8em; text-align: start; vertical-align: bottom;
  border-bottom: 1px solid var(--hair); }
thead th { color: var(--soft); font-weight: 600; }
tbody th { font-weight: 600; max-width: 16rem; overflow-wrap: anywhere; position: sticky; left: 0;
  background: var(--paper); }
tbody tr:nth-child(even) { background: var(--wash); }
tbody tr:nth-child(even) th { background: var(--wash); }
.number { text-align: end; } .first { border-inline-start: 1px solid var(--hair); }
.group { text-align: start; border-inline-start: 1px solid var(--hair); }
@page { size: A4 landscape; margin: 12mm; }
@media print { :root { color-scheme: light; --ink: #1f2a30; --soft: #55636b; --hair: #c5cfd3;
    --wash: #f2f5f6; --paper: #fff; }
  body { padding: 0; font-size: 8pt; } .scroll { overflow: visible; }
  th, td { padding: .25em .5em; } tr { break-inside: avoid; }
  thead { display: table-header-group; } tbody th { position: static; } }
"""


def to_html(table: Table, made: str) -> str:
    """One page that fetches nothing and runs nothing; `made` says when, in words."""
    own = sum(not column.group for column in table.columns)
    groups = "".join(
        f'<th class="group" scope="colgroup" colspan="{_columns_of(table, group)}">'
        f"{escape(called)}</th>"
        for group, called in table.groups
    )
    heads = "".join(
        f'<th scope="col"{_classes(table, place)}>{escape(column.title)}</th>'
        for place, column in enumerate(table.columns)
    )
    rows = "".join(_row(table, row) for row in table.rows)
    body = (
        f"<h1>{TITLE}</h1>\n<p>{escape(made)} {NOT_MARKS}</p>\n"
        f'<div class="scroll"><table>\n<thead>\n<tr><td colspan="{own}"></td>{groups}</tr>\n'
        f"<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n"
    )
    return html_page(TITLE, "en-GB", STYLE, f"<main>\n{body}</main>\n")


def _columns_of(table: Table, group: str) -> int:
    return sum(column.group == group for column in table.columns)


def _classes(table: Table, place: int) -> str:
    column: Column = table.columns[place]
    first = column.group and table.columns[place - 1].group != column.group
    names = [*(["number"] if column.number else []), *(["first"] if first else [])]
    return f' class="{" ".join(names)}"' if names else ""


def _row(table: Table, row: tuple[Value, ...]) -> str:
    name, *others = (escape(_said(value)) for value in row)
    cells = "".join(
        f"<td{_classes(table, place)}>{value}</td>" for place, value in enumerate(others, 1)
    )
    return f'<tr><th scope="row" dir="auto">{name}</th>{cells}</tr>\n'


def _said(value: Value) -> str:
    return f"{value:,}" if isinstance(value, int) else value or "–"
