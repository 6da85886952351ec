"""What is asked of a dictionary, and what it says of a word. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum
from typing import Protocol

from ilmcoach.errors import IlmcoachError


class Dictionary(Protocol):
    """A British dictionary."""

    def knows(self, word: str) -> bool:
        """True if the word is in it, in these letters or, for one that begins with a capital,
        in small ones."""
        ...

    def near(self, word: str) -> tuple[str, ...]:
        """A few words of it that are much like this one, the likeliest first."""
        ...


class NoDictionary(IlmcoachError):  # noqa: N818 - nothing of the learner's is at risk
    """There is no dictionary that can be used."""


class Verdict(StrEnum):
    """What a dictionary says of a word."""

    FINE = "fine"
    UNKNOWN = "unknown"
    IZE = "ize"
    """Right in Oxford spelling, which writes -ize where most of Britain writes -ise."""


_IZE = re.compile(
    r"(?P<stem>[^\W\d_]{3,})iz(?P<end>e|es|ed|er|ers|ing|able|ation|ations|ational)(?P<its>'s)?",
    re.IGNORECASE,
)


def with_s(word: str) -> str:
    """The -ise form of a word in -ize and the like (`organizing`: `organising`); empty for other
    words. That it is a word is not said."""
    found = _IZE.fullmatch(word)
    if not found:
        return ""
    return f"{found['stem']}is{found['end']}{found['its'] or ''}"


def verdict_on(word: str, dictionary: Dictionary) -> Verdict:
    """What the dictionary says of a word as `askable` gives it.

    A word with hyphens is fine if it is in the dictionary or each of its parts is; a word with
    's if what stands before that is. A word in -ize is told of where the dictionary has its -ise
    form too: the verdict `IZE`. Both are British; schools, offices and newspapers mostly write
    -ise, Oxford University Press -ize (practice).
    """
    parts = [part for part in word.split("-") if len(part) > 1]
    if any(_in_ize(part, dictionary) for part in parts):
        return Verdict.IZE
    whole = _known(word, dictionary)
    if whole or ("-" in word and all(_known(part, dictionary) for part in parts)):
        return Verdict.FINE
    return Verdict.UNKNOWN


def _known(word: str, dictionary: Dictionary) -> bool:
    return dictionary.knows(word) or dictionary.knows(word.removesuffix("'s"))


def _in_ize(word: str, dictionary: Dictionary) -> bool:
    other = with_s(small := word.lower())
    return bool(other) and _known(small, dictionary) and _known(other, dictionary)


def left_alone(word: str, left: Collection[str]) -> bool:
    """True for a word that is left alone by name: as it stands in `left`, in small letters there,
    with or without 's; and for one of whose hyphened parts each is."""
    return _is_left(word, left) or (
        "-" in word and all(_is_left(one, left) for one in word.split("-"))
    )


def _is_left(word: str, left: Collection[str]) -> bool:
    forms = {word, word.removesuffix("'s")}
    return any(one in left or one.lower() in left for one in forms)
