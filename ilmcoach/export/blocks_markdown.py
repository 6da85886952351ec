"""The small tree of a learner's text written as Markdown again: as few marks as will do, and every
part read once more to make sure that it says the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from ilmcoach.text import clean

from .blocks import Block, Code, Grid, Head, Items, Para, Quoted, Rule, Span, Spans, read_blocks
from .escaping import escape

_UNDER = 2
_TICKS = re.compile(r"`+")
_BREAK = re.compile(r"[ \t]*\n\s*")
_PLAIN = re.compile(r"(?![-+=:\s]|\d{1,9}[.)])[^\\`*_\[\]<>#|~&$^\n\t]+")
"""A paragraph that means nothing but itself in Markdown."""

_LONGEST, _MOST_SPANS = 20_000, 1_000
"""In a longer paragraph, or one of more pieces, styles are not worth the time they take."""

_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)

Write = Callable[[str], str]
"""How the signs of a text are written."""


def write_markdown(blocks: Sequence[Block]) -> str:
    """`blocks` as the learner's Markdown. Read again it has every word, in order; a style that
    Markdown cannot show at its place is left out."""
    written = "\n\n".join(_written(blocks))
    if _words(read_blocks(written, under=_UNDER)) == _words(blocks):
        return written
    return "\n\n".join(filter(None, (_escaped(spans) for spans in _all_spans(blocks))))


def tidy(spans: Spans) -> Spans:
    """`spans` without white space at the ends and round line breaks, none of it in a style of
    its own, neighbours of one style as one."""
    pieces: list[Span] = []
    for span in spans:
        text = clean(span.text).replace("\n", " ") if span.code else clean(span.text)
        found = _EDGES.fullmatch(text)
        before, core, after = found.groups() if found else ("", text, "")
        pieces += [
            Span(before),
            replace(span, text=core) if core else Span(""),
            Span(after),
        ]
    joined = _merged(_between(_spaces_joined(pieces)))
    joined = [one if one.code else replace(one, text=_BREAK.sub("\n", one.text)) for one in joined]
    if joined and not joined[0].code:
        joined[0] = replace(joined[0], text=joined[0].text.lstrip())
    if joined and not joined[-1].code:
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(one for one in joined if one.text)


def _spaces_joined(pieces: Sequence[Span]) -> list[Span]:
    """Pieces of white space in a row as one; empty ones left out."""
    out: list[Span] = []
    for one in pieces:
        if _blank(one) and out and _blank(out[-1]):
            out[-1] = Span(out[-1].text + one.text)
        elif one.text:
            out.append(one)
    return out


def _between(pieces: Sequence[Span]) -> list[Span]:
    """White space has the styles that those before and after it share."""
    out: list[Span] = []
    for number, one in enumerate(pieces):
        inner = 0 < number < len(pieces) - 1
        out.append(_shared(one.text, out[-1], pieces[number + 1]) if inner and _blank(one) else one)
    return out


def _blank(span: Span) -> bool:
    return span.text.isspace() and not span.code


def _shared(text: str, before: Span, after: Span) -> Span:
    return Span(
        text,
        bold=before.bold and after.bold,
        italic=before.italic and after.italic,
        link=before.link if before.link == after.link else "",
    )


def _style(span: Span) -> Span:
    return replace(span, text="")


def _merged(spans: Sequence[Span]) -> list[Span]:
    return [
        replace(style, text="".join(one.text for one in some))
        for style, some in groupby(spans, _style)
    ]


def _written(blocks: Sequence[Block]) -> Iterator[str]:
    """Each block, without the empty ones."""
    before: Block | None = None
    other = False
    for block in blocks:
        other = _alike(before, block) and not other
        text = _block(block, other=other)
        if text:
            yield text
            before = block


def _alike(before: Block | None, block: Block) -> bool:
    """True for two lists in a row that another mark has to keep apart."""
    return (
        isinstance(before, Items)
        and isinstance(block, Items)
        and (before.start is None) == (block.start is None)
    )


def _block(block: Block, *, other: bool) -> str:
    text = ""
    match block:
        case Para(spans=spans):
            text = _line(spans, _paragraph)
        case Head(level=level, spans=spans):
            marks = "#" * min(max(level - _UNDER, 1), 6)
            text = _line(_flat(spans), lambda said: f"{marks} {said}")
        case Items():
            text = _list(block, other=other)
        case Quoted(blocks=inside):
            lines = "\n\n".join(_written(inside)).split("\n")
            text = "\n".join(f"> {line}".rstrip() for line in lines)
        case Code(text=code):
            longest = max((len(one) for one in _TICKS.findall(code)), default=0)
            fence = "`" * max(3, longest + 1)
            text = f"{fence}\n{clean(code)}\n{fence}"
        case Grid(rows=rows):
            text = _grid(rows)
        case Rule():
            text = "***"
    return text


def _flat(spans: Spans) -> Spans:
    """`spans` on one line."""
    return tidy(tuple(replace(one, text=one.text.replace("\n", " ")) for one in spans))


def _paragraph(text: str) -> str:
    return text


def _line(spans: Spans, put: Callable[[str], str]) -> str:
    """The first way of writing `spans` that reads the same again."""
    wanted = tidy(spans)
    if not wanted:
        return ""
    said = "".join(one.text for one in wanted)
    if wanted == (Span(said),) and _PLAIN.fullmatch(said):
        return put(said)
    if len(said) > _LONGEST or len(wanted) > _MOST_SPANS:
        return put(_escaped(wanted))
    bare = tidy((Span(said),))
    for shown in (wanted, bare):
        for write in (_as_it_is, _safe):
            for first in ("bold", "italic"):
                text = put(_inline(shown, write, first))
                if _reads(text) == [shown]:
                    return text
    return put(_escaped(wanted))


def _reads(text: str) -> list[Spans]:
    """The running text that Markdown sees in `text`, if it is one block."""
    found = read_blocks(text, under=_UNDER)
    return [tidy(one.spans) for one in found if isinstance(one, Para | Head)] if found else []


def _as_it_is(text: str) -> str:
    return text


def _safe(text: str) -> str:
    """Each line's signs escaped; the white space at its ends stays, as styles meet there."""
    found = _EDGES.fullmatch(text)
    before, core, after = found.groups() if found else ("", text, "")
    return before + "\n".join(map(escape, core.split("\n"))) + after


