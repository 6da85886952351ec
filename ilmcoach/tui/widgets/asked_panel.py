"""A few questions of the packs beside an editor: to be read, kept for later, never copied."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button

from ilmcoach.tui.asking import Asking
from ilmcoach.walks.asking import Offered

from .plain import Act, Plain, plain

AT_A_TIME = 3


class SideAct(Act):
    """A button beside an editor: a click on it leaves the cursor where one writes."""

    FOCUS_ON_CLICK = False


class AskedPanel(Vertical):
    """Some questions of a list, a few at a time. Each question of a pack can be kept, to come
    first another time; the learner's own are marked so."""

    class Others(Message):
        """Other questions are asked for."""

    def __init__(self) -> None:
        super().__init__(id="questions", classes="panel")
        self._asking = Asking(self)
        self._questions: tuple[Offered, ...] = ()
        self._from = 0

    def compose(self) -> ComposeResult:
        yield Plain("No questions stand beside this step.", id="none-asked", classes="quiet")
        for number in range(AT_A_TIME):
            yield Plain("", id=f"asked-{number}", classes="asked")
            yield SideAct("Keep", id=f"keep-{number}", classes="keep")
        yield SideAct("Others", id="others")

    def show(self, questions: Sequence[Offered], title: str, *, more: bool = False) -> None:
        """Shows the first of `questions` under a title. `more` says that others can be had
        although these are all that are given."""
        self.border_title = plain(title)
        self._questions, self._from = tuple(questions), 0
        self._ask()
        self.query_one("#others").display = more or len(questions) > AT_A_TIME

    def another(self) -> None:
        """Turns to the next few questions, round and round."""
        if self._questions:
            self._from = (self._from + AT_A_TIME) % len(self._questions)
            self._ask()
            self.call_after_refresh(self.note)

    @property
    def filled(self) -> bool:
        """True if there is any question."""
        return bool(self._questions)

    @property
    def shown(self) -> list[Offered]:
        """Those that stand there now."""
        turned = [*self._questions[self._from :], *self._questions[: self._from]]
        return turned[:AT_A_TIME]

    def _ask(self) -> None:
        shown = self.shown
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

    def _keep_button(self, number: int) -> Act:
        return self.query_one(f"#keep-{number}", Act)

    def _say_kept(self, number: int, one: Offered) -> None:
        kept = self._asking.is_kept(one.id)
        act = self._keep_button(number)
        act.say("Kept" if kept else "Keep")
        act.set_class(kept, "-kept")

    def note(self) -> None:
        """Notes what is being asked, if it can be seen."""
        ids = [one.id for one in self.shown]
        if ids and self.region:
            self.run_worker(self._asking.note(ids))

    @on(Button.Pressed, "#others")
    def _others(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Others())

    @on(Button.Pressed, ".keep")
    async def _keep(self, event: Button.Pressed) -> None:
        event.stop()
        number = int((event.button.id or "keep-0").removeprefix("keep-"))
        shown = self.shown
        if number < len(shown):
            await self._asking.keep(shown[number].id)
            self._say_kept(number, shown[number])
