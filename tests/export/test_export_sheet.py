"""The sheet for somebody else: their words stay text, nothing can run, a question keeps room."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from ilmcoach.export.sheet import sheet_html, sheet_of, sheet_text

TRAP = "<script>alert(1)</script><img src=x onerror=y> & \"q\" 'q' [/notes] \x1b[31m\u202e"
SHEET = sheet_of(
    "Zoë", "A. Learner", "The rota", "What helped?\n\n What did not? \n", date(2026, 12, 3)
)


class Reader(HTMLParser):
    """What a browser would see: tags with what they carry, and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_has_the_learners_questions_with_room_under_each() -> None:
    read = Reader(sheet_html(SHEET))
    for words in ("Zoë", "A. Learner", "The rota", "What helped?", "What did not?"):
        assert words in read.text
    assert "Thu 3 Dec 2026" in read.text
    assert [one["class"] for tag, one in read.tags if tag == "div"] == ["room", "room"]


def test_the_text_has_the_same_and_room_too() -> None:
    text = sheet_text(SHEET)
    assert text.startswith("Feedback\n\nFor: Zoë\nFrom: A. Learner\nAbout: The rota\n")
    assert "If you can, by: Thu 3 Dec 2026\n" in text
    assert "\n1. What helped?\n\n\n\n\n\n2. What did not?\n\n\n\n\n" in text


def test_what_is_not_said_leaves_no_line() -> None:
    sheet = sheet_of("", "", " ", "Why?", None)
    assert sheet_text(sheet).startswith("Feedback\n\n\n1. Why?")
    assert "<dt>" not in sheet_html(sheet)


def test_nothing_runs_and_nothing_is_fetched() -> None:
    page = sheet_html(sheet_of(TRAP, TRAP, TRAP, f"{TRAP}\n{TRAP}", None))
    read = Reader(page)
    assert {tag for tag, _ in read.tags} == set(
        "html head meta title style body h1 dl dt dd ol li div p".split()
    )
    names = {name for _, given in read.tags for name in given}
    assert names == {"lang", "charset", "http-equiv", "content", "name", "class"}
    assert "<script>alert(1)</script>" in read.text
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "\x1b" not in sheet_text(sheet_of(TRAP, TRAP, TRAP, TRAP, None))


def test_its_policy_allows_its_own_style_and_no_other() -> None:
    page = sheet_html(SHEET)
    found = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert found
    mark = b64encode(sha256(found[1].encode()).digest()).decode()
    read = Reader(page)
    (policy,) = [one["content"] for _, one in read.tags if "http-equiv" in one]
    assert policy
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{mark}';")
    assert "unsafe" not in policy


@given(st.text(), st.text(max_size=40), st.text())
def test_any_words_are_shown_and_no_line_becomes_two_questions(
    questions: str, who: str, about: str
) -> None:
    sheet = sheet_of(who, "", about, questions, None)
    read = Reader(sheet_html(sheet))
    assert [tag for tag, _ in read.tags].count("li") == len(sheet.questions)
    for one in sheet.questions:
        assert one
        assert "\n" not in one
        assert one in read.text
