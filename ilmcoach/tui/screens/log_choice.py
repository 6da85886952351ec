"""Which meetings stand in the learning log: the learner's own choice."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace
from textual import on
from textual.widget import Widget
from textual.widgets import Button

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import Action, Meeting
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.present import show
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.plain import Act, Plain

from .window import Window


class LogChoiceScreen(Window[None]):
    """A list of meetings to tick. Each choice is saved at once."""

    HELP_PAGE = "desk"
    WINDOW_TITLE = "Meetings in the log"

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper

    def _meetings(self) -> tuple[Meeting, ...]:
        portfolio = self._keeper.workspace.portfolio
        return tuple(
            one for one in portfolio.meetings() if not one.blank or portfolio.linked(Action, one.id)
        )

    def body(self) -> Iterable[Widget]:
        space = self._keeper.workspace
        meetings = self._meetings()
        if not meetings:
            yield Plain("No meetings are written down yet. They come from “After a set meeting”.")
            return
        yield Plain(
            "Choose the meetings whose problem, agreed actions and results go into the log. "
            "Their words count towards the whole.",
            classes="para",
        )
        offered = [
            (
                one.id,
                show(one, space.portfolio, space.pack).title,
                " ".join((one.problem or one.struck).split())[:70],
            )
            for one in meetings
        ]
        yield ChoiceList(offered, [one.id for one in meetings if one.in_log], several=True)
        yield Plain("", id="problem")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Done", id="done", main=True)

    def on_mount(self) -> None:
        """Stands on the list."""
        first = next(iter(self.query(ChoiceList)), None)
        (first or self.query_one("#done")).focus()

    @on(ChoiceList.Changed)
    async def _chosen(self) -> None:
        chosen = self.query_one(ChoiceList).chosen
        now = self._keeper.workspace.clock.now()
        changed = [
            replace(one, in_log=one.id in chosen, changed=now)
            for one in self._meetings()
            if one.in_log != (one.id in chosen)
        ]
        try:
            await self._keeper.save(changed)
        except IlmcoachError as problem:
            self.query_one("#problem", Plain).say(str(problem))
            # Only what is saved is shown as chosen.
            kept = [one.id for one in self._meetings() if one.in_log]
            self.query_one(ChoiceList).choose(kept)

    @on(Button.Pressed)
    def _done(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(None)
