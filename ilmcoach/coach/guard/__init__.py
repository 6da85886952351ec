"""The guard: may this text of a model be shown to the learner as a question?"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from .reading import Candidate
from .rules import RULES

__all__ = ["Verdict", "judge"]


class Verdict(Struct, frozen=True):
    """Whether a text may be shown; if not, the name of the first rule that it breaks, and why
    there is that rule."""

    admitted: bool
    rule: str = ""
    why: str = ""


def judge(text: str, note: str, examples: Sequence[str] = ()) -> Verdict:
    """Whether `text`, which a model wrote about the learner's `note`, may be shown. `examples`
    are questions that the model was given to learn from. Never raises; fail-closed."""
    candidate = Candidate.read(text, note, tuple(examples))
    for rule in RULES:
        if rule.broken_by(candidate):
            return Verdict(False, rule.name)
    return Verdict(True)
