"""Saving off the screen's own thread, in order, one save at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Record

from .searching import Searching
from .workspace import Workspace

T = TypeVar("T")


class Keeper:
    """Puts records, drafts and notes on the disk without holding up the screen; `searching` finds
    records by their words. `warn` is called with what a learner should know of a save that went
    well: that its version could not be kept."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.searching = Searching(workspace)
        self.warn: Callable[[str], None] = lambda _: None
        self._warned = ""
        self._hands = ThreadPoolExecutor(1, thread_name_prefix="keeper")

    async def save(self, records: Iterable[Record]) -> Portfolio:
        """Saves records together; returns once they are safe. Raises IlmcoachError."""
        return await self.run(self.workspace.store.save, tuple(records))

    async def keep_draft(self, key: str, text: str) -> None:
        """Keeps what is being typed. Raises IlmcoachError."""
        await self.run(self.workspace.drafts.keep, key, text, self.workspace.clock.now())

    def keep_draft_now(self, key: str, text: str) -> None:
        """Keeps what is being typed before it returns, and after all that was asked before, so
        that no older draft takes its place. Raises IlmcoachError."""
        moment = self.workspace.clock.now()
        self._hands.submit(self.workspace.drafts.keep, key, text, moment).result()

    async def drop_draft(self, key: str) -> None:
        """Forgets a draft whose words are saved."""
        await self.run(self.workspace.drafts.drop, key)

    async def take_inbox(self) -> int:
        """Takes in waiting notes; how many."""
        return await self.run(self.workspace.take_inbox)

    async def run(self, work: Callable[..., T], *given: object) -> T:
        """Does `work` after all that was asked before, even if nobody waits for it any more:
        a screen that closes must not take back a save."""
        loop = asyncio.get_running_loop()
        done = await asyncio.shield(loop.run_in_executor(self._hands, lambda: work(*given)))
        problem = self.workspace.store.version_problem
        if problem and not self._warned:
            self.warn(problem)
        self._warned = problem
        return done

    def close(self) -> None:
        """Waits for what is under way."""
        self._hands.shutdown(wait=True)
