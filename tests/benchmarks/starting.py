"""From the command to the first picture, and commands that show none."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from . import bare, year
from .measure import medians, process
from .table import Row
from .terminal import first_paint, memory

BARE = ["-m", "tests.benchmarks.bare"]
RUNS = 9


def rows(folder: Path) -> list[Row]:
    """The app on 500 records, and quick commands."""
    home = folder / "year"
    year.write(home, year.portfolio(500))
    app = ["-m", "ilmcoach", "--data-dir", str(home)]
    shown, empty = medians(
        [
            partial(first_paint, app, year.FIRST_DUE),
            partial(first_paint, BARE, bare.MARKER),
        ],
        RUNS,
    )
    ours, least = medians(
        [partial(memory, app, year.FIRST_DUE), partial(memory, BARE, bare.MARKER)], 1
    )
    version, note, python = medians(
        [
            partial(process, "-m", "ilmcoach", "--version"),
            partial(process, "-m", "ilmcoach", "--data-dir", str(folder / "notes"), "note", "x"),
            partial(process, "-c", "pass"),
        ],
        2 * RUNS,
    )
    return [
        Row("first paint, 500 records / a bare app", shown, empty, most=1.5),
        Row("memory, 500 records / a bare app", ours, least, "MB"),
        Row("--version / python -c pass", version, python, most=5),
        Row("note / python -c pass", note, python),
    ]
