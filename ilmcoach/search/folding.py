"""Text as it is compared: upper and lower case alike, accents and fancy quotes taken off."""

from __future__ import annotations

import unicodedata

_ALIKE = {
    **dict.fromkeys("‘’‚‛ʼ′＇", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
"""Signs that nobody types to look for, by the one they do type."""


def fold(text: str) -> str:
    """`text` as it is compared."""
    return text.translate(_table(text))


def fold_with_places(text: str) -> tuple[str, tuple[int, ...] | None]:
    """`text` folded, and for each character of that (and its end) the place in `text` it came
    from; None for the places where they are the same."""
    table = _table(text)
    folded = text.translate(table)
    if all(len(new) == 1 for new in table.values()):
        return folded, None
    lengths = [len(table.get(ord(letter), letter)) for letter in text]
    places = [at for at, length in enumerate(lengths) for _ in range(length)]
    return folded, (*places, len(text))


def _table(text: str) -> dict[int, str]:
    # A text has few different characters, so the slow part is done once for each of them.
    return {ord(one): new for one in set(text) if (new := _folded(one)) != one}


def _folded(letter: str) -> str:
    if letter in _ALIKE:
        return _ALIKE[letter]
    kind = unicodedata.category(letter)
    if kind == "Mn":
        return ""
    # Signs of scripts without upper and lower case are themselves, whatever they are made of.
    if kind == "Lo":
        return letter
    parts = unicodedata.normalize("NFD", letter)
    return "".join(one for one in parts if unicodedata.category(one) != "Mn").casefold()
