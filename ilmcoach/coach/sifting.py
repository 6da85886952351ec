"""What of a model's reply may be shown. Nothing is mended: a text is shown as it came, with the
names put back, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from msgspec import Struct

from .guard import judge
from .masking import Mask

REPEATED = "repeated"
"""The name, beside the guard's rules, under which a question that was shown before is counted."""
MOST = 3


class Sifted(Struct, frozen=True):
    """The questions that may be shown, in order, and how many each rule kept back. The text of
    those is kept nowhere."""

    admitted: tuple[str, ...] = ()
    dropped: dict[str, int] = {}


def sift(
    texts: Sequence[str],
    note: str,
    mask: Mask,
    *,
    examples: Sequence[str] = (),
    shown: Collection[str] = (),
) -> Sifted:
    """Judges what a model wrote about `note` (as the learner wrote it, names and all): at most
    three texts, each with its names put back first. `examples` are questions that it was given
    to learn from, `shown` those that the learner saw already."""
    admitted: list[str] = []
    dropped: Counter[str] = Counter()
    for text in texts[:MOST]:
        own = mask.unmask(text)
        verdict = judge(own, note, examples)
        if not verdict.admitted:
            dropped[verdict.rule or "other"] += 1
        elif own in shown or own in admitted:
            dropped[REPEATED] += 1
        else:
            admitted.append(own)
    return Sifted(tuple(admitted), dict(dropped))
