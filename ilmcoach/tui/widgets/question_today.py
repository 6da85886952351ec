"""One question for today: to write about, or to turn down for another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button

from ilmcoach.services.keeper import Keeper
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.asking import Asking
from ilmcoach.tui.panes.messages import ShowScreen
from ilmcoach.walks.asking import Offered

from .plain import Act, Plain, plain


class QuestionToday(Vertical):
    """The question of the day. It stays for the day, however often the tab is shown; it is gone
    where there is none. Asks its screen for the note with `ShowScreen`."""

    DEFAULT_CSS = """
    QuestionToday { height: auto; margin: 1 0 0 0; }
    QuestionToday .buttons { margin: 0; }
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._asking = Asking(self)
        self._day: date | None = None
        self._skip = 0
        self._question: Offered | None = None

    def compose(self) -> ComposeResult:
        yield Plain("", id="today-asked")
        with Horizontal(classes="buttons"):
            yield Act("Write", id="today-write")
            yield Act("Another", id="today-another")

    def on_mount(self) -> None:
        """Asks."""
        self.refresh_question()

    def refresh_question(self) -> None:
        """Another day has another question; the same day keeps the one that is shown."""
        if self._day != self._workspace.today:
            self._day, self._skip = self._workspace.today, 0
            self._ask()

    def _ask(self) -> None:
        one = self._question = self._asking.of_the_day(self._skip)
        self.display = one is not None
        if one is None:
            return
        mark = plain("  my own", "$quiet") if one.own else ""
        self.query_one("#today-asked", Plain).say(
            Content.assemble(plain("A question for today   ", "$quiet"), plain(one.text), mark)
        )
        self.call_after_refresh(self._note)

    def _note(self) -> None:
        if self._question and self.region:
            self.run_worker(self._asking.note([self._question.id]))

    @on(Button.Pressed, "#today-another")
    def _another(self, event: Button.Pressed) -> None:
        event.stop()
        self._skip += 1
        self._ask()

    @on(Button.Pressed, "#today-write")
    def _write(self, event: Button.Pressed) -> None:
        event.stop()
        if self._question:
            self.post_message(ShowScreen(_note_under(self._question.text)))


def _note_under(question: str) -> Callable[[Keeper], Screen[Any]]:
    def make(keeper: Keeper) -> Screen[Any]:
        from ilmcoach.tui.screens.asked_note import AskedNoteScreen

        return AskedNoteScreen(keeper, question)

    return make