def _escaped(spans: Spans) -> str:
    """The words alone, without any style."""
    text = "".join(one.text for one in tidy(spans))
    return "\\\n".join(filter(None, map(escape, text.split("\n"))))


def _inline(spans: Spans, write: Write, first: str) -> str:
    """Links outside, then bold and italic, `first` the one of them that goes round the other."""
    out = []
    for link, some in groupby(spans, lambda one: one.link):
        inside = tuple(some)
        text = _marked(inside, write, ("bold", "italic") if first == "bold" else ("italic", "bold"))
        if link and text == link:
            text = f"<{link}>"
        elif link:
            text = f"[{text}]({f'<{link}>' if set(link) & set('()') else link})"
        out.append(text)
    return "".join(out)


def _marked(spans: Spans, write: Write, kinds: tuple[str, ...]) -> str:
    if not kinds:
        return "".join(_plain(one, write) for one in spans)
    mark = "**" if kinds[0] == "bold" else "*"
    out = []
    for on, some in groupby(spans, lambda one: bool(getattr(one, kinds[0]))):
        text = _marked(tuple(some), write, kinds[1:])
        out.append(f"{mark}{text}{mark}" if on else text)
    return "".join(out)


def _plain(span: Span, write: Write) -> str:
    if not span.code:
        return write(span.text).replace("\n", "\\\n")
    longest = max((len(one) for one in _TICKS.findall(span.text)), default=0)
    ticks = "`" * (longest + 1)
    room = " " if span.text.startswith("`") or span.text.endswith("`") else ""
    return f"{ticks}{room}{span.text}{room}{ticks}"


def _list(block: Items, *, other: bool) -> str:
    texts = []
    simple = all(_is_simple(item) for item in block.items)
    for number, item in enumerate(block.items):
        mark = "*" if other else "-"
        if block.start is not None:
            mark = f"{block.start + number}{')' if other else '.'}"
        text = ("\n" if simple else "\n\n").join(_written(item))
        pad = " " * (len(mark) + 1)
        lines = [
            f"{pad}{line}" if line and at else line for at, line in enumerate(text.split("\n"))
        ]
        texts.append(f"{mark} " + "\n".join(lines) if text else mark)
    return ("\n" if simple else "\n\n").join(texts)


def _is_simple(item: Sequence[Block]) -> bool:
    """True if an item needs no empty lines: a paragraph, and perhaps a list under it that can
    follow it at once."""
    if len(item) == 2 and isinstance(item[1], Items):
        below = item[1]
        fits = below.start in (None, 1) and all(map(_is_simple, below.items))
        return isinstance(item[0], Para) and fits and bool(below.items and below.items[0])
    return not item or (len(item) == 1 and isinstance(item[0], Para))


def _grid(rows: tuple[tuple[Spans, ...], ...]) -> str:
    width = max((len(row) for row in rows), default=0)
    flat = [[_flat(spans) for spans in (*row, *((),) * (width - len(row)))] for row in rows]
    for write in (_as_it_is, _safe):
        text = _table([[_cell(spans, write) for spans in row] for row in flat])
        found = read_blocks(text, under=_UNDER)
        if len(found) == 1 and isinstance(found[0], Grid):
            again = [[tidy(spans) for spans in row] for row in found[0].rows]
            if again == flat:
                return text
    return _table([[_escaped(spans) for spans in row] for row in flat])


def _cell(spans: Spans, write: Write) -> str:
    text = _inline(spans, write, "bold")
    return text if write is _safe else text.replace("|", "\\|")


def _table(cells: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([lines[0], "|" + " --- |" * len(cells[0]), *lines[1:]]) if lines else ""


def _all_spans(blocks: Sequence[Block]) -> Iterator[Spans]:
    """The text of all parts, paragraph by paragraph."""
    for block in blocks:
        match block:
            case Para(spans=spans) | Head(spans=spans):
                yield spans
            case Items(items=items):
                for item in items:
                    yield from _all_spans(item)
            case Quoted(blocks=inside):
                yield from _all_spans(inside)
            case Code(text=text):
                yield (Span(text),)
            case Grid(rows=rows):
                for row in rows:
                    yield from row


def _words(blocks: Sequence[Block]) -> list[str]:
    return [
        word
        for spans in _all_spans(blocks)
        for word in clean("".join(one.text for one in spans)).split()
    ]
