"""What can be quoted, and where quotes stand as they were."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilmcoach.packs.model import (
    AnswerKind,
    Assessment,
    Choice,
    Pack,
    Section,
    Stage,
    Step,
    Walk,
)
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.quoting import (
    own_records,
    pieces,
    quotable,
    quotes_standing,
    standing,
)
from ilmcoach.portfolio.records import (
    Attachment,
    CueCard,
    Exchange,
    Finding,
    Goal,
    HeadingNote,
    KeptQuestion,
    Note,
    Quote,
    ReadingRecord,
    Record,
    Remark,
    Run,
    SectionText,
    SentBack,
)

NOW = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)
LATER = datetime(2026, 11, 21, 18, 31, tzinfo=UTC)

WORDS = st.text(alphabet="abAB1é你م😀.'-*[]\\$", min_size=1, max_size=6)
GAPS = st.text(alphabet=" \n\t", min_size=1, max_size=3)
"""What may stand between words."""


def quote(text: str, name: str = "q", *, accepted: bool = False, section: str = "s") -> Quote:
    return Quote(
        id=name,
        made=NOW,
        changed=NOW,
        assessment="a",
        section=section,
        text=text,
        accepted=accepted,
    )


def stands(quotes: Sequence[Quote], text: str) -> list[tuple[str, str]]:
    """The ids of the quotes that stand, each with what stands there."""
    return [(one.quote.id, text[one.start : one.end]) for one in standing(quotes, text)]


@pytest.mark.parametrize(
    ("quoted", "text", "found"),
    [
        ("They asked twice", "They asked twice", ["They asked twice"]),
        ("They asked twice", "I said. They\n  asked\ttwice.", ["They\n  asked\ttwice"]),
        ("They asked twice", "“They asked twice”, I wrote", ["They asked twice"]),
        ("They asked twice", "They asked me twice", []),
        ("They asked twice", "they asked twice", []),
        ("They asked", "They asked, then They asked", ["They asked"]),
        ("ask", "I asked; a task", []),
        ("ask", "I asked: ask!", ["ask"]),
        ("a a", "aa a", []),
        ("10", "in 2010 or 100", []),
        ("你問我", "那天你問我什麼", ["你問我"]),
        ("سألني", "وسألني", ["سألني"]),
        ("What if? [/b] (x+", "so: What if? [/b] (x+ and", ["What if? [/b] (x+"]),
        (" \n", "anything", []),
        ("anything", "", []),
    ],
)
def test_a_quote_stands_where_its_words_do(quoted: str, text: str, found: list[str]) -> None:
    assert [place for _, place in stands([quote(quoted)], text)] == found


@pytest.mark.parametrize(
    ("quotes", "text", "found"),
    [
        # As often as it was quoted, and not more often; the last places first.
        ([("x", "so it is")], "so it is, so it is", [("x", 10)]),
        ([("x", "so it is"), ("y", "so it is")], "so it is, so it is", [("y", 0), ("x", 10)]),
        ([("x", "so it is"), ("y", "so it is")], "so it is", [("x", 0)]),
        # One within another is one; elsewhere it is another.
        ([("all", "one two three"), ("part", "two")], "one two three", [("all", 0)]),
        (
            [("all", "one two three"), ("part", "two")],
            "two: one two three",
            [("part", 0), ("all", 5)],
        ),
        # An accepted one is not told of, nor what stands in it; the same words quoted anew are.
        ([("+x", "so it is")], "so it is", []),
        ([("+all", "one two three"), ("part", "two")], "one two three", []),
        ([("+all", "one two three"), ("part", "two")], "two and three", [("part", 0)]),
        ([("+x", "so it is"), ("y", "so it is")], "so it is", [("y", 0)]),
        ([("+x", "so it is"), ("y", "so it is")], "so it is so it is", [("y", 9)]),
    ],
)
def test_several_quotes_take_a_place_each(
    quotes: list[tuple[str, str]], text: str, found: list[tuple[str, int]]
) -> None:
    made = [quote(words, one.strip("+"), accepted=one[0] == "+") for one, words in quotes]
    assert [(one.quote.id, one.start) for one in standing(made, text)] == found


@given(
    words=st.lists(WORDS, min_size=1, max_size=8),
    gaps=st.lists(GAPS, min_size=8, max_size=8),
    before=st.text(alphabet="xy ", max_size=20),
    after=st.text(alphabet="xy ", max_size=20),
)
def test_whatever_the_white_space_it_stands_until_a_word_is_reworked(
    words: list[str], gaps: list[str], before: str, after: str
) -> None:
    made = quote(" ".join(words))
    inside = "".join(a + b for a, b in zip(words, [*gaps[: len(words) - 1], ""], strict=True))
    text = f"{before} {inside} {after}"
    (one,) = standing([made], text)
    assert text[one.start : one.end].split() == words
    for number in range(len(words)):
        reworked = [*words[:number], "z", *words[number + 1 :]]
        assert not standing([made], f"{before} {' '.join(reworked)} {after}")


@given(
    quotes=st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=5),
    accepted=st.lists(st.booleans(), min_size=5, max_size=5),
    text=st.lists(st.one_of(WORDS, GAPS), max_size=30).map(" ".join),
)
def test_places_are_apart_in_order_and_hold_the_words(
    quotes: list[list[str]], accepted: list[bool], text: str
) -> None:
    made = [
        quote(" ".join(words), str(number), accepted=accepted[number])
        for number, words in enumerate(quotes)
    ]
    found = standing(made, text)
    assert all(text[one.start : one.end].split() == one.quote.text.split() for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert not any(one.quote.accepted for one in found)
    assert len({one.quote.id for one in found}) == len(found)


def made(kind: type[Record], **fields: object) -> Record:
    return kind(id=kind.kind, made=NOW, changed=NOW, **fields)  # type: ignore[arg-type]


PACK = Pack(
    "p",
    "Pack",
    Path(),
    walks=(
        Walk(
            "w",
            "Walk",
            (
                Stage(
                    "one",
                    "One",
                    (
                        Step("said", "Said", "What did you say?", AnswerKind.LONG_TEXT),
                        Step(
                            "role",
                            "Role",
                            "Which?",
                            AnswerKind.CHOICE,
                            choices=(Choice("lead", "Team leader"),),
                        ),
                        Step("about", "About", "What about?", AnswerKind.LINK),
                    ),
                ),
            ),
        ),
    ),
)
ANSWERS = {"said": " I said no. ", "said@2": "And yes", "role": "lead", "about": "note", "old": "x"}


@pytest.mark.parametrize(
    ("record", "texts"),
    [
        (made(Note, text=" They asked\n\ntwice "), ("They asked\n\ntwice",)),
        (made(Goal, what="Let go", measure="Let go", why="Time"), ("Let go", "Time")),
        # Of the pack, of a model or of ours: never.
        (made(Finding, area="d", area_label="Delegating", evidence="The rota"), ("The rota",)),
        (made(ReadingRecord, reading="schon", title="Schön 1983", took="Slow"), ("Slow",)),
        (made(ReadingRecord, reading="schon", title="Schön 1983"), ()),
        (made(ReadingRecord, title="My book", took="Slow"), ("My book", "Slow")),
        (made(KeptQuestion, question="b/1", text="What else?"), ()),
        (made(KeptQuestion, text="What else?"), ("What else?",)),
        (made(Attachment, name="rota.pdf", text="Before and after"), ("Before and after",)),
        (made(Exchange, host="h", sent="my note", shown=("Which?",)), ()),
        # What a tutor said of the work is not the learner's; a note about a heading is.
        (made(Remark, who="Kim", text="Say more here"), ()),
        (made(SentBack, text="Section 2 again"), ()),
        (made(HeadingNote, text="Ask Ana"), ("Ask Ana",)),
        (made(Quote, text="They asked"), ()),
        # Of free answers those that were typed; none if nobody knows which they are.
        (made(Run, walk="w", answers=ANSWERS), ("I said no.", "And yes")),
        (made(Run, walk="gone", answers=ANSWERS), ()),
        (made(Note, text="Gone", trashed=NOW), ()),
    ],
)
def test_only_the_learners_own_words_can_be_quoted(record: Record, texts: tuple[str, ...]) -> None:
    assert quotable(record, PACK) == texts
    if isinstance(record, Run):
        assert quotable(record, None) == ()


def test_a_text_can_be_quoted_whole_or_by_the_paragraph() -> None:
    assert pieces("One\nstill one") == ("One\nstill one",)
    text = "One\n\n  Two\nstill two\n \n\nThree"
    assert pieces(text) == (text, "One", "Two\nstill two", "Three")
    assert pieces("Same\n\nSame") == ("Same\n\nSame", "Same")


def test_what_can_be_read_beside_the_work() -> None:
    note, card = made(Note, text="They asked"), made(CueCard, text="Slowly")
    here = made(SectionText, assessment="a", section="s", text="Here")
    others = [
        made(Goal, what=" "),
        made(Quote, text="They asked"),
        made(Exchange, sent="They asked"),
        Note(id="trash", made=NOW, changed=NOW, trashed=NOW, text="Gone"),
        Note(id="newer", made=LATER, changed=LATER, text="Newer"),
    ]
    portfolio = Portfolio({one.id: one for one in (note, card, here, *others)})
    assert [one.id for one in own_records(portfolio, but=here.id)] == ["newer", "note", "card"]


def test_the_hand_in_is_told_of_quotes_in_the_saved_texts() -> None:
    task = Assessment("a", "Task", (Section("s", "S"), Section("t", "T"), Section("u", "U")))
    records = [
        SectionText(id="1", made=NOW, changed=NOW, assessment="a", section="t", text="As it was"),
        SectionText(id="2", made=NOW, changed=NOW, assessment="a", section="s", text="It was"),
        SectionText(id="3", made=NOW, changed=NOW, assessment="b", section="u", text="As it was"),
        quote("it was", "x", section="t", accepted=True),
        quote("it was", "w", section="t"),
        quote("It was", "y", section="s"),
        quote("As it was", "z", section="s"),
        quote("As it was", "u", section="u"),
    ]
    portfolio = Portfolio({one.id: one for one in records})
    found = [(one.quote.id, one.start) for one in quotes_standing(task, portfolio)]
    assert found == [("y", 0), ("w", 3)]
