"""What came from a model, in a place of its own, with a sign that something was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button

from ilmcoach.tui.marks import marks_for

from .asked_panel import SideAct
from .plain import Act, Plain, plain

if TYPE_CHECKING:
    from ilmcoach.services.coaching import Offer

MOST = 3
WAITING = "Asking the model… Esc stops it."
STOPPED = "You stopped it. Nothing of its answer is shown."
NO_QUESTION = "None of its questions could be shown. The reading it chose stands below."


class FromModel(Vertical):
    """The model's questions: never to be selected or copied, as no question is. Hidden until a
    model is asked."""

    class Wanted(Message):
        """A button was pressed: `stop`, `first` (what has to be said or seen before anything is
        sent), `hide` (the words that may be names)."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what

    def __init__(self) -> None:
        super().__init__(id="from-model", classes="panel")
        self.border_title = plain("From the model")
        self.filled = False

    def compose(self) -> ComposeResult:
        yield Plain("", id="model-told", classes="quiet")
        for number in range(MOST):
            yield Plain("", id=f"model-{number}", classes="asked from-model")
        yield Plain("", id="model-doubtful", classes="quiet")
        yield SideAct("Stop", id="model-stop")
        yield SideAct("First…", id="model-first")
        yield SideAct("Hide these from now on", id="model-hide")
        yield Plain("", id="model-sent", classes="quiet")

    def on_mount(self) -> None:
        """Nothing was asked yet."""
        self.clear()

    def clear(self) -> None:
        """Takes everything away."""
        self._show()
        self.filled = False
        self.display = False

    def wait(self) -> None:
        """A request is on its way."""
        self._show(WAITING, buttons=("stop",))

    def stopped(self) -> None:
        """The learner stopped the request."""
        self._show(STOPPED)

    def hidden(self) -> None:
        """The words that may be names are hidden from now on."""
        for part in ("#model-doubtful", "#model-hide"):
            self.query_one(part).display = False

    def need(self, told: str, button: str) -> None:
        """Something has to be said or seen before anything is sent."""
        self._show(told, buttons=("first",))
        self.query_one("#model-first", Act).say(button)
        self._come_into_view()

    def show_offer(self, offer: Offer, at: str) -> None:
        """Shows what came, at most three questions; `at` is the time as it is read."""
        asked = offer.from_model[:MOST]
        told = offer.told or ("" if asked else NO_QUESTION)
        self._show(told, buttons=("hide",) if offer.doubtful else ())
        for number, one in enumerate(asked):
            sign = "chosen by the model" if one.picked else "from the model"
            part = self.query_one(f"#model-{number}", Plain)
            part.say(Content.assemble(plain(one.text), plain(f"\n{sign}\n", "$quiet")))
            part.display = True
        if offer.doubtful:
            words = ", ".join(offer.doubtful)
            self._say("#model-doubtful", f"May be names, and were not hidden: {words}")
        if offer.was_sent:
            self._say("#model-sent", f"{marks_for().sent} sent {at}; see AI record")
        self._come_into_view()

    def _come_into_view(self) -> None:
        """In a low window it stands below the pack's questions, where nobody would look."""
        self.call_after_refresh(self.scroll_visible, animate=False)

    def _show(self, told: str = "", buttons: tuple[str, ...] = ()) -> None:
        self.filled = self.display = True
        for part in self.query(Plain):
            part.say("")
            part.display = False
        self._say("#model-told", told)
        for name in ("stop", "first", "hide"):
            self.query_one(f"#model-{name}").display = name in buttons

    def _say(self, which: str, text: str) -> None:
        part = self.query_one(which, Plain)
        part.say(text)
        part.display = bool(text)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Wanted((event.button.id or "").removeprefix("model-")))
