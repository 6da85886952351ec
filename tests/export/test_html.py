"""A document as a web page: it stands alone, nothing in it can run, and no word gets lost."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from ilmcoach.export.blocks import read_blocks
from ilmcoach.export.direction import words_of
from ilmcoach.export.html import to_html
from tests.export.page_reading import Page
from tests.export.rich import learners, rich_document

HTML = to_html(rich_document())
PAGE = Page(HTML)
ALLOWED = set(
    """html head meta title style body main nav section div h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd
    blockquote pre code em strong a br hr cite span table caption colgroup col thead tbody tfoot
    tr th td""".split()
)


def test_only_its_own_style_may_be_used() -> None:
    style = HTML.partition("<style>")[2].partition("</style>")[0]
    mark = b64encode(sha256(style.encode()).digest()).decode()
    policies = [one["content"] for one in PAGE.named("meta") if "http-equiv" in one]
    assert policies == [
        f"default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'; form-action 'none'"
    ]
    assert not re.search(r"url\(|@import", style)
    assert not any("style" in attributes for _, attributes in PAGE.tags)


def test_it_says_what_each_part_is() -> None:
    assert PAGE.named("html") == [{"lang": "en-GB"}]
    assert len(PAGE.named("h1")) == 1
    assert {"start": "4", "dir": "ltr"} in PAGE.named("ol")
    assert all(one["scope"] in ("col", "row") for one in PAGE.named("th"))
    assert len(PAGE.named("caption")) == 2
    ids = {one.get("id") for _, one in PAGE.tags}
    inside = [str(one["href"]) for one in PAGE.named("a") if str(one["href"]).startswith("#")]
    assert inside
    assert {one[1:] for one in inside} <= ids


def test_links_lead_to_the_web_only_and_tell_it_nothing() -> None:
    outside = [one for one in PAGE.named("a") if not str(one["href"]).startswith("#")]
    assert outside == [{"href": "https://example.org/a?b=c&d=e", "rel": "noopener noreferrer"}]
    for link in ("file:///etc/passwd", "/notes", "data:text/html,x", "JAVASCRIPT:x", "ftp://x.org"):
        page = Page(to_html(learners(f"[see this](<{link}>)")))
        assert not page.named("a")
        assert "see this" in page.text


def test_what_runs_from_right_to_left_stands_on_the_right() -> None:
    assert {"dir": "rtl"} in PAGE.named("ul")
    assert all(one.get("dir") == "auto" for one in Page(to_html(learners("a\n\nb"))).named("p"))


@given(st.text(max_size=60) | st.text("a# -1.>`*_[]()<>&\"'|!\n:/", max_size=60))
def test_any_text_stays_text(text: str) -> None:
    page = Page(to_html(learners(text)))
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
    blocks = read_blocks(text, under=1, taken=frozenset({"Title"}))
    shown = "".join(page.text.split()).removeprefix("Title")
    if "Code(" not in repr(blocks):
        assert shown == "".join(words_of(blocks).split())
