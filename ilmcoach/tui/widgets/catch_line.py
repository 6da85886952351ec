"""A line whose words are taken the moment Enter is pressed."""

from __future__ import annotations

from textual.message import Message

from ilmcoach.text import clean_line

from .line import Line


class CatchLine(Line):
    """Enter empties the line at once, so that what is typed next is never mixed with it. The
    words wait here until they are `kept`, or come back if that could not be done."""

    class Caught(Message):
        """Words are to be kept."""

        def __init__(self, line: CatchLine, text: str) -> None:
            super().__init__()
            self.line = line
            self.text = text

        @property
        def control(self) -> CatchLine:
            """The line that they come from."""
            return self.line

    def __init__(self, *, hint: str, id: str) -> None:
        super().__init__(hint=hint, id=id)
        self._waiting: list[str] = []

    @property
    def unsaved(self) -> str:
        """All words that are not kept yet, those still waiting in front."""
        return " ".join([*self._waiting, self.value]).strip()

    async def action_submit(self) -> None:
        """Enter."""
        text = clean_line(self.value)
        if text:
            self._waiting.append(text)
            self.value = ""
            self.post_message(self.Caught(self, text))

    def settle(self, text: str, *, kept: bool) -> None:
        """Words that were taken are kept, or stand in the line again."""
        self._waiting.remove(text)
        if not kept:
            self.value = f"{text} {self.value}".strip()
            self.cursor_position = len(self.value)
