"""How near the words of a note are to each question, bank and entry of a pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing

from msgspec import Struct

from ilmcoach.packs.model import Bank, Pack, Reading
from ilmcoach.search.ranking import make_ranking, words_of

from .lexicon import ALIKE, COMMON, TOPICS

LONGEST = 2_000
"""Characters of a note that are looked at, the last ones: what was written just now."""
ALSO = 0.5
"""What a word of like meaning counts for, beside the word itself."""
HALF = 6.0
"""The bm25 at which a text is half as near as it could be."""


class Nearness(Struct, frozen=True):
    """From 0 for nothing in common to nearly 1. False if the note says nothing at all."""

    questions: Mapping[str, float]
    banks: Mapping[str, float]
    readings: Mapping[str, float]

    def __bool__(self) -> bool:
        return bool(self.questions or self.banks or self.readings)

    def question(self, id_: str) -> float:
        """How near one question is."""
        return self.questions.get(id_, 0)

    def bank(self, id_: str) -> float:
        """How near a bank is as a whole."""
        return self.banks.get(id_, 0)

    def reading(self, id_: str) -> float:
        """How near an entry of the catalogue is."""
        return self.readings.get(id_, 0)


def nearness(note: str, pack: Pack) -> Nearness:
    """How near all of a pack is to a note. The lexicon takes part in English packs only."""
    english = pack.in_english
    said = [one for one in words_of(note[-LONGEST:]) if not english or one not in COMMON]
    if not said:
        return Nearness({}, {}, {})
    also = _also(said) if english else ()
    questions = {one.id: one.text for bank in pack.banks for one in bank.questions}
    banks = {bank.id: _about_bank(bank, english=english) for bank in pack.banks}
    readings = {one.id: _about_reading(one, english=english) for one in pack.readings}
    return Nearness(
        _near(questions, said, also, english=english),
        _near(banks, said, (), english=english),
        _near(readings, said, (), english=english),
    )


def _near(
    texts: Mapping[str, str], said: Iterable[str], also: Iterable[str], *, english: bool
) -> Mapping[str, float]:
    with closing(make_ranking(texts, english=english)) as ranking:
        exact, like = ranking.weigh(said), ranking.weigh(also)
    both = {name: exact.get(name, 0) + ALSO * like.get(name, 0) for name in {**exact, **like}}
    return {name: weight / (weight + HALF) for name, weight in both.items()}


def _also(said: Iterable[str]) -> tuple[str, ...]:
    known = set(said)
    found = (word for group in ALIKE if not known.isdisjoint(group) for word in group)
    return tuple(dict.fromkeys(word for word in found if word not in known | COMMON))


def _about_bank(bank: Bank, *, english: bool) -> str:
    texts = (question.text for question in bank.questions)
    return " ".join([bank.title, _topics(bank.topics, english=english), *texts])


def _about_reading(one: Reading, *, english: bool) -> str:
    return " ".join([one.good_for, _topics(one.topics, english=english)])


def _topics(topics: Iterable[str], *, english: bool) -> str:
    words = [TOPICS.get(one, "") for one in topics] if english else []
    return " ".join([*topics, *words]).replace("-", " ")
