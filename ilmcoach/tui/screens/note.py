"""A quick note, from anywhere."""

from __future__ import annotations

from ilmcoach.portfolio.records import Note
from ilmcoach.services.keeper import Keeper

from .form import FormScreen

DRAFT_KEY = "note/new"


class NoteScreen(FormScreen):
    """Takes down a thought. A note begun and left is offered back at the next one."""

    def __init__(self, keeper: Keeper) -> None:
        stamp = keeper.workspace.stamp()
        note = Note(id=stamp.new_id(), made=stamp.now, changed=stamp.now)
        super().__init__(keeper, note, "Quick note", draft_key=DRAFT_KEY)
