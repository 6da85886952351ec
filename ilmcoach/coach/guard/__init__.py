"""The guard: may this text of a model be shown to the learner as a question?"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from .candidate import Candidate
from .rules import RULES

__all__ = ["RULES", "Verdict", "judge"]

LONGEST = 2_000
"""Letters of a candidate that are looked at; anything longer breaks the rule of length."""


class Verdict(Struct, frozen=True):
    """Whether a text may be shown; if not, the name of the first rule that it breaks, and the
    reason for that rule."""

    admitted: bool
    rule: str = ""
    why: str = ""


def judge(text: str, note: str, examples: Sequence[str] = ()) -> Verdict:
    """Whether `text`, which a model wrote about the learner's `note`, may be shown.

    `examples` are questions that the model was given to learn from. Fail-closed: what no rule
    foresees is kept out by the closed vocabulary. Never raises; the same texts always get the
    same verdict. English only: for a pack in another language nothing is to be admitted.
    """
    if len(text) > LONGEST:
        return Verdict(False, "length", "it is too long")
    candidate = Candidate.read(text, note, tuple(examples))
    for rule in RULES:
        if rule.broken_by(candidate):
            return Verdict(False, rule.name, rule.why)
    return Verdict(True)
