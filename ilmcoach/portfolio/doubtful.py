"""Words that may be names and are on no list. Pure.

They are told by their capitals, so this says too much rather than too little (practice).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDS = re.compile(r"[.!?:\n•*>#\"“‘(-]\s*$")
_KNOWN = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december christmas easter english i ok hr it "
    "id tv uk eu ceo pdf covid zoom teams excel whatsapp monday's friday's i'm i'd i've "
    "i'll mr mrs ms dr".split()
)
OPENERS = frozenset(
    "a about after again all also although always an and another any anyone anything are as asked "
    "at because been before being both but by can could did do does during each early either even "
    "ever every everybody everyone everything few first for from going had half has have having he "
    "her here hers him his how however if in instead is it its just last later least less let like "
    "looking lots many maybe me more most much my myself never next no nobody none not nothing now "
    "of off often ok on once one only or our over people perhaps please put quite really same saw "
    "second she should since so some somebody someone something sometimes soon still such talked "
    "than thanks that the their them then there these they thing things this those three to today "
    "told tomorrow tonight too tried two under unfortunately until up us usually very was we well "
    "went were what whatever when where whether which while who whose why will with without would "
    "yes yesterday yet you your".split()
)
"""Words with which sentences begin."""


def may_be_names(text: str, ordinary: Collection[str] = ()) -> tuple[str, ...]:
    """Words of a text that may be names, each once, in order: a capital within a sentence, or at
    its beginning where the word is no everyday one. `ordinary` are words in small letters that
    are not in doubt, such as those of a pack."""
    small = {word for word in _WORD.findall(text) if word[0].islower()}
    return tuple(dict.fromkeys(_doubtful(text, small, ordinary)))


def _doubtful(text: str, small: set[str], ordinary: Collection[str]) -> Iterator[str]:
    for found in _WORD.finditer(text):
        word = re.sub(r"['’]s$", "", found.group())
        folded = word.casefold()
        if not word or not word[0].isupper() or folded in _KNOWN or folded in ordinary:
            continue
        if folded.partition("'")[0].partition("’")[0] in OPENERS:
            continue
        begins = not text[: found.start()].strip() or _ENDS.search(text[: found.start()])
        if not (begins and folded in small):
            yield word
