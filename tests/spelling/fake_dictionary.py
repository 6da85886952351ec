"""A dictionary of a few words, for tests."""

from __future__ import annotations

from pathlib import Path

WORDS = frozenset(
    "a and are at because centre colour each for is it job keep know leader led meeting my not "
    "organise organised organize organized our rota said so team that the they to we well who "
    "word write wrote".split()
)


class FakeDictionary:
    """Knows `WORDS`; near any other word is one with the same first letters."""

    def __init__(self, folder: Path = Path()) -> None:
        self.folder = folder
        self.asked: list[str] = []

    def knows(self, word: str) -> bool:
        self.asked.append(word)
        return word in WORDS or word.lower() in WORDS

    def near(self, word: str) -> tuple[str, ...]:
        return tuple(sorted(one for one in WORDS if one[:2] == word[:2].lower()))[:3]
