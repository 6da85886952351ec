"""What is remembered from key to key gives what doing it all again would give."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.text import Text

from ilmcoach.text import count_words
from ilmcoach.tui.widgets.cutting import CutLine, Cuts
from ilmcoach.tui.word_counter import WordCounter

TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(["one two", "", "- item", "```", "中文", "[a](b c)", "x–y"])).map(
        "\n".join
    ),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(TEXTS, max_size=6))
def test_words_are_counted_as_if_each_text_were_the_first(texts: list[str]) -> None:
    counter = WordCounter()
    assert [counter.count(text) for text in texts] == [count_words(text) for text in texts]


LINES = st.tuples(
    st.text(st.sampled_from("ab \t中"), min_size=1, max_size=30),
    st.lists(st.integers(1, 29), max_size=4).map(sorted),
    st.booleans(),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(LINES, max_size=5))
def test_a_line_is_cut_as_if_it_were_the_first(lines: list[tuple[str, list[int], bool]]) -> None:
    cuts = Cuts()
    for words, offsets, bold in [one for line in lines for one in (line, line)]:
        ours, plain = CutLine(words, cuts), Text(words, end="", no_wrap=True)
        for text in (ours, plain):
            if bold:
                text.stylize("bold", 0, 2)
        fitting = [offset for offset in offsets if offset < len(words)]
        pieces = [(one.plain, one.spans, one.style) for one in ours.divide(fitting)]
        assert pieces == [(one.plain, one.spans, one.style) for one in plain.divide(fitting)]


def test_a_line_is_cut_once_for_all_its_rows() -> None:
    cuts = Cuts()
    first, second = CutLine("some words", cuts), CutLine("some words", cuts)
    assert first.divide([5]) is second.divide([5])
    assert first.divide([4]) is not second.divide([5])
