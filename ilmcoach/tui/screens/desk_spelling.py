"""Spelling at the writing desk: words a dictionary does not know are underlined after a pause."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.timer import Timer

from ilmcoach.services.spelling import Found, Look
from ilmcoach.spelling.carrying import carried
from ilmcoach.tui.spelling_here import spelling_of
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.marked import Span
from ilmcoach.tui.widgets.plain import Act

if TYPE_CHECKING:
    from .desk import DeskScreen

PAUSE = 0.5
"""Seconds without a key after which the text is looked at."""
MOST_CARRIED = 40
"""Lines whose marks are carried along at the most before all are made anew."""


class DeskSpelling:
    """Looks at the text in a thread, never at a key; between two looks the marks stay where they
    are. It only ever marks: nothing here changes the text."""

    def __init__(self, screen: DeskScreen) -> None:
        self._screen = screen
        self._look = Look()
        self._rows: list[str] = []
        self._carried: dict[str, Sequence[Span]] = {}
        self._waiting: Timer | None = None
        self._told = ""
        self._looking = self._again = False

    @property
    def _editor(self) -> Editor:
        return self._screen.query_one(Editor)

    def turned(self) -> None:
        """Another text, or other settings: it is looked at without a pause."""
        self._rest()
        # A second look waits for the first, which holds the dictionary.
        self._again = True
        if not self._looking:
            self._looking = True
            self._screen.run_worker(self._look_on(), group="spelling")

    def edited(self) -> None:
        """Something was typed; it is looked at after a pause."""
        spelling = spelling_of(self._screen)
        if spelling and spelling.settings.on:
            self._rest()
            self._waiting = self._screen.set_timer(PAUSE, self.turned)

    def _rest(self) -> None:
        if self._waiting:
            self._waiting.stop()
            self._waiting = None

    async def _look_on(self) -> None:
        try:
            while self._again:
                self._again = False
                await self._look_at()
        finally:
            self._looking = False

    async def _look_at(self) -> None:
        spelling = spelling_of(self._screen)
        if spelling is None or not spelling.on or not spelling.reads(self._screen.assessment):
            self._show(Look(), "")
            return
        text = self._editor.text
        look = await asyncio.to_thread(spelling.look, text)
        # What was typed meanwhile waits for a pause of its own.
        if self._screen.is_attached and text == self._editor.text:
            self._show(look, text)

    def _show(self, look: Look, text: str) -> None:
        self._look, self._rows, self._carried = look, text.split("\n"), {}
        self._editor.mark_unknown(self._spans if look.found else None)
        label = f"Spelling: {len(look.found)}" if look.found else "Spelling"
        if label != self._told:
            self._told = label
            self._screen.query_one("#spelling", Act).say(label)

    def _spans(self, row: int, line: str) -> Sequence[Span]:
        known = self._look.spans.get(line)
        if known is not None:
            return known
        if line not in self._carried:
            before = self._rows[row] if row < len(self._rows) else ""
            if len(self._carried) >= MOST_CARRIED:
                self._carried.clear()
            self._carried[line] = carried(before, self._look.spans.get(before, ()), line)
        return self._carried[line]

    def open(self) -> None:
        """The words to look at, and what can be set."""
        from .spelling import SpellingScreen

        text = self._editor.text

        def closed(found: Found | None) -> None:
            self.turned()
            if found and self._editor.text == text:
                self._go_to(found)

        spelling = spelling_of(self._screen)
        reads = spelling is None or spelling.reads(self._screen.assessment)
        self._screen.app.push_screen(SpellingScreen(text, reads=reads), closed)

    def _go_to(self, found: Found) -> None:
        """Stands at the end of the word. Nothing is selected: the next key must not take it."""
        self._editor.move_cursor((found.row, found.end), center=True)
        self._editor.focus()
