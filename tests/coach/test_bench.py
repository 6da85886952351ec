"""The bench: what it reads, what it refuses to read, what it counts."""

from __future__ import annotations

import json

import pytest

from ilmcoach.coach.bench import BrokenCorpus, Item, Refused, measure, read_corpus
from ilmcoach.coach.guard import Verdict

FIRST = b'{"text": "Why?", "learner_text": "My note.", "label": "admit", "why": "open"}'
SECOND = b'{"label": "reject", "text": "Do it.", "learner_text": ""}'


def test_a_corpus_is_read_line_by_line() -> None:
    first = Item("Why?", "My note.", good=True, line=1)
    assert read_corpus(FIRST + b"\n" + SECOND + b"\n", "c") == (
        first,
        Item("Do it.", "", good=False, line=2),
    )
    assert read_corpus(b"\xef\xbb\xbf" + FIRST + b"\r\n\r\n  \n" + SECOND, "c") == (
        first,
        Item("Do it.", "", good=False, line=4),
    )


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x0b", "\t", "\x1b", "\r"])
def test_no_sign_within_a_text_parts_its_line(sign: str) -> None:
    raw = f'{{"text": "a{sign}b", "learner_text": "", "label": "reject"}}'.encode()
    (item,) = read_corpus(raw, "c")
    assert item.text == f"a{sign}b"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"text": "a", ', "not JSON, from column"),
        (b"```json", "not JSON, from column 1 on"),
        (b'["text"]', "not an object"),
        (b"null", "not an object"),
        (b'{"learner_text": "", "label": "admit"}', '"text" is missing'),
        (b'{"text": "", "label": "admit"}', '"learner_text" is missing'),
        (b'{"text": "", "learner_text": ""}', '"label" is missing'),
        (b'{"text": ["a"], "learner_text": "", "label": "admit"}', '"text" is not text'),
        (b'{"text": "", "learner_text": null, "label": "admit"}', '"learner_text" is not text'),
        (b'{"text": "", "learner_text": "", "label": "Admit"}', '"label" is neither'),
        (b'{"text": "", "learner_text": "", "label": ""}', '"label" is neither'),
        (b'{"text": "\xff", "learner_text": "", "label": "admit"}', "not UTF-8"),
        (b"[" * 100_000, "too much is nested"),
        (b"1" * 5_000, "a number is too long"),
    ],
)
def test_a_broken_line_is_told_with_its_place(line: bytes, told: str) -> None:
    with pytest.raises(BrokenCorpus) as caught:
        read_corpus(FIRST + b"\n\n" + line + b"\n" + SECOND, "some/corpus.jsonl")
    assert caught.value.message.startswith("some/corpus.jsonl:3: ")
    assert told in caught.value.message
    assert "\n" not in caught.value.message


def test_every_broken_line_is_told_but_never_a_wall_of_them() -> None:
    with pytest.raises(BrokenCorpus) as caught:
        read_corpus(b"{}\n" + FIRST + b"\n[]\n", "c")
    assert (
        caught.value.message
        == 'c:1: "text" is missing.\nc:3: it is JSON, but not an object in braces.'
    )
    with pytest.raises(BrokenCorpus) as caught:
        read_corpus(b"{}\n" * 500, "c")
    *lines, last = caught.value.message.splitlines()
    assert (len(lines), last) == (10, "and 490 more lines")


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_a_file_without_cases_is_no_corpus(data: bytes) -> None:
    with pytest.raises(BrokenCorpus, match="c:1: there is no case"):
        read_corpus(data, "c")


def verdict(text: str, note: str) -> Verdict:
    """A guard of the simplest kind: a text is the name of the rule that refuses it."""
    assert note == f"about {text}"
    return Verdict(True) if text == "fine" else Verdict(False, text)


def item(text: str, line: int, *, good: bool) -> Item:
    return Item(text, f"about {text}", good=good, line=line)


def test_what_is_counted() -> None:
    report = measure(
        [
            item("fine", 1, good=True),
            item("fine", 2, good=True),
            item("fine", 3, good=True),
            item("fine", 4, good=False),
            item("links", 5, good=True),
            item("advice", 6, good=False),
            item("advice", 7, good=False),
            item("links", 8, good=False),
            item("advice", 9, good=True),
            item("blame", 10, good=False),
        ],
        verdict,
    )
    assert (report.items, report.good, report.bad) == (10, 5, 5)
    assert (report.good_admitted, report.bad_admitted) == (3, 1)
    assert (report.precision, report.recall) == (0.75, 0.6)
    assert report.bad_admitted_lines == (4,)
    assert report.good_refused_lines == (5, 9)
    assert list(report.by_rule.items()) == [
        ("advice", Refused(good=1, bad=2)),
        ("links", Refused(good=1, bad=1)),
        ("blame", Refused(good=0, bad=1)),
    ]
    data = json.loads(json.dumps(report.as_data()))
    assert data["by_rule"]["links"] == {"good": 1, "bad": 1}
    assert {key: data[key] for key in ("items", "good", "bad", "good_admitted")} == {
        "items": 10,
        "good": 5,
        "bad": 5,
        "good_admitted": 3,
    }
    assert (data["bad_admitted"], data["precision"], data["recall"]) == (1, 0.75, 0.6)


def test_there_is_no_share_of_nothing() -> None:
    refused = measure([item("links", 1, good=False)], verdict)
    assert (refused.precision, refused.recall) == (None, None)
    assert measure([item("links", 1, good=True)], verdict).recall == 0
    empty = measure([], verdict)
    assert (empty.items, empty.precision, empty.recall, empty.by_rule) == (0, None, None, {})


def test_the_guard_itself_is_measured_unless_another_is_given() -> None:
    report = measure([Item("You should write it down now.", "I was late.", good=False, line=1)])
    assert (report.bad, report.bad_admitted) == (1, 0)
    assert all(report.by_rule)
