"""A pack's pages written as text: whatever the words hold, they read back as those words only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ilmcoach.export import escaping
from ilmcoach.packs.limits import HEADING_CHARS
from ilmcoach.text import clean_line

_PLAIN = re.compile(r"[^\W_][\w ,.()&/'’–—!?-]*")
_QUOTES = "\"'“”„‟‘’‚‛«»´`"
_UNSAFE = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not take, whatever quotes stand around it."""


_NEEDLESS = re.compile(r"\\(?:([$^])|(&)(?![#\w]))")
_COUNTED = re.compile(r"\A(\d{1,9})\\(?=[.)])")


def escape(text: str) -> str:
    """`text` on one line as Markdown that shows it as it is, without backslashes that a pack's
    pages do not need."""
    return _NEEDLESS.sub(lambda found: found[1] or found[2], escaping.escape(text))


def front(pairs: Mapping[str, str]) -> str:
    """The facts at the head of a file, `key: value` between two lines of ---; those without a
    value are left out."""
    lines = (f"{key}: {value_of(text)}" for key, text in pairs.items() if clean_line(text))
    return "\n".join(("---", *lines, "---", ""))


def value_of(text: str) -> str:
    """`text` as the value of a key in front matter, between quotation marks where it needs them."""
    line = _UNSAFE.sub("", clean_line(text))
    if _PLAIN.fullmatch(line):
        return line
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def heading(level: int, text: str, **keys: str) -> str:
    """A heading with its line of keys; an empty value leaves the key out."""
    line = f"{'#' * level} {escape(clean_line(text)[:HEADING_CHARS])}\n"
    spans = [f"`{key}: {value}`" for key, value in keys.items() if value]
    return f"{line}\n{' '.join(spans)}\n" if spans else line


def paragraph(text: str) -> str:
    """A paragraph, on one line."""
    line = clean_line(text)
    # Words between quotation marks with a colon among them would be taken for a line of keys.
    if line and line.lstrip(" ,;|·•")[:1] in _QUOTES and re.search("[:：∶﹕]", line):
        return f"*{escape(line)}*\n"
    return f"{escape(line)}\n"


def items(texts: Iterable[str]) -> str:
    """A list, an item for each text."""
    return "".join(f"- {escape(text)}\n" for text in texts)


def choices(pairs: Iterable[tuple[str, str]]) -> str:
    """A list of choices, each with its id."""
    return "".join(f"- `{one}` {escape(text)}\n" for one, text in pairs)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table under its column heads."""
    lines = [_row(head), f"|{'---|' * len(head)}", *map(_row, rows)]
    return "".join(f"{line}\n" for line in lines)


def page(*parts: str) -> str:
    """The parts of a file with an empty line between them."""
    return "\n".join(part for part in parts if part)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    # A number at the start begins no list in a cell.
    return _COUNTED.sub(r"\1", escape(text))
