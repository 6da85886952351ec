"""How what is known about sets reads beside what a learner types."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from ilmcoach.portfolio.set_facts import SetFact
from ilmcoach.tui.marks import Marks

from .plain import plain


def facts_text(facts: Iterable[SetFact], marks: Marks) -> Content:
    """Each fact on a line of its own, its reason quietly behind it; one that says that a set
    stands outside what works is marked, in the warning colour. Empty without any."""
    return Content("\n").join(_fact(one, marks) for one in facts)


def _fact(fact: SetFact, marks: Marks) -> Content:
    outside = fact.level == "outside"
    words = plain(f"{marks.late} {fact.words}", "$warning") if outside else plain(fact.words)
    return Content.assemble(words, " ", plain(fact.reason, "$quiet")) if fact.reason else words
