"""Long lines cut for the screen once a change, not once for each row that is shown of them.

Textual's text area cuts a whole line anew for every row it shows of it. In a section written as
one long paragraph that made each key cost as much as the paragraph has rows, times those shown.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.containers import Lines
from rich.text import Text


class Cuts:
    """How the last line was cut. The pieces are shared: nobody may change their words."""

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._pieces = Lines()

    def pieces(self, line: Text, offsets: Iterable[int]) -> Lines:
        """`line` with its styles, cut at `offsets`."""
        asked = (line.plain, line.style, tuple(line.spans), tuple(offsets))
        if asked != self._of:
            self._of, self._pieces = asked, Text.divide(line, asked[3])
        return self._pieces


class CutLine(Text):
    """A line that is cut by looking first whether it has been."""

    def __init__(self, text: str, cuts: Cuts) -> None:
        super().__init__(text, end="", no_wrap=True)
        self._cuts = cuts

    def divide(self, offsets: Iterable[int]) -> Lines:
        return self._cuts.pieces(self, offsets)
