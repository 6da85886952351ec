"""A goal's five tests in the pack's words. Pure; English packs only."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ilmcoach.packs.languages import judged
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Goal, Run

OTHER_LANGUAGE = "The five tests read English only, so here they are off."
"""Told where questions are in another language."""


class TestShown(Struct, frozen=True):
    """One test: its name, whether it is met, why, and the question it asks if not."""

    test: str
    met: bool
    says: str
    asks: str = ""


def goal_tests(goal: Goal, portfolio: Portfolio, pack: Pack, today: date) -> tuple[TestShown, ...]:
    """The tests of a goal; none for a pack in another language than English, or for a goal that
    was asked for in another: our rules cannot judge its words."""
    if not can_test(goal, portfolio, pack):
        return ()
    from ilmcoach.portfolio.smart import check_goal

    words = {one.code: one for one in pack.test_words}
    shown = []
    for result in check_goal(goal, portfolio, today):
        word = words.get(result.code)
        says = (
            word.says.replace("{found}", result.found).replace("….", "…") if word else result.found
        )
        shown.append(
            TestShown(result.test.capitalize(), result.met, says, word.asks if word else "")
        )
    return tuple(shown)


def can_test(goal: Goal, portfolio: Portfolio, pack: Pack) -> bool:
    """True if the goal was asked for in English, as far as the pack can tell."""
    runs = sorted(portfolio.live(Run), key=lambda run: (run.made, run.id))
    asked = (pack.walk(run.walk) for run in runs if run.subject == goal.id)
    walk = next((one for one in asked if one), None)
    return judged(walk, pack) if walk else pack.in_english
