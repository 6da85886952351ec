"""Answers in words: a line, or as many as it takes."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, TextArea

from ilmcoach.text import clean
from ilmcoach.tui.widgets.editor import Editor, OneLine
from ilmcoach.tui.widgets.line import Line
from ilmcoach.walks.answers import Answer

from .base import AnswerBox


class LongText(AnswerBox):
    """A full editor."""

    def compose(self) -> ComposeResult:
        first = self.first_value
        yield Editor(first if isinstance(first, str) else "")

    @property
    def value(self) -> Answer:
        return clean(self.query_one(Editor).text)

    @property
    def draft(self) -> str:
        return self.query_one(Editor).text

    def restore(self, draft: str) -> None:
        editor = self.query_one(Editor)
        editor.load_text(draft)
        editor.move_cursor(editor.document.end)

    def focus_first(self) -> None:
        editor = self.query_one(Editor)
        self.screen.set_focus(editor)
        editor.move_cursor(editor.document.end)

    @on(TextArea.Changed)
    def _edited(self, event: TextArea.Changed) -> None:
        event.stop()
        self.changed()


class ShortText(LongText):
    """One line, wrapped where it is long; people are written the same way, with commas."""

    def compose(self) -> ComposeResult:
        first = self.first_value
        yield OneLine(first if isinstance(first, str) else "")

    @property
    def value(self) -> Answer:
        text = self.query_one(Editor).text
        # What another walk asked for at length keeps its lines until it is changed here.
        return text if text == self.first_value else " ".join(clean(text).split())


class Number(AnswerBox):
    """A whole number."""

    def compose(self) -> ComposeResult:
        first = self.first_value
        yield Line(str(first) if isinstance(first, int) else "", type="integer")

    @property
    def value(self) -> Answer:
        typed = self.query_one(Line).value.strip()
        return int(typed) if typed.lstrip("-").isdecimal() else None

    @property
    def problem(self) -> str:
        typed = self.query_one(Line).value.strip()
        return f"“{typed}” is not a whole number." if typed and self.value is None else ""

    @property
    def draft(self) -> str:
        return self.query_one(Line).value

    def restore(self, draft: str) -> None:
        self.query_one(Line).value = draft

    def focus_first(self) -> None:
        self.screen.set_focus(self.query_one(Line))

    @on(Input.Changed)
    def _edited(self, event: Input.Changed) -> None:
        event.stop()
        self.changed()
