"""The line at the top: where this is, and what is worth knowing about now."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from .plain import Plain


class TitleBar(Horizontal):
    """A title on the left, a fact on the right; the fact gives way where it is narrow."""

    def __init__(self, title: str, fact: str = "") -> None:
        super().__init__()
        self._title = title
        self._fact = fact

    def compose(self) -> ComposeResult:
        yield Plain(self._title, id="title")
        yield Plain(self._fact, id="fact")

    def say(self, title: str, fact: str) -> None:
        """Shows another title and fact."""
        self.query_one("#title", Plain).say(title)
        self.query_one("#fact", Plain).say(fact)
