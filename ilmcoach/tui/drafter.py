"""Keeps what is being typed: at most a second or 20 edits are lost, whichever is less."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.keeper import Keeper

PAUSE = 0.8
"""Seconds until a draft is written, leaving time for the write within the promised second."""
EDITS = 16
"""Edits until a draft is written, leaving a few of the promised 20 for the write itself."""
MOST = 20
"""Edits that no disk has confirmed, at which typing waits until one has."""


class Drafter:
    """Watches one editor at a time. `read` gives the words as they stand; `kept_at` is when
    they were last written, None before that."""

    def __init__(self, screen: Screen[Any], keeper: Keeper, told: Callable[[str], None]) -> None:
        self._screen = screen
        self._keeper = keeper
        self._told = told
        self._key = ""
        self._read: Callable[[], str] = str
        self._edits = 0
        self._unconfirmed = 0
        self._last: str | None = None
        self._timer: Timer | None = None
        self.kept_at: datetime | None = None

    def watch(self, key: str, read: Callable[[], str]) -> None:
        """Turns to another editor, which is there until `rest`; `key` names its draft."""
        self.rest()
        self._key, self._read = key, read
        self._last = read()
        self.kept_at = None

    def edited(self) -> None:
        """To be called at each edit."""
        self._edits += 1
        self._unconfirmed += 1
        if self._unconfirmed >= MOST:
            self._wait()
        elif self._edits >= EDITS:
            self._screen.run_worker(self.write(), exclusive=False)
        elif self._timer is None:
            self._timer = self._screen.set_timer(PAUSE, self.write)

    @property
    def waiting(self) -> bool:
        """True while there are edits that no draft holds."""
        return self._edits > 0

    def _wait(self) -> None:
        """Holds typing up until the words are safe: the disk is slower than the hands. A disk
        that fails is not asked again at every key."""
        text = self._read()
        self._stop()
        self._last, self._unconfirmed = text, 0
        try:
            self._keeper.keep_draft_now(self._key, text)
            self.kept_at = self._keeper.workspace.clock.now()
        except IlmcoachError as problem:
            self._edits += 1
            self._told(str(problem))

    async def write(self) -> None:
        """Writes the draft now."""
        if not self._edits:
            return
        key, text = self._key, self._read()
        self._stop()
        self._last = text
        covered = self._unconfirmed
        try:
            await self._keeper.keep_draft(key, text)
            self.kept_at = self._keeper.workspace.clock.now()
            if key == self._key:
                self._unconfirmed = max(0, self._unconfirmed - covered)
        except IlmcoachError as problem:
            if key == self._key:
                # Ending the program is one more chance to keep these words.
                self._edits += 1
            self._told(str(problem))

    def write_now(self) -> None:
        """Writes the draft before returning, for when the program is being ended. Raises
        IlmcoachError; the draft waits still then."""
        # The news of an edit that can be seen already may still be on its way.
        if self._edits or self._last is not None:
            text = self._read()
            if self._edits or text != self._last:
                self._keeper.keep_draft_now(self._key, text)
            self.rest()

    def rest(self) -> None:
        """Nothing is waiting any more: the words as they stand are kept or let go."""
        self._stop()
        self._last, self._unconfirmed = None, 0

    def _stop(self) -> None:
        self._edits = 0
        if self._timer:
            self._timer.stop()
            self._timer = None
