"""Plain text that stays plain text in Markdown."""

from __future__ import annotations

import re

from ilmcoach.text import clean_line

_MARKS = re.compile(r"[\\`*_\[\]<>#|~&$^]")
_STARTS = re.compile(r"^([-+=:]|\d{1,9}(?=[.)]))")


def escape(text: str) -> str:
    """`text` on one line, written so that Markdown shows it as it is, in a table's cell too."""
    line = _MARKS.sub(r"\\\g<0>", clean_line(text))
    if match := _STARTS.match(line):
        end = match.end()
        digits = line[0].isdigit()
        line = f"{line[:end]}\\{line[end:]}" if digits else f"\\{line}"
    return line


def escape_lines(text: str) -> str:
    """`text` as plain paragraphs: its lines and empty lines stay, all marks lose their sense."""
    return "\n".join(escape(line) for line in text.split("\n")).strip("\n")
