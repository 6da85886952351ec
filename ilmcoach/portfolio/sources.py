"""The named groups of records that a pack may link to or go through."""

from __future__ import annotations

from collections.abc import Callable

from .portfolio import Portfolio
from .records import Activity, Finding, Goal, Record


def _findings(portfolio: Portfolio) -> tuple[Record, ...]:
    return tuple(one for one in portfolio.live(Finding) if not one.blank)


def _limitations(portfolio: Portfolio) -> tuple[Record, ...]:
    return tuple(one for one in portfolio.live(Finding) if one.sort == "limitation")


def _chosen_limitations(portfolio: Portfolio) -> tuple[Record, ...]:
    chosen = tuple(
        one for one in portfolio.live(Finding) if one.sort == "limitation" and one.chosen
    )
    return chosen or _limitations(portfolio)


def _goals(portfolio: Portfolio) -> tuple[Record, ...]:
    return tuple(one for one in portfolio.live(Goal) if not one.blank)


def _goals_and_limitations(portfolio: Portfolio) -> tuple[Record, ...]:
    return (*_goals(portfolio), *_limitations(portfolio))


def _activities(portfolio: Portfolio) -> tuple[Record, ...]:
    return tuple(one for one in portfolio.live(Activity) if not one.blank)


SOURCES: dict[str, Callable[[Portfolio], tuple[Record, ...]]] = {
    "findings": _findings,
    "limitations": _limitations,
    "chosen limitations": _chosen_limitations,
    "goals": _goals,
    "goals and limitations": _goals_and_limitations,
    "open actions": Portfolio.open_actions,
    "open activities": Portfolio.open_activities,
    "activities": _activities,
    "meetings": Portfolio.meetings,
}
"""Each source of `packs.vocabulary.SOURCES`; with none chosen, every limitation is offered."""
