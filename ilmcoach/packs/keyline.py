"""A key line: a paragraph of code spans under a heading, `key: value` or a bare flag each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from ilmcoach.text import clean

from .blocks import Pair, Paragraph
from .inline import plain
from .report import Report

BETWEEN = re.compile(r"[\s,;|·•]*")
COLON = re.compile(r"\s*[:：∶﹕]\s*")
QUOTES = "\"'“”„‟‘’‚‛«»´`"
PAIRED = re.compile(rf"[{QUOTES}]([^{QUOTES}]+(?:[’'][^{QUOTES}]+)*)[{QUOTES}]", re.DOTALL)
OPEN, CLOSE = r"[`´'\"‘“‛]", r"[`´'\"’”‘“]"
# Bounded, so that no line takes long to look through.
QUOTED = re.compile(rf"{OPEN}([^`´\"“”‘’:：]{{1,80}}(?:[:：][^`´\"“”‘’]{{0,200}})?){CLOSE}")


def split_pair(text: str, line: int) -> Pair:
    """`key: value` or a bare flag as a pair; quotation marks around the value are dropped."""
    head, *tail = COLON.split(clean(text).strip(), maxsplit=1)
    value = tidy(tail[0]) if tail else None
    return Pair(tidy(head), value, line)


def tidy(text: str) -> str:
    """A value as meant: spaces of any kind made plain, quotation marks around it dropped."""
    return " ".join(text.split()).strip(QUOTES).strip()


def unquoted(text: str) -> str:
    """`text` without the one pair of quotation marks around all of it, if there is one."""
    around = PAIRED.fullmatch(text)
    return around[1].strip() if around else text


def take_keys(token: Token, line: int, report: Report) -> tuple[tuple[Pair, ...], Paragraph | None]:
    """The key line at the start of a paragraph, and the paragraph that is left, if any.

    `token` is the paragraph's inline token, `line` the line that it begins on.
    """
    lines = _lines(token.children or [])
    pairs: list[Pair] = []
    taken = 0
    for number, children in enumerate(lines):
        found = _pairs(children, line + number)
        if not found:
            break
        pairs.extend(found)
        taken += 1
    left = [token for children in lines[taken:] for token in children]
    text = plain(left, line + taken, report)
    return tuple(pairs), Paragraph(line + taken, text) if text else None


def is_key_line(token: Token) -> bool:
    """True if the paragraph is made of code spans only, with a `key: value` among them."""
    lines = [_pairs(children, 1) for children in _lines(token.children or [])]
    return all(lines) and any(pair.value is not None for line in lines for pair in line)


def _lines(children: Sequence[Token]) -> list[list[Token]]:
    lines: list[list[Token]] = [[]]
    for token in children:
        lines[-1].append(token)
        if token.type in {"softbreak", "hardbreak"}:
            lines.append([])
    return lines


def _pairs(children: Sequence[Token], line: int) -> list[Pair]:
    """The pairs of one line: code spans, and what a word processor made of some, with nothing
    between them but commas and the like; none if there is anything else."""
    found: list[Pair] = []
    spans = False
    for token in children:
        if token.type == "code_inline":
            spans = True
            found.append(split_pair(token.content, line))
        elif token.type in {"text", "text_special"}:
            if not BETWEEN.fullmatch(QUOTED.sub("", token.content)):
                return []
            found.extend(split_pair(one, line) for one in QUOTED.findall(token.content))
        elif token.type not in {"softbreak", "hardbreak"}:
            return []
    return found if spans or (found and found[0].value is not None) else []
