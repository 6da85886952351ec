"""What may stand after the work, each part only if the learner chose it; no word of it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ilmcoach.export.choices import EXTRAS
from ilmcoach.export.document import Heading, Label, Node, PageBreak
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio

from .activities import activities
from .goals import goals
from .learning_log import learning_log
from .seen import feedback, ratings
from .way import way
from .works import works

Build = Callable[[Pack, Portfolio, date], tuple[Node, ...]]

TITLES = {
    "log": "Learning log",
    "goals": "Goals",
    "activities": "Development activities",
    "feedback": "Feedback",
    "ratings": "Ratings then and now",
    "journey": "Journey",
    "references": "References",
}

_PARTS: dict[str, Build] = {
    "log": lambda _pack, portfolio, _today: learning_log(portfolio),
    "goals": lambda _pack, portfolio, _today: goals(portfolio),
    "activities": lambda pack, portfolio, _today: activities(pack, portfolio),
    "feedback": lambda _pack, portfolio, _today: feedback(portfolio),
    "ratings": lambda _pack, portfolio, _today: ratings(portfolio),
    "journey": lambda _pack, portfolio, today: way(portfolio, today),
    "references": lambda pack, portfolio, _today: works(pack, portfolio),
}


def offers(pack: Pack, portfolio: Portfolio, today: date) -> tuple[str, ...]:
    """The extras, in the order of `EXTRAS`, for which there is something to put in."""
    return tuple(
        name
        for name in EXTRAS
        if not any(
            isinstance(node, Label) and node.missing
            for node in _PARTS[name](pack, portfolio, today)
        )
    )


def references(chosen: bool, pack: Pack, portfolio: Portfolio, today: date) -> Iterator[Node]:
    """The works used, under their own heading, if chosen."""
    if chosen:
        yield Heading(2, TITLES["references"])
        yield from _PARTS["references"](pack, portfolio, today)


def appendices(
    chosen: tuple[str, ...], pack: Pack, portfolio: Portfolio, today: date
) -> Iterator[Node]:
    """The other chosen parts, in the order of `EXTRAS`, lettered and from a new page on."""
    names = [name for name in EXTRAS if name in chosen and name != "references"]
    if names:
        yield PageBreak()
    for number, name in enumerate(names):
        yield Heading(2, f"Appendix {chr(ord('A') + number)}: {TITLES[name]}")
        yield from _PARTS[name](pack, portfolio, today)
