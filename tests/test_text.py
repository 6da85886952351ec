"""Cleaning never hurts prose and leaves nothing that hides or acts; words count by one rule."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.text import clean, clean_line, count_words

ANY = st.text(st.characters(), max_size=80)
NASTY = st.lists(
    st.one_of(
        ANY,
        st.sampled_from(
            [
                "\x1b",
                "\x1b[31m",
                "\x1b]52;c;QQ==\x07",
                "\x1b]8;;",
                "\x9d",
                "\x9b2J",
                "\r",
                "\n",
                "\u202e",
                "\ufe0f",
                "\ud83d",
                "\U000e0041",
                "\u200b",
                "](",
                "> ",
                "1. ",
                "&",
                "/",
                "a",
                "字",
                "\u2014",
                "```",
            ]
        ),
    ),
    max_size=12,
).map("".join)
PROSE = st.text(
    st.one_of(
        st.characters(categories=["L", "M", "N", "P", "S"]),
        st.sampled_from(" \n\t\u00a0\u200c\u200d"),
    ).filter(
        lambda one: (
            one not in "\u17b4\u17b5\u3164\uffa0"
            and not unicodedata.name(one, "").startswith(("VARIATION", "MONGOLIAN FREE"))
        )
    ),
    max_size=80,
)

KEPT_FORMATS = "\u200c\u200d\u200e\u200f\u061c\u180e"


def forbidden(one: str) -> bool:
    """Said in another way than in the code: by Unicode's own categories."""
    code = ord(one)
    category = unicodedata.category(one)
    if category == "Cc":
        return one not in "\n\t"
    if category == "Cf":
        visible = 0x600 <= code <= 0x605 or code in {0x6DD, 0x70F, 0x890, 0x891, 0x8E2}
        visible = visible or code in {0x110BD, 0x110CD} or 0x13430 <= code <= 0x1345F
        return not visible and one not in KEPT_FORMATS
    return category in {"Cs", "Zl", "Zp"} or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


