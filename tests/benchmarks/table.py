"""Rows of figures, and the table that they make."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

HEADS = ("", "ours", "against", "ratio", "budget", "")


class Row(Struct, frozen=True):
    """One figure of ours beside the one it is held against (`other`, None if there is none).

    `most` is the highest ratio that is good enough, or where `alone` the highest figure; None if
    no budget was set.
    """

    name: str
    ours: float
    other: float | None = None
    unit: str = "ms"
    most: float | None = None
    alone: bool = False

    @property
    def ratio(self) -> float | None:
        """Ours against the other."""
        return self.ours / self.other if self.other else None

    @property
    def missed(self) -> bool:
        """True where the budget is overstepped."""
        measured = self.ours if self.alone else self.ratio
        return self.most is not None and measured is not None and measured > self.most

    def cells(self) -> tuple[str, ...]:
        """The row as text."""
        budget = ""
        if self.most is not None:
            budget = f"≤ {self.most:g} {self.unit}" if self.alone else f"≤ {self.most:g}"
        return (
            self.name,
            _figure(self.ours, self.unit),
            "" if self.other is None else _figure(self.other, self.unit),
            "" if self.ratio is None else f"{self.ratio:.2f}",
            budget,
            "!" if self.missed else "",
        )


def as_table(rows: Sequence[Row]) -> str:
    """All rows under their heads, in columns."""
    lines = [HEADS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _figure(number: float, unit: str) -> str:
    return f"{number:,.{1 if number < 100 else 0}f} {unit}"
