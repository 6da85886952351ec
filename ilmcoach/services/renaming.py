"""Renaming somebody everywhere, after a backup."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.portfolio.names import places_of
from ilmcoach.portfolio.records import Record
from ilmcoach.portfolio.renaming import Place, find_parts, find_places, renamed
from ilmcoach.text import clean_line

from .backing_up import back_up_now
from .workspace import Workspace

LONGEST = 100
"""Characters that a name may have."""


class Renamed(Struct, frozen=True):
    """What a renaming did: the name given, at how many places, and the records `before` it,
    which `undo` saves again."""

    new: str
    places: int
    before: tuple[Record, ...]
    after: tuple[Record, ...]


def read_name(typed: str, old: str) -> str:
    """The new name in what was typed, cleaned and on one line. Raises WrongUse with what to do
    where it is none."""
    new = clean_line(typed)
    if not new:
        raise WrongUse("Type the new name first.")
    if len(new) > LONGEST:
        raise WrongUse(f"A name may have {LONGEST} characters at most.")
    if new == clean_line(old):
        raise WrongUse("That is the name they have already.")
    return new


def drafts_naming(workspace: Workspace, name: str) -> int:
    """How many texts that are not saved yet hold the name. They are left alone."""
    return sum(1 for draft in workspace.drafts.all() if places_of(name, draft.text))


def rename(workspace: Workspace, typed: str, old: str, places: Collection[Place]) -> Renamed:
    """Puts the name typed at these places of the name `old`, or the same part of it at places of
    a part, in one save after a backup.

    Raises WrongUse for what is no name, or where nothing is chosen, and IlmcoachError where it
    cannot be saved or the portfolio has changed so that the places are others now; nothing is
    changed then.
    """
    new = read_name(typed, old)
    if not places:
        raise WrongUse("Nothing is chosen: tick the places where the name should change.")
    portfolio = workspace.portfolio
    there = {*find_places(old, portfolio), *find_parts(old, portfolio)}
    if not there.issuperset(places):
        raise IlmcoachError(
            "Something has changed there meanwhile, so nothing was renamed.",
            "Close this window and open it again.",
        )
    after = renamed(new, places, portfolio)
    before = tuple(one for record in after if (one := portfolio.get(record.id)))
    back_up_now(workspace)
    workspace.store.save(after)
    return Renamed(new, len(places), before, after)


def undo(workspace: Workspace, done: Renamed) -> None:
    """Puts the old name back. Raises IlmcoachError where it cannot be saved, or where one of the
    records was changed in between; nothing is changed then."""
    if any(workspace.portfolio.get(one.id) != one for one in done.after):
        raise IlmcoachError(
            "You have written in one of these since, so this cannot be undone in one go.",
            "Rename them back, or go back to the backup made before: `ilmcoach restore`.",
        )
    workspace.store.save(done.before)
