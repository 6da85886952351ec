"""The lines of a page, drafted together, and brought back when the page was left in a hurry."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ilmcoach.dates import say_day
from ilmcoach.services.keeper import Keeper
from ilmcoach.text import clean_line

from .drafter import Drafter
from .widgets.catch_line import CatchLine
from .widgets.line import Line


class TypedLines:
    """Watches the lines of one page under one draft key. A line that stands as it was kept has
    nothing to draft."""

    def __init__(self, keeper: Keeper, drafter: Drafter, key: str) -> None:
        self._keeper = keeper
        self._drafter = drafter
        self._key = key
        self._lines: list[Line] = []
        self._kept: list[str] = []

    def bring_back(self, lines: Sequence[Line]) -> str:
        """Begins to watch `lines`; what to tell if words came back into them, else nothing."""
        self._lines = list(lines)
        self._kept = [line.value for line in lines]
        draft = self._keeper.workspace.drafts.get(self._key)
        self._drafter.watch(self._key, self._read)
        texts = _texts(draft.text) if draft else []
        for line, text in zip(lines, texts, strict=False):
            if text:
                line.value = text
        if draft is None or not any(texts):
            return ""
        today = draft.at.date() == self._keeper.workspace.today
        day = "" if today else f" on {say_day(draft.at.date())}"
        return f"Brought back what you typed at {draft.at:%H:%M}{day} and had not kept."

    def _read(self) -> str:
        if not any(unsaved := self._unsaved()):
            return ""
        return msgspec.json.encode(unsaved).decode()

    def _unsaved(self) -> list[str]:
        texts = [_words(line) for line in self._lines]
        return ["" if text == kept else text for text, kept in zip(texts, self._kept, strict=True)]

    async def took(self, *lines: tuple[Line, str]) -> None:
        """What stood in these lines is kept: it goes, and whatever was typed after it stays."""
        for line, text in lines:
            line.value = line.value.removeprefix(text)
        await self._write()

    async def stands(self, line: Line, text: str) -> None:
        """What stands in a line is kept, and stays to be seen."""
        self._kept[self._lines.index(line)] = text
        line.value = text
        await self._write()

    async def _write(self) -> None:
        self._drafter.edited()
        await self._drafter.write()

    async def leave(self) -> None:
        """The page is being left: what is not kept waits for the next time."""
        if any(self._unsaved()):
            await self._write()
            return
        self._drafter.rest()
        await self._keeper.drop_draft(self._key)


def _words(line: Line) -> str:
    return line.unsaved if isinstance(line, CatchLine) else line.value


def _texts(draft: str) -> list[str]:
    if not draft.strip():
        return []
    try:
        return msgspec.json.decode(draft, type=list[str])
    except msgspec.DecodeError:
        return [clean_line(draft)]
