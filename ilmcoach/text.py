"""Text from outside made safe to keep and to show, and words counted by one rule."""

from __future__ import annotations

import re

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

_ESCAPES = re.compile(
    "(?:\x1b\\]|\x9d)[^\x07\x1b\x9c\x9d\n]*(?:\x07|\x1b\\\\|\x9c)"  # OSC with its end
    "|(?:\x1b\\]|\x9d)52;[a-z0-7]*;[A-Za-z0-9+/=]*"  # OSC 52 (clipboard) cut off
    "|\x1b[PX^_][^\x1b\x9c\n]*(?:\x1b\\\\|\x9c)"  # DCS, SOS, PM, APC
    "|\x1b\\[[0-?]*[ -/]*[@-~]"  # CSI
    "|\x9b[0-?]+[ -/]*[@-~]"  # CSI as one C1 character
    "|\x1b(?:[#%(-/][0-~]| [FGLMN]|[0-~])"  # the short ones
)

_NON_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters
    "\u00ad\u17b4\u17b5\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"  # unseen
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides, isolates
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # tags
    "\ud800-\udfff" + _NON_CHARACTERS + "]"
)
_SELECTOR = "[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
_SELECTORS = re.compile(f"({_SELECTOR}){_SELECTOR}+")


def clean(text: str) -> str:
    """`text` without what could act on a terminal, hide words or break a file.

    Gone are control characters but newline and tab, whole escape sequences (ECMA-48) with
    their bodies, bidirectional embeddings, overrides and isolates, tags, zero-width spaces and
    other unseen format characters, surrogates and non-characters. Every kind of line end
    becomes a newline, a vertical tab and a form feed too: word processors mean a line by them.
    A run of variation selectors shrinks to its first, as more can only hide something.

    Everything else stays as it is: joiners, emoji, marks of direction, any script. The result
    is never longer, and cleaning it again changes nothing.
    """
    text = _NEWLINES.sub("\n", text)
    if "\x1b" in text or "\x9b" in text or "\x9d" in text:
        text = _ESCAPES.sub("", text)
    return _SELECTORS.sub(r"\1", _FORBIDDEN.sub("", text))


def clean_line(text: str) -> str:
    """`text` cleaned and on one line: each run of white space is one space, none at the ends."""
    return " ".join(clean(text).split())


_CJK = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003fffd"
)
_GAP = r"[^\S\n]"
_UNCOUNTED = re.compile(
    rf"\]\({_GAP}*+<?[^()<>\s]*+(?:\([^()\s]*+\)[^()<>\s]*+)*+>?"  # the address of a link
    rf"(?:{_GAP}++(?:\"[^\"\n]*\"|'[^'\n]*'))?{_GAP}*+\)"
    r"|(?<![^\W_])(?:https?://|mailto:|www\.)[^\s<>|\u2014]+"  # an address by itself
    r"|^[ \t]*+(?:`{3,}+|~{3,}+)[^`\n]*+$"  # a code fence and its language
    r"|^[ \t]*+(?:>[ \t]*+|(?:[-*+\u2022]|\d{1,3}[.)]|\#{1,6})(?:[ \t]++|$))+"  # block marks
    r"(?:\[[ xX]\](?=[ \t]))?"
    r"|[0-9]\ufe0f?\u20e3",  # a digit as a key: an emoji
    re.MULTILINE,
)
_BREAKS = re.compile(r"(?<=\w)[\u2013,;!?/](?=\w)|--+|\.\.+")
_FIRST_CJK = _CJK[0]
_WORD = r"[^\W_][^\s\u2014\u2015\u2026|]*|(?<!\S)&(?!\S)"
_WORD_OR_SIGN = rf"[{_CJK}]|[^\W_{_CJK}][^\s\u2014\u2015\u2026|{_CJK}]*|(?<!\S)&(?!\S)"
"""For texts that may hold a sign which is a word by itself. Long to compile, so seldom done."""


def count_words(text: str) -> int:
    """How many words a careful person counts in `text`, which may hold Markdown.

    - A word is what stands between white space and holds a letter or a digit: `don't`,
      `well-being`, `R&D`, `1,000`, `24/7`, `3.5%` and `e.g.` are one each; `&` by itself is one.
    - Dashes (but hyphens), `--` and dots in a row part words without spaces; between letters,
      so do an en dash, a comma, a semicolon, `!` and `?`. A slash parts `his/her`, not `n/a`.
    - Markdown's marks count nothing: emphasis, `#`, `>`, bullets, `1.` at the start of a line,
      a code fence, a table's lines. A link counts by its text; an address counts nothing.
    - Chinese characters and Japanese kana count one each; Korean, as all else, by its spaces.
    - Emoji, lone dashes and other signs count nothing.

    Lines are counted each by itself, so the words of two texts add up.
    """
    text = _BREAKS.sub(_parted, _UNCOUNTED.sub(" ", text))
    pattern = _WORD if max(text, default="") < _FIRST_CJK else _WORD_OR_SIGN
    return sum(1 for _ in re.finditer(pattern, text))


def _parted(found: re.Match[str]) -> str:
    """A space for what parts two words. Asked here and not in the pattern, which would take
    longer to compile than all others together."""
    mark, text = found[0], found.string
    if mark[0] in "-.":
        return " "
    reach = 2 if mark == "/" else 1
    start, end = found.span()
    before, after = text[max(start - reach, 0) : start], text[end : end + reach]
    parts = len(before) == len(after) == reach and all(map(_is_letter, before + after))
    return " " if parts else mark


def _is_letter(sign: str) -> bool:
    return sign.isalnum() and not sign.isdecimal() and not re.match(f"[{_CJK}]", sign)
