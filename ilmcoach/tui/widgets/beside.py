"""Questions and reading beside the learner's own writing: to be read, never to be copied."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button

from ilmcoach.packs.model import Question, Reading

from .plain import Act, Plain, plain

AT_A_TIME = 3


class Beside(VerticalScroll):
    """A panel with a few questions at a time and the reading that suits the step."""

    def compose(self) -> ComposeResult:
        with Vertical(id="questions", classes="panel") as questions:
            questions.border_title = plain("Questions")
            yield Plain("", id="asked")
            yield Act("Others", id="others")
        with Vertical(id="reading", classes="panel") as reading:
            reading.border_title = plain("Reading")
            yield Plain("", id="books")

    def on_mount(self) -> None:
        """Begins with nothing to show."""
        self._questions: Sequence[Question] = ()
        self._from = 0

    def fill(self, questions: Sequence[Question], reading: Sequence[Reading]) -> None:
        """Shows what suits another step."""
        self._questions = questions
        self._from = 0
        self._ask()
        self.query_one("#questions").display = bool(questions)
        self.query_one("#reading").display = bool(reading)
        parts: list[Content] = []
        for one in reading[:2]:
            parts += [
                plain(one.citation),
                plain("\n"),
                plain(one.good_for, "$quiet"),
                plain("\n\n"),
            ]
        self.query_one("#books", Plain).say(Content.assemble(*parts[:-1]))
        self.scroll_home(animate=False)

    def show_only(self, part: str) -> None:
        """Shows `questions` or `reading` alone, as a drawer does."""
        for name in ("questions", "reading"):
            self.query_one(f"#{name}").set_class(part not in ("", name), "-aside")

    def another(self) -> None:
        """Turns to the next few questions, round and round."""
        if self._questions:
            self._from = (self._from + AT_A_TIME) % max(len(self._questions), 1)
            self._ask()

    def _ask(self) -> None:
        turned = [*self._questions[self._from :], *self._questions[: self._from]]
        texts = [one.text for one in turned[:AT_A_TIME]]
        self.query_one("#asked", Plain).say("\n\n".join(texts))
        self.query_one("#others").display = len(self._questions) > AT_A_TIME

    @on(Button.Pressed, "#others")
    def _others(self, event: Button.Pressed) -> None:
        event.stop()
        self.another()
