"""The words of a line that a dictionary can be asked about, and where they stand. Pure; the rules
are common sense (practice)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

LONGEST = 45
"""Letters of the longest word that is looked at; what is longer is no word of a dictionary."""
_APOSTROPHES = "'’ʼ"
_HYPHENS = "‐‑-"
_MARKS = "\u0300-\u036f"
_LATIN = "ɏ"
"""The last letter that counts as Latin, with those of a dictionary far before it."""

_NO_PROSE = re.compile(
    r"(?<!`)(`+)(?!`)[^\n]+?(?<!`)\1(?!`)"  # code
    r"|^[ \t]*(?:`{3,}|~{3,}).*"  # where a block of code begins or ends
    r"|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"  # the address of a link
    r"|<[^<>\s][^<>\n]*>"  # an address in angle brackets, a tag
    r"|&\#?[A-Za-z0-9]{1,31};"  # an entity
)
_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r".*?(?:://|@)|(?:mailto:|www\.|[~.]{0,2}/|#\w|[A-Za-z]:\\)", re.IGNORECASE)
_DOTTED = re.compile(r"\w[\w-]*(?:\.[\w-]+)+(?:/.*)?")
_ROUND = "()[]{}\"'“”‘’«».,;:!?*_…"
_TOKEN = re.compile(rf"[\w{_MARKS}]+(?:[{_APOSTROPHES}{_HYPHENS}][\w{_MARKS}]+)*")
_SKIPPED = re.compile(r"[\d_]")
_ENDS = re.compile(r"[.!?…:|]")
_OPENS_QUOTE = tuple("\"“‘'«")
_SHORT = frozenset("al cf ch dr eg etc ie mr mrs ms mx no p pp prof rev sr st vol vs".split())
"""Words that a full stop shortens and that end no sentence."""
_SHORT_DOTTED = frozenset(("e.g", "i.e"))


class Word(Struct, frozen=True):
    """A word from one character of its line up to another, counted from 0. It `opens` where a
    sentence may begin, so that a capital there says nothing."""

    start: int
    end: int
    text: str
    opens: bool


def words_in(line: str) -> Iterator[Word]:
    """The words of a line of text in order, the line perhaps in Markdown.

    A word has letters, apostrophes and hyphens between them; marks of emphasis round it are no
    part of it. Left out are code, addresses of pages, mails and files, entities, tags, and words
    with a digit or an underscore in them.
    """
    text = _NO_PROSE.sub(_blank, line)
    opens = True
    for chunk in _CHUNK.finditer(text):
        begin, piece = chunk.start(), chunk.group()
        if _is_address(piece):
            bare = piece.strip(_ROUND).lower()
            opens = bare not in _SHORT_DOTTED and piece.rstrip(")]\"”’'*_")[-1:] in ".!?:"
            continue
        behind, before = 0, ""
        for token in _TOKEN.finditer(piece):
            gap = piece[behind : token.start()]
            opens = opens or _ends(gap, before) or gap.endswith(_OPENS_QUOTE)
            start, end = _without_marks(piece, *token.span())
            if start < end and not _SKIPPED.search(piece, start, end):
                yield Word(begin + start, begin + end, piece[start:end], opens)
            opens, behind, before = False, token.end(), token.group()
        opens = opens or _ends(piece[behind:], before)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _is_address(piece: str) -> bool:
    bare = piece.lstrip("([{<\"'“‘*_")
    return bool(_ADDRESS.match(bare) or _DOTTED.fullmatch(piece.strip(_ROUND)))


def _without_marks(piece: str, start: int, end: int) -> tuple[int, int]:
    """A token without the underscores of emphasis round it, and without an apostrophe that counts
    as a letter."""
    while start < end and piece[start] in "_ʼ":
        start += 1
    while start < end and piece[end - 1] in "_ʼ":
        end -= 1
    return start, end


def _ends(gap: str, before: str) -> bool:
    """True if a sentence may end in what stands behind a word."""
    if not _ENDS.search(gap):
        return False
    shortened = len(before) == 1 or before.lower() in _SHORT
    return not (gap.startswith(".") and shortened)


def askable(word: Word) -> str:
    """A word as a dictionary has it, with straight apostrophes and plain hyphens; empty for one
    that is not asked about: a single letter, one in capitals (`ILM`, `KPIs`), one with a capital
    inside or inside a sentence (most likely a name), and words in other letters."""
    text = spelt(word.text)
    if not 1 < len(text) <= LONGEST or max(text) > _LATIN:
        return ""
    first, rest = text[0], text[1:]
    if first.isupper() and not word.opens:
        return ""
    if any(sign.isupper() and text[at] != "-" for at, sign in enumerate(rest)):
        return ""
    return text


def spelt(text: str) -> str:
    """`text` with letters and their accents in one, straight apostrophes and plain hyphens."""
    plain = unicodedata.normalize("NFC", text)
    for signs, one in ((_APOSTROPHES, "'"), (_HYPHENS, "-")):
        for sign in signs:
            plain = plain.replace(sign, one)
    return plain
