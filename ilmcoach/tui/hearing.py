"""Keys that reached a part before the one that leads away from it."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from textual.widget import Widget

PATIENCE = 1.0
"""Seconds after which a part that is being taken away is not waited for."""


async def heard(part: Widget | None) -> None:
    """Waits until `part` has gone through what waits for it: a key that leads on is heard by the
    app at once, and would overtake them."""
    done = asyncio.Event()
    if part and part.call_later(done.set):
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await done.wait()
