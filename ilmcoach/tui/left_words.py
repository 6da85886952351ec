"""Typing that was not saved and whose question or heading the packs no longer have. Pure."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ilmcoach.portfolio.records import Run
from ilmcoach.services.workspace import Workspace
from ilmcoach.store.drafts import Draft


def has_place(key: str, space: Workspace) -> bool:
    """True if what was typed under this draft's key can be taken up where it was typed. Keys of
    other kinds than `walk` and `section` always have one."""
    kind, _, rest = key.partition("/")
    first, _, place = rest.partition("/")
    if kind == "section":
        task = space.pack.assessment(first) if space.pack else None
        return any(one.id == place for one in (task.sections if task else ()))
    run = space.portfolio.live_get(Run, first) if kind == "walk" else None
    if run is None:
        return True
    walk = space.working_pack.walk(run.walk)
    return any(one.id == place.partition("@")[0] for one in (walk.steps() if walk else ()))


def left_words(drafts: Iterable[Draft], space: Workspace) -> list[Draft]:
    """Those of the drafts that have no place any more."""
    return [one for one in drafts if one.text.strip() and not has_place(one.key, space)]


def as_words(draft: str) -> str:
    """What was typed, as text: rows are kept as JSON, a row a line."""
    try:
        rows = msgspec.json.decode(draft, type=list[dict[str, str]])
    except msgspec.MsgspecError:
        return draft
    lines = (
        " · ".join(text for name, text in row.items() if name != "id" and text) for row in rows
    )
    return "\n".join(line for line in lines if line)
