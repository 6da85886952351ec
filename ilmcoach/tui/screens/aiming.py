"""From what is typed in a window's line for a file to the place where that file goes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

from textual.screen import Screen

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.where_to import there, where_to

from .confirm import ask_for_folder


class Aim:
    """Where a document of a window goes. `told` is told, in plain words, what stood in the way."""

    def __init__(self, screen: Screen[Any], keeper: Keeper, told: Callable[[str], None]) -> None:
        self._screen = screen
        self._keeper = keeper
        self._told = told

    async def at(
        self, typed: str, form: str, usual: Path, go: Callable[[Path], Awaitable[None]]
    ) -> None:
        """Does `go` with the file that is meant (see `where_to`). Where its folder is not there
        the learner is asked first whether it should be made; without a yes nothing happens."""
        out = where_to(typed, form, usual)
        if there(out.parent) or out.parent == usual.parent:
            await go(out)
        else:
            ask_for_folder(self._screen, out.parent, partial(self._with_folder, out, go))

    async def _with_folder(self, out: Path, go: Callable[[Path], Awaitable[None]]) -> None:
        try:
            await self._keeper.run(self._keeper.workspace.disk.make_folder, out.parent)
        except IlmcoachError as problem:
            self._told(str(problem))
        else:
            await go(out)
