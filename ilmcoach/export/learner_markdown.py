"""The learner's own Markdown, settled into its place in a document.

Their emphasis, lists, quotes, tables and code hold. What could reach beyond the place is mended:
headings go below the heading they stand under, code that was never closed is closed, HTML is
shown as text. The result is read again to make sure; if anything still gets out, the text is
given without its Markdown. No word is ever lost.
"""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ilmcoach.text import clean, clean_line

from .escaping import escape_lines
from .html_escaping import escape_html

_DEEPEST = 6
_END = "the end of what the learner wrote"
_ATX = re.compile(r"^([\s>*+\-\d.)]*?)(#{1,6})(?=\s|$)")
_UNDERLINE = re.compile(r"[=-]+[ \t]*$")


def settle(text: str, *, under: int, taken: frozenset[str] = frozenset()) -> str:
    """`text` for a place under a heading of level `under`.

    `taken` are the document's own headings: one of theirs that reads the same becomes a line in
    bold, so that each of the document's headings stands once. The text keeps its words, in
    order.
    """
    taken = frozenset(_folded(one) for one in taken)
    reader = MarkdownIt("commonmark").enable("table")
    source = clean(text).strip("\n").rstrip()
    lines = _mend(escape_html(source, reader).split("\n"), under, taken, reader)
    settled = "\n".join(lines).strip("\n")
    return settled if _stays_in_place(settled, under, taken, reader) else escape_lines(source)


def _mend(lines: list[str], under: int, taken: frozenset[str], reader: MarkdownIt) -> list[str]:
    """The lines with headings pushed down, `---` as `***` (some readers take lines between two
    `---` for a file's own data), and the last code block closed."""
    tokens = reader.parse("\n".join(lines))
    out: dict[int, list[str]] = {}
    for token, after in pairwise([*tokens, Token("", "", 0)]):
        if token.map is None:
            continue
        first, end = token.map
        if token.type == "heading_open":
            out.update(_heading(token, after, lines, under, taken))
        elif token.type == "hr" and token.level == 0 and token.markup.startswith("-"):
            out[first] = ["***"]
        elif token.type == "fence" and token.level == 0 and not _closed(token, lines):
            out[end - 1] = [lines[end - 1], token.markup]
    return [line for number, one in enumerate(lines) for line in out.get(number, [one])]


def _heading(
    token: Token, inline: Token, lines: list[str], under: int, taken: frozenset[str]
) -> dict[int, list[str]]:
    """The new lines, by number, for a heading of the learner's."""
    first, end = token.map or (0, 0)
    underlined = token.markup in ("=", "-")
    if token.level and underlined:
        last = end - 1
        return {last: [_UNDERLINE.sub(lambda found: f"\\{found[0]}", lines[last])]}
    is_taken = _folded(_plain(inline)) in taken
    marks = "#" * min(_DEEPEST, under + int(token.tag[1:]))
    if token.level:
        return {first: [_ATX.sub(r"\1\\\2" if is_taken else rf"\g<1>{marks}", lines[first])]}
    content = " ".join(part.strip().rstrip("\\") for part in inline.content.split("\n"))
    new = ["", f"**{content}**", ""] if is_taken and content else [f"{marks} {content}".rstrip()]
    return {first: new, **{number: [] for number in range(first + 1, end)}}


def _closed(token: Token, lines: list[str]) -> bool:
    first, end = token.map or (0, 0)
    last = lines[end - 1].strip()
    return end - 1 > first and set(last) == {token.markup[0]} and len(last) >= len(token.markup)


def _stays_in_place(settled: str, under: int, taken: frozenset[str], reader: MarkdownIt) -> bool:
    """True if what follows `settled` is read for itself, and nothing in it is above its place."""
    tokens = reader.parse(f"{settled}\n\n# {_END}\n")
    for token, after in pairwise(tokens[:-3]):
        if token.type == "html_block":
            return False
        if token.type == "heading_open" and (
            int(token.tag[1:]) <= under or _folded(_plain(after)) in taken
        ):
            return False
    last = tokens[-3:]
    return last[0].type == "heading_open" and last[0].level == 0 and last[1].content == _END


def _plain(inline: Token) -> str:
    """An inline token's text without marks."""
    return "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in inline.children or ()
    )


def _folded(text: str) -> str:
    return clean_line(text).casefold()
