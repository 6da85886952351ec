"""How well texts fit some words: bm25, by SQLite's full-text search in memory."""

from __future__ import annotations

import re
import sqlite3
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from ilmcoach.text import clean

from .folding import fold
from .full_text import Connect, in_memory

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003fffd"
)
"""Letters of scripts that write words without spaces: Thai, Lao, Burmese, Khmer, Han, kana."""
_RUN = re.compile(rf"[{_UNSPACED}]+")
_TOKEN = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared, in order; of a script without spaces each two
    signs that stand side by side. Never raises."""
    return tuple(_TOKEN.findall(_parted(text)))


def _parted(text: str) -> str:
    return _RUN.sub(lambda run: f" {' '.join(_pairs(run[0]))} ", fold(text))


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


def _all_parted(texts: Iterable[str]) -> list[str]:
    # All are folded at once, as that takes as long as there are different letters.
    lines = [" ".join(text.split()) for text in texts]
    return _parted(clean("\n".join(lines))).split("\n") if lines else []


class Ranking(ABC):
    """Texts by id, to be weighed by the words they share with something. For one thread."""

    @abstractmethod
    def weigh(self, words: Iterable[str]) -> Mapping[str, float]:
        """How well each text fits these words (as `words_of` gives them), higher for better;
        texts that hold none of them are left out. A rare word counts for more than a common
        one, a word in a short text for more than in a long one. Never raises."""

    @abstractmethod
    def close(self) -> None:
        """Lets go of what it holds; nothing is weighed afterwards."""


class FullTextRanking(Ranking):
    """By bm25. `english` takes the endings off words, so that 'telling' and 'tells' are 'tell'.
    Making one raises `sqlite3.OperationalError` where this SQLite was built without FTS5."""

    def __init__(
        self, texts: Mapping[str, str], *, english: bool = False, connect: Connect = in_memory
    ) -> None:
        self._ids = tuple(texts)
        self._base = connect()
        kind = "porter unicode61" if english else "unicode61"
        self._base.execute(f"CREATE VIRTUAL TABLE texts USING fts5(words, tokenize = '{kind}')")
        rows = enumerate(_all_parted(texts.values()), 1)
        self._base.execute("BEGIN")
        self._base.executemany("INSERT INTO texts (rowid, words) VALUES (?, ?)", rows)
        self._base.execute("COMMIT")

    def weigh(self, words: Iterable[str]) -> Mapping[str, float]:
        quoted = ['"{}"'.format(word.replace('"', '""')) for word in dict.fromkeys(words)]
        if not quoted:
            return {}
        rows = self._base.execute(
            "SELECT rowid, rank FROM texts WHERE texts MATCH ?", (" OR ".join(quoted),)
        )
        return {self._ids[row - 1]: -rank for row, rank in rows}

    def close(self) -> None:
        self._base.close()


class SharedWords(Ranking):
    """By the number of different words shared: for a Python whose SQLite has no full-text
    search."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        words = (frozenset(_TOKEN.findall(text)) for text in _all_parted(texts.values()))
        self._words = dict(zip(texts, words, strict=True))
        self._common = Counter(word for words in self._words.values() for word in words)

    def weigh(self, words: Iterable[str]) -> Mapping[str, float]:
        wanted = frozenset(words)
        shared = {name: wanted & known for name, known in self._words.items()}
        return {
            name: sum(1 / self._common[word] for word in some)
            for name, some in shared.items()
            if some
        }

    def close(self) -> None:
        self._words.clear()


def make_ranking(
    texts: Mapping[str, str],
    *,
    english: bool = False,
    full_text: Callable[..., Ranking] = FullTextRanking,
) -> Ranking:
    """The best ranking that this Python can have."""
    try:
        return full_text(texts, english=english)
    except sqlite3.OperationalError:
        return SharedWords(texts)
