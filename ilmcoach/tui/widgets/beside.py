"""Questions and reading beside the learner's own writing: to be read, never to be copied."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message

from ilmcoach.packs.model import Question, Reading
from ilmcoach.tui.asking import Asking
from ilmcoach.tui.coach_here import CoachHere
from ilmcoach.tui.coach_places import Wanted
from ilmcoach.walks.asking import Offered

from .asked_panel import AskedPanel
from .from_model import FromModel
from .plain import Plain, plain

BOOKS = 2
FITTING = "Questions"
WRITTEN = "On what you wrote"


class Beside(VerticalScroll):
    """A panel with a few questions at a time, a place for those of a model, and reading.

    On arrival at a step it shows what suits the step; `ask` brings questions on what the learner
    wrote there so far. `part` is what is shown alone: `questions`, `reading`, or '' for all.
    """

    class Others(Message):
        """Other questions are asked for, by the button below them."""

    def compose(self) -> ComposeResult:
        yield AskedPanel()
        yield FromModel()
        with Vertical(id="reading", classes="panel") as reading:
            reading.border_title = plain("Reading")
            yield Plain("", id="books")

    def on_mount(self) -> None:
        """Begins with nothing to show."""
        self._asking = Asking(self)
        self._coach = CoachHere(self, self.query_one(FromModel), self._books)
        self._turns: dict[tuple[str, ...], tuple[Offered, ...]] = {}
        self._has_reading = False
        self.part = ""

    def fill(self, questions: Sequence[Question], reading: Sequence[Reading]) -> None:
        """Shows what suits another step. Back at a step, its questions stand as they stood."""
        self._coach.leave()
        self.query_one(FromModel).clear()
        ids = tuple(one.id for one in questions)
        if ids not in self._turns:
            self._turns[ids] = self._asking.in_turn(questions) if questions else ()
        self.query_one(AskedPanel).show(self._turns[ids], FITTING)
        self._books(reading)
        self.scroll_home(animate=False)

    def ask(self, wanted: Wanted | None) -> None:
        """Brings questions on what was written; asked again, other ones. With nothing written
        the next few that suit the step."""
        offer = self._coach.ask(wanted) if wanted else None
        if offer is None:
            self.query_one(AskedPanel).another()
            return
        asked = [Offered(one.id, one.text) for one in offer.questions]
        self.query_one(AskedPanel).show(asked, WRITTEN, more=True)
        self._books(offer.readings)
        self.scroll_home(animate=False)

    def stop(self) -> bool:
        """Stops what is being asked of a model; False if nothing is."""
        return self._coach.stop()

    def _books(self, reading: Sequence[Reading]) -> None:
        """Shows reading, each with what the catalogue says it is good for."""
        parts: list[Content] = []
        for one in reading[:BOOKS]:
            parts += [plain(f"{one.citation}\n"), plain(f"{one.good_for}\n\n", "$quiet")]
        none = plain("No reading stands beside this step.", "$quiet")
        self.query_one("#books", Plain).say(Content.assemble(*parts).rstrip() if parts else none)
        self._has_reading = bool(reading)
        self.show_only(self.part)

    def show_only(self, part: str) -> None:
        """Shows `questions` or `reading` alone, as a drawer does; with '' whatever there is."""
        self.part = part
        asked, model = self.query_one(AskedPanel), self.query_one(FromModel)
        asked.display = part == "questions" or (part == "" and asked.filled)
        model.display = part != "reading" and model.filled
        books = self.query_one("#reading")
        books.display = part == "reading" or (part == "" and self._has_reading)
        self.call_after_refresh(asked.note)

    def on_show(self) -> None:
        """A drawer that was drawn out: now its questions are asked."""
        self.call_after_refresh(self.query_one(AskedPanel).note)

    @on(AskedPanel.Others)
    def _others(self, event: AskedPanel.Others) -> None:
        event.stop()
        self.post_message(self.Others())

    @on(FromModel.Wanted)
    def _wanted(self, event: FromModel.Wanted) -> None:
        event.stop()
        self._coach.act(event.what)
