"""My tutor sent me a file: what a prompt pack brings, before it is added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.chosen_file import find_place
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.pack_words import effects, facts
from ilmcoach.services.packs import Offer, PackDesk
from ilmcoach.tui.going import Going
from ilmcoach.tui.showing.packs import added_words, problem_words
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, Plain, plain

from .window import Window

HOW = (
    "The file that your tutor sent, as it is: a .zip, a pack.md, or a folder. Type or paste where "
    "it is, or drag it into this window."
)
STAYS = "All that you have written stays, whatever you do here."


class AddPackScreen(Window[str]):
    """Asks for the file, shows what it brings, adds it, and asks whether to use it.

    Gives back the id of an added pack whose programme the learner wants to set up; otherwise
    nothing. `path` is where the file is, if that is known already.
    """

    HELP_PAGE = "packs"
    WINDOW_TITLE = "My tutor sent me a file"
    SCROLLS = True
    CSS = """
    AddPackScreen { #brings { height: auto; } #brings > .fact:first-child { margin: 1 0 0 0; } }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "go_on", "Go on")]

    def __init__(self, keeper: Keeper, path: str = "") -> None:
        super().__init__()
        self._keeper = keeper
        self._desk = PackDesk(keeper.workspace)
        self._path = path
        self._looked = path
        self._offer: Offer | None = None
        self._added = False

    def body(self) -> Iterable[Widget]:
        yield Line(self._path, id="path", hint="e.g. ~/Downloads/my-unit-1.0.zip")
        yield Plain("", id="problem")
        yield Vertical(id="brings")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Look at it", id="look", main=True)
        yield Act("Add it", id="add", main=True)
        yield Act("Set up my programme…", id="set-up", main=True)
        yield Act("Use it too", id="use")
        yield Act("Close", id="close")

    async def on_mount(self) -> None:
        """Begins with the file."""
        await self._show()
        self.query_one("#path").focus()
        if self._path:
            await self._look()

    async def on_unmount(self) -> None:
        """Takes away what was unpacked to be looked at."""
        await self._keeper.run(self._desk.close)

    def on_paste(self, event: events.Paste) -> None:
        """A file dragged into the window is the one that is meant."""
        if not isinstance(self.focused, Input) and not self._added:
            line = self.query_one("#path", Line)
            line.value = " ".join(event.text.split())
            line.focus()

    @on(Input.Changed, "#path")
    async def _another(self, event: Input.Changed) -> None:
        event.stop()
        if event.value == self._looked:
            return
        self._looked = event.value
        self._tell("")
        if self._offer and not self._added:
            self._offer = None
            await self._show()

    @on(Input.Submitted, "#path")
    async def _given(self, event: Input.Submitted) -> None:
        event.stop()
        await self._look()

    async def _look(self) -> None:
        """Shows what the file brings; adds nothing."""
        self._tell("")
        self._looked = self.query_one("#path", Line).value
        try:
            place = find_place(self._looked)
            self._offer = await self._keeper.run(self._desk.offer, place)
        except IlmcoachError as problem:
            self._offer = None
            await self._show()
            self._tell(str(problem))
            return
        await self._show()
        if self._offer.usable:
            self.query_one("#add").focus()

    async def _add(self) -> None:
        offer = self._offer
        if offer is None or Going(self, self._keeper).cannot_write():
            return
        try:
            await self._keeper.run(self._desk.add, offer)
            # All packs are read afresh now; here that holds up no screen.
            await self._keeper.run(self._keeper.workspace.programmes)
        except IlmcoachError as problem:
            self._tell(str(problem))
            return
        self._added = True
        await self._show()
        self._first_button().focus()

    async def _use(self) -> None:
        offer = self._offer
        if offer is None:
            return
        try:
            await self._keeper.run(self._desk.use, offer.parcel.id)
        except IlmcoachError as problem:
            self._tell(str(problem))
            return
        await self._show()
        self.query_one("#close").focus()

    async def _show(self) -> None:
        """What there is to read and to press, as things stand."""
        offer = self._offer
        lines = self._lines(offer)
        brings = self.query_one("#brings", Vertical)
        with self.app.batch_update():
            await brings.remove_children()
            await brings.mount(*lines)
        self.query_one("#path").display = not self._added
        used = bool(offer) and self._desk.in_use(offer.parcel.id if offer else "")
        course = bool(offer and offer.parcel.counts.programmes)
        asks = self._added and not used
        self.query_one("#look").display = offer is None
        self.query_one("#add").display = bool(offer and offer.usable) and not self._added
        self.query_one("#set-up").display = asks and course
        enrolment = self._keeper.workspace.portfolio.enrolment
        self.query_one("#use").display = asks and (not course or bool(enrolment and enrolment.pack))
        done = offer is None or not offer.usable or (self._added and used)
        self.query_one("#close", Act).say("Close" if done else "Not now")
        self.query_one("#window-body").scroll_home(animate=False)

    def _lines(self, offer: Offer | None) -> list[Widget]:
        if offer is None:
            return [Plain(HOW, classes="quiet para"), Plain(STAYS, classes="quiet para")]
        if self._added:
            return [Plain(one, classes="para") for one in added_words(offer, self._desk)]
        rows = [
            Plain(Content.assemble(plain(f"{name}  ", "$quiet"), plain(fact)), classes="fact")
            for name, fact in facts(offer)
        ]
        if not offer.usable:
            wrong = [Plain(one, classes="para -trouble") for one in problem_words(offer)]
            return [*wrong, *(rows if offer.parcel.title else [])]
        does = effects(offer)
        return [
            *rows,
            *([Plain("What it changes", classes="field")] if does else []),
            *(Plain(one, classes="fact") for one in does),
            # What is said of an update says this already.
            *([] if offer.before else [Plain(STAYS, classes="quiet field")]),
        ]

    def _first_button(self) -> Widget:
        return next(one for one in self.query("#window-buttons Act") if one.display)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "look":
                await self._look()
            case "add":
                await self._add()
            case "use":
                await self._use()
            case "set-up":
                self.dismiss(self._offer.parcel.id if self._offer else None)
            case _:
                self.dismiss(None)

    async def action_go_on(self) -> None:
        """Ctrl+S: what the first button does."""
        button = self._first_button()
        if isinstance(button, Button):
            button.press()

    def _tell(self, text: str) -> None:
        problem = self.query_one("#problem", Plain)
        problem.say(text)
        if text:
            problem.scroll_visible()
