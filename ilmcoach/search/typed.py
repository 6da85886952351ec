"""What somebody types into a search line, read as the words they look for.

Nothing typed has a meaning of its own: quotes, brackets, `AND`, `*` are words or parts of words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import partial

from msgspec import Struct

from ilmcoach.text import clean

from .folding import fold

LONGEST = 300
"""Characters of what is typed that are looked at; nobody remembers more of a text."""
MOST_WORDS = 20

_TOKEN = re.compile(r"[^\W_]+")
_KNOWN = re.compile("[\u0000-\u024f\u0300-\u036f\u0370-\u037e\u0384-\u0526\u2000-\u206f]*")
"""Letters of scripts that part words with spaces and that every version of SQLite knows."""


class Wanted(Struct, frozen=True):
    """Folded, as texts are compared. `words` stand in a text as whole words, the last of them as
    the start of one if `unfinished`; `pieces` stand anywhere in it: they are of scripts that
    write words without spaces between them, or no words at all."""

    words: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    unfinished: bool = False

    def __bool__(self) -> bool:
        return bool(self.words or self.pieces)

    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """What each of them looks like in a folded text."""
        last = len(self.words) - 1
        whole = partial(_pattern, unfinished=False)
        return (
            *(
                _pattern(word, unfinished=True) if at == last and self.unfinished else whole(word)
                for at, word in enumerate(self.words)
            ),
            *(re.compile(re.escape(piece)) for piece in self.pieces),
        )


def read_typed(typed: str) -> Wanted:
    """The words in `typed`; nothing wanted if there are none. Never raises.

    The last word is unfinished while no space follows it, and where more was typed than is
    looked at.
    """
    text = clean(typed)
    parts = text[:LONGEST].split()[:MOST_WORDS]
    telling = [part for part in parts if not _is_punctuation(part)] or parts
    words = tuple(fold(part) for part in telling if _is_word(part))
    others = (fold(part) for part in telling if not _is_word(part))
    pieces = tuple(piece for part in others for piece in (_TOKEN.findall(part) or [part]))
    ends_open = bool(words) and _is_word(telling[-1]) and not text[:LONGEST][-1:].isspace()
    return Wanted(words, tuple(filter(None, pieces)), ends_open)


def _is_word(part: str) -> bool:
    return bool(_TOKEN.search(fold(part)) and _KNOWN.fullmatch(part))


def _is_punctuation(part: str) -> bool:
    return all(one.isascii() or unicodedata.category(one)[0] == "P" for one in part) and not any(
        one.isalnum() for one in part
    )


def _pattern(word: str, *, unfinished: bool) -> re.Pattern[str]:
    first, *rest = map(re.escape, _TOKEN.findall(word))
    # The letter before is asked about after the word: what begins with plain letters is found
    # many times faster.
    begin = rf"{first}(?<![^\W_]{first})"
    end = "" if unfinished else r"(?![^\W_])"
    return re.compile(r"[\W_]+".join([begin, *rest]) + end)
