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
BOOKS = 2


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
        self._reading: Sequence[Reading] = ()
        self._from = 0
        self._part = ""

    def fill(self, questions: Sequence[Question], reading: Sequence[Reading]) -> None:
        """Shows what suits another step."""
        self._questions, self._reading = questions, reading
        self._from = 0
        self._ask()
        parts: list[Content] = []
        for one in reading[:BOOKS]:
            parts += [plain(f"{one.citation}\n"), plain(f"{one.good_for}\n\n", "$quiet")]
        none = plain("No reading stands beside this step.", "$quiet")
        self.query_one("#books", Plain).say(Content.assemble(*parts).rstrip() if parts else none)
        self.show_only(self._part)
        self.scroll_home(animate=False)

    def show_only(self, part: str) -> None:
        """Shows `questions` or `reading` alone, as a drawer does; with '' whatever there is."""
        self._part = part
        asked, books = self.query_one("#questions"), self.query_one("#reading")
        asked.display = part == "questions" or (part == "" and bool(self._questions))
        books.display = part == "reading" or (part == "" and bool(self._reading))

    def another(self) -> None:
        """Turns to the next few questions, round and round."""
        if self._questions:
            self._from = (self._from + AT_A_TIME) % max(len(self._questions), 1)
            self._ask()

    def _ask(self) -> None:
        turned = [*self._questions[self._from :], *self._questions[: self._from]]
        texts = [one.text for one in turned[:AT_A_TIME]]
        none = plain("No questions stand beside this step.", "$quiet")
        self.query_one("#asked", Plain).say("\n\n".join(texts) if texts else none)
        self.query_one("#others").display = len(self._questions) > AT_A_TIME

    @on(Button.Pressed, "#others")
    def _others(self, event: Button.Pressed) -> None:
        event.stop()
        self.another()
