"""HTML in the learner's Markdown made visible text, code left alone."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

_PASSES = 8
_TAG = re.compile(
    r"(?P<kept>\\.|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
    r"|<(?:[a-zA-Z][a-zA-Z0-9+.-]+:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>)"
    r"|`+|<(?=[a-zA-Z/!?])",
    re.DOTALL,
)
_OPENING = re.compile(r"(?<!\\)((?:\\\\)*)<")


def escape_html(text: str, reader: MarkdownIt) -> str:
    """`text` with each `<` that opens HTML written `\\<`, so that it is shown and does nothing.

    Code blocks and code spans stay as they are, and so do addresses in `<…>`.
    """
    lines = text.split("\n")
    for _ in range(_PASSES):
        raw = [token.map for token in reader.parse("\n".join(lines)) if token.type == "html_block"]
        if not raw:
            break
        for first, end in (span for span in raw if span):
            for number in range(first, end):
                lines[number] = _OPENING.sub(r"\1\\<", lines[number])
    for token in reader.parse("\n".join(lines)):
        if token.map and token.type in ("paragraph_open", "heading_open", "table_open"):
            first, end = token.map
            escaped = _escape_inline("\n".join(lines[first:end]))
            lines[first:end] = escaped.split("\n")
    return "\n".join(lines)


def _escape_inline(text: str) -> str:
    def written(found: re.Match[str]) -> str:
        return "\\<" if found[0] == "<" else found[0]

    return _TAG.sub(written, text)
