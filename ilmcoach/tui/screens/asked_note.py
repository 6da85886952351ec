"""A quick note with a question over it, which is read and never becomes part of the note."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.widgets.plain import Plain, plain

from .note import NoteScreen


class AskedNoteScreen(NoteScreen):
    """A quick note; what was begun in one and left is offered back in the other."""

    def __init__(self, keeper: Keeper, question: str) -> None:
        super().__init__(keeper)
        self._question = question

    def body(self) -> Iterable[Widget]:
        yield Plain(plain(self._question, "bold"), id="asked-over")
        yield from super().body()
