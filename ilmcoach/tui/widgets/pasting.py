"""What Ctrl+V puts in."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Protocol, runtime_checkable

from textual.widget import Widget


@runtime_checkable
class Pasting(Protocol):
    """An app that knows the computer's clipboard."""

    def text_to_paste(self) -> Awaitable[str]:
        """What was copied last, here or elsewhere."""
        ...


async def text_to_paste(widget: Widget) -> str:
    """What was copied last; where the app knows no other clipboard, what was copied in it."""
    app = widget.app
    return await app.text_to_paste() if isinstance(app, Pasting) else app.clipboard
