"""The line that finds words in the editor above it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Button, Input
from textual.widgets.text_area import Selection

from ilmcoach.tui.finding import find_all, nearest

from .editor import Editor
from .line import Line
from .plain import Act, Plain


class FindBar(Horizontal):
    """Enter goes to the next place, Shift+Enter to the one before, Escape back to the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close"),
        Binding("shift+enter,up", "go(True)", show=False),
        Binding("down", "go(False)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="find")
        self._editor: Editor | None = None

    def compose(self) -> ComposeResult:
        yield Plain("Find", classes="quiet")
        yield Line(id="find-words", hint="words in this text")
        yield Plain("", id="find-count", classes="quiet")
        yield Act("Next", id="find-next")
        yield Act("Close", id="find-close")

    def on_mount(self) -> None:
        """Waits until it is asked for."""
        self.display = False

    def open(self, editor: Editor) -> None:
        """Finds in `editor`, beginning with what is selected there."""
        self._editor = editor
        self.display = True
        words = self.query_one("#find-words", Line)
        if editor.selected_text and "\n" not in editor.selected_text:
            words.value = editor.selected_text
        words.focus()

    def action_close(self) -> None:
        """Back to the text, where the words were found."""
        self.display = False
        if self._editor:
            self._editor.focus()

    def action_go(self, back: bool) -> None:
        """To the next place, or the one before."""
        editor, count = self._editor, self.query_one("#find-count", Plain)
        if editor is None:
            return
        words = self.query_one("#find-words", Line).value
        matches = find_all(editor.text, words)
        if not matches:
            count.say("not in this text" if words else "")
            return
        start, end = sorted((editor.selection.start, editor.selection.end))
        at = nearest(matches, start if back else end, back=back)
        editor.selection = Selection(matches[at].start, matches[at].end)
        editor.scroll_cursor_visible(center=True)
        count.say(f"{at + 1} of {len(matches)}")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_go(False)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        matches = find_all(self._editor.text, event.value) if self._editor else ()
        self.query_one("#find-count", Plain).say(f"{len(matches)} found" if event.value else "")

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "find-next":
            self.action_go(False)
        else:
            self.action_close()
