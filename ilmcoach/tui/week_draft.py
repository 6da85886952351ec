"""The drafts of a look at the week: which there are, and what they are about. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Action, Activity, Goal
from ilmcoach.portfolio.week import Waiting
from ilmcoach.store.drafts import Draft

ROOM = "week"
WEEK_TEXT = f"{ROOM}/text"
"""The line about the whole week."""


def draft_key(record_id: str, field: str) -> str:
    """The draft of what is typed about one record; `field` is `line` or `day`."""
    return f"{ROOM}/{record_id}/{field}"


def week_drafts(drafts: Iterable[Draft]) -> dict[str, str]:
    """What was typed and not saved, by the key of its draft."""
    return {one.key: one.text for one in drafts if one.key.startswith(f"{ROOM}/")}


def drafted_items(drafts: Iterable[Draft], portfolio: Portfolio) -> tuple[Waiting, ...]:
    """The live records that something was typed about, whether they still wait or not."""
    keys = [key.split("/") for key, text in week_drafts(drafts).items() if text.strip()]
    ids = dict.fromkeys(parts[1] for parts in keys if len(parts) == 3)
    found = (portfolio.get(one) for one in ids)
    return tuple(
        Waiting(one.id, one.kind, None, next(iter(one.words()), ""))
        for one in found
        if isinstance(one, Action | Goal | Activity) and one.trashed is None
    )


def is_waiting(drafts: Iterable[Draft], portfolio: Portfolio) -> bool:
    """True when a look at the week has typing in it that can be offered back."""
    kept = tuple(drafts)
    whole = week_drafts(kept).get(WEEK_TEXT, "").strip()
    return bool(whole or drafted_items(kept, portfolio))
