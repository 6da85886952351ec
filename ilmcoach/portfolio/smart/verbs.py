"""Words of a goal, and the verbs they are forms of."""

from __future__ import annotations

import re

from .lexicon import AUXILIARIES, DOING, IRREGULAR, LIGHT, SOFT, VAGUE

KNOWN = DOING | VAGUE | SOFT | LIGHT | AUXILIARIES | {"be"}

_TOKEN = re.compile(r"\d[\d.,:/]*%?|[^\W\d_]+(?:['-][^\W\d_]+)*")


def tokens_of(text: str) -> list[str]:
    """The words of `text` in small letters, a hyphen or an apostrophe inside belonging to one."""
    return _TOKEN.findall(text.lower().replace("’", "'"))


def past_of(word: str) -> str:
    """The verb that `word` is a past form of, if we know it; empty if not."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not word.endswith("ed"):
        return ""
    return _first_known(word[:-1], word[:-2], _undoubled(word[:-2]), f"{word[:-3]}y")


def ing_of(word: str) -> str:
    """The verb that `word` is the `-ing` form of, if we know it; empty if not."""
    if not word.endswith("ing"):
        return ""
    return _first_known(word[:-3], f"{word[:-3]}e", _undoubled(word[:-3]))


def third_of(word: str) -> str:
    """The verb that `word` is the `-s` form of, if we know it; empty if not."""
    if word in ("does", "goes", "has"):
        return IRREGULAR[word]
    if not word.endswith("s"):
        return ""
    return _first_known(word[:-1], word[:-2], f"{word[:-3]}y")


def base_of(word: str) -> str:
    """The verb that `word` is, as it stands or in its `-ing` form; empty if we know none."""
    return word if word in KNOWN else ing_of(word)


def any_form_of(word: str) -> str:
    """The verb that `word` is any form of; empty if we know none."""
    return base_of(word) or third_of(word) or past_of(word)


def _undoubled(stem: str) -> str:
    return stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else ""


def _first_known(*candidates: str) -> str:
    return next((one for one in candidates if one in KNOWN), "")
