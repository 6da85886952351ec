"""A table whose cells are plain text in one of a few styles, folded to the width there is."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual import events
from textual.coordinate import Coordinate
from textual.widgets import DataTable

from ilmcoach.text import clean

Cell = tuple[str, str]
"""Anybody's words, and their style: `title`, of which the lines after the first are quiet,
`quiet`, `accent`, `warning`, or empty."""


class Grid(DataTable[Text]):
    """Enter, or a click on the cell stood on, opens it: `DataTable.CellSelected`.

    The first column is fixed; `rest` are the widths of the others, and it takes what is left.
    """

    def __init__(self, heads: Sequence[str], *, id: str) -> None:
        super().__init__(id=id, zebra_stripes=False, cell_padding=1)
        self._heads = tuple(heads)
        self._rows: tuple[tuple[str, Sequence[Cell]], ...] = ()
        self._rest: tuple[int, ...] = ()

    def fill(self, rows: Sequence[tuple[str, Sequence[Cell]]], rest: Sequence[int]) -> None:
        """Shows these rows, each under its key; stays on the cell stood on."""
        self._rows, self._rest = tuple(rows), tuple(rest)
        self._lay_out()

    def on_resize(self) -> None:
        """The first column follows the width."""
        self._lay_out()

    def _lay_out(self) -> None:
        if not self.size.width or not self._rows:
            return
        rows, rest, at = self._rows, self._rest, self.cursor_coordinate
        padding = 2 * self.cell_padding
        first = self.size.width - sum(rest) - padding * (len(rest) + 1) - 1
        self.clear(columns=True)
        for head, width in zip(self._heads, (max(first, 12), *rest), strict=True):
            self.add_column(Text(head, style=self._style("quiet")), width=width)
        for key, cells in rows:
            texts = (self._text(clean(words), style) for words, style in cells)
            self.add_row(*texts, key=key, height=None)
        self.move_cursor(row=min(at.row, len(rows) - 1), column=at.column, animate=False)

    def on_click(self, event: events.Click) -> None:
        """Stands on another cell instead of opening it."""
        meta = event.style.meta
        clicked = Coordinate(meta.get("row", -1), meta.get("column", -1))
        if clicked != self.cursor_coordinate:
            event.prevent_default()
            if clicked.row >= 0:
                self.move_cursor(row=clicked.row, column=clicked.column)

    def key_at(self, coordinate: Coordinate) -> str:
        """The key of the row there."""
        return self.coordinate_to_cell_key(coordinate).row_key.value or ""

    def _text(self, words: str, name: str) -> Text:
        if name != "title":
            return Text(words, style=self._style(name))
        first, newline, rest = words.partition("\n")
        return Text.assemble((first, Style(bold=True)), newline, (rest, self._style("quiet")))

    def _style(self, name: str) -> Style:
        if not name:
            return Style()
        return Style(color=self.app.get_css_variables()[name])
