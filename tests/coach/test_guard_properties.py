"""What holds of the guard for every text there is, whatever its rules are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.coach.bench import Item
from ilmcoach.coach.guard import judge
from tests.coach.guard_cases import corpus, good_ones

UNSEEN = [
    *"\u200b\u200c\u200d\u200e\u2060\u2063\ufeff\u00ad\u034f\u061c\u115f\u180e\u2800\u3164\uffa0",
    *"\u202a\u202e\u2066\u2069\ufe0f\ufff9\U000e0041\U000e0101\U0001d173",
    *"\x00\x07\x08\x1b\x7f\x9b\n\r\x0b\x0c\x85\u2028\u2029\ud800\udfff",
    "\x1b[31m",
    "\x1b]52;c;QQ==\x07",
    "\x1b]8;;https://a.example\x1b\\",
]
MARKUP = [
    *("**", "*so*", "_so_", "__", "`", "~~", "||", "#", "\\", "{{so}}", "$so$", "<", ">", "<b>"),
    *("</b>", "<br/>", "<!--", "&nbsp;", "&#63;", "[b]", "[/notes]", "[@click=a]", "[so](b)"),
]
LINKS = [
    *("https://a.example", "http://a.example/b?c=d", "www.a.example", "ftp://a", "bit.ly/2x"),
    *("mailto:me@a.example", "me@a.example", "javascript:alert(1)", "file:///etc/passwd"),
]
LOOKALIKES = dict(zip("aceiopsxyAEOT", "асеіорѕхуАЕΟТ", strict=True))
STRUCK = "\u0336"

ANY = st.text(st.characters(), max_size=120)
QUESTION = st.sampled_from(good_ones())
PLACE = st.integers(0, 300)

PIECES = sorted({word for one in corpus("visible") for word in one.text.split()})
SIGNS = st.sampled_from([*UNSEEN, *MARKUP, *"?!.,;:…？¿‽'\"-/ "])
MIXED = st.lists(
    st.one_of(
        st.sampled_from(PIECES),
        st.sampled_from([one.text for one in good_ones()]),
        SIGNS,
        st.sampled_from([*LINKS, "What", "How", "you"]),
        st.text(max_size=4),
    ),
    max_size=14,
)


def put_in(text: str, piece: str, place: int) -> str:
    """`text` with `piece` in it, at some place."""
    place %= len(text) + 1
    return text[:place] + piece + text[place:]


def put_between(text: str, piece: str, place: int) -> str:
    """`text` with `piece` as a word of its own in it, never after its question mark."""
    words = text.removesuffix("?").split(" ")
    place %= len(words) + 1
    return " ".join([*words[:place], piece, *words[place:]]) + "?"


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Texts of all kinds, from noise to what is nearly a good question."""
    if draw(st.booleans()):
        return put_in(draw(QUESTION).text, draw(SIGNS), draw(PLACE))
    pieces = draw(MIXED)
    return draw(st.sampled_from(["", " ", " "])).join(pieces) + draw(
        st.sampled_from(["?", "", "? ", "??", ".", "?\n"])
    )


@given(st.one_of(ANY, texts()), st.one_of(ANY, texts()), st.lists(texts(), max_size=3))
def test_any_text_gets_one_verdict_and_always_the_same(
    text: str, note: str, examples: list[str]
) -> None:
    verdict = judge(text, note, examples)
    assert verdict == judge(text, note, examples)
    assert verdict.admitted == (not verdict.rule)


@settings(max_examples=300)
@given(texts(), st.one_of(st.just(""), texts()))
def test_what_is_admitted_is_one_line_with_one_question_mark_at_its_end(
    text: str, note: str
) -> None:
    # The note may hold the very same words: that makes nothing of theirs fit to show.
    for about in (note, text, f"{note}\n{text}"):
        if judge(text, about).admitted:
            assert text.endswith("?")
            assert text.count("?") == 1
            assert text == " ".join(text.split())
            assert text.isprintable()


@given(QUESTION, st.sampled_from([*UNSEEN, *MARKUP, STRUCK]), PLACE)
def test_nothing_unseen_and_no_markup_is_admitted(one: Item, piece: str, place: int) -> None:
    text = put_in(one.text, piece, place)
    assert not judge(text, one.learner_text).admitted
    assert not judge(text, f"{one.learner_text} {piece} {text}").admitted


@given(QUESTION, st.sampled_from(LINKS), PLACE)
def test_no_link_is_admitted_even_if_the_learner_wrote_it(one: Item, link: str, place: int) -> None:
    text = put_between(one.text, link, place)
    assert not judge(text, one.learner_text).admitted
    assert not judge(text, f"{one.learner_text} {link} says so.").admitted


@given(QUESTION, st.sampled_from(sorted(LOOKALIKES)), PLACE)
def test_no_letter_that_only_looks_like_one_is_admitted(one: Item, letter: str, place: int) -> None:
    parts = one.text.split(letter)
    if len(parts) > 1:
        place = 1 + place % (len(parts) - 1)
        text = letter.join(parts[:place]) + LOOKALIKES[letter] + letter.join(parts[place:])
        assert len(text) == len(one.text)
        assert not judge(text, one.learner_text).admitted
        assert not judge(text, f"{one.learner_text} {text}").admitted


@given(QUESTION, st.sampled_from(["? ", "?\n", "??", "?!", "? Yes.", " ? ", ".", "!", "", "？"]))
def test_no_other_end_is_admitted(one: Item, end: str) -> None:
    assert not judge(one.text.removesuffix("?") + end, one.learner_text).admitted


@given(QUESTION, QUESTION, st.sampled_from([" ", "\n", ""]))
def test_two_questions_are_never_one(one: Item, other: Item, between: str) -> None:
    note = f"{one.learner_text} {other.learner_text}"
    assert not judge(f"{one.text}{between}{other.text}", note).admitted


@given(QUESTION, st.sampled_from([str, str.upper, str.lower, lambda text: f"  {text[:-1]} ?"]))
def test_a_copy_of_an_example_is_not_admitted(one: Item, write: Callable[[str], str]) -> None:
    others = ["Which colour did the wall have?", "Where were the keys?"]
    assert judge(one.text, one.learner_text, others).admitted
    assert not judge(one.text, one.learner_text, [*others, write(one.text)]).admitted


@pytest.mark.parametrize(
    "piece", ["what ", "a", "'", '"', "(", "? ", ", and ", "\u0301", "What if you "]
)
def test_a_text_without_end_is_refused(piece: str) -> None:
    endless = piece * (200_000 // len(piece))
    assert not judge(endless, endless).admitted
    assert not judge(f"What {endless}?", "A short note.").admitted


@pytest.mark.parametrize("nothing", ["", " ", "?", "¿?", "\n?", "What?", "…?"])
def test_nothing_is_no_question(nothing: str) -> None:
    assert not judge(nothing, "A note.").admitted
    assert not judge(nothing, "").admitted


def test_a_long_note_is_no_trouble() -> None:
    one = good_ones()[0]
    note = f"{one.learner_text} " + "We talked about the stock again. " * 3_000
    assert judge(one.text, note).admitted
