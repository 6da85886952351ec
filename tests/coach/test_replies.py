"""Reading what came back: as it stands, or not at all."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilmcoach.coach.replies import Reply, Unreadable, Why, read_completion, read_reply

CASES: list[tuple[str, Reply]] = [
    ('{"questions": ["What now?"]}', Reply(texts=("What now?",))),
    ('{"questions": "What now?"}', Reply(texts=("What now?",))),
    ('{"questions": []}', Reply()),
    ('{"questions": [{"text": "What now?", "focus": "x"}]}', Reply(texts=("What now?",))),
    ('{"questions": ["What now?", "What now?", "Who?"]}', Reply(texts=("What now?", "Who?"))),
    ('{"questions": [1, null, {"text": 3}, ["x"], "Who?"]}', Reply(texts=("Who?",))),
    ('{"question_ids": ["q1"], "reading_ids": ["r1"]}', Reply(("q1",), (), ("r1",))),
    ('{"reading": [{"catalogue_id": " PK-1 ", "why": "x"}]}', Reply(reading_ids=("PK-1",))),
    ('{"Reading": ["a", "b", "c"]}', Reply(reading_ids=("a", "b"))),
    ('["What now?"]', Reply(texts=("What now?",))),
    ('Here:\n```json\n{"questions": ["Who?"]}\n```', Reply(texts=("Who?",))),
    ('{"note": 1} {"questions": ["Who?"]}', Reply(texts=("Who?",))),
    ('<think>{"questions": ["No?"]}</think>{"questions": ["Who?"]}', Reply(texts=("Who?",))),
    ('{"questions": ["A\nline?"]}', Reply(texts=("A\nline?",))),
    ('{"questions": ["a"], "questions": ["b"]}', Reply(texts=("b",))),
]
UNREADABLE: list[tuple[str, Why]] = [
    ("", Why.EMPTY),
    (" \n", Why.EMPTY),
    ("What have you tried?", Why.NO_JSON),
    ('{"questions": ["What', Why.NO_JSON),
    ("[" * 5000, Why.NO_JSON),
    ("{}", Why.OTHER_SHAPE),
    ('{"essay": "I felt"}', Why.OTHER_SHAPE),
    ('{"questions": 7}', Why.OTHER_SHAPE),
    ('{"questions": [NaN, 1e999]}', Why.OTHER_SHAPE),
    ("[]", Why.OTHER_SHAPE),
]


@pytest.mark.parametrize(("raw", "reply"), CASES)
def test_what_can_be_read_is_read(raw: str, reply: Reply) -> None:
    assert read_reply(raw) == reply


@pytest.mark.parametrize(("raw", "why"), UNREADABLE)
def test_what_cannot_be_read_keeps_no_word(raw: str, why: Why) -> None:
    assert read_reply(raw) == Unreadable(why)


def test_of_forty_questions_the_first_three_count() -> None:
    reply = read_reply(json.dumps({"questions": [f"What {number}?" for number in range(40)]}))
    assert reply == Reply(texts=("What 0?", "What 1?", "What 2?"))


def test_a_text_is_never_mended() -> None:
    odd = " \u202eWhat\x1b[2J happened to Zoe\u0301?  "
    assert read_reply(json.dumps({"questions": [odd]})) == Reply(texts=(odd,))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(["questions", "reading", "text", "id", "choices", "message", "content"])
            | st.text(),
            inner,
        )
    ),
)


@given(st.text() | JSON.map(json.dumps))
def test_nothing_raises_and_bounds_hold(raw: str) -> None:
    reply = read_reply(raw)
    if isinstance(reply, Reply):
        assert len(reply.texts) <= 3
        assert len(reply.question_ids) <= 3
        assert len(reply.reading_ids) <= 2
        assert all(isinstance(one, str) for one in (*reply.texts, *reply.reading_ids))


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_body_raises(body: bytes) -> None:
    assert isinstance(read_completion(body), str | None)


def test_a_completion_is_cut() -> None:
    body = json.dumps({"choices": [{"message": {"content": "x" * 90_000}}]}).encode()
    assert len(read_completion(body) or "") == 20_000
