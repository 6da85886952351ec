"""The index in SQLite's full-text search, in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from .index import Index
from .model import Text
from .typed import Wanted

Connect = Callable[[], sqlite3.Connection]


def in_memory() -> sqlite3.Connection:
    """A database of its own, which any one thread at a time may use."""
    return sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)


class FullText(Index):
    """Ranked by bm25, the newer first where two fit alike. Making one raises
    `sqlite3.OperationalError` where this SQLite was built without FTS5."""

    def __init__(self, connect: Connect = in_memory) -> None:
        super().__init__()
        self._ids: dict[int, str] = {}
        self._rows: dict[str, int] = {}
        self._base = connect()
        # A piece of a word is looked up while it is typed, which takes long for one letter.
        self._base.execute(
            "CREATE VIRTUAL TABLE texts USING fts5(words, tokenize = 'unicode61', prefix = '1 2')"
        )

    def _took(self, texts: Sequence[Text]) -> None:
        rows = [(self._row_for(one), self._fold(one.id)) for one in sorted(texts, key=_moment)]
        self._base.execute("BEGIN")
        self._base.executemany("INSERT INTO texts (rowid, words) VALUES (?, ?)", rows)
        self._base.execute("COMMIT")

    def _row_for(self, text: Text) -> int:
        """A row's number that says how new its text is."""
        row = int(_moment(text) * 1_000_000)
        while row in self._ids:
            row += 1
        self._ids[row] = text.id
        self._rows[text.id] = row
        return row

    def _dropping(self, ids: Sequence[str]) -> None:
        rows = [self._rows.pop(one) for one in ids]
        for row in rows:
            del self._ids[row]
        self._base.execute("BEGIN")
        self._base.executemany("DELETE FROM texts WHERE rowid = ?", ((row,) for row in rows))
        self._base.execute("COMMIT")

    def _look_up(self, wanted: Wanted, most: int) -> tuple[list[str], int]:
        if not wanted.words:
            rows = sorted(self._ids, reverse=True)
        elif wanted.pieces:
            rows = self._best(wanted, -1)
        else:
            count = "SELECT count(*) FROM texts WHERE texts MATCH ?"
            (total,) = self._base.execute(count, (_query(wanted),)).fetchone()
            return [self._ids[row] for row in self._best(wanted, most)], total
        found = [self._ids[row] for row in rows if self._has(self._ids[row], wanted.pieces)]
        return found[:most], len(found)

    def _best(self, wanted: Wanted, most: int) -> list[int]:
        """The rows that hold the words, the best `most` of them, all for -1."""
        rows = self._base.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank, rowid DESC LIMIT ?",
            (_query(wanted), most),
        )
        return [row for (row,) in rows]


def _moment(text: Text) -> float:
    return text.changed.timestamp()


def _query(wanted: Wanted) -> str:
    """The words in quotes, within which nothing has a meaning of its own."""
    quoted = ['"{}"'.format(word.replace('"', '""')) for word in wanted.words]
    return " ".join(quoted) + ("*" if wanted.unfinished else "")
