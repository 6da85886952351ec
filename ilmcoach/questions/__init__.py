"""Is this an open, single, short, advice-free question, and if not, why not. English only.

The measure is what action learning sets commonly hold each other to: a member asks, and leaves
the answer, and the advice, to the one whose problem it is. It serves whoever writes questions
for others: a tutor's pack, a member before a meeting, a model. It knows nothing of what a
question is about, so it is a strong hint and no proof; and it points at a question's form, never
at the person who asks.
"""

from __future__ import annotations

from .rules import RULES, Fault
from .wording import Asked

__all__ = ["Fault", "check_question"]


def check_question(text: str) -> tuple[Fault, ...]:
    """What keeps `text` from being a good question, each fault once, the plainest first; nothing
    if it is one.

    Never raises. Every rule is pure, so the same text always has the same faults. Invisible
    characters, curly quotes, capitals and line breaks make no difference to what is looked for.
    Turns of phrase are looked for in the first 600 characters.
    """
    asked = Asked.read(text)
    if asked.words < 1:
        return (RULES[0].fault(asked),)
    return tuple(rule.fault(asked) for rule in RULES[1:] if rule.broken_by(asked))
