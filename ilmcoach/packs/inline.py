"""Markdown inside a line as plain text, with links and HTML looked at on the way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from ilmcoach.text import clean

from .names import shown
from .report import Report

SAFE_LINK = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)


def plain(tokens: Sequence[Token], line: int, report: Report) -> str:
    """The text of inline tokens that begin on `line`.

    Emphasis is dropped; a link keeps its words and, where they differ, its address in brackets.
    HTML, and links to anything but http, https and mailto, are reported and left out.
    """
    parts: list[str] = []
    links: list[tuple[str, int]] = []
    opened = False
    for token in tokens:
        match token.type:
            case "text" | "text_special" | "code_inline":
                parts.append(token.content)
            case "softbreak":
                parts.append(" ")
                line += 1
            case "hardbreak":
                parts.append("\n")
                line += 1
            case "html_inline" if opened and token.content.startswith("</"):
                pass
            case "html_inline":
                opened = True
                report.error(line, *html_found(token.content))
            case "image":
                parts.append(token.content)
                report.advice(line, "A picture is not shown.", "Say in words what it shows.")
            case "link_open":
                links.append((_address(token, line, report), len(parts)))
            case "link_close" if links:
                address, start = links.pop()
                parts.append(_beside(address, "".join(parts[start:])))
            case _:
                pass
    return clean("".join(parts)).strip()


def html_found(markup: str) -> tuple[str, str]:
    """What to say of HTML in a pack, and how to mend it."""
    return (
        f"HTML is not read: {shown(markup)}",
        "Take it out; a < that is meant as such is written \\<.",
    )


def _address(token: Token, line: int, report: Report) -> str:
    address = clean(str(token.attrs.get("href", "")))
    if SAFE_LINK.match(address):
        return address
    report.error(
        line,
        f"A link may not lead to '{shown(address)}'.",
        "Use an address that begins with https://, http:// or mailto:.",
    )
    return ""


def _beside(address: str, words: str) -> str:
    same = {words, f"mailto:{words}", f"https://{words}", f"http://{words}"}
    return "" if not address or address in same else f" ({address})"
