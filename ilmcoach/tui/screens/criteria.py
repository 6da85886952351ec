"""Which criteria a record counts towards, chosen by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import Record
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.linking import offered_criteria, with_criteria
from ilmcoach.tui.present import show
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.plain import Act, Plain

from .window import Window

NONE = "Your programme has no criteria to choose from. Choose your programme under Set up."
ABOUT = (
    "Choose what this shows. Each choice is saved at once. What you take away stays away, until "
    "you answer about it again in the guided questions: that may link it anew."
)


class CriteriaScreen(Window[None]):
    """The programme's criteria to tick for one record; those of another programme stay."""

    HELP_PAGE = "criteria"
    WINDOW_TITLE = "Counts towards"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "undo", "Undo")]

    def __init__(self, keeper: Keeper, record: Record) -> None:
        super().__init__()
        self._keeper = keeper
        self._record = record
        self._before: list[tuple[str, ...]] = []

    @property
    def record(self) -> Record:
        """The record as it was last saved."""
        return self._keeper.workspace.portfolio.get(self._record.id) or self._record

    def body(self) -> Iterable[Widget]:
        space = self._keeper.workspace
        offered = offered_criteria(space.pack) if space.pack else ()
        if not offered:
            yield Plain(NONE, classes="para")
            return
        title = " ".join(show(self.record, space.portfolio, space.pack).title.split())
        yield Plain(title if len(title) <= 150 else f"{title[:149]}…", classes="value")
        yield Plain(ABOUT, classes="quiet")
        yield Plain("", id="problem")
        choices = [(one.id, one.label, one.asks) for one in offered]
        yield ChoiceList(choices, self.record.criteria, several=True)

    def buttons(self) -> Iterable[Widget]:
        yield Act("Done", id="done", main=True)
        yield Act("Undo", id="undo")

    def on_mount(self) -> None:
        """Stands on the list."""
        self._show_undo()
        first = next(iter(self.query(ChoiceList)), None)
        (first or self.query_one("#done")).focus(scroll_visible=False)
        if first:
            first.highlighted = 0
            # What is said above the list is to be seen first.
            self.call_after_refresh(self._scroll_home)

    def _scroll_home(self) -> None:
        self.query_one("#window-body").scroll_home(animate=False)

    @on(ChoiceList.Changed)
    async def _chosen(self) -> None:
        before = self.record.criteria
        if await self._save(self.query_one(ChoiceList).chosen):
            self._before.append(before)
        self._show_undo()

    async def action_undo(self) -> None:
        """Ctrl+Z: takes the last choice back."""
        if self._before and await self._save(self._before[-1]):
            self._before.pop()
            self.query_one(ChoiceList).choose(self.record.criteria)
        self._show_undo()

    async def _save(self, chosen: Collection[str]) -> bool:
        pack = self._keeper.workspace.pack
        try:
            if pack:
                await self._keeper.save([with_criteria(self.record, chosen, pack)])
        except IlmcoachError as trouble:
            self.query_one("#problem", Plain).say(str(trouble))
            # Only what is saved is shown as chosen.
            self.query_one(ChoiceList).choose(self.record.criteria)
            return False
        self.query_one("#problem", Plain).say("")
        return True

    def _show_undo(self) -> None:
        self.query_one("#undo").display = bool(self._before)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "undo":
            await self.action_undo()
            self.query_one(ChoiceList).focus()
        else:
            self.dismiss(None)
