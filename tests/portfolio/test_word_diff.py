"""What changed between two texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.portfolio.word_diff import Change, Kind, compare

SAME, GONE, NEW = Kind.SAME, Kind.GONE, Kind.NEW
WORDS = st.lists(
    st.sampled_from(
        ["we", "met", "on", "Monday.", "Why?", "中", " ", "\n", "\n\n", "\t", "é ", "!"]
    ),
    max_size=40,
).map(" ".join)
TEXTS = st.one_of(WORDS, st.text(max_size=60))


def old_of(changes: tuple[Change, ...]) -> str:
    return "".join(one.text for one in changes if one.kind is not NEW)


def new_of(changes: tuple[Change, ...]) -> str:
    return "".join(one.text for one in changes if one.kind is not GONE)


@settings(max_examples=300, deadline=None)
@given(old=TEXTS, new=TEXTS)
def test_both_texts_can_be_put_together_again(old: str, new: str) -> None:
    changes = compare(old, new)
    assert old_of(changes) == old
    assert new_of(changes) == new
    assert all(one.text for one in changes)
    assert all(one.kind != two.kind for one, two in pairwise(changes))


@given(text=TEXTS)
def test_nothing_changed_in_a_text_that_is_the_same(text: str) -> None:
    assert compare(text, text) == ((Change(SAME, text),) if text else ())


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("", "", []),
        ("", "One two", [(NEW, "One two")]),
        ("One two", "", [(GONE, "One two")]),
        (
            "We met on Monday and talked.",
            "We met on Tuesday and talked.",
            [(SAME, "We met on "), (GONE, "Monday "), (NEW, "Tuesday "), (SAME, "and talked.")],
        ),
        (
            "First.\n\nSecond.\n\nThird.",
            "First.\n\nThird.",
            [(SAME, "First.\n\n"), (GONE, "Second.\n\n"), (SAME, "Third.")],
        ),
        ("One line", "One\nline", [(SAME, "One"), (GONE, " "), (NEW, "\n"), (SAME, "line")]),
        ("unhappy", "happy", [(GONE, "unhappy"), (NEW, "happy")]),
    ],
)
def test_by_word(old: str, new: str, wanted: list[tuple[Kind, str]]) -> None:
    assert [(one.kind, one.text) for one in compare(old, new)] == wanted


def test_a_word_that_stayed_by_chance_does_not_break_a_rewritten_sentence() -> None:
    old = "Nobody told me who was paying the porters while all of us stood waiting there"
    new = "Each Friday she rings up six suppliers while I sit quietly by her desk"
    assert [one.kind for one in compare(old, new)] == [GONE, NEW]


def test_one_word_changed_in_ten_thousand_is_found_alone() -> None:
    words = [f"word{number % 700}" for number in range(10_000)]
    old = " ".join(words)
    new = " ".join([*words[:5000], "other", *words[5001:]])
    changed = [one for one in compare(old, new) if one.kind is not SAME]
    assert changed == [Change(GONE, f"{words[5000]} "), Change(NEW, "other ")]
