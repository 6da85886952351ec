"""The own-work statement: read, signed with a name, kept for the text as it stands."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Button, Input

from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Assessment
from ilmcoach.portfolio.body import body_fingerprint
from ilmcoach.portfolio.records import Statement
from ilmcoach.services.keeper import Keeper
from ilmcoach.text import clean
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, Plain

from .window import Window


class StatementScreen(Window[None]):
    """Asks the learner to confirm that the work is their own."""

    HELP_PAGE = "handin"
    WINDOW_TITLE = "My own work"

    def __init__(self, keeper: Keeper, task: Assessment) -> None:
        super().__init__()
        self._keeper = keeper
        self._assessment = task

    def body(self) -> Iterable[Widget]:
        learner = self._keeper.workspace.portfolio.learner
        yield Plain(self._assessment.statement, classes="para")
        yield Plain("Your name", classes="field")
        yield Line(learner.name if learner else "", id="signed")
        yield Plain("Today's date goes with it. If you change the text, it opens again.")
        yield Plain("", id="problem")

    def buttons(self) -> Iterable[Widget]:
        yield Act("I confirm this", id="confirm", main=True)
        yield Act("Not yet", id="close")

    def on_mount(self) -> None:
        """Stands on the name."""
        self.query_one("#signed").focus()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "close":
            self.dismiss(None)
        else:
            await self._confirm()

    @on(Input.Submitted)
    async def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        await self._confirm()

    @on(Input.Changed)
    def _typed(self) -> None:
        self.query_one("#problem", Plain).say("")

    async def _confirm(self) -> None:
        name = clean(self.query_one("#signed", Line).value).strip()
        if not name:
            self.query_one("#problem", Plain).say("Please write your name.")
            self.query_one("#signed").focus()
            return
        space = self._keeper.workspace
        stamp = space.stamp()
        statement = Statement(
            id=stamp.new_id(),
            made=stamp.now,
            changed=stamp.now,
            assessment=self._assessment.id,
            name=name,
            on=space.today,
            body=body_fingerprint(self._assessment, space.portfolio),
        )
        try:
            await self._keeper.save([statement])
        except IlmcoachError as problem:
            self.query_one("#problem", Plain).say(str(problem))
            return
        self.dismiss(None)
