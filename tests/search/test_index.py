"""Finding: the same whether SQLite does it or every text is looked through."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.search.full_text import FullText
from ilmcoach.search.index import Index
from ilmcoach.search.making import make_index
from ilmcoach.search.model import Text
from ilmcoach.search.scan import Scan
from ilmcoach.text import clean

BEGIN = datetime(2026, 9, 1, tzinfo=UTC)
KINDS = [FullText, Scan]


def text(text_id: str, words: str, day: int = 0) -> Text:
    return Text(text_id, BEGIN + timedelta(days=day), words)


def index(kind: Callable[[], Index], *words: str) -> Index:
    """An index of texts numbered from 0, each a day newer than the one before."""
    made = kind()
    made.put(text(str(number), one, number) for number, one in enumerate(words))
    return made


def ids(made: Index, typed: str) -> list[str]:
    return [hit.id for hit in made.find(typed).hits]


WORDS = (
    "I don’t ask; I tell. Naïve, says the café.",
    "A well-being talk with O'Brien AND the team",
    "我的團隊開會了。今天很安靜",
    'Silence (the long one) * helped - "really" 😀',
    "Ask the team about trust, trust, trust",
    "Ελληνικά και Русский текст",
    "nothing here",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("don't", "0"),
        ("don’t tell", "0"),
        ("naive CAFE", "0"),
        ("café", "0"),
        ("well-being", "1"),
        ("well being", "1"),
        ("o'brien", "1"),
        ("AND", "1"),
        ("NOT team", ""),
        ("tea", "14"),
        ("tea ", ""),
        ("team tru", "4"),
        ("trus team ", ""),
        ('"silence"', "3"),
        ("(long", "3"),
        ("sil*", "3"),
        ("silence - helped", "3"),
        ("words:silence", ""),
        ("NEAR(long one)", ""),
        ("開會", "2"),
        ("團隊 安靜", "2"),
        ("團隊 silence", ""),
        ("😀", "3"),
        ("😀 sil", "3"),
        ("*", "3"),
        ("русский", "5"),
        ("ΕΛΛΗΝΙΚΑ", "5"),
        ("here nothing", "6"),
        ("thing", ""),
        ("", ""),
        (" \n", ""),
        ("'\"", ""),
    ],
)
def test_what_is_typed_is_words_and_nothing_else(
    kind: Callable[[], Index], typed: str, found: str
) -> None:
    assert sorted(ids(index(kind, *WORDS), typed)) == sorted(found)


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_that_says_most_about_it_comes_first(kind: Callable[[], Index]) -> None:
    filler = [f"Something else, number {number}." for number in range(9)]
    made = index(kind, "trust trust trust", "I trust the rota and much else besides", *filler)
    assert ids(made, "trust") == ["0", "1"]


@pytest.mark.parametrize("kind", KINDS)
def test_of_texts_that_fit_alike_the_newest_comes_first(kind: Callable[[], Index]) -> None:
    made = index(kind, *["the same words"] * 4)
    made.put([text("1", "the same words", 30)])
    assert ids(made, "same") == ["1", "3", "2", "0"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_can_change_and_go(kind: Callable[[], Index]) -> None:
    made = index(kind, "the rota", "the rota too")
    made.put([text("0", "the budget", 9), text("0", "the handover", 9)])
    assert ids(made, "rota") == ["1"]
    assert ids(made, "budget") == []
    assert ids(made, "handover") == ["0"]
    made.drop(["1", "never there"])
    assert ids(made, "the") == ["0"]
    assert len(made) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_best_are_shown_and_all_are_counted(kind: Callable[[], Index]) -> None:
    found = index(kind, *["a rota"] * 30).find("rota", most=7)
    assert (len(found.hits), found.total) == (7, 30)


def test_without_full_text_search_every_text_is_looked_through() -> None:
    def refuse() -> sqlite3.Connection:
        raise sqlite3.OperationalError("no such module: fts5")

    assert isinstance(make_index(lambda: FullText(refuse)), Scan)
    assert isinstance(make_index(), FullText)


ODD = st.text(max_size=60) | st.text(alphabet="\"'*():^-+ANDORNT{} \\%_a\x00é中\ud800", max_size=40)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150, deadline=None)
@given(typed=ODD, words=ODD)
def test_nothing_that_can_be_typed_is_too_much(
    kind: Callable[[], Index], typed: str, words: str
) -> None:
    made = index(kind, words, *WORDS)
    found = made.find(typed)
    assert found.total == len(found.hits) == len({hit.id for hit in found.hits})


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=300, deadline=None)
@given(words=st.lists(ODD, min_size=1, max_size=4), data=st.data())
def test_a_word_of_a_text_always_finds_it(
    kind: Callable[[], Index], words: list[str], data: st.DataObject
) -> None:
    written = " ".join(words)
    wanted = [word for word in clean(written).split() if any(map(str.isalnum, word))]
    if not wanted:
        return
    made = index(kind, "something else", written)
    some = data.draw(st.lists(st.sampled_from(wanted), min_size=1, max_size=3))
    for typed in (" ".join(some), f"{some[0]} ", f"({some[-1]}"):
        assert "1" in ids(made, typed), typed


def test_a_long_word_is_found_by_its_beginning_too() -> None:
    long = "x" * 5_000
    assert ids(index(FullText, long), long) == ["0"]
    assert ids(index(FullText, " ".join(map(str, range(500)))), " ".join(map(str, range(500))))
