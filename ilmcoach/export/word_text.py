"""Running text in a Word document: styles of signs, scripts, directions and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import bidirectional
from urllib.parse import urlsplit

from ilmcoach.text import clean

from .blocks import Span, Spans
from .word_looks import EMOJI
from .word_styles import CODE, EMPHASIS, LINK, STRONG, StyleIds, fonts
from .word_xml import Element, element, run

_RIGHT = (
    "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"  # letters
)
_EMOJI = (
    "(?:[\U0001f000-\U0001faff]|[\u00a9\u00ae\u203c\u2049\u2122-\u2bff\u3030\u303d]\ufe0f"
    "|[\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693"
    "\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd"
    "\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b"
    "\u2b1c\u2b50\u2b55])[\ufe0f\u200d\u20e3]*"
)
_HAS_RIGHT = re.compile(f"[{_RIGHT}]")
_RIGHT_RUN = re.compile(f"[{_RIGHT}](?:[\\W\\d_]*[{_RIGHT}])*")
_LEFT_RUN = re.compile(f"[^\\W\\d_{_RIGHT}](?:[\\W\\d_]*[^\\W\\d_{_RIGHT}])*")
_EMOJI_RUN = re.compile(f"(?:{_EMOJI})+")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_ADDRESS = re.compile(r"[!-~]+")
_MAIL = re.compile(r"mailto:[^@?]+@[A-Za-z0-9.-]+(?:\?.*)?", re.IGNORECASE)
_LONGEST = 2000
"""Word takes no longer address."""


def reads_right_to_left(text: str) -> bool:
    """True if the first letter with a direction goes from right to left (Unicode's rule)."""
    if not _HAS_RIGHT.search(text):
        return False
    strong = (kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def safe_address(link: str) -> str:
    """`link` if Word may follow it: http, https or mailto, and well formed; else empty."""
    if len(link) > _LONGEST or not _ADDRESS.fullmatch(link) or set(link) & set('<>"\\^`{|}'):
        return ""
    if _MAIL.fullmatch(link):
        return link
    try:
        parts = urlsplit(link)
        parts.port  # noqa: B018 - raises if it is none
    except ValueError:
        return ""
    known = parts.scheme in ("http", "https") and _HOST.fullmatch(parts.hostname or "")
    return link if known else ""


def text_of(spans: Spans) -> str:
    """The text of `spans` without its styles."""
    return "".join(span.text for span in spans)


def runs(span: Span, ids: StyleIds, *, right: bool = False) -> Iterator[Element]:
    """The runs of `span`, whose paragraph goes from right to left if `right`: one for each
    script that needs its own font or direction."""
    for text, kind in _pieces(clean(span.text), right):
        props = [*_style(span, ids), *_script(kind, span)]
        yield run(text, *props)


def _style(span: Span, ids: StyleIds) -> Iterator[Element]:
    """A character style for the strongest, the others said beside it: Word knows one only."""
    name = ""
    if span.link:
        name = LINK
    elif span.code:
        name = CODE
    elif span.bold:
        name = STRONG
    elif span.italic:
        name = EMPHASIS
    if name:
        yield element("rStyle", val=ids[name])
    if span.bold and name != STRONG:
        yield from (element("b"), element("bCs"))
    if span.italic and name != EMPHASIS:
        yield from (element("i"), element("iCs"))


def _script(kind: str, span: Span) -> Iterator[Element]:
    if kind == "right":
        yield element("rtl")
    elif kind == "emoji" and not span.code:
        yield fonts(EMOJI, EMOJI)


def _pieces(text: str, right: bool) -> Iterator[tuple[str, str]]:
    """`text` cut into pieces, each `left`, `right` or `emoji`."""
    if not _HAS_RIGHT.search(text):
        yield from _with_emoji(text, "right" if right else "left")
        return
    pattern, found, between = (
        (_LEFT_RUN, "left", "right") if right else (_RIGHT_RUN, "right", "left")
    )
    at = 0
    for match in pattern.finditer(text):
        yield from _with_emoji(text[at : match.start()], between)
        yield from _with_emoji(match[0], found)
        at = match.end()
    yield from _with_emoji(text[at:], between)


def _with_emoji(text: str, kind: str) -> Iterator[tuple[str, str]]:
    at = 0
    for match in _EMOJI_RUN.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], kind
        yield match[0], "emoji"
        at = match.end()
    if at < len(text):
        yield text[at:], kind
