"""The rules of a good question, each with its reason.

Where they come from: Revans put questioning before what is known already (Revans, R. W. (1980)
Action Learning), and sets ask for short, single, open questions with no advice in them. That
is common practice, not one author's list; the numbers are our own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from . import shapes
from .wording import OPEN, VERB, Asked

MOST_WORDS = 20


class Fault(Struct, frozen=True):
    """One thing amiss: the rule's `name`, and `why` it matters, in plain words.

    A `mild` fault is a matter of degree: worth a second look, and often fine.
    """

    name: str
    why: str
    mild: bool = False


class Rule(Struct, frozen=True):
    """A named rule; `why` may hold `{words}`, the number of words."""

    name: str
    why: str
    broken_by: Callable[[Asked], bool]
    mild: bool = False

    def fault(self, asked: Asked) -> Fault:
        """The fault of a question that breaks this rule."""
        return Fault(self.name, self.why.replace("{words}", f"{asked.words:,}"), self.mild)


def _found(*patterns: re.Pattern[str]) -> Callable[[Asked], bool]:
    return lambda asked: any(one.search(asked.line) for one in patterns)


def _begins(*patterns: re.Pattern[str]) -> Callable[[Asked], bool]:
    return lambda asked: any(one.match(asked.core) for one in patterns)


def _either(*tests: Callable[[Asked], bool]) -> Callable[[Asked], bool]:
    return lambda asked: any(test(asked) for test in tests)


def _closed(asked: Asked) -> bool:
    return re.match(rf"{VERB}\b", asked.core) is not None


def _no_opener(asked: Asked) -> bool:
    return not _closed(asked) and OPEN.match(asked.core) is None


def _no_mark(asked: Asked) -> bool:
    return not asked.text.endswith("?")


def _several_sentences(asked: Asked) -> bool:
    return asked.text.count("?") > 1 or shapes.NEXT_SENTENCE.search(asked.text) is not None


RULES = (
    Rule("empty", "There is no question here yet.", lambda asked: asked.words < 1),
    Rule(
        "mark",
        "It does not end in a question mark, so it tells rather than asks.",
        _no_mark,
    ),
    Rule(
        "sentence",
        "It is more than one sentence. One question by itself gets a whole answer; what stands "
        "around it steers.",
        _either(_several_sentences, _begins(shapes.RUN_TOGETHER)),
    ),
    Rule(
        "short",
        "One word leaves open what is asked. Say a little more.",
        lambda asked: asked.words == 1,
    ),
    Rule(
        "long",
        f"It has {{words}} words; {MOST_WORDS} are enough. Who has to hold a long question in "
        "mind has no room left to think.",
        lambda asked: asked.words > MOST_WORDS,
    ),
    Rule(
        "closed",
        "Yes or no would answer it. Begin with what, how, who, when, where or which, and more "
        "comes back.",
        _either(_closed, _found(shapes.OR_NOT)),
    ),
    Rule(
        "opener",
        "It does not begin by asking. Begin with what, how, who, when, where or which.",
        _no_opener,
    ),
    Rule(
        "advice",
        "It carries advice. The one whose problem it is has to find the way, or it will not be "
        "theirs.",
        _either(_begins(*shapes.ADVICE_FIRST), _found(*shapes.ADVICE)),
    ),
    Rule(
        "leading",
        "It hopes for one answer, and people tend to give it. Ask so that any answer will do.",
        _either(_begins(*shapes.LEADING_FIRST), _found(*shapes.LEADING)),
    ),
    Rule(
        "assumes",
        "It takes something for granted that only the other person can say. Ask whether it is so "
        "by leaving it open.",
        _either(_begins(*shapes.ASSUMING_FIRST), _found(*shapes.ASSUMING)),
    ),
    Rule(
        "choice",
        "It offers the answers to choose from. The best one may be none of them.",
        _either(_begins(*shapes.CHOICE_FIRST), _found(*shapes.CHOICE)),
    ),
    Rule(
        "single",
        "It asks two things. The easier one gets the answer; keep the other for afterwards.",
        _found(*shapes.DOUBLE),
        mild=True,
    ),
    Rule(
        "count",
        "A number would answer it. Ask for what happened if you want to hear more.",
        _begins(shapes.COUNTING),
        mild=True,
    ),
    Rule(
        "why",
        "'Why' can sound like blame, and people defend themselves. 'What made you' or 'what led "
        "to' asks the same kindly.",
        _found(shapes.WHY),
        mild=True,
    ),
)
"""In the order in which they are told. The first is for a text without words."""
