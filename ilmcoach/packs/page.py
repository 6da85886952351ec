"""A Markdown file turned into a page of blocks with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from .bars import broken_table
from .blocks import Block, Item, Items, Page, Pair, Paragraph, Part, Row, Table
from .front import read_front
from .inline import html_found, plain
from .keyline import is_key_line, take_keys
from .limits import HEADING_CHARS, HEADINGS, LIST_ITEMS, NESTING, TABLE_ROWS
from .report import Report

UNREAD = {
    "code_block": (
        "These lines are indented by four spaces or more and are not read.",
        "Take the spaces in front away.",
    ),
    "fence": ("A block of code is not read.", "Write it as text."),
    "heading_open": ("A heading may not stand in a quotation.", "Take the > away."),
}
"""Blocks that a pack may not hold: what to say, and how to mend it."""

STRAY_KEYS = (
    "A line of keys has to stand directly under its heading.",
    "Move it up, or take the back-ticks away.",
)
WORD_DASHES = re.compile(r"\A(?:[-—–―]{1,3})[ ]*\n((?:.*\n)*?)(?:[-—–―]{1,3})[ ]*(?:\n|\Z)")


def page_parser() -> MarkdownIt:
    """The Markdown reader for packs: CommonMark with tables and front matter. HTML and any
    address are recognised, so that they can be reported."""
    parser = MarkdownIt("commonmark", {"maxNesting": NESTING + 4})
    parser.validateLink = _any_address  # type: ignore[method-assign]
    return parser.enable("table").use(front_matter_plugin)


def read_page(parser: MarkdownIt, text: str, report: Report) -> Page:
    """`text` as a page; what packs may not hold is reported and left out."""
    return _Pages(report).page(parser.parse(plain_dashes(text)))


def plain_dashes(text: str) -> str:
    """`text` with --- around the front matter where a word processor made one long dash of it."""
    found = WORD_DASHES.match(text)
    return f"---\n{found[1]}---\n{text[found.end() :]}" if found else text


class _Pages:
    """Builds the page of one file, block by block."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def page(self, tokens: Sequence[Token]) -> Page:
        """The page, from the tokens of the whole file."""
        front: tuple[Pair, ...] = ()
        title = ""
        lead: list[Block] = []
        parts: list[Part] = []
        under_heading = False
        for run in _runs(tokens):
            head = run[0]
            if head.type == "front_matter":
                front = read_front(head.content, 2, self._report)
            elif head.type == "heading_open" and len(parts) >= HEADINGS:
                what = f"This file has more than {HEADINGS} headings."
                self._report.error(_line(head), what, "Share it out over two files.")
                break
            elif head.type == "heading_open":
                part = self._heading(run)
                under_heading = True
                if part.level == 1 and not title and not parts:
                    title, under_heading = part.title, False
                else:
                    parts.append(part)
            elif head.type == "paragraph_open" and (under_heading or self._stray(run, parts)):
                pairs, rest = take_keys(run[1], _line(head), self._report)
                under_heading = bool(pairs) and rest is None
                left = (rest,) if rest and pairs else tuple(self._blocks(run)) if rest else ()
                parts[-1] = _with(parts[-1], pairs, left)
            else:
                blocks = tuple(self._blocks(run))
                under_heading = under_heading and not blocks
                if parts:
                    parts[-1] = _with(parts[-1], (), blocks)
                else:
                    lead.extend(blocks)
        return Page(front, title, tuple(lead), tuple(parts))

    def _stray(self, run: Sequence[Token], parts: Sequence[Part]) -> bool:
        """True for a line of keys further down that its heading lacks: reported, and read as if
        it stood there, so that its keys are not missed as well."""
        if not parts or parts[-1].pairs or not is_key_line(run[1]):
            return False
        self._report.error(_line(run[0]), *STRAY_KEYS)
        return True

    def _heading(self, run: Sequence[Token]) -> Part:
        line = _line(run[0])
        title = " ".join(self._text(run[1], line).split())
        if not title:
            self._report.error(line, "This heading has no words.", "Give it some.")
        if len(title) > HEADING_CHARS:
            what = f"This heading is longer than {HEADING_CHARS} characters."
            self._report.error(line, what, "Shorten it.")
            title = title[:HEADING_CHARS]
        return Part(line, int(run[0].tag[1:]), title, (), ())

    def _blocks(self, run: Sequence[Token]) -> Iterator[Block]:
        head = run[0]
        line = _line(head)
        deepest = max(token.level for token in run)
        if deepest >= NESTING:
            self._report.error(line, "This is nested too deeply.", "Use fewer levels.")
            return
        match head.type:
            case "paragraph_open":
                yield from self._paragraph(run[1], line)
            case "bullet_list_open" | "ordered_list_open":
                yield from self._items(run, line)
            case "table_open":
                yield from self._table(run, line)
            case "blockquote_open":
                for inner in _runs(run[1:-1]):
                    yield from self._blocks(inner)
            case "html_block":
                self._report.error(line, *html_found(head.content))
            case other if other in UNREAD:
                self._report.error(line, *UNREAD[other])
            case _:
                pass

    def _paragraph(self, inline: Token, line: int) -> Iterator[Block]:
        if is_key_line(inline):
            self._report.error(line, *STRAY_KEYS)
        elif table := broken_table(inline.content, line, self._report):
            yield table
        elif text := self._text(inline, line):
            yield Paragraph(line, text)

    def _items(self, run: Sequence[Token], line: int) -> Iterator[Block]:
        found = list(_runs(run[1:-1]))
        if len(found) > LIST_ITEMS:
            what = f"This list has more than {LIST_ITEMS} items."
            self._report.error(line, what, "Share it out over two headings.")
            found = found[:LIST_ITEMS]
        items = tuple(item for one in found if (item := self._item(one)))
        if items:
            yield Items(line, items)

    def _item(self, run: Sequence[Token]) -> Item | None:
        line = _line(run[0])
        texts: list[str] = []
        code, rest, unread = None, "", False
        for inner in _runs(run[1:-1]):
            here = _line(inner[0])
            if inner[0].type == "html_block":
                self._report.error(here, *html_found(inner[0].content))
                unread = True
                continue
            if inner[0].type != "paragraph_open":
                unread = True
                what = "Only words are read in a list item."
                mend = (
                    "Move what is inside it (a list, quotation, heading or code) out of the list."
                )
                self._report.error(here, what, mend)
                continue
            children = inner[1].children or []
            if not texts and children and children[0].type == "code_inline":
                code = plain(children[:1], here, Report(self._report.file))
                rest = plain(children[1:], here, Report(self._report.file))
            texts.append(self._text(inner[1], here))
        text = "\n\n".join(one for one in texts if one)
        if not text:
            if not unread:
                self._report.error(line, "This list item is empty.", "Write it, or take it out.")
            return None
        return Item(line, text, rest if code is not None else text, code)

    def _table(self, run: Sequence[Token], line: int) -> Iterator[Block]:
        rows: list[Row] = []
        for token in run:
            if token.type == "tr_open":
                rows.append(Row(_line(token), ()))
            elif token.type == "inline":
                cell = " ".join(self._text(token, rows[-1].line).split())
                rows[-1] = Row(rows[-1].line, (*rows[-1].cells, cell))
            if len(rows) > TABLE_ROWS + 1:
                what = f"This table has more than {TABLE_ROWS} rows."
                self._report.error(line, what, "Share it out over two headings.")
                break
        yield Table(line, rows[0].cells, tuple(rows[1:]))

    def _text(self, inline: Token, line: int) -> str:
        return plain(inline.children or [], line, self._report)


def _any_address(url: str) -> bool:
    return bool(url)


def _with(part: Part, pairs: tuple[Pair, ...], blocks: tuple[Block, ...]) -> Part:
    return Part(part.line, part.level, part.title, (*part.pairs, *pairs), (*part.blocks, *blocks))


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _runs(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Each block with all that is inside it."""
    start = depth = 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : index + 1]
            start = index + 1
