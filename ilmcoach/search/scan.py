"""The index for a Python whose SQLite has no full-text search: every text is looked through."""

from __future__ import annotations

from collections.abc import Sequence

from .index import Index
from .model import Text
from .typed import Wanted


class Scan(Index):
    """The texts that name the words most often first, the newer where they do so alike."""

    def _took(self, texts: Sequence[Text]) -> None:
        """Texts are folded when they are first looked through."""

    def _dropping(self, ids: Sequence[str]) -> None:
        """Nothing else is kept of them."""

    def _look_up(self, wanted: Wanted, most: int) -> tuple[list[str], int]:
        patterns = wanted.patterns()
        found = []
        for text_id in self._texts:
            counts = [len(pattern.findall(self._fold(text_id))) for pattern in patterns]
            if all(counts):
                age = -self._texts[text_id].changed.timestamp()
                found.append((-sum(counts), age, text_id))
        return [one for _, _, one in sorted(found)[:most]], len(found)