@settings(max_examples=150, deadline=None)
@given(NASTY)
def test_cleaning_twice_changes_nothing_and_nothing_forbidden_stays(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert len(cleaned) <= len(text)
    assert [one for one in cleaned if forbidden(one)] == []


def test_every_single_code_point_is_kept_or_dropped_as_its_category_says() -> None:
    for code in range(0x110000):
        one = chr(code)
        if forbidden(one) and one not in "\r\x0b\x0c\x85\u2028\u2029":
            assert clean(f"a{one}") == "a" or one == "\x1b", hex(code)


@settings(max_examples=100, deadline=None)
@given(PROSE)
def test_prose_in_any_script_is_unchanged(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Ünïcödé, “quotes”, naïve café – and a dash — too…",
        "क्‍ष می‌خواهم ශ්‍රී",
        "👨‍👩‍👧‍👦 👍🏽 ❤️ 🏳️‍🌈 1️⃣",
        "שלום\u200f עולם",
        "e\u0301 is not made one letter",
        "\tindented\n\n# Heading\n",
        "private \ue000 and unassigned \U0001faff stay",
    ],
)
def test_kept_whole(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\x00b\x07c\x7fd\x9fe", "abcde"),
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("a\x9b1;31mred", "ared"),
        ("a\x1b[2J\x1b[Hb\x1bcd", "abd"),
        ("a\x1b]52;c;aGVsbG8=\x07b", "ab"),
        ("a\x1b]52;c;aGVsbG8=\x1b\\b", "ab"),
        ("a\x9d52;c;aGVsbG8=\x9cb", "ab"),
        ("a\x1b]52;c;aGVsbG8= b", "a b"),
        ("a\x1b]8;;https://e.vil\x1b\\link\x1b]8;;\x1b\\b", "alinkb"),
        ("a\x1bPq#0\x1b\\b\x1b(Bc", "abc"),
        ("\ufeffbegin\u202eend\u202c\u2066x\u2069", "beginendx"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4"),
        ("\ud83d\ude00\udc00x\ufffe\ufdd0\U0010ffff", "x"),
        ("co\u00adop\u200be\u2060r\u2063ate", "cooperate"),
        ("x\ufe0f\U000e0110\U000e0120\ufe0fy", "x\ufe0fy"),
        ("\ufff9a\ufffab\ufffb", "ab"),
    ],
)
def test_dropped(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_an_escape_that_never_ends_swallows_no_lines() -> None:
    assert (
        clean("one\x1b]0;title\ntwo three\x1bPno end\nfour")
        == "one0;title\ntwo three" + "no end\nfour"
    )


def test_a_line_has_no_breaks_and_no_doubled_space() -> None:
    assert clean_line("  a\t b\r\n\u00a0c\u2028\x1b[1md  ") == "a b c d"


@settings(max_examples=60, deadline=None)
@given(NASTY)
def test_a_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip() == clean_line(line)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("   \n\t\n", 0),
        ("one", 1),
        ("I led the Monday meeting.", 5),
        ("don't won’t the team's '90s rock 'n' roll", 8),
        ("well-being is a twenty-first-century word", 5),
        ("**bold** and *soft* and ***both*** and `code` and ~~gone~~", 9),
        ("# A heading\n\nText", 3),
        ("#hashtag", 1),
        ("- one\n* two\n+ three\n• four", 4),
        ("1. first\n2) second\n10. tenth", 3),
        ("   - deep\n     1. deeper", 2),
        ("> quoted words\n>> twice > here", 4),
        ("> - 1. all marks", 2),
        ("- [ ] to do\n- [x] done", 3),
        ("1.", 0),
        ("-", 0),
        ("a lone - dash – or — two", 5),
        ("---\n***\n===\n```\n~~~", 0),
        ("```python\nprint\n```", 1),
        ("[Kolb's cycle](https://example.org/kolb_(1984)) helped", 3),
        ('[a](https://x.y "the title") ![a photo](p.png)', 3),
        ("see https://example.org/a/b?c=d and www.example.org now", 3),
        ("<https://example.org> (https://example.org)", 0),
        ("in 2026 I held 1,000 of 3.5% at 10:30 for £500 on 3/12/2026", 13),
        ("R&D", 1),
        ("sales & service", 3),
        ("his/her/their n/a w/c 24/7", 6),
        ("and / or", 2),
        ("it was hard—very hard—for me", 7),
        ("hard--very", 2),
        ("hard – very", 2),
        ("Monday–Friday 10–12", 3),
        ("well…then...and ... …", 3),
        ("red,green;blue", 3),
        ("manager(s) (a few)", 3),
        ("e.g. i.e. U.K.", 3),
        ("L = P + Q", 3),
        ("| Name | Said |\n|------|:----:|\n| K|no |", 4),
        ("snake_case _emphasis_", 2),
        ("学习小组", 4),
        ("私は「PDCAサイクル」を使う。", 10),
        ("액션 러닝", 2),
        ("été señor Größe", 3),
        ("👍 🎉🎉 👨‍👩‍👧 ❤️ 1️⃣", 0),
        ("great👍 👍great", 2),
        ("non\u00a0breaking", 2),
        ("می‌خواهم", 1),
        ("5. 6 people came", 3),
        ("- 5 people", 2),
        ("1066. Then more", 3),
    ],
)
def test_words(text: str, words: int) -> None:
    assert count_words(text) == words


@settings(max_examples=200, deadline=None)
@given(NASTY, NASTY)
def test_words_of_two_texts_add_up(one: str, two: str) -> None:
    assert count_words(f"{one}\n{two}") == count_words(one) + count_words(two)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.from_regex(r"[A-Za-z]{1,9}('s|-[a-z]+)?", fullmatch=True), max_size=30))
def test_plain_words_count_as_they_stand(words: list[str]) -> None:
    assert count_words(" ".join(words)) == len(words)


@pytest.mark.parametrize(
    "part",
    ["](", '](a "', "](a '", "[a](((", "> ", "1. ", "\x1b]", "\x9d", "](" + " " * 99, "` ", "--"],
)
def test_no_text_is_too_hard_to_read(part: str) -> None:
    text = part * (200_000 // len(part))
    assert clean(text) is not None
    assert count_words(text) >= 0
    spaces = "](" + " " * 100_000 + "x"
    assert count_words(spaces) == 1
