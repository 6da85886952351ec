"""One page to set up the programme; everything but the programme may wait."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import msgspec
from msgspec.structs import replace
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input

from ilmcoach.dates import say_day
from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Programme
from ilmcoach.portfolio.records import Record
from ilmcoach.services.keeper import Keeper
from ilmcoach.text import clean
from ilmcoach.tui.drafter import Drafter
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.dayline import DayLine
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, Plain

from .window import Window

FIELDS = (
    ("name", "Your name"),
    ("registration", "Registration number"),
    ("centre_name", "Centre name"),
    ("centre_number", "Centre number"),
)
DRAFT_KEY = "set-up/page"


class SetupScreen(Window[None]):
    """Programme, dates, and what the cover of an assignment needs. `chosen` is the pack whose
    programme is chosen already when the page opens."""

    HELP_PAGE = "setup"
    WINDOW_TITLE = "Set up my programme"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "Save")]

    def __init__(self, keeper: Keeper, chosen: str = "") -> None:
        super().__init__()
        self._keeper = keeper
        self._chosen = chosen
        self.drafter = Drafter(self, keeper, self._trouble)

    def body(self) -> Iterable[Widget]:
        space = self._keeper.workspace
        enrolment, learner = space.portfolio.enrolment, space.portfolio.learner
        offered = self._offered()
        before = enrolment.pack if enrolment else ""
        chosen = before or (offered[0][0] if len(offered) == 1 else "")
        yield Plain("Programme", classes="field")
        yield ChoiceList(offered, [chosen] if chosen else [], id="programme")
        yield Act("My tutor sent me a file…", id="file")
        yield Plain("", id="problem")
        yield Plain("Everything below can wait.", classes="quiet para")
        start = say_day(enrolment.start) if enrolment and enrolment.start else ""
        end = say_day(enrolment.end) if enrolment and enrolment.end else ""
        yield _row(
            "First day", DayLine(start, space.today, past=True, hint="e.g. 1 September"), "start"
        )
        yield _row("Last day", DayLine(end, space.today, hint="e.g. end of May"), "end")
        for name, label in FIELDS:
            value = getattr(learner, name) if learner else ""
            yield _row(label, Line(value, id=f"line-{name}"), name)

    def _offered(self) -> list[tuple[str, str, str]]:
        """The programmes of the packs that are there."""
        return [
            (pack.id, pack.programme.title, _facts(pack.programme))
            for pack in self._keeper.workspace.programmes()
            if pack.programme
        ]

    def buttons(self) -> Iterable[Widget]:
        yield Act("Save", id="save", main=True)
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Brings back typing that was not saved."""
        draft = self._keeper.workspace.drafts.get(DRAFT_KEY)
        if draft:
            self._restore(draft.text)
        self._choose(self._chosen)
        self.drafter.watch(DRAFT_KEY, self._draft)
        self.query_one(ChoiceList).focus(scroll_visible=False)
        # The heading over the list is seen too, where there is not room for everything.
        body = self.query_one("#window-body")
        self.call_after_refresh(body.scroll_home, animate=False)

    def _draft(self) -> str:
        chosen = "".join(self.query_one(ChoiceList).chosen)
        typed = [line.value for line in self.query(Line)]
        return msgspec.json.encode([chosen, *typed]).decode()

    def _restore(self, draft: str) -> None:
        try:
            texts = msgspec.json.decode(draft, type=list[str])
        except msgspec.DecodeError:
            return
        if texts and texts[0]:
            self.query_one(ChoiceList).choose((texts[0],))
        for line, text in zip(self.query(Line), texts[1:], strict=False):
            line.value = text

    @on(Input.Changed)
    @on(ChoiceList.Changed)
    def _edited(self) -> None:
        self.drafter.edited()

    @on(Input.Submitted)
    def _next_line(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "save":
            await self.action_save()
        elif event.button.id == "file":
            self._add_file()
        else:
            await self.action_close()

    def _add_file(self) -> None:
        """A pack that somebody sent; its programme is in the list at once."""
        from .packs_add import AddPackScreen

        def added(pack_id: str | None) -> None:
            programmes = self.query_one(ChoiceList)
            programmes.offer(self._offered())
            if pack_id:
                self._choose(pack_id)
                programmes.focus()
                self.drafter.edited()

        self.app.push_screen(AddPackScreen(self._keeper), added)

    def _choose(self, pack_id: str) -> None:
        programmes = self.query_one(ChoiceList)
        ids = [one for one, _, _ in self._offered()]
        if pack_id in ids:
            programmes.choose((pack_id,))
            programmes.highlighted = ids.index(pack_id)

    async def action_save(self) -> None:
        """Saves the page and closes it."""
        programme = self.query_one(ChoiceList).chosen
        start, end = (
            self.query_one(f"#row-{name}").query_one(DayLine) for name in ("start", "end")
        )
        problem = start.problem or end.problem
        if not programme:
            problem = "Choose your programme: stand on it and press Enter."
        if start.day and end.day and end.day <= start.day:
            problem = "The last day comes before the first. Please look at both again."
        if problem:
            self._trouble(problem)
            return
        records = self._records(programme[0], start, end)
        try:
            await self._keeper.save(records)
            self.drafter.rest()
            await self._keeper.drop_draft(DRAFT_KEY)
        except IlmcoachError as trouble:
            self._trouble(str(trouble))
            return
        self.dismiss(None)

    def _records(self, pack_id: str, start: DayLine, end: DayLine) -> list[Record]:
        space = self._keeper.workspace
        stamp = space.stamp()
        typed = {
            name: clean(self.query_one(f"#line-{name}", Line).value).strip() for name, _ in FIELDS
        }
        learner = space.portfolio.learner or stamp.make("learner")
        enrolment = space.portfolio.enrolment or stamp.make("enrolment")
        return [
            replace(learner, **typed, changed=stamp.now),
            replace(enrolment, pack=pack_id, start=start.day, end=end.day, changed=stamp.now),
        ]

    async def action_close(self) -> None:
        """Escape: closes; what was typed is offered back."""
        await self.drafter.write()
        self.dismiss(None)

    def _trouble(self, text: str) -> None:
        self.query_one("#problem", Plain).say(text)
        self.query_one("#problem").scroll_visible()


def _row(label: str, widget: Widget, name: str) -> Horizontal:
    return Horizontal(Plain(label, classes="label"), widget, classes="form-row", id=f"row-{name}")


def _facts(programme: Programme) -> str:
    facts = []
    if programme.number:
        facts.append(programme.number)
    if programme.credits:
        facts.append(f"{programme.credits} credits")
    if programme.has_set and programme.set_months:
        least, most = programme.set_months
        facts.append(f"with a set, {least} to {most} months")
    return " · ".join(facts)
