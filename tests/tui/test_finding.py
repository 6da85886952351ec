"""Finding words in a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ilmcoach.tui.finding import Match, find_all, nearest

TEXT = "The rota is mine.\nNobody else sees the Rota.\n\nrota"


def test_words_are_found_in_any_case_and_in_order() -> None:
    assert find_all(TEXT, "rota") == (
        Match((0, 4), (0, 8)),
        Match((1, 21), (1, 25)),
        Match((3, 0), (3, 4)),
    )


def test_nothing_is_found_where_nothing_is_asked_or_there() -> None:
    assert find_all(TEXT, "") == ()
    assert find_all(TEXT, "deputy") == ()


def test_signs_are_only_signs() -> None:
    assert find_all("a.b [/x] (", "[/x] (") == (Match((0, 4), (0, 10)),)


def test_the_next_one_comes_after_the_cursor_and_round_the_end() -> None:
    found = find_all(TEXT, "rota")
    assert nearest(found, (0, 0)) == 0
    assert nearest(found, (0, 8)) == 1
    assert nearest(found, (3, 4)) == 0
    assert nearest(found, (1, 21), back=True) == 0
    assert nearest(found, (0, 0), back=True) == 2


@given(st.text(alphabet="abAB \n", max_size=60), st.text(alphabet="ab ", min_size=1, max_size=3))
def test_every_match_is_the_words_looked_for(text: str, words: str) -> None:
    lines = text.split("\n")
    for found in find_all(text, words):
        row, start = found.start
        assert lines[row][start : found.end[1]].lower() == words.lower()
