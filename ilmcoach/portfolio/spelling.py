"""Texts made comparable: without accents, in small letters, with a way back. Pure."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import unquote_to_bytes

from msgspec import Struct

_UNIT = re.compile(
    r"&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"  # Markdown reads these
    r"|\\[!-/:-@\[-`{-~]"
    r"|(?:%[0-9A-Fa-f]{2})+"
    r"|.",
    re.DOTALL,
)
_PLAIN = re.compile(r"[^&\\%\t\v\f\r]*")
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
    | {"Ł": "L", "Ø": "O", "Đ": "D", "Ħ": "H", "Æ": "AE", "Œ": "OE", "ẞ": "SS", "Þ": "TH"}
    | {"ð": "d", "Ð": "D", "’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-"}
)
_UNSEEN = re.compile(
    "[\u0300-\u036f\u064b-\u0652\u00ad\u034f\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]"
)


class Folded(Struct, frozen=True):
    """A text made comparable. `text` is in small letters and `cased` in the letters that stand
    there, sign for sign the same; `at` says for each sign, and for the end, where it begins in
    the original."""

    text: str
    cased: str
    at: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A place of the folded text as one of the original. Marks on the last letter belong."""
        return self.at[start], self.at[end]


def fold(text: str) -> Folded:
    """`text` without accents and unseen signs; curly marks are straight, hyphens are one hyphen,
    white space is a space or a newline. An entity, an escape of Markdown or of an address
    (`&euml;`, `\\_`, `%C3%AB`) is the sign that it stands for."""
    if text.isascii() and _PLAIN.fullmatch(text):
        return Folded(text.lower(), text, range(len(text) + 1))
    signs: list[str] = []
    at: list[int] = []
    known: dict[str, str] = {}
    for found in _UNIT.finditer(text):
        unit = found.group()
        if unit not in known:
            known[unit] = _sign(unit)
        for sign in known[unit]:
            signs.append(sign)
            at.append(found.start())
    at.append(len(text))
    cased = "".join(signs)
    return Folded("".join(map(_small, signs)), cased, at)


def folded(text: str) -> str:
    """`text` made comparable, on one line, without a way back."""
    return " ".join(fold(text).text.split())


def _sign(unit: str) -> str:
    if unit.startswith("&") and len(unit) > 1:
        unit = html.unescape(unit)
    elif unit.startswith("\\") and len(unit) > 1:
        unit = unit[1:]
    elif unit.startswith("%") and len(unit) > 1:
        # A name in the address of a page or a file; what is no text stays as it stands.
        try:
            unit = unquote_to_bytes(unit).decode()
        except UnicodeDecodeError:
            return unit
    if unit.isspace():
        return "\n" if "\n" in unit else " "
    if "\uac00" <= unit <= "\ud7a3":
        return unit
    plain = unicodedata.normalize("NFKD", unit.translate(_LETTERS))
    return _UNSEEN.sub("", plain)


def _small(sign: str) -> str:
    small = sign.lower()
    return small if len(small) == 1 else sign
