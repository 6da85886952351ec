"""Finding a few words among 10,000 records: the index beside looking through every text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ilmcoach.portfolio.records import Record
from ilmcoach.search.full_text import FullText
from ilmcoach.search.index import Index
from ilmcoach.search.model import Text
from ilmcoach.search.scan import Scan

from . import year
from .measure import medians, timed
from .table import Row

SIZE = 10_000
BUDGET = 30
"""Milliseconds for one search, so that no key waits for it."""
RUNS = 9


def rows(folder: Path) -> list[Row]:
    """Two words, and one that stands nearly everywhere, typed as far as shown: in
    records as short as most are, and in as many reflections of 2 KB."""
    found = []
    for name, records in (
        ("records", year.portfolio(SIZE)),
        ("reflections", year.reflections(SIZE)),
    ):
        ours, other = _filled(FullText, records), _filled(Scan, records)
        for typed in ("deputy hon", "the"):
            taken, scanned = medians([_search(ours, typed), _search(other, typed)], RUNS)
            label = f"search “{typed}” in {SIZE:,} {name} / a plain scan"
            found.append(Row(label, taken, scanned, most=BUDGET, alone=True))
    return found


def _filled(kind: Callable[[], Index], records: tuple[Record, ...]) -> Index:
    index = kind()
    index.put(Text(one.id, one.changed, "\n".join(one.words())) for one in records)
    return index


def _search(index: Index, typed: str) -> Callable[[], float]:
    return lambda: timed(lambda: index.find(typed))
