"""The learner's own Markdown as a small tree: what every format but Markdown itself writes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.text import clean

from .escaping import escape_lines
from .learner_markdown import settle

_DEEPEST = 60
"""How deep lists and quotations may lie in each other. The reader leaves out what lies deeper,
so such a text is given without its Markdown."""


class Span(Struct, frozen=True):
    """A run of text in one style; `link` is the address that it leads to, empty for none. A
    newline in `text` is a break that the learner made."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


Spans = tuple[Span, ...]


class Block(Struct, frozen=True):
    """A part of what the learner wrote."""


class Para(Block, frozen=True):
    """A paragraph."""

    spans: Spans


class Head(Block, frozen=True):
    """A heading of the learner's own, below the document's; `level` as in the document."""

    level: int
    spans: Spans


class Items(Block, frozen=True):
    """A list, each item with its own parts; numbered from `start`, or with bullets if None."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


class Quoted(Block, frozen=True):
    """A quotation."""

    blocks: tuple[Block, ...]


class Code(Block, frozen=True):
    """Lines to be shown as they stand."""

    text: str


class Grid(Block, frozen=True):
    """A table; the first row holds the heads of its columns."""

    rows: tuple[tuple[Spans, ...], ...]


class Rule(Block, frozen=True):
    """A line across."""


def read_blocks(text: str, *, under: int, taken: frozenset[str] = frozenset()) -> tuple[Block, ...]:
    """The parts of a learner's `text` that stands under a heading of level `under`; `taken` are
    the document's own headings. No word is lost; HTML is plain text; see `settle`."""
    reader = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    tokens = reader.parse(settle(clean(text), under=under, taken=taken))
    if any(token.level > _DEEPEST - 3 for token in tokens):
        tokens = reader.parse(escape_lines(clean(text)))
    return tuple(_blocks(tokens))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    at = 0
    while at < len(tokens):
        end = _end(tokens, at)
        if (found := _block(tokens[at], tokens[at + 1 : end])) is not None:
            yield found
        at = end + 1


def _block(token: Token, inside: Sequence[Token]) -> Block | None:
    found: Block | None
    match token.type:
        case "paragraph_open":
            found = Para(_spans(inside))
        case "heading_open":
            found = Head(int(token.tag[1:]), _spans(inside))
        case "bullet_list_open":
            found = Items(tuple(_items(inside)))
        case "ordered_list_open":
            found = Items(tuple(_items(inside)), start=int(token.attrs.get("start", 1)))
        case "blockquote_open":
            found = Quoted(tuple(_blocks(inside)))
        case "table_open":
            found = Grid(tuple(_rows(inside)))
        case _:
            found = _leaf(token)
    return found


def _leaf(token: Token) -> Block | None:
    """A block without others inside."""
    match token.type:
        case "fence" | "code_block":
            return Code(token.content.rstrip("\n"))
        case "hr":
            return Rule()
        case "html_block":
            return Para((Span(token.content.strip("\n")),))
        case _:
            return None


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where the part that begins at `at` ends; there itself if it has nothing inside."""
    if tokens[at].nesting != 1:
        return at
    depth = 0
    for number in range(at, len(tokens)):
        depth += tokens[number].nesting
        if depth == 0:
            return number
    return len(tokens) - 1


def _items(tokens: Sequence[Token]) -> Iterator[tuple[Block, ...]]:
    at = 0
    while at < len(tokens):
        end = _end(tokens, at)
        yield tuple(_blocks(tokens[at + 1 : end]))
        at = end + 1


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[Spans, ...]]:
    row: list[Spans] = []
    for number, token in enumerate(tokens):
        if token.type in ("th_open", "td_open"):
            row.append(_spans(tokens[number + 1 : number + 2]))
        elif token.type == "tr_close":
            yield tuple(row)
            row = []


def _spans(tokens: Sequence[Token]) -> Spans:
    found: list[Span] = []
    bold = italic = 0
    link = ""
    for token in (child for one in tokens for child in one.children or ()):
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                link = str(token.attrs.get("href", ""))
            case "link_close":
                link = ""
            case "image":
                found.append(Span(token.content, bool(bold), bool(italic)))
            case "softbreak":
                found.append(Span(" ", bool(bold), bool(italic), link=link))
            case "hardbreak":
                found.append(Span("\n", bool(bold), bool(italic), link=link))
            case "code_inline":
                found.append(Span(token.content, bool(bold), bool(italic), code=True, link=link))
            case _:
                found.append(Span(token.content, bool(bold), bool(italic), link=link))
    return _joined(found)


def _joined(spans: Sequence[Span]) -> Spans:
    """Neighbours of one style as one, cleaned: `&#12;` is a sign too; empty ones left out."""
    out: list[Span] = []
    for span in (replace(one, text=clean(one.text)) for one in spans):
        if out and replace(out[-1], text=span.text) == span:
            out[-1] = replace(span, text=out[-1].text + span.text)
        elif span.text:
            out.append(span)
    return tuple(out)
