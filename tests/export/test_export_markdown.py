"""Whatever the learner typed, every word of theirs is there and nothing leaves its place."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ilmcoach.export.document import (
    Cover,
    CoverRow,
    Document,
    Heading,
    Label,
    LearnerText,
    OwnWork,
    WordTable,
)
from ilmcoach.export.learner_markdown import settle
from ilmcoach.export.markdown import to_markdown
from ilmcoach.text import clean

TITLES = ("Leadership action plan", "Leadership log", "What comes last")

HOSTILE = [
    "Leadership log\n===",
    "Leadership log\n---",
    "# Leadership log",
    "> # Leadership log",
    "> Leadership log\n> ---",
    "- # Leadership log\n- Leadership log\n  ===",
    "## *Leadership* log ##",
    "```\nnever closed",
    "~~~python\nnever closed",
    "````\n```\nstill open",
    "- ```\n  open in a list",
    "> ```\n> open in a quote",
    "   ```\n    ```",
    "<!-- never closed",
    "<!--\n# Leadership log\n```",
    "<script>alert(1)",
    "<div>\n\n# Leadership log",
    "<?php never closed",
    "<![CDATA[ never closed",
    "<pre>\n## open",
    "\\<!-- seen -->",
    "`<!-- code`",
    "`` open code <!--",
    "<https://example.org> and <b>bold</b>",
    "---\ntitle: x\n---",
    "---\n---",
    "| a | b |\n|---|---|\n| `c` | <i>d",
    "a | b\n--|--",
    "[Leadership log]: https://example.org 'x",
    "[open](https://example.org",
    "**open *emphasis __everywhere",
    "    indented code\n\n# x",
    "1. one\n   # Leadership log\n2. two",
    "- a\n\n      code in a list\n\n  b\n---",
    "\\",
    "&lt;h2&gt;Leadership log&lt;/h2&gt;",
    "#",
    "#\tLeadership log",
    "Leadership\nlog\n===",
    "text\n***\n___\n- - -",
    "five < six > four",
]


def document(*texts: str) -> Document:
    nodes = []
    for title, text in zip(TITLES, texts, strict=False):
        nodes += [Heading(2, title), Label("What was written"), LearnerText(text, under=2)]
    return Document("The task", "en", (Heading(1, "The task"), *nodes, Heading(2, TITLES[-1])))


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def in_order(wanted: list[str], text: str) -> bool:
    left = iter(words(text))
    return all(word in left for word in wanted)


def headings(markdown: str) -> list[tuple[str, str]]:
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    return [
        (token.tag, "".join(child.content for child in tokens[at + 1].children or ()))
        for at, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def holds(one: str, two: str) -> None:
    """What must be true of a document with these two texts in it."""
    markdown = to_markdown(document(one, two))
    assert markdown.endswith("\n")
    assert not markdown.endswith("\n\n")
    assert in_order(words(clean(one)) + words(clean(two)), markdown)
    found = headings(markdown)
    assert [text for tag, text in found if tag in ("h1", "h2")] == ["The task", *TITLES]
    names = [" ".join(text.split()).casefold() for _, text in found]
    assert [names.count(title.casefold()) for title in TITLES] == [1, 1, 1]
    assert to_markdown(document(one, two)) == markdown
    rendered = MarkdownIt("commonmark").enable("table").render(markdown)
    assert not re.search(
        r"<(?!/?(?:[hH][1-6]|[pabiu]|[uo]l|li|em|strong|code|pre|blockquote|hr|br"
        r"|table|thead|tbody|t[rhd]|img)\b)",
        rendered,
    )
    assert not re.search(r"<(?:script|div|!--|\?|!\[)", rendered)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_in_its_place(text: str) -> None:
    holds(text, "plain words after it")
    holds("plain words before it", text)
    holds(f"before\n\n{text}", f"{text}\n\nafter")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*HOSTILE, "", "plain words", "  ", "> quoted"]), max_size=4),
    st.lists(st.text(alphabet="ab #>-=`~<!|*\\[]().\n\t 1_", max_size=40), max_size=3),
    st.sampled_from(["\n", "\n\n", " "]),
)
def test_any_mixture_stays_in_its_place(one: list[str], two: list[str], between: str) -> None:
    holds(between.join([*one, *two]), between.join([*two, *one]))


def test_their_markdown_holds() -> None:
    text = (
        "**Bold**, *soft*\n\n- one\n- two\n\n> said\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n1. first"
    )
    assert settle(text, under=2) == text


def test_their_headings_go_below() -> None:
    text = "# One\ntext\n## Two\nThree\n===\nFour\nfive\n---\n###### Six\n> # Seven"
    assert settle(text, under=2).split("\n") == [
        "### One",
        "text",
        "#### Two",
        "### Three",
        "#### Four five",
        "###### Six",
        "> ### Seven",
    ]


def test_code_is_left_alone() -> None:
    text = "```md\n# no heading\n---\n<b> & <!-- x -->\n```\n\nand `<b>` here"
    assert settle(text, under=2) == text


def test_open_code_is_closed() -> None:
    assert settle("before\n\n````\ncode\n```", under=2) == "before\n\n````\ncode\n```\n````"


def test_html_is_shown() -> None:
    assert settle("a <b>x</b> <!-- y -->, 3 < 4", under=2) == r"a \<b>x\</b> \<!-- y -->, 3 < 4"


def test_lines_between_dashes_are_no_file_header() -> None:
    assert "\n---" not in to_markdown(document("---\ntitle: x\n---\ntext", "---"))


def test_a_heading_of_the_task_typed_again_is_a_bold_line() -> None:
    taken = frozenset({"Leadership log"})
    assert settle("# leadership  LOG\nx", under=2, taken=taken) == "**leadership  LOG**\n\nx"
    assert settle("# Leadership logs", under=2, taken=taken) == "### Leadership logs"


def test_short_fields_cannot_break_the_build() -> None:
    name = "A*b_c`d<e>[f](g)|h\n# i &amp; 1. j"
    cover = Cover((CoverRow("Learner name", name, learners=True), CoverRow("1. x", "- y")))
    table = WordTable((("a | b", 3), ("# c", 1200)), 1203, "Suggested: 1,000 to 2,000.")
    own = OwnWork("I did *this*.", name, date(2026, 12, 3))
    out = to_markdown(Document("# T", "en", (Heading(1, "# T"), cover, table, own)))
    tokens = MarkdownIt("commonmark").enable("table").parse(out)
    assert [token.type for token in tokens if token.type.endswith("list_open")] == [
        "bullet_list_open"
    ]
    assert headings(out) == [("h1", "# T")]
    shown = MarkdownIt("commonmark").enable("table").render(out)
    assert shown.count("A*b_c`d&lt;e&gt;[f](g)|h # i &amp;amp; 1. j") == 2
    assert "<td>a | b</td>" in shown
    assert "1,200" in shown
    assert "1,203" in shown
    assert "date Thu 3 Dec 2026" in shown


def test_an_open_statement_and_open_fields_are_left_to_fill_in() -> None:
    nodes = (Cover((CoverRow("Centre name", "", learners=True),)), OwnWork("My work."))
    out = to_markdown(Document("T", "en", nodes))
    shown = MarkdownIt("commonmark").render(out)
    assert "Centre name: ________" in shown
    assert "Not yet confirmed: name ________ date ________" in shown


def test_a_document_tells_whose_words_are_whose() -> None:
    made = document("mine", "mine too")
    assert made.theirs() == ("mine", "mine too")
    assert "mine" not in " ".join(text for node in made.nodes for text in node.ours())
