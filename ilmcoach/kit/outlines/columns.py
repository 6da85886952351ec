"""What the columns of a table of criteria hold, by their heads or by what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from ilmcoach.export.outline import Cell, Grid

from .signs import BARE_CODE, CODED, FACT_NAME, MARKS

_CODE_HEADS = frozenset(
    ("code", "ac", "no", "no.", "number", "ref", "ref.", "#", "ac no", "ac no.")
)
_NONE = -1


class Columns(Struct, frozen=True):
    """The place of each column from 0, and the row in which their heads stand; -1 for what is not
    there. Facts about the unit may stand above that row."""

    code: int = _NONE
    verb: int = _NONE
    asks: int = _NONE
    outcome: int = _NONE
    head: int = _NONE

    @property
    def known(self) -> bool:
        """True for a table of criteria."""
        return self.asks != _NONE

    def cell(self, cells: Sequence[Cell], column: int) -> Cell:
        """A row's cell in a column, empty if it has none."""
        return cells[column] if 0 <= column < len(cells) else ()


def columns_of(grid: Grid) -> Columns:
    """The columns of a table. A row of heads is looked for among the first twelve, for facts may
    stand above it; without one, a column of codes tells."""
    for fewest in (2, 1):
        for number, row in enumerate(grid.rows[:12]):
            heads = [_head(cell) for cell in row]
            asks = _find(heads, _is_asks)
            coded = any(map(_mark, row)) or MARKS.search(" ".join(heads)) is not None
            if asks == _NONE or coded or sum(map(bool, heads)) < fewest:
                continue
            outcome = _find(heads, _is_outcome)
            code = _find(heads, lambda head: head in _CODE_HEADS)
            verb = _find(heads, lambda head: "verb" in head)
            if code == _NONE and _holds_codes(grid, asks, number + 1):
                # One head over two columns: the codes stand under it, the words beside them.
                code, asks = asks, asks + 1
            return Columns(code, verb, asks, outcome, number)
    return _by_codes(grid)


def is_criteria(grid: Grid) -> bool:
    """True for a table that holds criteria, or facts about a unit."""
    found = columns_of(grid)
    facts = any(
        FACT_NAME.match(_head(row[0])) is not None for row in grid.rows if row and any(row[1:])
    )
    return found.known or facts


def is_marked(grid: Grid) -> bool:
    """True for a table in whose first row marks are announced."""
    heads = [_head(cell) for cell in grid.rows[0]] if grid.rows else []
    return any("mark" in head.split() or "marks" in head.split() for head in heads)


def _by_codes(grid: Grid) -> Columns:
    for row in grid.rows:
        for place, cell in enumerate(row):
            text = " ".join(one.text for one in cell)
            if not text or any(FACT_NAME.match(one.text) for one in row[0]):
                continue
            if BARE_CODE.match(text) and any(row[place + 1 :]):
                beside = next(n for n in range(place + 1, len(row)) if row[n])
                return Columns(place, _NONE, beside, 0 if place else _NONE)
            if _mark(cell):
                return Columns(_NONE, _NONE, place, 0 if place else _NONE)
    return Columns()


def _holds_codes(grid: Grid, column: int, first: int) -> bool:
    """True if some cell in a column is a code alone, with words in the next."""
    return any(
        column + 1 < len(row)
        and bool(row[column + 1])
        and bool(row[column])
        and all(BARE_CODE.match(one.text) for one in row[column])
        for row in grid.rows[first:]
    )


def _mark(cell: Cell) -> bool:
    """True if a line of the cell begins with a code, shown as a list's number or written."""
    texts = (f"{one.label} {one.text}" if one.label not in ("", "•") else one.text for one in cell)
    return any(CODED.match(text) is not None or BARE_CODE.match(text) is not None for text in texts)


def _head(cell: Cell) -> str:
    return " ".join(one.text for one in cell).casefold().strip(" :")


def _is_asks(head: str) -> bool:
    words = ("criteri", "learner can", "you can", "critère", "meini prawf")
    return len(head) < 160 and (head == "asks" or any(one in head for one in words))


def _is_outcome(head: str) -> bool:
    words = ("outcome", "learner will", "you will", "deilliant")
    return head == "lo" or (any(one in head for one in words) and not _is_asks(head))


def _find(heads: Sequence[str], fits: Callable[[str], bool]) -> int:
    return next((place for place, head in enumerate(heads) if fits(head)), _NONE)
