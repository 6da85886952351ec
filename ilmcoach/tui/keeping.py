"""Saving for a page that keeps each line at once, with deleting and undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import Record
from ilmcoach.portfolio.trash import to_trash
from ilmcoach.services.keeper import Keeper


class Keeping:
    """Saves records; what could not be saved is `told` in plain words."""

    def __init__(self, keeper: Keeper, told: Callable[[str], None]) -> None:
        self._keeper = keeper
        self._told = told
        self._before: list[tuple[Record, ...]] = []

    async def save(self, records: Iterable[Record]) -> bool:
        """True once all are safe, and when there are none."""
        saving = tuple(records)
        try:
            if saving:
                await self._keeper.save(saving)
        except IlmcoachError as trouble:
            self._told(str(trouble))
            return False
        return True

    async def change(self, *records: Record) -> bool:
        """Saves records that undo is to bring back as they are now; True once that is done."""
        portfolio = self._keeper.workspace.portfolio
        before = tuple(old for one in records if (old := portfolio.get(one.id)))
        if not await self.save(records):
            return False
        self._before.append(before)
        return True

    async def delete(self, record: Record) -> bool:
        """Moves a record to the trash, with undo."""
        space = self._keeper.workspace
        return await self.change(*to_trash(record, space.portfolio, space.clock.now()))

    async def undo(self) -> str:
        """Brings back what was changed or deleted last; what to tell."""
        if not self._before:
            return "Nothing to bring back here."
        if not await self.save(self._before[-1]):
            return ""
        self._before.pop()
        return "It is back as it was."
