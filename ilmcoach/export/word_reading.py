"""A Word document that came back: what stands under the headings of a task now, and the comments
that somebody wrote beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from msgspec import Struct

from ilmcoach.errors import IlmcoachError
from ilmcoach.text import clean, clean_line

from .blocks_markdown import write_markdown
from .word_lines import MOST_COMMENTS, Line, LineReader
from .word_opening import open_word
from .word_tree import tree_of
from .word_xml import Element

MOST_SIGNS = 600_000
"""More text than this is no assignment: about 100,000 words."""

_MOST_LINES = 5_000
_MOST_COMMENT = 20_000
_LABELS = frozenset(
    (
        "nothing is written under this heading yet.",
        "no meeting has been chosen for the log yet.",
        "nothing is written about this meeting yet.",
    )
)
"""Labels of ours that stand where a text is still missing."""

_ENTRY = re.compile(r"Set meeting(?: on \w{3} \d{1,2} \w{3,} \d{4}|, no date yet)", re.IGNORECASE)
_ENTRY_LABELS = ("label", "still open")


class Comment(Struct, frozen=True):
    """A comment in a document: the id of the section it stands in, empty for none of them; who
    wrote it on which day, as far as the document says; its text; the words it stands `at`."""

    section: str
    author: str
    on: date | None
    text: str
    at: str = ""


class Returned(Struct, frozen=True):
    """What came back. `texts` by the ids of the sections whose heading was found once, as the
    learner's Markdown. `missing` are the titles that were not found, `twice` those found more
    than once: nothing is read for these. `others` are headings on the level of the task's among
    them that are none of the task's: what is under those is not read either. `tracked` if
    changes were tracked; they are read as if accepted. `lost` names what else was not read."""

    texts: Mapping[str, str]
    comments: tuple[Comment, ...] = ()
    missing: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    tracked: bool = False
    lost: tuple[str, ...] = ()


def read_word(
    data: bytes, headings: Sequence[tuple[str, str]], *, name: str = "The file"
) -> Returned:
    """What stands in `data`, the bytes of a .docx, under each of `headings` (a section's id and
    its title), up to the document's next heading. The cover, labels of ours, the entries of the
    learning log, the table of words and all that follows it are no section's text. `name` is
    what to call the file.

    Raises IlmcoachError if it cannot be read (see `open_word`), or holds far more than any
    assignment does.
    """
    file = open_word(data, name=name, smaller="Leave pictures out, or paste the text instead.")
    reader = LineReader(file)
    lines = list(reader.lines())
    if len(lines) > _MOST_LINES or sum(_size(one) for one in lines) > MOST_SIGNS:
        raise IlmcoachError(
            f"{name} holds more text than an assignment has.", "Give the file of this one task."
        )
    places = _Places(headings)
    for number, line in enumerate(lines):
        places.take(line, lines[number + 1] if number + 1 < len(lines) else Line())
    once = {one for one, _ in headings if places.found[one] == 1}
    return Returned(
        texts={
            one: write_markdown(tree_of(places.lines[one])) for one, _ in headings if one in once
        },
        comments=_comments(file, places.of_comment, reader.anchors, once),
        missing=tuple(title for one, title in headings if not places.found[one]),
        twice=tuple(title for one, title in headings if places.found[one] > 1),
        others=tuple(dict.fromkeys(places.others)),
        tracked=reader.tracked,
        lost=tuple(sorted(places.lost)),
    )


class _Places:
    """Goes down the document, and knows under which heading it is."""

    def __init__(self, headings: Sequence[tuple[str, str]]) -> None:
        self.found: Counter[str] = Counter()
        self.lines: dict[str, list[Line]] = {one: [] for one, _ in headings}
        self.others: list[str] = []
        self.lost: set[str] = set()
        self.of_comment: dict[str, str] = {}
        self._titles: dict[str, list[str]] = {}
        for one, title in headings:
            self._titles.setdefault(_folded(title), []).append(one)
        self._at = ""
        self._over = False

    def take(self, line: Line, after: Line) -> None:
        """Takes the next line; `after` is the one behind it."""
        ids = self._titles.get(_folded(line.text), ()) if line.heading is not None else ()
        if ids:
            # One title of two sections tells neither: both count as found twice.
            for one in ids:
                self.found[one] += len(ids)
            self._at, self._over = ids[0], False
        elif self._ends_work(line, after):
            self._at, self._over = "", True
        elif line.heading is not None and line.heading <= 1 and line.text.strip():
            if line.heading and not self._over and not line.style.startswith("cover page"):
                self.others.append(clean_line(line.text))
            self._at = ""
        elif _begins_entry(line, after):
            self._at = ""
        elif self._at and _folded(line.text) not in _LABELS:
            self.lines[self._at].append(line)
            self.lost |= line.lost
        for one in line.comments:
            self.of_comment[one] = self._at

    def _ends_work(self, line: Line, after: Line) -> bool:
        """True at our table of words, and at the own-work statement: the last section ends."""
        text = clean_line(line.text)
        if self._over or line.style == "body text":
            return False
        if line.style == "statement" and text.startswith("My own work."):
            return True
        first = after.rows[0] if after.rows else ()
        head = [_folded("".join(one.text for one in spans)) for spans in first]
        return text.startswith("Words under each heading.") and head == ["heading", "words"]


def _begins_entry(line: Line, after: Line) -> bool:
    """True at the heading of an entry of the log: our words, with a label of ours below."""
    is_ours = line.heading is not None and _ENTRY.fullmatch(clean_line(line.text))
    return bool(is_ours) and after.style in _ENTRY_LABELS


def _size(line: Line) -> int:
    return len(line.text) + sum(len(one.text) for row in line.rows for cell in row for one in cell)


def _folded(text: str) -> str:
    return clean_line(text).casefold()


def _comments(
    file: WordFile, places: Mapping[str, str], anchors: Mapping[str, str], known: Iterable[str]
) -> tuple[Comment, ...]:
    """The comments in the order in which they stand in the text."""
    inside = frozenset(known)
    order = {one: number for number, one in enumerate(places)}
    found: dict[str, Comment] = {}
    for element in _comment_elements(file):
        mark = str(element.get(qn("w:id"), ""))
        text = clean(_text(element)).strip()[:_MOST_COMMENT]
        if not text or mark in found or len(found) >= MOST_COMMENTS:
            continue
        place = places.get(mark, "")
        found[mark] = Comment(
            section=place if place in inside else "",
            author=clean_line(str(element.get(qn("w:author"), "")))[:200],
            on=_day(str(element.get(qn("w:date"), ""))),
            text=text,
            at=_shortened(clean_line(anchors.get(mark, ""))),
        )
    return tuple(found[one] for one in sorted(found, key=lambda one: order.get(one, len(order))))


def _comment_elements(file: WordFile) -> Iterable[Element]:
    for rel in file.part.rels.values():
        if rel.reltype == RELATIONSHIP_TYPE.COMMENTS and not rel.is_external:
            root = getattr(rel.target_part, "element", None)
            if isinstance(root, BaseOxmlElement):
                return tuple(root.iterchildren(qn("w:comment")))
    return ()


def _text(comment: Element) -> str:
    """A comment's paragraphs, a line for each."""
    lines = []
    for paragraph in comment.iter(qn("w:p")):
        parts = paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
        lines.append("".join(one.text or "" if one.tag == qn("w:t") else " " for one in parts))
    return "\n".join(lines)


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _shortened(text: str) -> str:
    return text if len(text) <= 200 else f"{text[:199]}…"
