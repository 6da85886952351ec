"""Words of a text that changes by a key at a time, counted without counting all of it again."""

from __future__ import annotations

from ilmcoach.text import count_words


class WordCounter:
    """Remembers the count of each line of the last text: lines are counted each by itself, so
    only those that changed have to be."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def count(self, text: str) -> int:
        """How many words `text` has, as `count_words` has it."""
        lines = text.split("\n")
        before, self._known = self._known, {}
        for line in lines:
            if line not in self._known:
                known = before.get(line)
                self._known[line] = count_words(line) if known is None else known
        return sum(self._known[line] for line in lines)
