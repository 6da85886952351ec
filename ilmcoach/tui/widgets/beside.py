"""Questions and reading beside the learner's own writing: to be read, never to be copied."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button

from ilmcoach.packs.model import Question, Reading
from ilmcoach.tui.asking import Asking
from ilmcoach.walks.asking import Offered

from .plain import Act, Plain, plain

AT_A_TIME = 3
BOOKS = 2


class SideAct(Act):
    """A button beside an editor: a click on it leaves the cursor where one writes."""

    FOCUS_ON_CLICK = False


class Beside(VerticalScroll):
    """A panel with a few questions at a time and the reading that suits the step. Each question
    of a pack can be kept, to come first another time; the learner's own are marked so."""

    def compose(self) -> ComposeResult:
        with Vertical(id="questions", classes="panel") as questions:
            questions.border_title = plain("Questions")
            yield Plain("No questions stand beside this step.", id="none-asked", classes="quiet")
            for number in range(AT_A_TIME):
                yield Plain("", id=f"asked-{number}", classes="asked")
                yield SideAct("Keep", id=f"keep-{number}", classes="keep")
            yield SideAct("Others", id="others")
        with Vertical(id="reading", classes="panel") as reading:
            reading.border_title = plain("Reading")
            yield Plain("", id="books")

    def on_mount(self) -> None:
        """Begins with nothing to show."""
        self._asking = Asking(self)
        self._turns: dict[tuple[str, ...], tuple[Offered, ...]] = {}
        self._questions: tuple[Offered, ...] = ()
        self._has_reading = False
        self._from = 0
        self._part = ""

    def fill(self, questions: Sequence[Question], reading: Sequence[Reading]) -> None:
        """Shows what suits another step. Back at a step, its questions stand as they stood."""
        ids = tuple(one.id for one in questions)
        if ids not in self._turns:
            self._turns[ids] = self._asking.in_turn(questions) if questions else ()
        self._questions, self._has_reading = self._turns[ids], bool(reading)
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
        books.display = part == "reading" or (part == "" and self._has_reading)
        self.call_after_refresh(self._note)

    def another(self) -> None:
        """Turns to the next few questions, round and round."""
        if self._questions:
            self._from = (self._from + AT_A_TIME) % len(self._questions)
            self._ask()
            self.call_after_refresh(self._note)

    @property
    def _shown(self) -> list[Offered]:
        turned = [*self._questions[self._from :], *self._questions[: self._from]]
        return turned[:AT_A_TIME]

    def _ask(self) -> None:
        shown = self._shown
        self.query_one("#none-asked").display = not shown
        for number in range(AT_A_TIME):
            one = shown[number] if number < len(shown) else None
            text, act = self.query_one(f"#asked-{number}", Plain), self._keep_button(number)
            text.display = one is not None
            act.display = one is not None and not one.own
            if one:
                mark = plain("\nmy own\n", "$quiet") if one.own else ""
                text.say(Content.assemble(plain(one.text), mark))
                self._say_kept(number, one)
        self.query_one("#others").display = len(self._questions) > AT_A_TIME

    def _keep_button(self, number: int) -> Act:
        return self.query_one(f"#keep-{number}", Act)

    def _say_kept(self, number: int, one: Offered) -> None:
        kept = self._asking.is_kept(one.id)
        act = self._keep_button(number)
        act.say("Kept" if kept else "Keep")
        act.set_class(kept, "-kept")

    def on_show(self) -> None:
        """A drawer that was drawn out: now its questions are asked."""
        self.call_after_refresh(self._note)

    def _note(self) -> None:
        """Notes what is being asked, if it can be seen."""
        ids = [one.id for one in self._shown]
        if ids and self.query_one("#questions").region:
            self.run_worker(self._asking.note(ids))

    @on(Button.Pressed, "#others")
    def _others(self, event: Button.Pressed) -> None:
        event.stop()
        self.another()

    @on(Button.Pressed, ".keep")
    async def _keep(self, event: Button.Pressed) -> None:
        event.stop()
        number = int((event.button.id or "keep-0").removeprefix("keep-"))
        shown = self._shown
        if number < len(shown):
            await self._asking.keep(shown[number].id)
            self._say_kept(number, shown[number])
