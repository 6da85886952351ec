"""Runs the benchmarks and prints them as one table."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from . import exporting, fitting, keys, saving, searching, starting
from .table import Row, as_table

GROUPS: dict[str, Callable[[Path], list[Row]]] = {
    "start": starting.rows,
    "save": saving.rows,
    "keys": keys.rows,
    "export": exporting.rows,
    "search": searching.rows,
    "fitting": fitting.rows,
}


def main(chosen: list[str]) -> int:
    """Runs the groups named, or all; 1 if a budget was missed, 2 for an unknown name."""
    if unknown := set(chosen) - set(GROUPS):
        sys.stderr.write(f"No benchmark: {', '.join(unknown)}. There is: {', '.join(GROUPS)}.\n")
        return 2
    found: list[Row] = []
    with TemporaryDirectory() as folder:
        for name, measure in GROUPS.items():
            if not chosen or name in chosen:
                place = Path(folder) / name
                place.mkdir()
                found += measure(place)
    sys.stdout.write(as_table(found) + "\n")
    return 1 if any(row.missed for row in found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
