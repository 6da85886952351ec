"""A tab behind the first."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import TabPane


class LateTab(TabPane):
    """A tab whose contents are made only once the tab in front of it can be seen."""

    def __init__(self, title: Content, make: Callable[[], Widget], *, id: str) -> None:
        super().__init__(title, id=id)
        self._make = make

    def on_mount(self) -> None:
        """Waits for the first picture."""
        self.call_after_refresh(self._fill)

    async def make_again(self) -> None:
        """Makes its contents afresh, if they were made before."""
        if self.children:
            await self.remove_children()
            await self.mount(self._make())

    async def _fill(self) -> None:
        # The learner may have left in between.
        if self.is_attached:
            await self.mount(self._make())
