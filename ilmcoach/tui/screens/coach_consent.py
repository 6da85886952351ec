"""What comes before anything is sent to a model for the first time: the centre's word, and the
learner's own after they have seen it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Button

from ilmcoach.errors import IlmcoachError
from ilmcoach.tui.coach_off import turn_off
from ilmcoach.tui.from_part import keeper_of
from ilmcoach.tui.showing.exchanges import easier
from ilmcoach.tui.widgets.plain import Act, Plain, plain

from .window import Window

if TYPE_CHECKING:
    from ilmcoach.services.coaching import Asking, Coach, Preview

ASKS = (
    "Some centres and awarding bodies allow it, some forbid it for a task or altogether. Ask your "
    "tutor if you are not sure: you sign that the work is your own. What you say is kept with its "
    "date; under “The coach” you can change it."
)
NOBODY_HIDDEN = "Nothing had to be hidden: no name of yours was found in it."
OFF = "The coach is off: nothing is sent."


class AllowScreen(Window[bool]):
    """Asks once for each assessment whether the centre allows a model; True if it does."""

    HELP_PAGE = "coach"
    WINDOW_TITLE = "Does my centre allow it?"

    def __init__(self, coach: Coach, assessment: str, title: str) -> None:
        super().__init__()
        self._coach = coach
        self._assessment = assessment
        self._title_of_task = title

    def body(self) -> Iterable[Widget]:
        yield Plain(
            f"May a model ask you questions while you write what may go into "
            f"“{self._title_of_task}”?",
            classes="para",
        )
        yield Plain(ASKS, classes="quiet para")
        yield Plain("", id="problem")

    def buttons(self) -> Iterable[Widget]:
        yield Act("I don't know yet", id="close", main=True)
        yield Act("Yes, it is allowed", id="yes")
        yield Act("No, it is not", id="no")

    def on_mount(self) -> None:
        """Stands on the answer that changes nothing."""
        self.query_one("#close").focus()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "close":
            self.dismiss(None)
            return
        allowed = event.button.id == "yes"
        try:
            await self._coach.allow(self._assessment, allowed=allowed)
        except IlmcoachError as problem:
            self.query_one("#problem", Plain).say(str(problem))
            return
        self.dismiss(allowed)


class ConsentScreen(Window[bool]):
    """Shows exactly what would go to a host, and asks; True once the learner agreed."""

    HELP_PAGE = "coach"

    def __init__(self, coach: Coach, asking: Asking, preview: Preview) -> None:
        super().__init__()
        self._coach = coach
        self._asking = asking
        self._preview = preview
        self._easy = False

    def title_text(self) -> str:
        return f"To be sent to {self._preview.host}"

    def body(self) -> Iterable[Widget]:
        yield Plain(
            "This is the first sending there, so look at it first. Below stands all of it, to the "
            "letter: what you wrote, with names hidden, and what ilmcoach says around it.",
            classes="para",
        )
        yield Plain("", id="hidden", classes="para")
        yield Plain("", id="doubtful")
        yield Act("Hide these too", id="hide")
        yield Plain("", id="problem")
        with VerticalScroll(id="sent-box", classes="panel") as box:
            box.border_title = plain("What would be sent")
            yield Plain("", id="sent")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Don't send", id="close", main=True)
        yield Act("Send", id="send")
        yield Act("Turn the coach off", id="off")
        yield Act("Easier to read", id="easy")

    def on_mount(self) -> None:
        """Stands on the answer that sends nothing."""
        self._show()
        self.query_one("#close").focus()

    def _show(self) -> None:
        one = self._preview
        pairs = [f"{name} stands for {text}" for text, name in one.hidden]
        said = f"Hidden: {'; '.join(pairs)}." if pairs else NOBODY_HIDDEN
        self.query_one("#hidden", Plain).say(said)
        words = ", ".join(one.doubtful)
        doubtful = f"May be names, and would go as they stand: {words}" if words else ""
        self.query_one("#doubtful", Plain).say(plain(doubtful, "$warning") if doubtful else "")
        self.query_one("#hide").display = bool(one.doubtful)
        self.query_one("#sent", Plain).say(easier(one.sent) if self._easy else plain(one.sent))
        self.query_one("#easy", Act).say("To the letter" if self._easy else "Easier to read")

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "easy":
            self._easy = not self._easy
            self._show()
        elif event.button.id == "close":
            self.dismiss(None)
        else:
            try:
                await self._do(event.button.id or "")
            except IlmcoachError as problem:
                self.query_one("#problem", Plain).say(str(problem))

    async def _do(self, what: str) -> None:
        if what == "send":
            await self._coach.agree(self._preview.host)
            self.dismiss(True)
        elif what == "off":
            keeper = keeper_of(self)
            if keeper:
                await turn_off(keeper)
            self.dismiss(False)
        else:
            await self._coach.hide(*self._preview.doubtful)
            offer = await self._coach.join(self._asking)
            if offer.preview:
                self._preview = offer.preview
                self._show()
            else:
                self.query_one("#problem", Plain).say(offer.told or OFF)
