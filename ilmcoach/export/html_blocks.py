"""The learner's own words as HTML, in their own direction of writing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from .blocks import Block, Code, Grid, Head, Items, Para, Quoted, Rule, Span, Spans, read_blocks
from .columns import columns
from .direction import right_to_left, text_of, words_of
from .document import LearnerText
from .frame import web_address


def blocks_html(node: LearnerText, taken: frozenset[str]) -> str:
    """What the learner wrote, as HTML; `taken` are the document's own headings. Each part finds
    its direction by its first letter, so that right-to-left writing stands right."""
    return "\n".join(map(_block, read_blocks(node.text, under=node.under, taken=taken)))


def _block(block: Block) -> str:
    match block:
        case Para(spans=spans):
            out = f'<p dir="auto">{_spans(spans)}</p>'
        case Head(spans=spans) if not text_of(spans).strip():
            out = ""
        case Head(level=level, spans=spans):
            level = min(max(level, 2), 6)
            out = f'<h{level} dir="auto">{_spans(spans)}</h{level}>'
        case Items(items=items, start=start):
            out = _items(items, start)
        case Quoted(blocks=blocks):
            out = f'<blockquote dir="{_way(blocks)}">\n{_inside(blocks)}\n</blockquote>'
        case Code(text=text):
            out = f'<pre dir="auto"><code>{escape(text)}</code></pre>'
        case Grid(rows=rows):
            out = _grid(rows)
        case Rule():
            out = "<hr>"
        case _:
            raise TypeError(f"no HTML for {type(block).__name__}")
    return out


def _inside(blocks: Iterable[Block]) -> str:
    return "\n".join(map(_block, blocks))


def _items(items: Iterable[tuple[Block, ...]], start: int | None) -> str:
    rows = "".join(f'<li dir="auto">{_item(blocks)}</li>\n' for blocks in items)
    way = _way(block for blocks in items for block in blocks)
    if start is None:
        return f'<ul dir="{way}">\n{rows}</ul>'
    first = "" if start == 1 else f' start="{start}"'
    return f'<ol dir="{way}"{first}>\n{rows}</ol>'


def _way(blocks: Iterable[Block]) -> str:
    """The direction of a part with others inside: a browser looks for it past those that have
    one of their own, so that it is told."""
    return "rtl" if right_to_left(words_of(blocks)) else "ltr"


def _item(blocks: tuple[Block, ...]) -> str:
    """A first paragraph stands right beside its mark, without space of its own."""
    if blocks and isinstance(blocks[0], Para):
        rest = f"\n{_inside(blocks[1:])}\n" if blocks[1:] else ""
        return f"{_spans(blocks[0].spans)}{rest}"
    return _inside(blocks)


def _grid(rows: tuple[tuple[Spans, ...], ...]) -> str:
    texts = [[text_of(one) for one in row] for row in rows]
    head = "".join(f'<th scope="col" dir="auto">{_spans(one)}</th>' for one in rows[0])
    body = "".join(
        "<tr>" + "".join(f'<td dir="auto">{_spans(one)}</td>' for one in row) + "</tr>\n"
        for row in rows[1:]
    )
    return (
        f'<div class="scroll"><table>\n{widths(texts)}\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table></div>"
    )


def widths(rows: Sequence[Sequence[str]]) -> str:
    """The columns of a table with these texts, each with its share of the width in steps of
    5 per cent: by a class, as no other style may be used on the page."""
    shares, _ = columns(rows)
    steps = [5 * max(1, min(19, round(20 * share / sum(shares)))) for share in shares]
    return "<colgroup>" + "".join(f'<col class="w{step}">' for step in steps) + "</colgroup>"


def _spans(spans: Spans) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    out = escape(span.text).replace("\n", "<br>\n")
    for tag, on in (("code", span.code), ("em", span.italic), ("strong", span.bold)):
        if on:
            out = f"<{tag}>{out}</{tag}>"
    if address := web_address(span.link):
        return f'<a href="{escape(address)}" rel="noopener noreferrer">{out}</a>'
    return out
