"""Which words of a line are asked about, where they stand, and what is said of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilmcoach.spelling.carrying import carried
from ilmcoach.spelling.dictionary import Verdict, left_alone, verdict_on, with_s
from ilmcoach.spelling.words import askable, words_in
from tests.spelling.fake_dictionary import FakeDictionary


def asked(line: str) -> list[str]:
    return [form for word in words_in(line) if (form := askable(word))]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("We keep the rota.", ["We", "keep", "the", "rota"]),
        ("it isn’t the team's, it is ʼtis", ["it", "isn't", "the", "team's", "it", "is", "tis"]),
        ("‘don’t’ and 'so'", ["don't", "and", "so"]),
        ("well-being, co‑lead - and – so", ["well-being", "co-lead", "and", "so"]),
        ("**bold** _soft_ ~~gone~~ `code word` # so", ["bold", "soft", "gone", "so"]),
        ("see ``a `tick` b`` then", ["see", "then"]),
        ("```python", []),
        ("## Heading two", ["Heading", "two"]),
        ("a [link](https://x.org/pagge (a)) so", ["link", "so"]),
        ("<https://x.org/pagge> <b>so</b> &nbsp;so", ["so", "so"]),
        ("at https://x.org/pagge, www.x.org/pagge or anna@x.orgg.", ["at", "or"]),
        ("in notess.txt, /home/folderr, ~/xx or #tagg", ["in", "or"]),
        ("and/or his/her", ["and", "or", "his", "her"]),
        ("3rd 24h M3.10 snake_case x2 so", ["so"]),
        ("ILM KPIs ILM's PowerPoint iPhone so", ["so"]),
        ("I said that Anna led it", ["said", "that", "led", "it"]),
        ("So. Then e.g. Maslow, then Dr. Smyth wrote. Whoo?", "So Then then wrote Whoo".split()),
        ("He said “Noo” and (Anna) left… So", "He said Noo and left So".split()),
        ("Aim: Reduce it | Cell", ["Aim", "Reduce", "it", "Cell"]),
        ("wait...then so", ["wait", "then", "so"]),
        ("команда 中文 μας naïve", ["naïve"]),
        ("cafe\u0301 so", ["café", "so"]),
        ("a" * 46 + " so", ["so"]),
        ("[/notes] [red]so[/] 👍🏽", ["red", "so"]),
    ],
)
def test_what_is_asked_about(line: str, words: list[str]) -> None:
    assert asked(line) == words


PIECES = st.sampled_from(
    [
        "`",
        "``",
        "](",
        ")",
        "<",
        ">",
        "_",
        "*",
        "'",
        "’",
        "-",
        ".",
        "@",
        "://",
        "&",
        ";",
        "e.g.",
        "\n",
    ]
)
LINES = st.lists(st.text(max_size=6) | PIECES | st.sampled_from(["Anna", "rota", " "]), max_size=25)


@given(LINES.map("".join))
def test_every_word_stands_where_it_is_said_to(line: str) -> None:
    end = 0
    for word in words_in(line):
        assert end <= word.start < word.end <= len(line)
        assert line[word.start : word.end] == word.text
        assert not word.text.startswith("_")
        assert not any(sign.isspace() or sign.isdecimal() for sign in word.text)
        assert not set(askable(word)) & set("’‘‐‑")
        end = word.end


@pytest.mark.parametrize("sign", ["`", "](", "<a", "a-", "a'", "a.", "'", "_", "&a", "@", "a@"])
def test_a_line_made_to_be_slow_is_not(sign: str) -> None:
    assert len(list(words_in(sign * 20_000))) < 20_001


@pytest.mark.parametrize(
    ("word", "verdict"),
    [
        ("colour", Verdict.FINE),
        ("Colour", Verdict.FINE),
        ("color", Verdict.UNKNOWN),
        ("team's", Verdict.FINE),
        ("teem's", Verdict.UNKNOWN),
        ("team-led", Verdict.FINE),
        ("e-team", Verdict.FINE),
        ("team-ledd", Verdict.UNKNOWN),
        ("organise", Verdict.FINE),
        ("organize", Verdict.IZE),
        ("Organized", Verdict.IZE),
        ("team-organized", Verdict.IZE),
        ("organiz", Verdict.UNKNOWN),
    ],
)
def test_what_is_said_of_a_word(word: str, verdict: Verdict) -> None:
    assert verdict_on(word, FakeDictionary()) == verdict


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("organizing", "organising"),
        ("realization's", "realisation's"),
        ("size", ""),
        ("prize", ""),
        ("seized", ""),
        ("colour", ""),
    ],
)
def test_the_other_form(word: str, other: str) -> None:
    assert with_s(word) == other


@pytest.mark.parametrize(
    ("word", "left", "alone"),
    [
        ("Revans", {"Revans"}, True),
        ("revans", {"Revans"}, False),
        ("Revans's", {"Revans"}, True),
        ("kofi", {"kofi"}, True),
        ("Kofi's", {"kofi"}, True),
        ("Kofi-Anna", {"kofi", "Anna"}, True),
        ("Kofi-Hanna", {"kofi", "Anna"}, False),
    ],
)
def test_what_is_left_alone(word: str, left: set[str], alone: bool) -> None:
    assert left_alone(word, left) is alone


def test_marks_are_carried_along_while_a_line_is_typed_in() -> None:
    before = "teh team wrotte it"
    spans = [(0, 3), (9, 15)]
    assert carried(before, spans, "teh team X wrotte it") == [(0, 3), (11, 17)]
    assert carried(before, spans, "teh team wrottes it") == [(0, 3)]
    assert carried(before, spans, "teh team wroote it") == [(0, 3)]
    assert carried(before, spans, "teh team") == [(0, 3)]
    assert carried(before, spans, "") == []
    assert carried(before, spans, "tehh team wrotte it") == [(10, 16)]


@given(before=st.text("ab ", max_size=12), now=st.text("ab ", max_size=12), at=st.data())
def test_what_is_carried_along_are_the_same_letters(
    before: str, now: str, at: st.DataObject
) -> None:
    ends = st.integers(0, len(before))
    start, end = sorted((at.draw(ends), at.draw(ends)))
    for begin, stop in carried(before, [(start, end)], now):
        assert now[begin:stop] == before[start:end]
