"""How well texts fit some words, whether SQLite says so or they are counted."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.search.ranking import (
    FullTextRanking,
    Ranking,
    SharedWords,
    make_ranking,
    words_of,
)

KINDS = [FullTextRanking, SharedWords]
TEXTS = {
    "rota": "Who changes the rota?",
    "trust": "Whom do you trust with the rota and the keys?",
    "none": "Where do you sit?",
}


def order(weighed: Mapping[str, float]) -> list[str]:
    return sorted(weighed, key=lambda one: -weighed[one])


@pytest.mark.parametrize("kind", KINDS)
def test_a_rare_word_says_more_and_texts_without_any_are_left_out(kind: type[Ranking]) -> None:
    ranking = kind(TEXTS)  # type: ignore[call-arg]
    assert set(ranking.weigh(["rota"])) == {"rota", "trust"}
    assert order(ranking.weigh(["rota", "keys"]))[0] == "trust"
    assert ranking.weigh(["keys"])["trust"] > ranking.weigh(["rota"])["trust"] > 0
    assert ranking.weigh([]) == {}
    assert ranking.weigh(["parrot"]) == {}


def test_endings_are_alike_in_english_only() -> None:
    texts = {"a": "Who trusted you?", "b": "Where?", "c": "When?"}
    assert "a" in FullTextRanking(texts, english=True).weigh(["trusting"])
    assert FullTextRanking(texts).weigh(["trusting"]) == {}


@pytest.mark.parametrize("kind", KINDS)
def test_scripts_without_spaces_are_found_by_pairs_of_signs(kind: type[Ranking]) -> None:
    texts = {"a": "你信任谁来做这项工作？", "b": "今天天气怎么样？", "c": "你几点回家？"}
    ranking = kind(texts)  # type: ignore[call-arg]
    assert order(ranking.weigh(words_of("我不信任他")))[0] == "a"


@pytest.mark.parametrize("kind", KINDS)
@given(note=st.text(max_size=80), texts=st.lists(st.text(max_size=40), max_size=4))
@settings(max_examples=40, deadline=None)
def test_whatever_is_written_there_is_an_answer(
    kind: type[Ranking], note: str, texts: list[str]
) -> None:
    named = {str(at): text for at, text in enumerate(texts)}
    weighed = kind(named).weigh(words_of(note))  # type: ignore[call-arg]
    assert set(weighed) <= set(named)
    assert all(weight >= 0 for weight in weighed.values())


def test_words_are_words_whatever_sqlite_makes_of_them() -> None:
    many = [f"w{number}" for number in range(3_000)]
    odd = ["or", "and", "not", "near", "don't", "rota", *many]
    assert set(FullTextRanking(TEXTS).weigh(odd)) == {"rota", "trust"}


def test_without_full_text_search_words_are_counted() -> None:
    def missing(texts: Mapping[str, str], *, english: bool) -> Ranking:
        raise sqlite3.OperationalError("no such module: fts5")

    assert isinstance(make_ranking(TEXTS, full_text=missing), SharedWords)
    assert isinstance(make_ranking(TEXTS), FullTextRanking)
