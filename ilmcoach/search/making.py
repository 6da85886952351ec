"""The best index that this Python can have."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from .full_text import FullText
from .index import Index
from .scan import Scan


def make_index(full_text: Callable[[], Index] = FullText) -> Index:
    """An empty index: SQLite's full-text search, or a plain scan where it has none."""
    try:
        return full_text()
    except sqlite3.OperationalError:
        return Scan()
