"""The whole log as Markdown: every live record once, oldest first, and no text gets out of its
place."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.export.log_markdown import Entry, EntryPart, build_log, log_markdown
from ilmcoach.portfolio.records import Action, Meeting, Note, Record
from ilmcoach.services.log_export import export_log
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import Folders
from ilmcoach.tui.showing.telling import log_entry
from tests.cli.course import NOW, put

HOSTILE = "# Not a heading\n\n<script>x</script>\n\n```\nnever closed"


def headings(text: str) -> list[tuple[str, str]]:
    tokens = MarkdownIt("commonmark").parse(text)
    return [
        (token.tag, after.content)
        for token, after in pairwise(tokens)
        if token.type == "heading_open"
    ]


def test_by_month_oldest_first() -> None:
    text = log_markdown(
        (
            Entry(date(2026, 12, 3), "Note", "Later", parts=(EntryPart("Note", "Later on"),)),
            Entry(date(2026, 9, 30), "Goal", "Hand over", "by then", own_title=True),
            Entry(date(2026, 12, 1), "Note", "", parts=(EntryPart("Counts", "1.1", own=False),)),
        )
    )
    assert headings(text) == [
        ("h1", "My log"),
        ("h2", "September 2026"),
        ("h3", "Wed 30 Sep 2026: Goal (by then)"),
        ("h2", "December 2026"),
        ("h3", "Tue 1 Dec 2026: Note"),
        ("h3", "Thu 3 Dec 2026: Note"),
    ]
    assert text.count("Later") == 1
    assert "**Counts: 1.1**" in text
    assert text.endswith("Later on\n")


def test_hostile_words_stay_in_their_place() -> None:
    parts = (EntryPart("[x](javascript:1)", HOSTILE), EntryPart("After", "the end"))
    entry = Entry(date(2026, 12, 3), "Note # <b>", HOSTILE, HOSTILE, parts)
    text = log_markdown((entry, entry))
    found = headings(text)
    assert [tag for tag, _ in found if tag in ("h1", "h2", "h3")] == ["h1", "h2", "h3", "h3"]
    tokens = MarkdownIt("commonmark").parse(text)
    assert not any(token.type == "html_block" for token in tokens)
    inline = [child for token in tokens for child in token.children or ()]
    assert not any(child.type in ("html_inline", "link_open") for child in inline)
    assert text.count("the end") == 2


def test_the_learners_words_are_told_apart_from_labels() -> None:
    entry = Entry(date(2026, 12, 3), "Action", "Ask", parts=(EntryPart("Told", "I did"),))
    assert build_log((entry,)).theirs() == ("I did",)


def test_nothing_written_is_said() -> None:
    assert "Nothing is written yet" in log_markdown(())


def test_every_live_record_is_written_to_the_file(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "log.md"
    early = datetime(2026, 3, 1, tzinfo=UTC)
    records: tuple[Record, ...] = (
        Note(id="n", made=NOW, changed=NOW, text="A later thought"),
        Meeting(id="m", made=early, changed=early, problem="The rota", struck="A silence"),
        Action(id="a", made=early, changed=NOW, text="Ask the team", links=("m",)),
        Note(id="gone", made=NOW, changed=NOW, text="Deleted", trashed=NOW),
        Note(id="blank", made=NOW, changed=NOW),
    )
    put(home, *records)
    space = open_workspace(Folders(home), clock=FixedClock(NOW), read_only=True)
    try:
        assert export_log(space, out, log_entry) == out
        with pytest.raises(IlmcoachError):
            export_log(space, out, log_entry)
        export_log(space, out, log_entry, force=True)
    finally:
        space.close()
    text = out.read_text(encoding="utf-8")
    assert [words for _, words in headings(text)][1:] == [
        "March 2026",
        "Sun 1 Mar 2026: Action",
        "Sun 1 Mar 2026: Set meeting",
        "November 2026",
        "Sat 21 Nov 2026: Note",
    ]
    for words in ("A later thought", "The rota", "A silence", "Ask the team"):
        assert words in text
    assert "Deleted" not in text
