"""A piece shows why a text was found, and its marks lie on the words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.search.snippets import LENGTH, snippet
from ilmcoach.search.typed import read_typed


def marked(text: str, typed: str) -> tuple[str, list[str]]:
    piece, marks = snippet(text, read_typed(typed).patterns())
    return piece, [piece[start:end] for start, end in marks]


@pytest.mark.parametrize(
    ("text", "typed", "words"),
    [
        ("The rota again,\n\nthe rota.", "rota", ["rota", "rota"]),
        ("I don’t know", "don't", ["don’t"]),
        ("Das hieß STRASSE, Straße", "strasse", ["STRASSE", "Straße"]),
        ("cafe\u0301 and café", "cafe", ["cafe\u0301"[:4], "café"]),
        ("well-being", "well being", ["well", "being"]),
        ("asking, asked", "ask", ["ask", "ask"]),
        ("今天開會了", "開會", ["開會"]),
        ("[/notes] [red]x", "notes", ["notes"]),
    ],
)
def test_the_words_are_marked(text: str, typed: str, words: list[str]) -> None:
    assert marked(text, typed)[1] == words


def test_a_long_text_is_cut_round_the_first_match() -> None:
    text = f"{'before ' * 60}the rota {'after ' * 60}"
    piece, words = marked(text, "rota")
    assert words == ["rota"]
    assert piece.startswith("…before")
    assert piece.endswith("after…")
    assert len(piece) <= LENGTH + 2


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=400), typed=st.text(max_size=5))
def test_marks_lie_within_the_piece_and_in_order(text: str, typed: str) -> None:
    piece, marks = snippet(text, read_typed(typed).patterns())
    ends = [0, *(place for mark in marks for place in mark)]
    assert ends == sorted(ends)
    assert ends[-1] <= len(piece)
    assert piece.strip("…") in " ".join(text.split()) or "…" in text
