"""The learner's Markdown as a tree: their words, all of them, in the parts that they made."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from ilmcoach.export.blocks import (
    Code,
    Grid,
    Head,
    Items,
    Para,
    Quoted,
    Rule,
    Span,
    read_blocks,
)
from ilmcoach.export.direction import text_of, words_of


def test_styles_run_into_one_another_and_a_break_stays() -> None:
    (para,) = read_blocks("One **two *three*** `four`\nfive\\\nsix [seven](https://x.org)", under=2)
    assert para == Para(
        (
            Span("One "),
            Span("two ", bold=True),
            Span("three", bold=True, italic=True),
            Span(" "),
            Span("four", code=True),
            Span(" five\nsix "),
            Span("seven", link="https://x.org"),
        )
    )


def test_parts_lie_in_one_another_as_written() -> None:
    blocks = read_blocks("3. a\n   - b\n4. c\n\n> d\n>\n> ```\n> e  f\n> ```", under=2)
    assert blocks == (
        Items(
            (
                (Para((Span("a"),)), Items(((Para((Span("b"),)),),))),
                (Para((Span("c"),)),),
            ),
            start=3,
        ),
        Quoted((Para((Span("d"),)), Code("e  f"))),
    )


def test_a_heading_goes_below_its_place_and_one_of_the_documents_own_becomes_a_line() -> None:
    first, second, rule = read_blocks(
        "# Mine\n\n# Taken\n\n***", under=3, taken=frozenset({"Taken"})
    )
    assert first == Head(4, (Span("Mine"),))
    assert second == Para((Span("Taken", bold=True),))
    assert rule == Rule()


def test_a_table_keeps_each_cell_and_html_is_text() -> None:
    grid, para = read_blocks("| a | b |\n|---|---|\n| **c** | |\n\n<b>no</b>", under=2)
    assert grid == Grid(
        (((Span("a"),), (Span("b"),)), ((Span("c", bold=True),), ())),
    )
    assert isinstance(para, Para)
    assert text_of(para.spans) == "<b>no</b>"


@given(
    st.lists(st.sampled_from(["word", "# ", "- ", "1. ", "> ", "\n", "*", "`", " ", "| ", "<b"]))
)
def test_no_word_is_lost(pieces: list[str]) -> None:
    text = "".join(pieces)
    blocks = read_blocks(text, under=2)
    code = "".join(re.findall(r"Code\(text='(.*?)'\)", repr(blocks)))
    assert (words_of(blocks) + code).count("word") == text.count("word")
