"""The keeper of the open portfolio, for parts of a screen that save by themselves."""

from __future__ import annotations

from collections.abc import Iterable

from textual.dom import DOMNode

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import Record
from ilmcoach.services.keeper import Keeper

from .saying import say


def keeper_of(part: DOMNode) -> Keeper | None:
    """The keeper that the app works with; None before a portfolio is open."""
    keeper = getattr(part.app, "keeper", None)
    return keeper if isinstance(keeper, Keeper) else None


async def save_from(part: DOMNode, records: Iterable[Record], words: str = "") -> bool:
    """Saves records and says `words`; False, with the reason said, where that cannot be done."""
    keeper = keeper_of(part)
    if keeper is None:
        return False
    app, why = part.app, keeper.workspace.store.why_read_only
    if why:
        say(app, why, trouble=True)
        return False
    try:
        await keeper.save(records)
    except IlmcoachError as problem:
        say(app, str(problem), trouble=True)
        return False
    if words:
        say(app, words)
    return True
